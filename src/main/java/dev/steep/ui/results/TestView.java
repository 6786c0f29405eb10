package dev.steep.ui.results;

import dev.steep.catalog.Numbers;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.DataPart;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import dev.steep.ui.view.ResultView;
import dev.steep.ui.view.View;
import elemental2.core.Global;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;

/** The test part: closed until somebody opens it, and each time counts. */
final class TestView implements ResultView {
    static final View VIEW = View.of("test", "Test", "The test part: closed until it is opened.", TestView::new)
            .onlyFor("data with a test part", data -> data.parts()[DataPart.TEST.ordinal()] > 0);

    private final Lab lab;
    private final HTMLElement about = Html.of("p", "test-about").element();
    private final HTMLElement open;
    private final HTMLElement scores =
            Html.of("dl", "test-scores").attribute("aria-live", "polite").element();
    private final HTMLElement count = Html.of("p", "test-count").element();
    private final HTMLElement element;

    TestView(Lab lab) {
        this.lab = lab;
        open = Html.button("btn bar-button test-open", "Open the test part", this::open)
                .element();
        element = Html.of("div", "test-view").add(about, open, scores, count).element();
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public void opened(Report.Opened opened) {
        open.toggleAttribute("disabled", !opened.problems().isEmpty());
        about.textContent = Numbers.count(opened.data().parts()[DataPart.TEST.ordinal()], "sample")
                + " took no part in training, and nothing of them is shown. Open them once, when everything is decided: a"
                + " setting that is changed because of this score makes it say less of samples that nobody has seen.";
        told();
    }

    /** Scores of another run or network are not those of now. */
    @Override
    public void forget() {
        Html.clear(scores);
    }

    private void told() {
        int times = lab.testOpened();
        count.textContent = times == 0 ? "" : "Opened " + Numbers.count(times, "time") + ".";
        open.textContent = times == 0 ? "Open the test part" : "Open it again";
    }

    private void open() {
        int epoch = lab.shownEpoch();
        lab.openTest(report -> {
            if (report instanceof Report.TestScores found) {
                show(epoch, Js.uncheckedCast(Global.JSON.parse(found.scores())));
                told();
            } else if (report instanceof Report.Refused refused) {
                lab.tell(refused.sentence(), true);
            }
        });
    }

    private void show(int epoch, JsPropertyMap<Object> found) {
        Html.clear(scores);
        List<String> names = new ArrayList<>();
        found.forEach(names::add);
        for (String name : names) {
            if (!name.equals("samples")) {
                scores.append(
                        Html.of("dt", "").text(name).element(),
                        Html.of("dd", "")
                                .text(Figures.fixed(Js.asDouble(found.get(name)), 4))
                                .element());
            }
        }
        scores.append(
                Html.of("dt", "").text("after epoch").element(),
                Html.of("dd", "").text("" + epoch).element());
    }
}
