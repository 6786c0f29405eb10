package dev.steep.ui.state;

import dev.steep.browser.Address;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.RecipeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The experiment that is open, and the one that is being opened: a recipe, or files of which the worker makes one. What the worker answers
 * counts only if nothing else was opened since; if it is given up, the experiment before is the present one again.
 */
final class Opening {
    private final Lab lab;
    private final WorkerLine worker;
    private final UndoHistory undo;
    private Recipe recipe;
    private Optional<Report.Opened> opened = Optional.empty();
    private int opening;
    private Runnable stopReading = () -> {};

    /** Who waits for the data that are being opened. */
    private final List<Consumer<DataFacts>> expecting = new ArrayList<>();

    /** @param first the present experiment, of which the worker knows nothing yet */
    Opening(Lab lab, WorkerLine worker, UndoHistory undo, Recipe first) {
        this.lab = lab;
        this.worker = worker;
        this.undo = undo;
        recipe = first;
    }

    /** The present experiment, though the worker may not have opened it yet. */
    Recipe recipe() {
        return recipe;
    }

    /** What the worker said of the experiment that is open. */
    Optional<Report.Opened> opened() {
        return opened;
    }

    /** Opens a recipe, as a step that can be undone. */
    void next(Recipe wanted, List<String> notices, Consumer<Report> then) {
        if (opened.isPresent() && !wanted.equals(recipe)) {
            undo.edits().edited(undo.keep());
        }
        open(wanted, notices, then);
    }

    /** Opens a recipe, with the notices that came of reading it. */
    void open(Recipe wanted, List<String> notices, Consumer<Report> then) {
        boolean goesOn = opened.isPresent() && !worker.stopped() && recipe.differsOnlyLive(wanted);
        if (!recipe.sameData(wanted)) {
            worker.inputs().chooseNothing();
        }
        recipe = wanted;
        worker.stop(!goesOn && worker.isCulprit(wanted));
        lab.each(listener -> listener.changed(wanted));
        int mine = ++opening;
        worker.open(report -> {
            if (mine == opening && report instanceof Report.Opened answer) {
                notices.forEach(notice -> lab.tell(notice, true));
                accept(answer, notices);
            } else if (mine == opening && report instanceof Report.Cancelled cancelled) {
                goBack(cancelled.sentence());
            }
            then.accept(report);
        });
    }

    /** Has another worker open the present experiment. */
    void reopen() {
        int mine = opening;
        List<String> said = opened.map(Report.Opened::notices).orElse(List.of());
        worker.open(report -> {
            if (mine == opening && report instanceof Report.Opened answer) {
                accept(answer, said);
            }
        });
    }

    /** Asks the worker to make an experiment of files or arrays; its answer becomes the recipe. */
    void bring(Request request, Consumer<Report> then) {
        Edits.Step before = undo.keep();
        int mine = opening; // it may be refused, and then an experiment that is being opened is the present one
        worker.ask(request, report -> {
            if (report instanceof Report.Opened answer) {
                lab.each(Lab.Listener::brought);
                worker.inputs().keep(request);
                if (mine == opening) {
                    worker.inputs().chooseNothing();
                    undo.edits().edited(before);
                    undo.noEdit();
                    undo.edit(before.recipe());
                    Address.push(answer.recipe());
                    recipe = RecipeText.read(answer.recipe()).recipe();
                    worker.stop(false);
                    lab.each(listener -> listener.changed(recipe));
                    accept(answer, List.of());
                }
            } else if (report instanceof Report.Refused refused) {
                lab.tell(refused.sentence(), true);
            }
            lab.loaded();
            then.accept(report);
        });
    }

    /** @param said notices that the student has been told already */
    private void accept(Report.Opened answer, List<String> said) {
        opened = Optional.of(answer);
        lab.accept(answer, said);
        List<Consumer<DataFacts>> all = List.copyOf(expecting);
        expecting.clear();
        all.forEach(each -> each.accept(answer.data()));
    }

    /** The experiment that was open before, after another one was given up; a page without one shows what it gave up. */
    private void goBack(String sentence) {
        if (opened.isEmpty()) {
            worker.stop(true);
            worker.open(report -> {
                if (report instanceof Report.Opened answer) {
                    accept(answer, List.of());
                }
            });
            return;
        }
        undo.explainNothing();
        expecting.clear();
        String before = opened.get().recipe();
        Address.replace(before);
        recipe = RecipeText.read(before).recipe();
        lab.each(listener -> listener.changed(recipe));
        lab.loaded();
        lab.tell(sentence, false);
    }

    /** Goes on with the data of the present recipe once they are known: at once, if no others are being opened. */
    void withData(Consumer<DataFacts> then) {
        Optional<Report.Opened> known =
                opened.filter(now -> RecipeText.read(now.recipe()).recipe().sameData(recipe));
        known.map(Report.Opened::data).ifPresentOrElse(then, () -> expecting.add(then));
    }

    /** Says how files can be stopped that the page is reading. */
    void reads(Runnable stop) {
        stopReading = stop;
    }

    /** Stops the page from reading files, if it does. */
    void stopReading() {
        Runnable stop = stopReading;
        stopReading = () -> {};
        stop.run();
    }
}
