package dev.steep.worker;

import dev.steep.catalog.Choice;
import dev.steep.data.NamedBytes;
import dev.steep.data.Reading;
import dev.steep.data.Target;
import dev.steep.engine.Backend;
import dev.steep.engine.Epoch;
import dev.steep.engine.Score;
import dev.steep.engine.Trainer;
import dev.steep.network.Plan;
import dev.steep.network.layer.Flatten;
import dev.steep.protocol.Letters;
import dev.steep.protocol.Packet;
import dev.steep.protocol.Part;
import dev.steep.protocol.Report;
import dev.steep.protocol.Report.Progress.State;
import dev.steep.protocol.Request;
import dev.steep.protocol.Wish;
import dev.steep.recipe.Presets;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.RecipeText;
import dev.steep.recipe.Settings;
import dev.steep.tape.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/**
 * The worker's whole mind: one experiment, and what is being done with it. {@link #receive} takes requests, {@link #turn}
 * does a slice of whatever there is to do; both return soon, so that a request never waits long. Nothing that the page
 * sends makes it throw.
 */
public final class Lab implements Request.Handler<Optional<Report>> {
    /** How long a slice lasts, in milliseconds: ten answers of the worker fit into what a person notices. */
    private static final double SLICE = 10;

    /** While training, a panel waits this long from one picture to the next, and twice as long as one takes. */
    private static final double BETWEEN_PICTURES = 30;

    private static final Optional<Report> LATER = Optional.empty();
    private static final Optional<Report> DONE = Optional.of(new Report.Done());

    private final Backend backend;
    private final Post post;
    private final DoubleSupplier clock;
    private final Shelf shelf = new Shelf();
    private final Telegraph telegraph;
    private final Watches watches = new Watches();
    private final Deque<Job> jobs = new ArrayDeque<>();
    private Optional<Experiment> experiment = Optional.empty();
    private Optional<Run> run = Optional.empty();
    private Optional<Counted> counted = Optional.empty();
    private Sample chosen = new Sample.Row(0);
    private int version;
    private int asked;

    /** A confusion matrix, and the state that it was counted in. */
    private record Counted(int version, int[] confusion) {}

    /**
     * A lab without an experiment.
     *
     * @param clock gives milliseconds
     */
    public Lab(Backend backend, Post post, DoubleSupplier clock) {
        this.backend = backend;
        this.post = post;
        this.clock = clock;
        telegraph = new Telegraph(post);
    }

    /** Says that it takes requests. */
    public void start() {
        post.send(Letters.UNASKED, new Report.Ready(backend.name()));
    }

    /** Carries a request out, or begins to. */
    public void receive(Packet packet) {
        asked = packet.numbers().length > 0 ? (int) packet.numbers()[0] : Letters.UNASKED;
        try {
            Letters.Letter<Request> letter = Letters.request(packet);
            letter.message().on(this).ifPresent(report -> post.send(letter.id(), report));
            answerWatches();
        } catch (RuntimeException | OutOfMemoryError unexpected) {
            post.send(asked, new Report.Refused(sentence(unexpected)));
        }
    }

    /** Does a slice of work; returns whether there is more to do at once. */
    public boolean turn() {
        try {
            if (!jobs.isEmpty()) {
                work(jobs.getFirst());
            } else if (run.isPresent()) {
                train(run.get());
            }
            answerWatches();
        } catch (RuntimeException | OutOfMemoryError unexpected) {
            jobs.clear();
            post.send(Letters.UNASKED, new Report.Trouble(sentence(unexpected)));
            stop();
        }
        return !jobs.isEmpty() || run.isPresent();
    }

    private static String sentence(Throwable unexpected) {
        return "Something went wrong inside the lab (" + unexpected + "). It goes on without what was asked for.";
    }

    private void work(Job job) {
        if (job.advance(clock, clock.getAsDouble() + SLICE)) {
            jobs.removeFirst();
        }
    }

    private void train(Run present) {
        Experiment open = experiment.orElseThrow();
        Trainer trainer = open.trainer().orElseThrow();
        double end = clock.getAsDouble() + SLICE;
        double now = clock.getAsDouble();
        while (now < end && !present.over(trainer, open.epochs(), now)) {
            trainer.advance(present.left(trainer), end - now);
            now = clock.getAsDouble();
        }
        version++;
        if (present.over(trainer, open.epochs(), now)) {
            trainer.trouble().ifPresent(sentence -> post.send(Letters.UNASKED, new Report.Trouble(sentence)));
            stop();
        } else {
            telegraph.mayReport(open, trainer, now);
        }
    }

