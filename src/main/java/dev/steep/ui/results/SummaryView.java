package dev.steep.ui.results;

import dev.steep.keras.KerasScript;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Report;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.RunLog;
import dev.steep.ui.view.ResultView;
import dev.steep.ui.view.View;
import elemental2.dom.HTMLElement;

/** The network as {@code model.summary()} prints it, always the present one. */
final class SummaryView implements ResultView {
    static final View VIEW = View.of(
                    "summary", "Summary", "The network as Keras' model.summary() prints it.", SummaryView::new)
            .in("Code");

    private final Lab lab;
    private final HTMLElement text = Html.of("pre", "summary-text")
            .attribute("tabindex", "0")
            .attribute("role", "region")
            .attribute("aria-label", "Summary of the network")
            .element();
    private final HTMLElement element = Html.of("div", "summary-view")
            .add(
                    Html.of("p", "code-about")
                            .text(
                                    "What model.summary() prints of this network. None is the length of a batch, which the"
                                            + " network leaves open. Once training has begun, it also counts what the optimizer keeps."))
            .add(text)
            .element();
    private boolean seen;
    private boolean trained;

    private SummaryView(Lab lab) {
        this.lab = lab;
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public void opened(Report.Opened opened) {
        if (seen) {
            refresh();
        }
    }

    @Override
    public void show() {
        seen = true;
        refresh();
    }

    @Override
    public void hide() {
        seen = false;
    }

    /** What an optimizer keeps is there from the first step on. */
    @Override
    public void progressed(RunLog run) {
        boolean begun = lab.progress().filter(now -> now.step() > 0).isPresent();
        if (seen && begun != trained) {
            refresh();
        }
    }

    private void refresh() {
        DataFacts data = lab.facts().map(Report.Opened::data).orElse(DataFacts.NONE);
        trained = lab.progress().filter(now -> now.step() > 0).isPresent();
        text.textContent =
                trained ? KerasScript.trainedSummary(lab.recipe(), data) : KerasScript.summary(lab.recipe(), data);
    }
}
