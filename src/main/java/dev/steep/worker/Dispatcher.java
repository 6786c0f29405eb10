package dev.steep.worker;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Numbers;
import dev.steep.data.DataJob;
import dev.steep.data.Target;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.GivenFile;
import dev.steep.data.format.DataFiles;
import dev.steep.data.image.ImageDecoder;
import dev.steep.engine.Trainer;
import dev.steep.network.Model;
import dev.steep.network.Plan;
import dev.steep.network.layer.core.Flatten;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Messages;
import dev.steep.protocol.ProblemFacts;
import dev.steep.protocol.Report;
import dev.steep.protocol.Report.Progress.State;
import dev.steep.protocol.Request;
import dev.steep.protocol.packet.Packet;
import dev.steep.recipe.Pace;
import dev.steep.recipe.Presets;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.RecipeText;
import dev.steep.recipe.Settings;
import dev.steep.tape.Value;
import dev.steep.worker.answer.Answers;
import dev.steep.worker.experiment.Backends;
import dev.steep.worker.experiment.CarryOver;
import dev.steep.worker.experiment.DatasetStore;
import dev.steep.worker.experiment.EarlierRuns;
import dev.steep.worker.experiment.Experiment;
import dev.steep.worker.experiment.Journal;
import dev.steep.worker.experiment.LabState;
import dev.steep.worker.experiment.OwnArrays;
import dev.steep.worker.experiment.Pacer;
import dev.steep.worker.experiment.Past;
import dev.steep.worker.experiment.PreparedData;
import dev.steep.worker.experiment.Run;
import dev.steep.worker.experiment.RunPacket;
import dev.steep.worker.experiment.Sample;
import dev.steep.worker.experiment.TensorReader;
import dev.steep.worker.report.Backups;
import dev.steep.worker.report.ProgressReports;
import dev.steep.worker.report.ReportSink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The worker's whole mind: one experiment, and what is being done with it. {@link #receive} takes requests, {@link #turn}
 * does a slice of whatever there is to do; both return soon, so that a request never waits long. Nothing that the page
 * sends makes it throw.
 */
public final class Dispatcher implements Request.Handler<Optional<Report>> {
    /** How long a slice lasts, in milliseconds: ten answers of the worker fit into what a person notices. */
    private static final double SLICE = 10;

    /** How often the page is told during training which epochs are kept, in milliseconds. */
    private static final double BETWEEN_KEPT = 250;

    private static final Optional<Report> LATER = Optional.empty();
    private static final Optional<Report> DONE = Optional.of(new Report.Done());

    private final Backends machinery;
    private final ReportSink post;
    private final DoubleSupplier clock;
    private final DatasetStore datasets = new DatasetStore();
    private final ProgressReports reports;
    private final Backups backups;
    private final LabState present = new LabState();
    private final Answers answers;
    private final Arrival arrival;
    private final Pacer pacer = new Pacer();
    private final Deque<Packet> held = new ArrayDeque<>();
    private final ImageDecoder decoder;
    private int asked;
    private double keptTold;

    /** A lab that cannot decode images. */
    public Dispatcher(Backends machinery, ReportSink post, DoubleSupplier clock) {
        this(machinery, ImageDecoder.NONE, post, clock);
    }

    /**
     * A lab without an experiment.
     *
     * @param decoder of images; when it has decoded one, {@link #turn} is to be called
     * @param clock gives milliseconds
     */
    public Dispatcher(Backends machinery, ImageDecoder decoder, ReportSink post, DoubleSupplier clock) {
        this.machinery = machinery;
        this.decoder = decoder;
        arrival = new Arrival(post, clock);
        this.post = post;
        this.clock = clock;
        reports = new ProgressReports(post);
        backups = new Backups(present, post, clock);
        answers = new Answers(present, machinery, post, clock);
    }

    /** Says that it takes requests. */
    public void start() {
        post.send(Messages.UNASKED, new Report.Ready(machinery.usual().name()));
    }

    /** Carries a request out, or begins to. */
    public void receive(Packet packet) {
        asked = packet.numbers().length > 0 ? (int) packet.numbers()[0] : Messages.UNASKED;
        try {
            Messages.Letter<Request> letter = Messages.request(packet);
            if (arrival.busy() && waits(letter.message())) {
                held.add(packet);
                return;
            }
            letter.message().on(this).ifPresent(report -> post.send(letter.id(), report));
            answers.pictures();
            backups.mayTell();
        } catch (RuntimeException | OutOfMemoryError unexpected) {
            post.send(asked, new Report.Refused(sentence(unexpected)));
        }
    }

