package dev.steep.ui.state;

import dev.steep.browser.Address;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.SampleEdits;
import elemental2.core.JsDate;
import java.util.List;

/** Changes of the recipe at the controls of the page: each is made to fit the data, goes into the address, and can be undone. */
final class RecipeEdits {
    private final Lab lab;
    private final Opening opening;
    private final UndoHistory undo;

    RecipeEdits(Lab lab, Opening opening, UndoHistory undo) {
        this.lab = lab;
        this.opening = opening;
        this.undo = undo;
    }

    /** Makes this the experiment, as a step of its own in the history. */
    void change(Recipe changed) {
        if (!changed.equals(lab.recipe())) {
            turnTo(changed);
            push(fitted(retargeted(changed)));
        }
    }

    /** The same for another question; see {@link Lab#change(Recipe, int, int)}. */
    void change(Recipe changed, int classes, int numbers) {
        if (opening.opened().isEmpty() || changed.equals(lab.recipe())) {
            return;
        }
        Retargeting retargeting = Retargeting.to(lab.data(), changed, classes, numbers);
        lab.turn();
        retargeting.said().ifPresent(undo::explain);
        push(retargeting.recipe());
    }

    /** A recipe of before, as it was. */
    void reopen(Recipe before) {
        turnTo(before);
        push(before);
    }

    /** One of many changes, as a slider is moved: the address has no entry of its own for it. */
    void adjust(Recipe wanted) {
        Recipe changed = fitted(wanted);
        if (!changed.equals(lab.recipe())) {
            Address.replace(changed.toString());
            if (lab.recipe().differsOnlyLive(changed)) {
                undo.moved(JsDate.now());
                opening.open(changed, List.of(), report -> {});
            } else {
                open(changed);
            }
        }
    }

    /** Edits of samples. @param what says which */
    void change(SampleEdits edits, String what) {
        Recipe changed = edits.in(lab.recipe());
        if (!changed.equals(lab.recipe())) {
            undo.explain(what);
            change(changed);
        }
    }

    /** Without edits of samples that are not those of a recipe; that is said. */
    Recipe fitted(Recipe changed) {
        Recipe fitted = SampleEdits.fitted(lab.recipe(), changed);
        if (!fitted.equals(changed)) {
            lab.tell(
                    "These are other samples, so the edits by hand ("
                            + SampleEdits.of(lab.recipe()).words() + ") do not go with them. Undo brings both back.",
                    false);
        }
        return fitted;
    }

    /** With the last layer, loss and metrics for the column that is predicted, if that is another one; what changed is said once it is open. */
    Recipe retargeted(Recipe changed) {
        if (opening.opened().isEmpty()) {
            return changed;
        }
        Retargeting retargeting = Retargeting.column(lab.recipe(), lab.data(), changed);
        retargeting.said().ifPresent(undo::explain);
        return retargeting.recipe();
    }

    private void turnTo(Recipe other) {
        if (!other.data().equals(lab.recipe().data())) {
            lab.turn();
        }
    }

    private void push(Recipe changed) {
        Address.push(changed.toString());
        open(changed);
    }

    private void open(Recipe changed) {
        undo.edit(lab.recipe());
        opening.next(changed, List.of(), report -> {});
    }
}
