package dev.steep.ui.state;

import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.recipe.Difference;
import dev.steep.recipe.Recipe;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The way back from edits: the worker keeps the run of each recipe that another one replaces, undo and redo bring both back, and what an
 * edit has cost is said.
 */
final class UndoHistory {
    /** Whose edits they are. */
    interface Owner {
        /** The present experiment. */
        Recipe recipe();

        /** Whether there is a run that an edit might cost. */
        boolean trained();

        /** Sends a request whose answer matters only if it is a refusal. */
        void ask(Request request);

        void ask(Request request, Consumer<Report> then);

        /**
         * Opens a recipe of before.
         *
         * @param run has the worker open it with the run that it had; without, the present run goes on
         */
        void goTo(Recipe before, Optional<Request> run, Consumer<Report> then);

        /** Something that can be undone was lost. */
        void lost(String sentence);
    }

    private final Owner owner;
    private final Edits edits = new Edits();

    /** What was edited at the controls of the page and is being opened: the recipe before. */
    private Optional<Recipe> edited = Optional.empty();

    /** What an edit has done beyond what its recipe tells, such as another column to predict, until it is said. */
    private Optional<String> explained = Optional.empty();

    UndoHistory(Owner owner) {
        this.owner = owner;
    }

    /** What can be undone and redone. */
    Edits edits() {
        return edits;
    }

    /** The present recipe is being edited at the controls. */
    void edit(Recipe present) {
        edited = Optional.of(edited.orElse(present));
    }

    /** The recipe that is opened next is no edit at the controls. */
    void noEdit() {
        edited = Optional.empty();
    }

    /** Says, once the edit is open, what it has done. */
    void explain(String what) {
        explained = Optional.of(what);
    }

    /** What was to be said is not: the edit was given up. */
    void explainNothing() {
        explained = Optional.empty();
    }

    /** The present recipe, whose run the worker keeps. */
    Edits.Step keep() {
        return keep(false);
    }

    private Edits.Step keep(boolean reset) {
        Edits.Step step = new Edits.Step(owner.recipe(), edits.newKey(), reset);
        owner.ask(new Request.Keep(step.key(), step.recipe().toString()));
        return step;
    }

    /** A slider is being moved, at this time; the run goes on. */
    void moved(double now) {
        edits.moved(new Edits.Step(owner.recipe(), 0), now);
    }

    /** Back to the first weights; what was trained can be brought back. */
    void reset(Consumer<Report> then) {
        boolean trained = owner.trained();
        if (trained) {
            edits.edited(keep(true));
        }
        owner.ask(new Request.Reset(), report -> {
            if (trained && report instanceof Report.Done) {
                owner.lost("Back to the first weights.");
            }
            then.accept(report);
        });
    }

    /** Back to the recipe of before the last edit, with the weights that it had. */
    void undo(Consumer<Report> then) {
        travel(edits::undo, "There is nothing to undo.", then);
    }

    /** Takes the last {@link #undo} back. */
    void redo(Consumer<Report> then) {
        travel(edits::redo, "There is nothing to redo.", then);
    }

    private void travel(Function<Edits.Step, Optional<Edits.Step>> go, String nothing, Consumer<Report> then) {
        Edits.Step present = new Edits.Step(owner.recipe(), edits.newKey());
        Optional<Edits.Step> step = go.apply(present);
        if (step.isEmpty()) {
            then.accept(new Report.Refused(nothing));
            return;
        }
        noEdit();
        Recipe wanted = step.get().recipe();
        if (present.recipe().differsOnlyLive(wanted) && !step.get().reset()) {
            owner.goTo(wanted, Optional.empty(), then);
            return;
        }
        owner.ask(new Request.Keep(present.key(), present.recipe().toString()));
        owner.goTo(
                wanted,
                Optional.of(new Request.Reopen(wanted.toString(), step.get().key())),
                then);
    }

    /**
     * What an edit at the controls has cost, a layer or a run. It is asked once, when its recipe is open.
     *
     * @param anew whether the worker begins with the first weights
     */
    Optional<String> cost(boolean anew) {
        Optional<Recipe> before = edited;
        Optional<String> other = explained;
        noEdit();
        explainNothing();
        boolean lost = anew && owner.trained();
        String consequence = lost ? ". Training starts anew." : ".";
        if (other.isPresent()) {
            return other.map(what -> what + consequence);
        }
        Recipe present = owner.recipe();
        return before.filter(
                        old -> lost || old.layers().size() > present.layers().size())
                .flatMap(old -> Difference.between(old, present))
                .map(each -> each.said() + consequence);
    }
}