    /** Training ends here, for whatever reason; whoever asked for it is told. */
    private void stop() {
        Optional<Run> present = run;
        run = Optional.empty();
        experiment.ifPresent(open -> telegraph.report(open, state(), clock.getAsDouble()));
        present.ifPresent(each -> post.send(each.id(), new Report.Done()));
    }

    private State state() {
        Optional<Trainer> trainer = experiment.flatMap(Experiment::trainer);
        if (trainer.isEmpty()) {
            return State.BLOCKED;
        } else if (trainer.get().trouble().isPresent()) {
            return State.DIVERGED;
        } else if (run.isPresent()) {
            return State.TRAINING;
        }
        boolean done = trainer.get().history().size()
                >= experiment.map(Experiment::epochs).orElse(0);
        return done ? State.FINISHED : State.PAUSED;
    }

    @Override
    public Optional<Report> open(Request.Open request) {
        var reading = RecipeText.read(request.recipe());
        Recipe recipe = reading.recipe();
        Optional<Experiment> retuned = experiment.flatMap(open -> open.retuned(recipe));
        if (retuned.isPresent()) {
            experiment = retuned;
            post.send(asked, retuned.get().opened(reading.notices(), false));
            telegraph.report(retuned.get(), state(), clock.getAsDouble());
            return LATER;
        }
        List<String> notices = new ArrayList<>(reading.notices());
        Optional<Material> known =
                experiment.filter(open -> open.recipe().sameData(recipe)).flatMap(Experiment::material);
        Optional<Material> material = known.or(() -> shelf.material(recipe, notices::add));
        return begin(recipe, material, notices);
    }

    /** Makes this the experiment and starts anew. */
    private Optional<Report> begin(Recipe recipe, Optional<Material> material, List<String> notices) {
        Experiment fresh = Experiment.of(recipe, material, backend, clock);
        if (fresh.trainer().isPresent()) {
            notices.addAll(backend.remarks());
        }
        boolean sameRows = experiment.flatMap(Experiment::material).equals(material);
        if (run.isPresent()) {
            stop();
        }
        refuseJobs();
        experiment = Optional.of(fresh);
        if (!sameRows) {
            chosen = new Sample.Row(material.map(Material::firstChosen).orElse(0));
        }
        telegraph.afresh();
        version++;
        post.send(asked, fresh.opened(notices, true));
        telegraph.report(fresh, state(), clock.getAsDouble());
        return LATER;
    }

    private void refuseJobs() {
        for (Job job : jobs) {
            if (job.id() != Letters.UNASKED) {
                post.send(job.id(), new Report.Refused("Another experiment was opened before this one was evaluated."));
            }
        }
        jobs.clear();
    }

    @Override
    public Optional<Report> openFiles(Request.OpenFiles request) {
        return take(Shelf.read(request.files().stream()
                .map(file -> new NamedBytes(file.name(), file.bytes()))
                .toList()));
    }

    @Override
    public Optional<Report> ownData(Request.OwnData request) {
        return take(OwnArrays.read(request));
    }

    private Optional<Report> take(Reading reading) {
        if (reading.data().isEmpty()) {
            return refuse(String.join(" ", reading.notices()));
        }
        Recipe before = experiment.map(Experiment::recipe).orElse(Presets.OPENING);
        boolean missing = before.data().is(Settings.FILE)
                && experiment.flatMap(Experiment::material).isEmpty();
        Choice data = shelf.keep(reading, missing ? before.data().get(Settings.LABEL) : "");
        List<String> notices = new ArrayList<>(reading.notices());
        Recipe plain = before.withData(data);
        if (missing) {
            Optional<Material> material = shelf.material(plain, notices::add);
            if (material.filter(each -> sound(plain, each)).isPresent()) {
                return begin(plain, material, notices);
            }
        }
        Material rough = shelf.material(plain, sentence -> {}).orElseThrow();
        Recipe fitting = fitting(plain, rough);
        return begin(fitting, shelf.material(fitting, sentence -> {}), notices);
    }

    private static boolean sound(Recipe recipe, Material material) {
        return Plan.of(Experiment.design(recipe, material)).sound();
    }

