package dev.steep.ui.network;

import dev.steep.ui.element.Html;
import dev.steep.ui.palette.Palette;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import java.util.function.Consumer;

/** Three quiet buttons over the network: find anything, begin from a template, and what else can be done with the layers. */
final class StripTools {
    private final Palette palette;
    private final TemplateCommands templates;
    private final LayerMoves moves;

    StripTools(Lab lab, Palette palette, LayerMoves moves) {
        this.palette = palette;
        this.moves = moves;
        templates = new TemplateCommands(lab);
        palette.add(templates);
        palette.add(moves);
    }

    /** All of them. */
    HTMLElement elements() {
        return Html.of("div", "strip-tools")
                .add(
                        tool(
                                "Find and do anything",
                                "Find layers, settings, views and actions by name (/ or Ctrl+K)",
                                "M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9M10.3 10.3l3.7 3.7",
                                at -> palette.open()),
                        tool(
                                "Begin from a template",
                                "A network of a well-known form, fitted to these data: LeNet-5, MLP …",
                                "M2 3h3v10H2zM6.5 4.5h3v7h-3zM11 6h3v4h-3z",
                                this::pickTemplate),
                        tool(
                                "More for the network",
                                "Copy and paste as Keras code, duplicate, select all …",
                                "M3 8h.01M8 8h.01M13 8h.01",
                                at -> palette.open(at, "Network", "copy, paste, duplicate …", moves)))
                .element();
    }

    /** Shows the templates at a button. */
    void pickTemplate(HTMLElement at) {
        palette.open(at, "Begin from a template", "mlp, lenet …", templates);
    }

    private static HTMLElement tool(String name, String title, String path, Consumer<HTMLElement> action) {
        HTMLElement tool = Html.of("button", "strip-tool")
                .attribute("type", "button")
                .attribute("aria-label", name)
                .attribute("aria-haspopup", "dialog")
                .attribute("title", title)
                .element();
        tool.addEventListener("click", event -> action.accept(tool));
        tool.innerHTML = "<svg viewBox='0 0 16 16' width='16' height='16' fill='none' stroke='currentColor'"
                + " stroke-width='1.5' stroke-linejoin='round' stroke-linecap='round' aria-hidden='true'><path d='"
                + path
                + "'/></svg>";
        return tool;
    }
}
