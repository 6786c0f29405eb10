package dev.steep.ui.state;

import dev.steep.browser.Address;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.protocol.look.Moment;
import dev.steep.recipe.Reading;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.RecipeText;
import dev.steep.recipe.SampleEdits;
import dev.steep.ui.recovery.StoppedRecipes;
import dev.steep.ui.recovery.Supervisor;
import dev.steep.ui.runs.KeptRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The experiment as the page knows it. The recipe is the single truth: a control changes it through {@link #change},
 * the address and the worker follow, and what the worker answers is told to every listener.
 */
public final class Lab {
    /** Takes part in what happens to the experiment. */
    public interface Listener {
        /** The recipe changed on this page; the worker has not answered yet. */
        default void changed(Recipe recipe) {}

        /** The worker has opened an experiment. */
        default void opened(Report.Opened opened) {}

        /** Training went on, began or stopped. */
        default void progressed(Report.Progress progress) {}

        /** Another layer was selected, or none. */
        default void selected(Optional<Integer> layer) {}

        /** The worker has made another sample the chosen one. */
        default void chosen(int row) {}

        /** Other epochs of the run can be looked at, or another one is. */
        default void kept(Report.Kept kept) {}

        /** Something that can be undone was lost by an edit; the sentence says what was done. */
        default void lost(String sentence) {}

        /** A sentence for the student. */
        default void told(String sentence, boolean trouble) {}

        /** A script or a link asks for another view of the results, by its id. */
        default void viewed(String view) {}

        /** Two columns of the data are to be seen against each other. */
        default void paired(int up, int across) {}

        /** The student turns to other data: what was said of what was there before is past. */
        default void turned() {}

        /** Files or arrays were opened; whose, the lab does not know. The recipe that they make follows, if it is still wanted. */
        default void brought() {}

        /** Data are on their way: how far they are, in words and as a share from 0 to 1. */
        default void loading(String sentence, double share) {}

        /** They are there, or nobody waits for them any more. */
        default void loaded() {}

        /** There is no worker any more, and nothing but loading the page again helps. */
        default void died(String sentence) {
            told(sentence, true);
        }
    }

    private final WorkerLine worker = new WorkerLine(new FromWorker(), Supervisor::new, StoppedRecipes.ofSession());
    private final List<Listener> listeners = new ArrayList<>();
    private final UndoHistory undo = new UndoHistory(new Edited());
    private final Opening opening =
            new Opening(this, worker, undo, RecipeText.read(Address.fragment()).recipe());
    private final RecipeEdits recipeEdits = new RecipeEdits(this, opening, undo);
    private final RunLog run = new RunLog();
    private final Frames frames = Frames.ofBrowser(this::training);
    private final RunKeeper keeper = new RunKeeper(this);
    private Optional<Report.Progress> progress = Optional.empty();
    private Report.Kept kept = Report.Kept.NOTHING;
    private Optional<Integer> selected = Optional.empty();

    private final TestNotes tests = new TestNotes();

    /** A lab with the recipe of the address. */
    public Lab() {
        listen(keeper);
    }

    /** Adds a listener. It is told what is already known. */
    public void listen(Listener listener) {
        listeners.add(listener);
        facts().ifPresent(listener::opened);
        progress.ifPresent(listener::progressed);
        listener.kept(kept);
    }

    /** Opens the experiment of the address; call it once, when all listeners listen. */
    public void start() {
        Address.onChange(this::follow);
        begin();
        follow();
    }

    /** Listens to the worker without opening anything, for a page that has no experiment. */
    public void begin() {
        worker.begin();
    }

    public Recipe recipe() {
        return opening.recipe();
    }

    /** What the worker said of the present experiment, once it has. */
    public Optional<Report.Opened> facts() {
        return opening.opened();
    }

    public Optional<Report.Progress> progress() {
        return progress;
    }

    /** How many epochs the network has finished that every view shows now. */
    public int shownEpoch() {
        return kept.past() ? kept.shown() : progress.map(Report.Progress::epoch).orElse(0);
    }

    /** What was reported of the present run. */
    public RunLog run() {
        return run;
    }

    /** In which to draw what training changes. */
    public Frames frames() {
        return frames;
    }

    /** The id of the present run among those that are kept, once it is known. */
    public Optional<String> keptRun() {
        return keeper.present();
    }

    /** Gets the student's own data for another worker, if these recipes use them. */
    public void ownData(Recipe wanted, Consumer<Optional<Request>> then) {
        if (wanted.usesFiles()) {
            worker.inputs().copy(then);
        } else {
            then.accept(Optional.empty());
        }
    }

    /** Keeps the present run as it stands, if anything of it is new. */
    public void keepRun(Runnable then) {
        keeper.keep(then);
    }

    /** The runs that are kept, of this visit and of earlier ones. */
    public KeptRuns runs() {
        return keeper.runs();
    }

    public boolean training() {
        return progress.map(now -> now.state() == Report.Progress.State.TRAINING)
                .orElse(false);
    }

    /** The layer whose settings are shown, by its place; none for those of training. */
    public Optional<Integer> selection() {
        return selected;
    }

    public void select(Optional<Integer> layer) {
        selected = layer;
        each(listener -> listener.selected(layer));
    }

    /** What is known of the data that are open. */
    public DataFacts data() {
        return facts().map(Report.Opened::data).orElse(DataFacts.NONE);
    }

    /** Goes on with what is known of the data of the present recipe, once it is: at once, if no others are being opened. */
    public void withData(Consumer<DataFacts> then) {
        opening.withData(then);
    }

    /** Shows another view of the results; those that do not suit the data cannot be shown. */
    public void view(String id) {
        each(listener -> listener.viewed(id));
    }

    /** Shows two columns of the data against each other. */
    public void pair(int up, int across) {
        each(listener -> listener.paired(up, across));
    }

    /** Makes this the experiment, as a step of its own in the history. */
    public void change(Recipe changed) {
        recipeEdits.change(changed);
    }

    /** Removes or relabels samples by hand. @param what says which, for the notice with which it is undone */
    public void editSamples(SampleEdits edits, String what) {
        recipeEdits.change(edits, what);
    }

    /** Without edits of samples that are not those of a recipe; that is said. */
    public Recipe fitted(Recipe changed) {
        return recipeEdits.fitted(changed);
    }

    /**
     * Makes this the experiment, which predicts other classes or numbers than before: last layer, loss and metrics follow.
     *
     * @param classes how many there are; 0 for numbers
     * @param numbers how many are predicted together, if it is numbers
     */
    public void change(Recipe changed, int classes, int numbers) {
        recipeEdits.change(changed, classes, numbers);
    }

    /**
     * A recipe that predicts another column of the table that is open, with the last layer, loss and metrics for that; any other as it
     * is. What was changed is said when it is open.
     */
    public Recipe retargeted(Recipe changed) {
        return recipeEdits.retargeted(changed);
    }

    /** Opens a recipe of before, as it was, as an edit that can be undone. */
    public void reopen(Recipe before) {
        recipeEdits.reopen(before);
    }

    /** The same without a history entry of its own: for each movement of a slider. */
    public void adjust(Recipe wanted) {
        recipeEdits.adjust(wanted);
    }

    /** Back to the first weights; what was trained can be brought back by {@link #undo}. */
    public void reset(Consumer<Report> then) {
        undo.reset(then);
    }

    /** What can be undone and redone. */
    public Edits edits() {
        return undo.edits();
    }

    /** Back to the recipe of before the last edit, with the weights that it had. */
    public void undo(Consumer<Report> then) {
        undo.undo(then);
    }

    /** Takes the last {@link #undo} back. */
    public void redo(Consumer<Report> then) {
        undo.redo(then);
    }

    /** Asks the worker to make an experiment of files or arrays; its answer becomes the recipe. */
    public void bring(Request request, Consumer<Report> then) {
        opening.bring(request, then);
    }

    /** Says how files can be stopped that the page is reading. */
    public void reads(Runnable stop) {
        opening.reads(stop);
    }

    /** Data are on their way. */
    public void loading(String sentence, double share) {
        each(listener -> listener.loading(sentence, share));
    }

    /** Nobody waits for data any more. */
    public void loaded() {
        each(Listener::loaded);
    }

    /** Gives up the data that are on their way, if there are any: the experiment is the one that was open before. */
    public void cancel() {
        stopReading();
        ask(new Request.Cancel());
    }

    /** Stops the page from reading files, if it does. */
    public void stopReading() {
        opening.stopReading();
    }

    /** Opens the test part, which counts. */
    public void openTest(Consumer<Report> then) {
        int test = facts().map(each -> each.data().test()).orElse(0);
        ask(new Inquiry.OpenTest(tests.opened(test)), report -> {
            if (report instanceof Report.TestScores scores) {
                tests.opened(test, scores.opened());
            }
            then.accept(report);
        });
    }

    /** How often the test part of the present data was opened, by this page and before it was loaded. */
    public int testOpened() {
        return facts().map(each -> Math.max(
                        each.data().testOpened(), tests.opened(each.data().test())))
                .orElse(0);
    }

    /** Opens a recipe, with the notices that came of reading it. One that a worker died of opens {@link #stopped}. */
    public void show(Recipe wanted, List<String> notices, Consumer<Report> then) {
        undo.noEdit();
        opening.next(wanted, notices, then);
    }

    private void show(Recipe wanted, List<String> notices) {
        show(wanted, notices, report -> {});
    }

    /** Whether the present experiment is shown, but nothing is made of it, because a worker died of it. */
    public boolean stopped() {
        return worker.stopped();
    }

    /** From now on this recipe opens as any other, though a worker died of it. */
    public void forgive(Recipe culprit) {
        worker.forgive(culprit);
    }

    /** Opens a stopped experiment all the same. */
    public void openAnyway() {
        forgive(recipe());
        show(recipe(), List.of());
    }

    /** Sends a request; the answer goes to {@code then}. */
    public void ask(Request request, Consumer<Report> then) {
        worker.ask(request, then);
    }

    /** Sends a request whose answer matters only if it is a refusal, which the student is told. */
    public void ask(Request request) {
        ask(request, report -> {
            if (report instanceof Report.Refused refused) {
                tell(refused.sentence(), true);
            }
        });
    }

    /** Says a sentence to the student. */
    public void tell(String sentence, boolean trouble) {
        each(listener -> listener.told(sentence, trouble));
    }

    /** Call it before other data is opened, and before anything is said of it. */
    public void turn() {
        each(Listener::turned);
    }

    /** Makes a sample the chosen one. What says which one it is follows the worker, as the pictures do. */
    public void choose(int row) {
        Request.Choose choice = new Request.Choose(row);
        worker.inputs().choose(choice);
        ask(choice, report -> {
            if (report instanceof Report.Refused refused) {
                tell(refused.sentence(), true);
            } else {
                each(listener -> listener.chosen(row));
            }
        });
    }

    /** Makes a sample of one's own, raw numbers, the chosen one; calls back when the worker has it, or has refused it. */
    public void draw(float[] raw, Runnable then) {
        ask(new Request.Draw(raw), report -> {
            if (report instanceof Report.Refused refused) {
                tell(refused.sentence(), true);
            } else {
                worker.inputs().choose(new Request.Draw(raw.clone()));
                each(listener -> listener.chosen(Moment.DRAWN));
            }
            then.run();
        });
    }

    /** Another experiment is open. @param said notices that the student has been told already */
    void accept(Report.Opened answer, List<String> said) {
        run.opened(RecipeText.read(answer.recipe()).recipe());
        Optional<String> lost = undo.cost(answer.anew());
        if (selected.isPresent() && selected.get() >= answer.layers().size()) {
            select(Optional.empty());
        }
        each(listener -> listener.opened(answer));
        answer.notices().stream().filter(notice -> !said.contains(notice)).forEach(notice -> tell(notice, false));
        lost.ifPresent(sentence -> each(listener -> listener.lost(sentence)));
    }

    /** Tells every listener. */
    void each(Consumer<Listener> word) {
        listeners.forEach(word);
    }

    /** The address changed under the page: back, forward, or a link pasted into it. */
    private void follow() {
        Reading reading = RecipeText.read(Address.fragment());
        if (facts().isEmpty() || !reading.recipe().equals(recipe())) {
            turn();
            show(reading.recipe(), reading.notices());
        } else { // what was not understood leaves no trace in the recipe, but is to be said
            reading.notices().forEach(notice -> tell(notice, true));
        }
    }

    private void progressed(Report.Progress now) {
        progress = Optional.of(now);
        if (run.endsWith(now)) {
            keeper.ends();
        }
        run.add(now);
        each(listener -> listener.progressed(now));
    }

    /** What comes from the worker, and becomes of it. */
    private final class FromWorker implements WorkerLine.Owner {
        @Override
        public Recipe recipe() {
            return opening.recipe();
        }

        @Override
        public Optional<Report.Progress> progress() {
            return progress;
        }

        @Override
        public void heard(Report report) {
            if (report instanceof Report.Progress now) {
                progressed(now);
            } else if (report instanceof Report.Loading now) {
                loading(now.sentence(), now.share());
            } else if (report instanceof Report.Kept now) {
                keeps(now);
            } else if (report instanceof Report.Trouble trouble) {
                tell(trouble.sentence(), true);
            }
        }

        @Override
        public void replaced(String sentence) {
            progressed(WorkerLine.NOTHING);
            keeps(Report.Kept.NOTHING);
            tell(sentence, true);
        }

        @Override
        public void reopen() {
            opening.reopen();
        }

        @Override
        public void choose(Request choice) {
            if (choice instanceof Request.Draw drawn) {
                draw(drawn.sample(), () -> {});
            } else if (choice instanceof Request.Choose row) {
                Lab.this.choose(row.row());
            }
        }

        @Override
        public void gone(String sentence) {
            progressed(WorkerLine.NOTHING);
            each(listener -> listener.died(sentence));
        }

        @Override
        public void tell(String sentence, boolean trouble) {
            Lab.this.tell(sentence, trouble);
        }
    }

    /** What undo and redo need of it. */
    private final class Edited implements UndoHistory.Owner {
        @Override
        public Recipe recipe() {
            return opening.recipe();
        }

        @Override
        public boolean trained() {
            return progress.filter(now -> now.step() > 0).isPresent();
        }

        @Override
        public void ask(Request request) {
            Lab.this.ask(request);
        }

        @Override
        public void ask(Request request, Consumer<Report> then) {
            Lab.this.ask(request, then);
        }

        @Override
        public void goTo(Recipe before, Optional<Request> run, Consumer<Report> then) {
            Address.replace(before.toString());
            run.ifPresent(worker::returns);
            opening.open(before, List.of(), then);
        }

        @Override
        public void lost(String sentence) {
            each(listener -> listener.lost(sentence));
        }
    }

    private void keeps(Report.Kept now) {
        kept = now;
        each(listener -> listener.kept(now));
    }
}
