package dev.steep.ui.results;

import dev.steep.protocol.DataFacts;
import dev.steep.protocol.EpochLog;
import dev.steep.protocol.Report;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.RunLog;
import elemental2.dom.HTMLElement;
import elemental2.dom.KeyboardEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jsinterop.base.Js;

/** What training came to, as tabs: those that suit the data, one shown at a time. */
public final class Results implements Lab.Listener {
    private record Tab(ResultView view, HTMLElement button) {}

    private final List<Tab> tabs = new ArrayList<>();
    private final HTMLElement summary = Html.of("span", "panel-note").element();
    private final HTMLElement element;
    private RunLog run = new RunLog();
    private DataFacts data = DataFacts.NONE;
    private Tab shown;

    public Results(Lab lab) {
        Html list = Html.of("div", "result-tabs").attribute("role", "tablist").attribute("aria-label", "Results");
        Html panels = Html.of("div", "result-panels");
        List<ResultView> views = List.of(
                new CurvesView(lab),
                PredictionsView.many(lab),
                new ConfusionView(lab),
                new BoundaryView(lab),
                new FitView(lab),
                new TestView(lab),
                new CodeView(lab));
        for (ResultView view : views) {
            String id = "result-" + view.title().toLowerCase(Locale.ROOT);
            Html button = Html.of("button", "result-tab")
                    .attribute("type", "button")
                    .attribute("role", "tab")
                    .attribute("id", id + "-tab")
                    .attribute("aria-controls", id)
                    .text(view.title());
            Tab tab = new Tab(view, button.element());
            button.on("click", event -> show(tab)).on("keydown", event -> key(tab, Js.uncheckedCast(event)));
            view.element().id = id;
            view.element().setAttribute("role", "tabpanel");
            view.element().setAttribute("aria-labelledby", id + "-tab");
            list.add(button);
            panels.add(view.element());
            tabs.add(tab);
        }
        shown = tabs.get(0);
        element = Html.of("section", "results")
                .attribute("aria-label", "Results")
                .add(Html.of("div", "result-head").add(list).add(summary))
                .add(panels)
                .element();
        mark();
        lab.listen(this);
    }

    public HTMLElement element() {
        return element;
    }

    @Override
    public void opened(Report.Opened opened) {
        data = opened.data();
        tabs.forEach(tab -> tab.view().opened(opened));
        show(shown.view().suits(data) ? shown : tabs.get(0));
    }

    @Override
    public void progressed(Report.Progress progress) {
        run.add(progress);
        tabs.forEach(tab -> tab.view().progressed(run));
        List<EpochLog> epochs = run.epochs();
        summary.textContent = epochs.isEmpty() ? "" : sentence(epochs.get(epochs.size() - 1));
    }

    private static String sentence(EpochLog epoch) {
        boolean checked = !Double.isNaN(epoch.valLoss());
        double accuracy = checked ? epoch.valAccuracy() : epoch.accuracy();
        return "epoch " + epoch.epoch() + ": loss " + Figures.fixed(epoch.loss(), 3)
                + (checked ? " · validation " + Figures.fixed(epoch.valLoss(), 3) : "")
                + (Double.isNaN(accuracy) ? "" : " · accuracy " + Figures.fixed(accuracy, 3));
    }

    private void show(Tab tab) {
        shown.view().hide();
        shown = tab;
        mark();
        tab.view().show();
    }

    private void mark() {
        for (Tab tab : tabs) {
            boolean is = tab == shown;
            tab.button().hidden = !tab.view().suits(data);
            tab.button().tabIndex = is ? 0 : -1;
            tab.button().setAttribute("aria-selected", "" + is);
            tab.view().element().hidden = !is;
        }
    }

    /** Arrow keys go from tab to tab, round and round. */
    private void key(Tab tab, KeyboardEvent event) {
        int step = event.key.equals("ArrowRight") ? 1 : event.key.equals("ArrowLeft") ? -1 : 0;
        if (step != 0) {
            List<Tab> there =
                    tabs.stream().filter(each -> !each.button().hidden).toList();
            Tab next = there.get(Math.floorMod(there.indexOf(tab) + step, there.size()));
            event.preventDefault();
            show(next);
            next.button().focus();
        }
    }
}
