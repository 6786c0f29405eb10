package dev.steep.ui.comparison;

import dev.steep.protocol.Report;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PartByPart;
import dev.steep.ui.view.ResultView;
import dev.steep.ui.view.View;
import elemental2.dom.HTMLElement;
import java.util.List;

/** Simple models of the same samples, fitted when somebody asks for them, with their scores beside the network's. */
public final class BaselinesView implements ResultView {
    public static final View VIEW = View.of(
                    "baselines",
                    "Baselines",
                    "Simple models fitted to the same training part, with their scores beside the network's.",
                    BaselinesView::new)
            .in("Runs")
            .onlyFor("data of which something is predicted", data -> !data.reconstructs());

    private final HTMLElement button;
    private final HTMLElement body = Html.of("tbody", "").element();
    private final HTMLElement measure = Html.of("p", "share-note").element();
    private final HTMLElement table;
    private final HTMLElement element;
    private final PartByPart work;
    private boolean under;

    BaselinesView(Lab lab) {
        work = PartByPart.baselines(lab, this::show, this::over);
        button = Html.button("btn bar-button", "", this::press).element();
        Html head = Html.of("tr", "");
        for (String title : List.of("Model", "Training", "Validation", "In scikit-learn", "")) {
            head.add(Html.of("th", "").attribute("scope", "col").text(title));
        }
        table = Html.of("div", "baselines-table")
                .attribute("aria-live", "polite")
                .add(Html.of("table", "").add(Html.of("thead", "").add(head).element(), body))
                .element();
        element = Html.of("div", "baselines")
                .add(Html.of("p", "share-note")
                        .text("What a network has to beat: simple models, fitted to the same prepared training part."))
                .add(button, table, measure)
                .element();
        rest();
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public void opened(Report.Opened opened) {
        button.toggleAttribute("disabled", opened.data().shape().length == 0);
    }

    /** They are of other data, or beside another network. */
    @Override
    public void forget() {
        work.stop();
        rest();
    }

    private void rest() {
        under = false;
        button.textContent = "Fit simple models";
        Html.clear(body);
        table.hidden = true;
        measure.textContent = "";
    }

    private void press() {
        if (under) {
            forget();
        } else {
            rest();
            under = true;
            button.textContent = "Cancel";
            work.begin();
        }
    }

    private void show(Report report) {
        if (!(report instanceof Report.Baselines found)) {
            return;
        }
        if (under) {
            button.textContent = "Cancel · " + Figures.fixed(100 * found.share(), 0) + " %";
        }
        Html.clear(body);
        table.hidden = found.names().isEmpty();
        for (int i = 0; i < found.names().size(); i++) {
            boolean network = found.standards().get(i).isEmpty();
            body.appendChild(Html.of("tr", network ? "baselines-network" : "")
                    .add(Html.of("th", "")
                            .attribute("scope", "row")
                            .text(found.names().get(i)))
                    .add(Html.of("td", "").text(score(found, found.training()[i])))
                    .add(Html.of("td", "").text(score(found, found.validation()[i])))
                    .add(Html.of("td", "").text(found.standards().get(i)))
                    .add(Html.of("td", "").text(found.notes().get(i)))
                    .element());
        }
        measure.textContent = found.measure().equals("accuracy")
                ? "Accuracy: the share of samples whose class is said rightly."
                : "Root mean squared error, in the target's own unit: less is better.";
    }

    private static String score(Report.Baselines found, double score) {
        return Double.isNaN(score)
                ? "–"
                : found.measure().equals("accuracy") ? Figures.fixed(score, 4) : Figures.of(score);
    }

    private void over(Report report) {
        under = false;
        show(report);
        button.textContent = "Fit them again";
        if (report instanceof Report.Refused refused) {
            rest();
            measure.textContent = refused.sentence();
        }
    }
}