    /** The layers to begin with; pictures too small for convolutions are flattened. */
    private static Recipe fitting(Recipe recipe, Material material) {
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
        Optional<Trainer> trainer = experiment.flatMap(Experiment::trainer);
        if (trainer.isEmpty()) {
            return refuse(
                    experiment.map(open -> open.problems().get(0).sentence()).orElse("No experiment is open yet."));
        }
        if (trainer.get().trouble().isPresent()) {
            return refuse("This run has overflowed and cannot go on. Reset starts again.");
        }
        run.ifPresent(present -> post.send(present.id(), new Report.Done()));
        double now = clock.getAsDouble();
        run = Optional.of(Run.of(asked, request, trainer.get(), now));
        telegraph.start(trainer.get(), now);
        telegraph.report(experiment.orElseThrow(), State.TRAINING, now);
        return LATER;
    }

    @Override
    public Optional<Report> pause(Request.Pause request) {
        if (run.isPresent()) {
            stop();
        }
        return DONE;
    }

    @Override
    public Optional<Report> reset(Request.Reset request) {
        if (run.isPresent()) {
            stop();
        }
        Optional<Trainer> trainer = experiment.flatMap(Experiment::trainer);
        if (trainer.isPresent()) {
            trainer.get().reset();
            telegraph.afresh();
            changedByHand();
            telegraph.report(experiment.orElseThrow(), state(), clock.getAsDouble());
        }
        return DONE;
    }

    private void changedByHand() {
        version++;
        jobs.forEach(Job::restart);
    }

    @Override
    public Optional<Report> choose(Request.Choose request) {
        int count = experiment
                .flatMap(Experiment::material)
                .map(each -> each.data().count())
                .orElse(0);
        if (request.row() < 0 || request.row() >= count) {
            return refuse("There is no sample " + request.row() + "; the data set has " + count + ", counted from 0.");
        }
        chosen = new Sample.Row(request.row());
        version++;
        return DONE;
    }

    @Override
    public Optional<Report> draw(Request.Draw request) {
        int size = experiment
                .flatMap(Experiment::material)
                .map(each -> each.data().x().size())
                .orElse(0);
        if (size == 0 || request.sample().length != size) {
            return refuse("A sample has " + size + " numbers here, not " + request.sample().length + ".");
        }
        chosen = new Sample.Drawn(request.sample().clone());
        version++;
        return DONE;
    }

    /** A replaced request is answered too: with Done, since its panel has asked for something else. */
    @Override
    public Optional<Report> watch(Request.Watch request) {
        watches.add(new Watches.Waiting(asked, request.panel(), request.wishes()))
                .ifPresent(replaced -> post.send(replaced.id(), new Report.Done()));
        return LATER;
    }

    private void answerWatches() {
        for (Watches.Waiting panel : watches.due(version)) {
            double now = clock.getAsDouble();
            if (run.isEmpty() || watches.rested(panel, now)) {
                answer(panel, now);
            }
        }
    }

    private void answer(Watches.Waiting panel, double now) {
        Optional<Lens> lens = lens();
        if (lens.isEmpty()) {
            watches.done(panel, version, 0);
            post.send(panel.id(), Watches.empty(panel));
            return;
        }
        Optional<int[]> confusion = panel.wants(Wish.What.CONFUSION) ? confusion() : Optional.of(new int[0]);
        if (confusion.isPresent()) {
            Trainer trainer = experiment.flatMap(Experiment::trainer).orElseThrow();
            List<float[]> numbers = lens.get().picture(panel.wishes(), chosen, confusion.get());
            double then = clock.getAsDouble();
            watches.done(panel, version, then + Math.max(BETWEEN_PICTURES, 2 * (then - now)));
            post.send(panel.id(), new Report.Picture(panel.panel(), trainer.step(), numbers));
        }
    }

    /**
     * While training, the counts at the end of the last epoch; otherwise those of the present state, as soon as the
     * validation part has been looked at.
     */
    private Optional<int[]> confusion() {
        Trainer trainer = experiment.flatMap(Experiment::trainer).orElseThrow();
        if (run.isPresent()) {
            List<Epoch> history = trainer.history();
            return Optional.of(
                    history.isEmpty()
                            ? new int[0]
                            : history.get(history.size() - 1).validation().confusion());
        }
        int present = version;
        Optional<int[]> known = counted.filter(each -> each.version == present).map(Counted::confusion);
        if (known.isEmpty() && jobs.stream().noneMatch(job -> job.id() == Letters.UNASKED)) {
            int[] rows = experiment.flatMap(Experiment::material).orElseThrow().rows(Part.VALIDATION);
            jobs.add(new Job(
                    Letters.UNASKED,
                    trainer,
                    List.of(rows),
                    scores -> counted =
                            Optional.of(new Counted(version, scores.get(0).confusion()))));
        }
        return known;
    }