    /** What is asked of an experiment whose data are on their way is answered when they are there, as if that took no time. */
    private static boolean waits(Request request) {
        return !(request instanceof Request.Open
                || request instanceof Request.OpenStopped
                || request instanceof Request.Reopen
                || request instanceof Request.Recover
                || request instanceof Request.Keep
                || request instanceof Request.Cancel
                || request instanceof Inquiry.Alive
                || request instanceof Inquiry.Watch);
    }

    /** Data go on; when they are there, or given up, what waited for them is read. */
    private void advance(double until) {
        if (arrival.advance(until)) {
            release();
        }
    }

    private void release() {
        while (!held.isEmpty() && !arrival.busy()) {
            receive(held.removeFirst());
        }
    }

    /** What was meant for an experiment that does not come; questions are answered of the one that is there. */
    private void refuseHeld(String sentence) {
        List<Packet> all = List.copyOf(held);
        held.clear();
        for (Packet packet : all) {
            Messages.Letter<Request> letter = Messages.request(packet);
            if (letter.message() instanceof Inquiry) {
                held.add(packet);
            } else {
                post.send(letter.id(), new Report.Refused(sentence));
            }
        }
    }

    /** Begins to make data, and goes on at once for a slice: little of it is there then. */
    private <T> Optional<Report> arrive(Object purpose, DataJob<T> job, Arrival.Then<T> then) {
        if (arrival.busy()) {
            refuseHeld("Another experiment was opened before this one.");
        }
        arrival.begin(asked, purpose, job, then);
        advance(clock.getAsDouble() + SLICE);
        return LATER;
    }

    @Override
    public Optional<Report> cancel(Request.Cancel request) {
        if (arrival.cancel("You stopped this; the experiment is the one that was open before.")) {
            refuseHeld("The data that this was meant for were not wanted any more.");
            release();
        }
        return DONE;
    }

    /** Does a slice of work; returns whether there is more to do at once. */
    public boolean turn() {
        try {
            if (answers.busy()) {
                answers.work(clock.getAsDouble() + SLICE);
            } else if (arrival.ready()) {
                advance(clock.getAsDouble() + SLICE);
            } else if (present.run().isPresent()) {
                train(present.run().get());
            }
            answers.pictures();
            backups.mayTell();
        } catch (RuntimeException | OutOfMemoryError unexpected) {
            String sentence = sentence(unexpected);
            answers.refuse(sentence);
            if (arrival.refuse(sentence)) {
                refuseHeld(sentence);
                release();
                return true;
            }
            post.send(Messages.UNASKED, new Report.Trouble(sentence));
            stop();
        }
        return answers.busy() || arrival.ready() || rest() == 0;
    }

