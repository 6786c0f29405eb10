package dev.steep.ui.state;

import dev.steep.browser.Address;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.protocol.look.Moment;
import dev.steep.recipe.Difference;
import dev.steep.recipe.Reading;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.RecipeText;
import dev.steep.recipe.SampleEdits;
import dev.steep.ui.runs.KeptRuns;
import elemental2.core.JsDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

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

    private final WorkerLine worker = new WorkerLine(new FromWorker());
    private final List<Listener> listeners = new ArrayList<>();
    private final Edits edits = new Edits();
    private final RunLog run = new RunLog();
    private final Frames frames = new Frames(this::training);
    private final RunKeeper keeper = new RunKeeper(this);
    private Recipe recipe;
    private Optional<Report.Opened> opened = Optional.empty();
    private Optional<Report.Progress> progress = Optional.empty();
    private Report.Kept kept = Report.Kept.NOTHING;
    private Optional<Integer> selected = Optional.empty();

    /** What was edited at the controls of the page and is being opened: the recipe before. */
    private Optional<Recipe> edited = Optional.empty();

    /** What another column to predict has changed, until it is said. */
    private Optional<String> retargeted = Optional.empty();

    private int opening;
    private Runnable stopReading = () -> {};
    private final TestNotes tests = new TestNotes();

    /** Who waits for the data that are being opened. */
    private final List<Consumer<DataFacts>> expecting = new ArrayList<>();

    /** A lab with the recipe of the address. */
    public Lab() {
        Reading reading = RecipeText.read(Address.fragment());
        recipe = reading.recipe();
        listen(keeper);
    }

    /** Adds a listener. It is told what is already known. */
    public void listen(Listener listener) {
        listeners.add(listener);
        opened.ifPresent(listener::opened);
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
        return recipe;
    }

    /** What the worker said of the present experiment, once it has. */
    public Optional<Report.Opened> facts() {
        return opened;
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
        listeners.forEach(listener -> listener.selected(layer));
    }

    /** What is known of the data that are open. */
    public DataFacts data() {
        return opened.map(Report.Opened::data).orElse(DataFacts.NONE);
    }

    /** Goes on with what is known of the data of the present recipe, once it is: at once, if no others are being opened. */
    public void withData(Consumer<DataFacts> then) {
        if (opened.filter(now -> RecipeText.read(now.recipe()).recipe().sameData(recipe))
                .isPresent()) {
            then.accept(data());
        } else {
            expecting.add(then);
        }
    }

    /** Shows another view of the results; those that do not suit the data cannot be shown. */
    public void view(String id) {
        listeners.forEach(listener -> listener.viewed(id));
    }

    /** Shows two columns of the data against each other. */
    public void pair(int up, int across) {
        listeners.forEach(listener -> listener.paired(up, across));
    }

    /** Makes this the experiment, as a step of its own in the history. */
    public void change(Recipe changed) {
        if (!changed.equals(recipe)) {
            if (!changed.data().equals(recipe.data())) {
                turn();
            }
            Recipe whole = fitted(retargeted(changed));
            Address.push(whole.toString());
            edit(whole);
        }
    }

    /** Removes or relabels samples by hand. @param what says which, for the notice with which it is undone */
    public void editSamples(SampleEdits edits, String what) {
        Recipe changed = edits.in(recipe);
        if (!changed.equals(recipe)) {
            retargeted = Optional.of(what);
            change(changed);
        }
    }

    /** Without edits of samples that are not those of a recipe; that is said. */
    public Recipe fitted(Recipe changed) {
        Recipe fitted = SampleEdits.fitted(recipe, changed);
        if (!fitted.equals(changed)) {
            tell(
                    "These are other samples, so the edits by hand ("
                            + SampleEdits.of(recipe).words() + ") do not go with them. Undo brings both back.",
                    false);
        }
        return fitted;
    }

    /**
     * Makes this the experiment, which predicts other classes or numbers than before: last layer, loss and metrics follow.
     *
     * @param classes how many there are; 0 for numbers
     * @param numbers how many are predicted together, if it is numbers
     */
    public void change(Recipe changed, int classes, int numbers) {
        if (opened.isEmpty() || changed.equals(recipe)) {
            return;
        }
        Retargeting retargeting = Retargeting.to(data(), changed, classes, numbers);
        turn();
        retargeted = retargeting.said().or(() -> retargeted);
        Address.push(retargeting.recipe().toString());
        edit(retargeting.recipe());
    }

    /**
     * A recipe that predicts another column of the table that is open, with the last layer, loss and metrics for that; any other as it
     * is. What was changed is said when it is open.
     */
    public Recipe retargeted(Recipe changed) {
        if (opened.isEmpty()) {
            return changed;
        }
        Retargeting retargeting = Retargeting.column(recipe, data(), changed);
        retargeted = retargeting.said().or(() -> retargeted);
        return retargeting.recipe();
    }

    private void edit(Recipe changed) {
        edited = Optional.of(edited.orElse(recipe));
        next(changed, List.of(), report -> {});
    }

    /** Opens a recipe of before, as it was, as an edit that can be undone. */
    public void reopen(Recipe before) {
        if (!before.data().equals(recipe.data())) {
            turn();
        }
        Address.push(before.toString());
        edit(before);
    }

    /** The same without a history entry of its own: for each movement of a slider. */
    public void adjust(Recipe wanted) {
        Recipe changed = fitted(wanted);
        if (!changed.equals(recipe)) {
            Address.replace(changed.toString());
            if (recipe.differsOnlyLive(changed)) {
                edits.moved(new Edits.Step(recipe, 0), JsDate.now());
                open(changed, List.of(), report -> {});
            } else {
                edit(changed);
            }
        }
    }

    /** Back to the first weights; what was trained can be brought back by {@link #undo}. */
    public void reset(Consumer<Report> then) {
        boolean trained = trained();
        if (trained) {
            Edits.Step step = new Edits.Step(recipe, edits.newKey(), true);
            ask(new Request.Keep(step.key(), recipe.toString()));
            edits.edited(step);
        }
        ask(new Request.Reset(), report -> {
            if (trained && report instanceof Report.Done) {
                listeners.forEach(listener -> listener.lost("Back to the first weights."));
            }
            then.accept(report);
        });
    }

    /** Whether there is a run that an edit might cost. */
    private boolean trained() {
        return progress.filter(now -> now.step() > 0).isPresent();
    }

    public Edits edits() {
        return edits;
    }

    /** Back to the recipe of before the last edit, with the weights that it had. */
    public void undo(Consumer<Report> then) {
        travel(edits::undo, "There is nothing to undo.", then);
    }

    /** Takes the last {@link #undo} back. */
    public void redo(Consumer<Report> then) {
        travel(edits::redo, "There is nothing to redo.", then);
    }

    private void travel(Function<Edits.Step, Optional<Edits.Step>> go, String nothing, Consumer<Report> then) {
        Edits.Step present = new Edits.Step(recipe, edits.newKey());
        Optional<Edits.Step> step = go.apply(present);
        if (step.isEmpty()) {
            then.accept(new Report.Refused(nothing));
            return;
        }
        Recipe wanted = step.get().recipe();
        edited = Optional.empty();
        Address.replace(wanted.toString());
        if (recipe.differsOnlyLive(wanted) && !step.get().reset()) {
            open(wanted, List.of(), then);
            return;
        }
        ask(new Request.Keep(present.key(), recipe.toString()));
        worker.returns(new Request.Reopen(wanted.toString(), step.get().key()));
        open(wanted, List.of(), then);
    }

    /** Asks the worker to make an experiment of files or arrays; its answer becomes the recipe. */
    public void bring(Request request, Consumer<Report> then) {
        Edits.Step before = keep();
        int mine = opening; // it may be refused, and then an experiment that is being opened is the present one
        ask(request, report -> {
            if (report instanceof Report.Opened answer) {
                listeners.forEach(Listener::brought);
                worker.inputs().keep(request);
                if (mine == opening) {
                    worker.inputs().chooseNothing();
                    edits.edited(before);
                    edited = Optional.of(before.recipe());
                    Address.push(answer.recipe());
                    recipe = RecipeText.read(answer.recipe()).recipe();
                    worker.stop(false);
                    listeners.forEach(listener -> listener.changed(recipe));
                    accept(answer, List.of());
                }
            } else if (report instanceof Report.Refused refused) {
                tell(refused.sentence(), true);
            }
            loaded();
            then.accept(report);
        });
    }

    /** Says how files can be stopped that the page is reading. */
    public void reads(Runnable stop) {
        stopReading = stop;
    }

    /** Data are on their way. */
    public void loading(String sentence, double share) {
        listeners.forEach(listener -> listener.loading(sentence, share));
    }

    /** Nobody waits for data any more. */
    public void loaded() {
        listeners.forEach(Listener::loaded);
    }

    /** Gives up the data that are on their way, if there are any: the experiment is the one that was open before. */
    public void cancel() {
        stopReading();
        ask(new Request.Cancel());
    }

    /** Stops the page from reading files, if it does. */
    public void stopReading() {
        Runnable stop = stopReading;
        stopReading = () -> {};
        stop.run();
    }

    /** The experiment that was open before, after another one was given up; a page without one shows what it gave up. */
    private void restore(String sentence) {
        if (opened.isEmpty()) {
            worker.stop(true);
            worker.open(report -> {
                if (report instanceof Report.Opened answer) {
                    accept(answer, List.of());
                }
            });
            return;
        }
        retargeted = Optional.empty();
        expecting.clear();
        String before = opened.get().recipe();
        Address.replace(before);
        recipe = RecipeText.read(before).recipe();
        listeners.forEach(listener -> listener.changed(recipe));
        loaded();
        tell(sentence, false);
    }

    /** Opens the test part, which counts. */
    public void openTest(Consumer<Report> then) {
        int test = opened.map(each -> each.data().test()).orElse(0);
        ask(new Inquiry.OpenTest(tests.opened(test)), report -> {
            if (report instanceof Report.TestScores scores) {
                tests.opened(test, scores.opened());
            }
            then.accept(report);
        });
    }

    /** How often the test part of the present data was opened, by this page and before it was loaded. */
    public int testOpened() {
        return opened.map(each -> Math.max(
                        each.data().testOpened(), tests.opened(each.data().test())))
                .orElse(0);
    }

    /** Opens a recipe, with the notices that came of reading it. One that a worker died of opens {@link #stopped}. */
    public void show(Recipe wanted, List<String> notices, Consumer<Report> then) {
        edited = Optional.empty();
        next(wanted, notices, then);
    }

    private void next(Recipe wanted, List<String> notices, Consumer<Report> then) {
        if (opened.isPresent() && !wanted.equals(recipe)) {
            edits.edited(keep());
        }
        open(wanted, notices, then);
    }

    /** The present recipe, whose run the worker keeps. */
    private Edits.Step keep() {
        Edits.Step step = new Edits.Step(recipe, edits.newKey());
        ask(new Request.Keep(step.key(), recipe.toString()));
        return step;
    }

    private void open(Recipe wanted, List<String> notices, Consumer<Report> then) {
        boolean goesOn = opened.isPresent() && !worker.stopped() && recipe.differsOnlyLive(wanted);
        if (!recipe.sameData(wanted)) {
            worker.inputs().chooseNothing();
        }
        recipe = wanted;
        worker.stop(!goesOn && worker.isCulprit(wanted));
        listeners.forEach(listener -> listener.changed(wanted));
        int mine = ++opening;
        worker.open(report -> {
            if (mine == opening && report instanceof Report.Opened answer) {
                notices.forEach(notice -> tell(notice, true));
                accept(answer, notices);
            } else if (mine == opening && report instanceof Report.Cancelled cancelled) {
                restore(cancelled.sentence());
            }
            then.accept(report);
        });
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
        forgive(recipe);
        show(recipe, List.of());
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
        listeners.forEach(listener -> listener.told(sentence, trouble));
    }

    /** Call it before other data is opened, and before anything is said of it. */
    public void turn() {
        listeners.forEach(Listener::turned);
    }

    /** Makes a sample the chosen one. What says which one it is follows the worker, as the pictures do. */
    public void choose(int row) {
        Request.Choose choice = new Request.Choose(row);
        worker.inputs().choose(choice);
        ask(choice, report -> {
            if (report instanceof Report.Refused refused) {
                tell(refused.sentence(), true);
            } else {
                listeners.forEach(listener -> listener.chosen(row));
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
                listeners.forEach(listener -> listener.chosen(Moment.DRAWN));
            }
            then.run();
        });
    }

    /** @param said notices that the student has been told already */
    private void accept(Report.Opened answer, List<String> said) {
        opened = Optional.of(answer);
        run.opened(RecipeText.read(answer.recipe()).recipe());
        Optional<String> lost = lost(answer);
        if (selected.isPresent() && selected.get() >= answer.layers().size()) {
            select(Optional.empty());
        }
        listeners.forEach(listener -> listener.opened(answer));
        answer.notices().stream().filter(notice -> !said.contains(notice)).forEach(notice -> tell(notice, false));
        lost.ifPresent(sentence -> listeners.forEach(listener -> listener.lost(sentence)));
        List<Consumer<DataFacts>> all = List.copyOf(expecting);
        expecting.clear();
        all.forEach(each -> each.accept(answer.data()));
    }

    /** What an edit at the controls has cost: a layer, or a run. */
    private Optional<String> lost(Report.Opened answer) {
        Optional<Recipe> before = edited;
        Optional<String> other = retargeted;
        edited = Optional.empty();
        retargeted = Optional.empty();
        boolean anew = answer.anew() && trained();
        if (other.isPresent()) {
            return other.map(what -> what + (anew ? ". Training starts anew." : "."));
        }
        return before.filter(
                        old -> anew || old.layers().size() > recipe.layers().size())
                .flatMap(old -> Difference.between(old, recipe))
                .map(each -> each.said() + (anew ? ". Training starts anew." : "."));
    }

    /** The address changed under the page: back, forward, or a link pasted into it. */
    private void follow() {
        Reading reading = RecipeText.read(Address.fragment());
        if (opened.isEmpty() || !reading.recipe().equals(recipe)) {
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
        listeners.forEach(listener -> listener.progressed(now));
    }

    /** What comes from the worker, and becomes of it. */
    private final class FromWorker implements WorkerLine.Owner {
        @Override
        public Recipe recipe() {
            return recipe;
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
            int mine = opening;
            List<String> said = opened.map(Report.Opened::notices).orElse(List.of());
            worker.open(report -> {
                if (mine == opening && report instanceof Report.Opened answer) {
                    accept(answer, said);
                }
            });
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
            listeners.forEach(listener -> listener.died(sentence));
        }

        @Override
        public void tell(String sentence, boolean trouble) {
            Lab.this.tell(sentence, trouble);
        }
    }

    private void keeps(Report.Kept now) {
        kept = now;
        listeners.forEach(listener -> listener.kept(now));
    }
}