    private Optional<Lens> lens() {
        return experiment
                .filter(open -> open.trainer().isPresent())
                .map(open ->
                        new Lens(open.material().orElseThrow(), open.trainer().orElseThrow()));
    }

    @Override
    public Optional<Report> gallery(Request.Gallery request) {
        return Optional.of(experiment
                .flatMap(Experiment::material)
                .<Report>map(each -> Lens.gallery(each, request.part(), request.from(), request.count()))
                .orElseGet(() -> new Report.Refused("There are no samples yet: " + noNetwork())));
    }

    @Override
    public Optional<Report> names(Request.Names request) {
        return withLens(lens -> new Report.Text(Json.names(lens.values())));
    }

    @Override
    public Optional<Report> read(Request.Read request) {
        return withLens(lens -> {
            Optional<Value> value = lens.find(request.name());
            return value.<Report>flatMap(each -> lens.numbers(each, chosen).map(numbers -> numbers))
                    .orElseGet(() -> new Report.Refused(
                            value.isEmpty()
                                    ? "There is no tensor \"" + request.name() + "\"; Names lists all there are."
                                    : request.name() + " is there only after a training step."));
        });
    }

    @Override
    public Optional<Report> write(Request.Write request) {
        return withLens(lens -> {
            Optional<Value> value = lens.find(request.name());
            if (value.filter(each -> each.role() == Value.Role.PARAMETER || each.role() == Value.Role.SLOT)
                    .isEmpty()) {
                return new Report.Refused("There are no weights \"" + request.name() + "\" to set.");
            }
            int size = value.get().size();
            if (request.values().length != size) {
                return new Report.Refused(request.name() + " has " + size + " numbers ("
                        + value.get().shape() + "), not " + request.values().length + ".");
            }
            experiment.flatMap(Experiment::trainer).orElseThrow().machine().write(value.get(), request.values());
            changedByHand();
            return new Report.Done();
        });
    }

    @Override
    public Optional<Report> predict(Request.Predict request) {
        return withLens(lens -> {
            Experiment open = experiment.orElseThrow();
            int size = open.material().orElseThrow().data().x().size();
            if (request.count() < 1 || request.samples().length != (long) request.count() * size) {
                return new Report.Refused(request.count() + " samples of " + size + " numbers are not "
                        + request.samples().length + " numbers.");
            }
            float[] outputs = lens.outputs(request.samples(), request.count());
            int[] each = open.plan().flatMap(Plan::output).orElseThrow().lengths();
            int[] shape = new int[each.length + 1];
            shape[0] = request.count();
            System.arraycopy(each, 0, shape, 1, each.length);
            return new Report.Numbers(outputs, shape);
        });
    }

    @Override
    public Optional<Report> evaluate(Request.Evaluate request) {
        Optional<Trainer> trainer = experiment.flatMap(Experiment::trainer);
        if (trainer.isEmpty()) {
            return refuse(noNetwork());
        }
        Material material = experiment.flatMap(Experiment::material).orElseThrow();
        int id = asked;
        List<int[]> parts = Stream.of(Part.values()).map(material::rows).toList();
        jobs.add(new Job(id, trainer.get(), parts, scores -> post.send(id, new Report.Text(scores(scores)))));
        return LATER;
    }

    private static String scores(List<Score> scores) {
        List<String> names =
                Stream.of(Part.values()).map(part -> part.name().toLowerCase()).toList();
        return Json.object(names, scores.stream().map(Json::score).toList());
    }

    @Override
    public Optional<Report> history(Request.History request) {
        return Optional.of(new Report.Text(Json.history(
                experiment.flatMap(Experiment::trainer).map(Trainer::history).orElse(List.of()))));
    }

    @Override
    public Optional<Report> stepLosses(Request.StepLosses request) {
        float[] losses = experiment
                .flatMap(Experiment::trainer)
                .map(trainer -> trainer.losses(0))
                .orElse(new float[0]);
        return Optional.of(new Report.Numbers(losses, new int[] {losses.length}));
    }

    private interface Look {
        Report at(Lens lens);
    }

    private Optional<Report> withLens(Look look) {
        return Optional.of(lens().map(look::at).orElseGet(() -> new Report.Refused(noNetwork())));
    }

    private String noNetwork() {
        return experiment
                .map(Experiment::problems)
                .filter(problems -> !problems.isEmpty())
                .map(problems -> problems.get(0).sentence())
                .orElse("No experiment is open yet.");
    }

    private static Optional<Report> refuse(String sentence) {
        return Optional.of(new Report.Refused(sentence));
    }
}
