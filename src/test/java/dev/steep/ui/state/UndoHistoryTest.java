package dev.steep.ui.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.RecipeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is asked of the worker and said to the student when edits are made, undone and redone. */
class UndoHistoryTest {
    private static final Recipe SMALL = recipe("1/data=xor/Dense(2)/Dense(1,sigmoid)");
    private static final Recipe LARGE = recipe("1/data=xor/Dense(8)/Dense(1,sigmoid)");
    private static final Recipe FASTER = recipe("1/data=xor/Dense(2)/Dense(1,sigmoid)/optimizer=Adam(0.1)");

    private final Experiment lab = new Experiment();
    private final UndoHistory undo = new UndoHistory(lab);

    private static Recipe recipe(String text) {
        return RecipeText.read(text).recipe();
    }

    @Test
    void withoutEditsThereIsNothingToUndoOrRedo() {
        undo.undo(lab::answered);
        undo.redo(lab::answered);
        assertEquals(List.of("There is nothing to undo.", "There is nothing to redo."), lab.refusals);
        assertEquals(List.of(), lab.asked);
    }

    @Test
    void undoBringsRecipeAndRunBackAndRedoTakesItBack() {
        edit(LARGE);
        assertEquals(List.of(new Request.Keep(1, SMALL.toString())), lab.asked);

        undo.undo(lab::answered);
        assertEquals(SMALL, lab.recipe);
        assertEquals(Optional.of(new Request.Reopen(SMALL.toString(), 1)), lab.run);
        assertEquals(new Request.Keep(2, LARGE.toString()), lab.asked.get(1));

        undo.redo(lab::answered);
        assertEquals(LARGE, lab.recipe);
        assertEquals(Optional.of(new Request.Reopen(LARGE.toString(), 2)), lab.run);
    }

    @Test
    void movementOfASliderIsUndoneWithoutAnotherRun() {
        undo.moved(0);
        lab.recipe = FASTER;
        undo.undo(lab::answered);
        assertEquals(SMALL, lab.recipe);
        assertEquals(Optional.empty(), lab.run);
        assertEquals(List.of(), lab.asked);
    }

    @Test
    void firstWeightsAreUndoneThoughTheRecipeIsTheSame() {
        lab.trained = true;
        undo.reset(lab::answered);
        assertEquals(List.of("Back to the first weights."), lab.lost);
        undo.undo(lab::answered);
        assertEquals(Optional.of(new Request.Reopen(SMALL.toString(), 1)), lab.run);
    }

    @Test
    void firstWeightsOfWhatIsNotTrainedAreNoLoss() {
        undo.reset(lab::answered);
        assertEquals(List.of(new Request.Reset()), lab.asked);
        assertEquals(List.of(), lab.lost);
        assertEquals(false, undo.edits().canUndo());
    }

    @Test
    void editThatCostsARunIsSaidOnce() {
        lab.trained = true;
        edit(LARGE);
        String said = undo.cost(true).orElse("");
        assertEquals("Training starts anew.", said.substring(said.indexOf(". ") + 2), said);
        assertEquals(Optional.empty(), undo.cost(true));
    }

    @Test
    void editThatCostsNothingIsNotSaid() {
        edit(LARGE);
        assertEquals(Optional.empty(), undo.cost(true));
    }

    @Test
    void removedLayerIsSaidWithoutARun() {
        edit(recipe("1/data=xor/Dense(1,sigmoid)"));
        assertEquals(true, undo.cost(false).isPresent());
    }

    @Test
    void whatAnEditExplainsIsSaidInItsPlace() {
        lab.trained = true;
        edit(LARGE);
        undo.explain("Removed 3 samples");
        assertEquals(Optional.of("Removed 3 samples. Training starts anew."), undo.cost(true));
    }

    @Test
    void recipeThatIsNoEditCostsNothing() {
        lab.trained = true;
        edit(LARGE);
        undo.noEdit();
        assertEquals(Optional.empty(), undo.cost(true));
    }

    private void edit(Recipe changed) {
        undo.edit(lab.recipe);
        undo.edits().edited(undo.keep());
        lab.recipe = changed;
    }

    /** Opens at once what it is told to, and answers every request. */
    private static final class Experiment implements UndoHistory.Owner {
        private Recipe recipe = SMALL;
        private boolean trained;
        private Optional<Request> run = Optional.empty();
        private final List<Request> asked = new ArrayList<>();
        private final List<String> lost = new ArrayList<>();
        private final List<String> refusals = new ArrayList<>();

        @Override
        public Recipe recipe() {
            return recipe;
        }

        @Override
        public boolean trained() {
            return trained;
        }

        @Override
        public void ask(Request request) {
            asked.add(request);
        }

        @Override
        public void ask(Request request, Consumer<Report> then) {
            asked.add(request);
            then.accept(new Report.Done());
        }

        @Override
        public void goTo(Recipe before, Optional<Request> with, Consumer<Report> then) {
            recipe = before;
            run = with;
        }

        @Override
        public void lost(String sentence) {
            lost.add(sentence);
        }

        void answered(Report report) {
            if (report instanceof Report.Refused refused) {
                refusals.add(refused.sentence());
            }
        }
    }
}
