package dev.steep.ui.results;

import dev.steep.ui.descent.DescentPanel;
import dev.steep.ui.element.FigureButton;
import dev.steep.ui.element.Html;
import dev.steep.ui.view.ResultView;
import dev.steep.ui.view.View;
import elemental2.dom.HTMLElement;
import java.util.Optional;

/** Gradient descent by itself; made when it is first seen. */
final class DescentView implements ResultView {
    static final View VIEW = View.of(
                    "descent",
                    "Gradient descent",
                    "How each optimizer goes down a surface of one or two weights, and what the learning rate makes of it.",
                    lab -> new DescentView())
            .in("Explain")
            .savedAs(".descent-picture");

    private final HTMLElement element =
            Html.of("div", "").attribute(FigureButton.APART, "").element();
    private Optional<DescentPanel> panel = Optional.empty();

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public void show() {
        if (panel.isEmpty()) {
            DescentPanel made = new DescentPanel();
            panel = Optional.of(made);
            element.appendChild(made.element());
        }
    }

    @Override
    public void hide() {
        panel.ifPresent(DescentPanel::stop);
    }
}