    /** How long there is nothing to do for, in milliseconds, if nothing is asked meanwhile; infinitely, if nothing is being done. */
    public double rest() {
        return present.run()
                .map(run -> interval(run) == 0 ? 0 : pacer.rest(clock.getAsDouble()))
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** From one step to the next, in milliseconds; 0 for as fast as can be, as it is at the end of an epoch. */
    private double interval(Run run) {
        Experiment open = present.experiment().orElseThrow();
        Trainer trainer = open.trainer().orElseThrow();
        return run.paced() && !trainer.validating() ? open.pace().interval(trainer.stepsPerEpoch()) : 0;
    }

    private static String sentence(Throwable unexpected) {
        return "Something went wrong inside the lab (" + unexpected + "). It goes on without what was asked for.";
    }

    private void train(Run run) {
        Experiment open = present.experiment().orElseThrow();
        Trainer trainer = open.trainer().orElseThrow();
        double end = clock.getAsDouble() + SLICE;
        double now = clock.getAsDouble();
        int due = due(run, now);
        boolean went = due > 0;
        while (due > 0 && now < end && !run.over(trainer, open.epochs(), now)) {
            int epochs = trainer.history().size();
            int most = Math.min(due, present.histograms().until(trainer, run.left(trainer)));
            double interval = interval(run);
            pacer.did(trainer.advance(most, end - now), interval);
            followHistograms(trainer);
            if (trainer.history().size() > epochs) {
                present.past().ended(trainer);
            }
            now = clock.getAsDouble();
            due = due(run, now);
        }
        reports.paced(run.paced() && open.pace() != Pace.FULL && pacer.keepsUp(now));
        if (went) {
            present.trained();
        }
        if (run.over(trainer, open.epochs(), now)) {
            stop();
        } else {
            reports.mayReport(open, trainer, now);
            if (present.past().news() && now - keptTold >= BETWEEN_KEPT) {
                tellKept();
            }
        }
    }

    private int due(Run run, double now) {
        double interval = interval(run);
        return interval == 0 ? Integer.MAX_VALUE : pacer.due(now, interval);
    }

    private void followHistograms(Trainer trainer) {
        present.histograms().follow(trainer, present.tensors().orElseThrow());
    }

    private void tellKept() {
        keptTold = clock.getAsDouble();
        post.send(Messages.UNASKED, present.past().report(present.trainer()));
    }

    /** Training ends here, for whatever reason; whoever asked for it is told. */
    private void stop() {
        Optional<Run> run = present.run();
        present.run(Optional.empty());
        present.trainer().ifPresent(present.past()::stopped);
        tellKept();
        present.experiment().ifPresent(open -> open.trainer()
                .filter(trainer -> run.isPresent())
                .ifPresentOrElse(
                        trainer -> reports.stopped(open, trainer, state(), clock.getAsDouble()),
                        () -> reports.report(open, state(), clock.getAsDouble())));
        run.ifPresent(each -> post.send(each.id(), new Report.Done()));
    }

    private void stopIfTraining() {
        if (present.run().isPresent()) {
            stop();
        }
    }

    private State state() {
        Optional<Trainer> trainer = present.trainer();
        if (trainer.isEmpty()) {
            return State.BLOCKED;
        } else if (trainer.get().trouble().isPresent()) {
            return State.DIVERGED;
        } else if (present.run().isPresent()) {
            return State.TRAINING;
        }
        boolean done = trainer.get().fit().stopped()
                || trainer.get().history().size()
                        >= present.experiment().map(Experiment::epochs).orElse(0);
        return done ? State.FINISHED : State.PAUSED;
    }

    @Override
    public Optional<Report> open(Request.Open request) {
        var reading = RecipeText.read(request.recipe());
        Recipe recipe = reading.recipe();
        backToPresent();
        Optional<Experiment> retuned = present.experiment().flatMap(open -> open.retuned(recipe));
        if (retuned.isPresent()) {
            giveUp();
            String before = present.experiment().orElseThrow().recipe().toString();
            if (!recipe.toString().equals(before)) {
                present.past().changed(retuned.get().trainer().orElseThrow(), Journal.Change.KNOBS, recipe.toString());
            }
            if (!retuned.get().pace().equals(present.experiment().orElseThrow().pace())) {
                present.run(present.run().map(Run::atPace)); // whoever sets a pace means the training that is under way
            }
            present.open(retuned.get());
            post.send(asked, retuned.get().opened(reading.notices(), false, present));
            reports.report(retuned.get(), state(), clock.getAsDouble());
            return LATER;
        }
        List<String> notices = new ArrayList<>(reading.notices());
        return withData(new Opening(recipe, notices, material -> begin(recipe, material, notices)));
    }

    /** Opens a recipe as soon as its data are there. */
    private Optional<Report> withData(Opening opening) {
        Optional<PreparedData> known = present.experiment()
                .filter(open -> open.recipe().sameData(opening.recipe))
                .flatMap(Experiment::material);
        if (known.isPresent()) {
            giveUp();
            return opening.then.apply(known);
        }
        if (arrival.purpose(Opening.class).filter(opening::sameDataset).isPresent()) {
            arrival.readdress(asked, opening, FileResult.class, opening::take);
            return LATER;
        }
        return arrive(opening, datasets.job(opening.recipe), opening::take);
    }

    /** A recipe whose data are on their way, and what is done when they are there. */
    private final class Opening {
        private final Recipe recipe;
        private final List<String> notices;
        private final Function<Optional<PreparedData>, Optional<Report>> then;

        Opening(Recipe recipe, List<String> notices, Function<Optional<PreparedData>, Optional<Report>> then) {
            this.recipe = recipe;
            this.notices = notices;
            this.then = then;
        }

        boolean sameDataset(Opening other) {
            return DatasetStore.sameDataset(recipe, other.recipe);
        }

        void take(int id, FileResult made) {
            asked = id;
            Optional<PreparedData> material = DatasetStore.prepared(made, recipe, notices::add);
            Optional<ProblemFacts> problem = datasets.problem(made, recipe);
            if (problem.isPresent()) {
                begin(Experiment.without(recipe, problem.get()), notices);
            } else {
                then.apply(material).ifPresent(report -> post.send(id, report));
            }
        }
    }

    /** Nobody wants the data any more that are on their way. */
    private void giveUp() {
        String sentence = "Another experiment was opened before this one.";
        if (arrival.cancel(sentence)) {
            refuseHeld(sentence);
        }
    }

    @Override
    public Optional<Report> reopen(Request.Reopen request) {
        var reading = RecipeText.read(request.recipe());
        Recipe recipe = reading.recipe();
        List<String> notices = new ArrayList<>(reading.notices());
        backToPresent();
        return withData(new Opening(
                recipe,
                notices,
                material -> reopened(
                        recipe, material, notices, model -> present.past().kept(request.key()))));
    }

    @Override
    public Optional<Report> recover(Request.Recover request) {
        var reading = RecipeText.read(request.recipe());
        Recipe recipe = reading.recipe();
        List<String> notices = new ArrayList<>(reading.notices());
        return withData(new Opening(
                recipe,
                notices,
                material -> reopened(recipe, material, notices, model -> RunPacket.read(request.run(), model))));
    }

    /** Opens an experiment with the run that was kept of it. */
    private Optional<Report> reopened(
            Recipe recipe,
            Optional<PreparedData> material,
            List<String> notices,
            Function<Model, Optional<EarlierRuns.Kept>> kept) {
        stopIfTraining();
        answers.refuse("Another experiment was opened before this one was evaluated.");
        present.close();
        present.keepWaiting(Optional.empty());
        Experiment fresh = Experiment.of(recipe, material, machinery.usual(), clock);
        Optional<EarlierRuns.Kept> fitting = fresh.trainer().map(Trainer::model).flatMap(model -> kept.apply(model)
                .filter(run -> run.snapshot().suits(model)));
        if (fitting.isEmpty()) {
            if (fresh.trainer().isPresent()) {
                notices.add("The weights of that time are not kept any more, so training starts from the beginning.");
            }
            return begin(fresh, notices);
        }
        Trainer trainer = fresh.trainer().orElseThrow();
        reports.afresh();
        reports.report(fresh, State.PAUSED, clock.getAsDouble()); // of no step: what was drawn of the other run goes
        reports.afresh();
        trainer.restore(fitting.get().snapshot());
        present.past().begin(new Past.Recording(fitting.get().journal(), fresh.trainer()));
        return opened(fresh, notices, trainer.step() == 0);
    }

    @Override
    public Optional<Report> keep(Request.Keep request) {
        backToPresent();
        present.experiment()
                .filter(open -> open.recipe().toString().equals(request.recipe()))
                .flatMap(Experiment::trainer)
                .ifPresent(trainer -> present.past().keep(trainer, request.key()));
        return DONE;
    }

    @Override
    public Optional<Report> at(Request.At request) {
        if (request.epoch() == Request.At.PRESENT) {
            backToPresent();
            return DONE;
        }
        return past(trainer -> present.past().show(trainer, request.epoch()));
    }

    @Override
    public Optional<Report> branch(Request.Branch request) {
        String recipe =
                present.experiment().map(open -> open.recipe().toString()).orElse("");
        Optional<Report> done = past(trainer -> present.past().branch(trainer, request.epoch(), recipe));
        if (done.equals(DONE)) {
            present.trainer().ifPresent(reports::branched);
            reports.report(present.experiment().orElseThrow(), state(), clock.getAsDouble());
        }
        return done;
    }

    /** Goes to another moment of the run, which then stands; the function says why not, if there is none. */
    private Optional<Report> past(Function<Trainer, Optional<String>> go) {
        Optional<Trainer> trainer = present.trainer();
        if (trainer.isEmpty()) {
            return refuse(present.noNetwork());
        }
        stopIfTraining();
        Optional<String> refusal = go.apply(trainer.get());
        if (refusal.isPresent()) {
            return refuse(refusal.get());
        }
        changedByHand();
        answers.hurry();
        tellKept();
        return DONE;
    }

    private void backToPresent() {
        if (present.trainer().filter(present.past()::back).isPresent()) {
            changedByHand();
            answers.hurry();
            tellKept();
        }
    }

    @Override
    public Optional<Report> openStopped(Request.OpenStopped request) {
        giveUp();
        var reading = RecipeText.read(request.recipe());
        return begin(Experiment.stopped(reading.recipe(), request.reason()), reading.notices());
    }

    private Optional<Report> begin(Recipe recipe, Optional<PreparedData> material, List<String> notices) {
        Optional<CarryOver> carried = present.carried(recipe);
        if (carried.isEmpty()) {
            stopIfTraining();
        }
        answers.refuse("Another experiment was opened before this one was evaluated.");
        present.close(); // there is no memory for two networks
        Experiment fresh = Experiment.of(recipe, material, machinery.usual(), clock);
        if (fresh.trainer().isPresent()) {
            notices.addAll(machinery.usual().remarks());
        }
        present.keepWaiting(fresh.trainer().isPresent() ? Optional.empty() : carried);
        Optional<List<String>> goingOn = carried.flatMap(run -> fresh.trainer().flatMap(run::into));
        goingOn.ifPresent(notices::addAll);
        if (carried.isPresent() && fresh.trainer().isEmpty()) {
            reports.waiting(
                    carried.get().state()); // first, so that the end of training does not say that there is no run
            stopIfTraining();
            return opened(fresh, notices, true);
        }
        boolean anew = goingOn.isEmpty() || fresh.trainer().orElseThrow().step() == 0;
        if (anew) {
            return begin(fresh, notices);
        }
        present.past().edited(fresh.trainer().orElseThrow(), recipe.toString());
        return opened(fresh, notices, false);
    }

    /** Makes this the experiment and starts anew. */
    private Optional<Report> begin(Experiment fresh, List<String> notices) {
        stopIfTraining();
        reports.afresh();
        present.past().begin(new Past.Recording(Journal.of(fresh.recipe().toString()), fresh.trainer()));
        return opened(fresh, notices, true);
    }

    private Optional<Report> opened(Experiment fresh, List<String> notices, boolean anew) {
        present.open(fresh);
        post.send(asked, fresh.opened(notices, anew, present));
        tellKept();
        answers.opened(); // after the page knows of it, so that panels ask for what it has
        reports.report(fresh, state(), clock.getAsDouble());
        return LATER;
    }

    @Override
    public Optional<Report> openFiles(Request.OpenFiles request) {
        List<GivenFile> files = request.files().stream()
                .map(file -> GivenFile.at(file.name(), file.content()))
                .toList();
        Optional<Choice> wanted = missing() ? Optional.of(before().data()) : Optional.empty();
        return arrive(request, DataFiles.job(files, wanted, decoder), (id, reading) -> {
            asked = id;
            take(reading, request.address()).ifPresent(report -> post.send(id, report));
        });
    }

    private Recipe before() {
        return present.experiment().map(Experiment::recipe).orElse(Presets.OPENING);
    }

    /** Whether the experiment waits for files. */
    private boolean missing() {
        return before().usesFiles() && present.material().isEmpty();
    }

    @Override
    public Optional<Report> ownData(Request.OwnData request) {
        return take(OwnArrays.read(request), "");
    }

    private Optional<Report> take(FileResult reading, String address) {
        if (reading.data().isEmpty()) {
            return refuse(String.join(" ", reading.notices()));
        }
        backToPresent();
        Recipe before = before();
        boolean missing = missing();
        String label =
                missing && before.data().is(Settings.FILE) ? before.data().get(Settings.LABEL) : "";
        Choice data =
                datasets.keep(reading, label, missing ? before.data() : Settings.FILE.choice(), address, before.seed());
        List<String> notices = new ArrayList<>(reading.told());
        Recipe plain = before.withData(data);
        if (missing) {
            Optional<PreparedData> material = datasets.material(plain, notices::add);
            if (material.filter(each -> sound(plain, each)).isPresent()) {
                return begin(plain, material, notices);
            }
        }
        PreparedData rough = datasets.material(plain, sentence -> {}).orElseThrow();
        Recipe fitting = fitting(plain, rough);
        Optional<PreparedData> same = Optional.of(rough).filter(each -> fitting.sameData(plain));
        return begin(fitting, same.or(() -> datasets.material(fitting, sentence -> {})), notices);
    }

    private static boolean sound(Recipe recipe, PreparedData material) {
        return Plan.of(Experiment.design(recipe, material)).sound();
    }

    /** The layers to begin with; pictures too small for convolutions are flattened. */
    private static Recipe fitting(Recipe recipe, PreparedData material) {
        boolean image = material.data().shape().rank() == 3;
        boolean classes = material.data().y() instanceof Target.Classes;
        int outputs = material.data().y().width();
        Recipe fitting = Presets.fitting(recipe, image, outputs, classes);
        if (image && !sound(fitting, material)) {
            Recipe flat = Presets.fitting(recipe, false, outputs, classes);
            return flat.withLayers(Stream.concat(Stream.of(Flatten.KIND.choice()), flat.layers().stream())
                    .toList());
        }
        return fitting;
    }

    /** A second request while training replaces the first, which is then answered. */
    @Override
    public Optional<Report> train(Request.Train request) {
        if (request.steps() < 0 || request.epochs() < 0 || !(request.seconds() >= 0)) {
            return refuse("Steps, epochs and seconds to train for must be 0, for no limit, or more.");
        }
        Optional<Trainer> trainer = present.trainer();
        if (trainer.isEmpty()) {
            return refuse(present.noNetwork());
        }
        backToPresent();
        if (trainer.get().trouble().isPresent()) {
            return refuse("The weights of this run are broken, so it cannot go on. Reset starts again.");
        }
        present.run().ifPresent(each -> post.send(each.id(), new Report.Done()));
        double now = clock.getAsDouble();
        present.run(Optional.of(Run.of(asked, request, trainer.get(), now)));
        pacer.start(now);
        reports.start(trainer.get(), now);
        followHistograms(trainer.get());
        reports.report(present.experiment().orElseThrow(), State.TRAINING, now);
        return LATER;
    }

    @Override
    public Optional<Report> pause(Request.Pause request) {
        stopIfTraining();
        return DONE;
    }

    @Override
    public Optional<Report> reset(Request.Reset request) {
        stopIfTraining();
        present.keepWaiting(Optional.empty());
        backToPresent();
        Optional<Trainer> trainer = present.trainer();
        if (trainer.isPresent()) {
            trainer.get().reset();
            present.histograms().clear();
            String recipe = present.experiment().orElseThrow().recipe().toString();
            present.past().begin(new Past.Recording(Journal.of(recipe), trainer));
            tellKept();
            reports.afresh();
            changedByHand();
            reports.report(present.experiment().orElseThrow(), state(), clock.getAsDouble());
        }
        return DONE;
    }

    private void changedByHand() {
        present.trained();
        answers.changedByHand();
    }

    @Override
    public Optional<Report> choose(Request.Choose request) {
        int count = present.material().map(each -> each.data().count()).orElse(0);
        if (request.row() < 0 || request.row() >= count) {
            return refuse("There is no sample " + request.row() + "; the data set has " + Numbers.grouped(count)
                    + ", counted from 0.");
        }
        if (!present.shows(request.row())) {
            return refuse("Sample " + request.row() + " belongs to the test part, which is closed until it is opened.");
        }
        choose(new Sample.Row(request.row()));
        return DONE;
    }

    @Override
    public Optional<Report> draw(Request.Draw request) {
        int size = present.material().map(each -> each.data().x().size()).orElse(0);
        if (size == 0 || request.sample().length != size) {
            return refuse("A sample has " + Numbers.count(size, "number") + " here, not "
                    + Numbers.grouped(request.sample().length) + ".");
        }
        choose(new Sample.Drawn(request.sample().clone()));
        return DONE;
    }

    private void choose(Sample sample) {
        present.choose(sample);
        answers.hurry();
    }

    @Override
    public Optional<Report> write(Request.Write request) {
        if (present.past().shown()) {
            return refuse("Weights cannot be set in the past: go back to the present, or branch from this epoch.");
        }
        Optional<TensorReader> tensors = present.tensors();
        if (tensors.isEmpty()) {
            return refuse(present.noNetwork());
        }
        Optional<Value> value = tensors.get().find(request.name());
        if (value.filter(each -> each.role().lasts()).isEmpty()) {
            return refuse("There are no weights \"" + request.name() + "\" to set.");
        }
        int size = value.get().size();
        if (request.values().length != size) {
            return refuse(request.name() + " has " + Numbers.count(size, "number") + " ("
                    + value.get().shape() + "), not " + Numbers.grouped(request.values().length) + ".");
        }
        Trainer trainer = present.trainer().orElseThrow();
        trainer.write(value.get(), request.values());
        present.past().wrote(trainer, request.name(), request.values());
        changedByHand();
        return DONE;
    }

    @Override
    public Optional<Report> inquiry(Inquiry request) {
        return answers.to(asked, request);
    }

    private static Optional<Report> refuse(String sentence) {
        return Optional.of(new Report.Refused(sentence));
    }
}
