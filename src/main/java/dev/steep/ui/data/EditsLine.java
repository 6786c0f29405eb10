package dev.steep.ui.data;

import dev.steep.recipe.Parts;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.SampleEdits;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;

/** Says how many samples were changed by hand, and takes that back; hidden while there are none. */
final class EditsLine implements Lab.Listener {
    private final HTMLElement words = Html.of("span", "").element();
    private final HTMLElement element;

    EditsLine(Lab lab) {
        element = Html.of("p", "edits-line")
                .add(words)
                .add(Html.button("btn btn-link", "Show", () -> lab.view("samples")))
                .add(Html.button(
                        "btn btn-link",
                        "Take back",
                        () -> lab.editSamples(SampleEdits.NONE, "All samples are as they came")))
                .element();
        Html.standsFor(element, Parts.EDITS.name());
        changed(lab.recipe());
        lab.listen(this);
    }

    HTMLElement element() {
        return element;
    }

    @Override
    public void changed(Recipe recipe) {
        SampleEdits edits = SampleEdits.of(recipe);
        element.hidden = edits.none();
        words.textContent = edits.words();
    }
}
