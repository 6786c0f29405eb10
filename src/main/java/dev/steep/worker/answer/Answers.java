package dev.steep.worker.answer;

import dev.steep.catalog.Numbers;
import dev.steep.engine.Backend;
import dev.steep.engine.Piece;
import dev.steep.engine.Score;
import dev.steep.engine.Trainer;
import dev.steep.math.Shape;
import dev.steep.network.Plan;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.DataPart;
import dev.steep.tape.Value;
import dev.steep.worker.bench.Bench;
import dev.steep.worker.bench.Workload;
import dev.steep.worker.experiment.Backends;
import dev.steep.worker.experiment.Experiment;
import dev.steep.worker.experiment.Json;
import dev.steep.worker.experiment.LabState;
import dev.steep.worker.experiment.PreparedData;
import dev.steep.worker.experiment.TensorReader;
import dev.steep.worker.report.ReportSink;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** Answers inquiries: at once, or, if there is much to look at, in slices. */
public final class Answers implements Inquiry.Inquirer<Optional<Report>> {
    /** Nobody waits longer for a number, in milliseconds. */
    private static final double MOST_BENCH = 60_000;

    /** So many measurements wait at the most: the last of them has its turn within the hour. */
    private static final int MOST_BENCHES = 50;

    /** A look that is over within this many milliseconds is answered before the next message is read. */
    private static final double AT_ONCE = 10;

    /** Numbers in one answer. */
    private static final int MOST_OUTPUTS = 1 << 26;

    /** The parts that are looked at whenever somebody likes. */
    private static final List<DataPart> OPEN = List.of(DataPart.TRAINING, DataPart.VALIDATION);

    private static final Optional<Report> LATER = Optional.empty();

    private final LabState present;
    private final Backends machinery;
    private final ReportSink post;
    private final DoubleSupplier clock;
    private final Deque<Job> jobs = new ArrayDeque<>();
    private final Deque<Ordered> benches = new ArrayDeque<>();
    private final Passes passes;
    private final Pictures pictures;
    private final Trials trials;
    private final Backprops backprops;
    private Optional<Bench> measuring = Optional.empty();
    private int asked;

    /** A bench that waits for its turn; only then are its data and its network made. */
    private record Ordered(int id, Supplier<Bench> bench) {}

    public Answers(LabState present, Backends machinery, ReportSink post, DoubleSupplier clock) {
        this.present = present;
        this.machinery = machinery;
        this.post = post;
        this.clock = clock;
        passes = new Passes(present);
        trials = new Trials(present);
        pictures = new Pictures(present, passes, post, clock, jobs);
        backprops = new Backprops(present);
    }

    /** Answers the inquiry of this number. */
    public Optional<Report> to(int id, Inquiry inquiry) {
        asked = id;
        return inquiry.on(this);
    }

    /** Whether there is work left: training waits for it. */
    public boolean busy() {
        return !jobs.isEmpty() || !benches.isEmpty();
    }

    /** Does a slice of the work. Jobs take turns, so that a quick one does not wait for a slow one. */
    public void work(double until) {
        if (!benches.isEmpty()) {
            measure(benches.getFirst());
            return;
        }
        while (!jobs.isEmpty()) {
            Job job = jobs.removeFirst();
            if (!job.advance(() -> clock.getAsDouble() >= until)) {
                jobs.addLast(job);
                return;
            }
        }
    }

    /** The weights have changed: whatever was begun is begun again. */
    public void changedByHand() {
        passes.forget();
    }

    /** Another experiment is opened. */
    public void opened() {
        refuse("Another experiment was opened before this one was evaluated.");
        passes.forget();
        trials.forget();
        backprops.forget();
        pictures.opened();
    }

    /** What was begun is no longer wanted, or cannot be done. */
    public void refuse(String sentence) {
        List<Job> left = List.copyOf(jobs);
        jobs.clear();
        pictures.dropAll();
        left.forEach(job -> job.refuse(sentence));
    }

    private void begin(Job job) {
        double until = clock.getAsDouble() + AT_ONCE;
        if (!job.advance(() -> clock.getAsDouble() >= until)) {
            jobs.add(job);
        }
    }

    @Override
    public Optional<Report> alive(Inquiry.Alive request) {
        return Optional.of(new Report.Done());
    }

    /** Answered by {@link #pictures}. */
    @Override
    public Optional<Report> watch(Inquiry.Watch request) {
        pictures.watch(asked, request);
        return LATER;
    }

    @Override
    public Optional<Report> once(Inquiry.Once request) {
        if (present.tensors().isEmpty()) {
            return refused(present.noNetwork());
        }
        int id = asked;
        begin(new PanelPicture(
                present,
                passes,
                new WatchRequests.Waiting(id, "", List.of(request.look()), Inquiry.Watch.NOTHING),
                clock,
                picture -> post.send(id, picture.report())));
        return LATER;
    }

    /** Sends pictures to the panels that wait for one. */
    public void pictures() {
        pictures.send(AT_ONCE);
    }

    /** A person waits for the next pictures. */
    public void hurry() {
        pictures.hurry();
    }

    @Override
    public Optional<Report> gallery(Inquiry.Gallery request) {
        if (!present.shows(request.part())) {
            return refused("The test part is closed until it is opened.");
        }
        return Optional.of(present.material()
                .<Report>map(each -> TensorReader.gallery(each, request.part(), request.from(), request.count()))
                .orElseGet(() -> new Report.Refused("There are no samples yet: " + present.noNetwork())));
    }

    @Override
    public Optional<Report> sheet(Inquiry.Sheet request) {
        return Optional.of(present.material()
                .map(each -> Tables.sheet(
                        present.experiment().orElseThrow().recipe(), each, request.from(), request.count()))
                .orElseGet(() -> new Report.Refused("There is no table yet: " + present.noNetwork())));
    }

    @Override
    public Optional<Report> cells(Inquiry.Cells request) {
        int count = present.material().map(each -> each.data().count()).orElse(0);
        for (int sample : request.samples()) {
            if (sample < 0 || sample >= count || !present.shows(sample)) {
                return refused("Sample " + sample + " is not there, or belongs to the test part, which is closed.");
            }
        }
        return Optional.of(present.material()
                .map(each -> Tables.cells(each, request.samples()))
                .orElseGet(() -> new Report.Refused("There is no table yet: " + present.noNetwork())));
    }

    @Override
    public Optional<Report> names(Inquiry.Names request) {
        return withTensors(tensors -> new Report.Text(Json.names(tensors.values())));
    }

    @Override
    public Optional<Report> read(Inquiry.Read request) {
        return withTensors(tensors -> {
            Optional<Value> value = tensors.find(request.name());
            return value.<Report>flatMap(
                            each -> tensors.numbers(each, present.chosen()).map(numbers -> numbers))
                    .orElseGet(() -> new Report.Refused(
                            value.isEmpty()
                                    ? "There is no tensor \"" + request.name()
                                            + "\"; steep.tensors() lists all there are."
                                    : request.name() + " is there only after a training step."));
        });
    }

    @Override
    public Optional<Report> backprop(Inquiry.Backprop request) {
        return Optional.of(backprops.of(request));
    }

    @Override
    public Optional<Report> backpropNumbers(Inquiry.BackpropNumbers request) {
        return Optional.of(backprops.of(request));
    }

    @Override
    public Optional<Report> chain(Inquiry.Chain request) {
        return Optional.of(backprops.of(request));
    }

    @Override
    public Optional<Report> predict(Inquiry.Predict request) {
        Optional<TensorReader> tensors = present.tensors();
        if (tensors.isEmpty()) {
            return refused(present.noNetwork());
        }
        Experiment open = present.experiment().orElseThrow();
        int size = open.material().orElseThrow().data().x().size();
        if (request.count() < 1 || request.samples().length != (long) request.count() * size) {
            return refused(Numbers.count(request.count(), "sample") + " of " + Numbers.count(size, "number")
                    + " are not " + Numbers.count(request.samples().length, "number") + ".");
        }
        Shape each = open.plan().flatMap(Plan::output).orElseThrow();
        if ((long) request.count() * each.size() > MOST_OUTPUTS) {
            return refused(Numbers.count(request.count(), "sample") + " have more than " + Numbers.grouped(MOST_OUTPUTS)
                    + " outputs together; predict some at a time.");
        }
        int[] shape = new int[each.rank() + 1];
        shape[0] = request.count();
        System.arraycopy(each.lengths(), 0, shape, 1, each.rank());
        int id = asked;
        begin(new Predicting(present, tensors.get(), request.samples(), shape, report -> post.send(id, report)));
        return LATER;
    }

    @Override
    public Optional<Report> evaluate(Inquiry.Evaluate request) {
        Optional<Trainer> trainer = present.trainer();
        if (trainer.isEmpty()) {
            return refused(present.noNetwork());
        }
        int id = asked;
        jobs.add(new Scoring(passes, OPEN, scores -> new Report.Text(scores(scores)), report -> post.send(id, report)));
        return LATER;
    }

    private static String scores(List<Score> scores) {
        List<String> names =
                OPEN.stream().map(part -> part.name().toLowerCase(Locale.ROOT)).toList();
        return Json.object(names, scores.stream().map(Json::score).toList());
    }

    /** It counts when the scores are there, and not if they were given up. */
    @Override
    public Optional<Report> openTest(Inquiry.OpenTest request) {
        Optional<Trainer> trainer = present.trainer();
        if (trainer.isEmpty()) {
            return refused(present.noNetwork());
        }
        PreparedData material = present.material().orElseThrow();
        int[] rows = material.rows(DataPart.TEST);
        if (rows.length == 0) {
            return refused("There is no test part: give it a share of the samples, under Split.");
        }
        int id = asked;
        jobs.add(new Scoring(
                passes,
                List.of(DataPart.TEST),
                scores -> {
                    int opened = present.tests().open(material, request.before());
                    return new Report.TestScores(Json.score(scores.get(0)), rows.length, opened);
                },
                report -> post.send(id, report)));
        return LATER;
    }

    @Override
    public Optional<Report> findRate(Inquiry.FindRate request) {
        return part(trials.findRate(request), asked);
    }

    @Override
    public Optional<Report> slice(Inquiry.Slice request) {
        return part(trials.slice(request), asked);
    }

    @Override
    public Optional<Report> baselines(Inquiry.Baselines request) {
        return part(trials.baselines(request), asked);
    }

    private Optional<Report> part(Trials.Answer answer, int id) {
        answer.part().ifPresent(part -> begin(new TrialPart(part, clock, report -> post.send(id, report))));
        return answer.report();
    }

    @Override
    public Optional<Report> history(Inquiry.History request) {
        return Optional.of(new Report.Text(Json.history(present.history())));
    }

    @Override
    public Optional<Report> stepLosses(Inquiry.StepLosses request) {
        float[] losses = present.trainer().map(trainer -> trainer.losses()).orElse(new float[0]);
        return Optional.of(new Report.Numbers(losses, new int[] {losses.length}));
    }

    @Override
    public Optional<Report> snapshots(Inquiry.Snapshots request) {
        Set<Integer> checkpoints = new HashSet<>();
        present.past().checkpoints(present.trainer()).forEach(each -> checkpoints.add(each.epoch()));
        return Optional.of(new Report.Text(Json.snapshots(present.past().snapshots(), checkpoints)));
    }

    @Override
    public Optional<Report> journal(Inquiry.Journal request) {
        return Optional.of(new Report.Text(Json.journal(present.past().journal())));
    }

    private interface Look {
        Report at(TensorReader tensors);
    }

    private Optional<Report> withTensors(Look look) {
        return Optional.of(present.tensors().map(look::at).orElseGet(() -> new Report.Refused(present.noNetwork())));
    }

    @Override
    public Optional<Report> tryLayer(Inquiry.TryLayer request) {
        return Optional.of(LayerTrial.of(request));
    }

    @Override
    public Optional<Report> tryData(Inquiry.TryData request) {
        int id = asked;
        Optional<DataTrial> trial = DataTrial.of(request, report -> post.send(id, report));
        if (trial.isEmpty()) {
            return refused("There is no data set to be made of \"" + request.data() + "\".");
        }
        begin(trial.get());
        return LATER;
    }

    /** Measured alone, one after the other, before anything else goes on. */
    @Override
    public Optional<Report> bench(Inquiry.Bench request) {
        Optional<Workload> workload = Workload.of(request.workload());
        if (workload.isEmpty()) {
            return refused("There is no workload \"" + request.workload() + "\"; there are " + Workload.ids() + ".");
        }
        Optional<Backend> backend = machinery.named(request.backend());
        if (backend.isEmpty()) {
            return refused("There is no back end \"" + request.backend() + "\" here; there are "
                    + String.join(", ", machinery.names()) + ".");
        }
        if (!(request.milliseconds() >= 1 && request.milliseconds() <= MOST_BENCH)) {
            return refused("A bench takes from 1 to " + Numbers.grouped((int) MOST_BENCH) + " milliseconds.");
        }
        if (benches.size() >= MOST_BENCHES) {
            return refused(MOST_BENCHES + " measurements are waiting already; await them before you ask for more.");
        }
        benches.add(new Ordered(
                asked,
                () -> new Bench(
                        workload.get(),
                        workload.get().on(backend.get(), clock),
                        machinery.gauge().get(),
                        clock,
                        request.milliseconds())));
        return LATER;
    }

    @Override
    public Optional<Report> pieces(Inquiry.Pieces request) {
        return Optional.of(new Report.Text(Json.pieces(pieces())));
    }

    @Override
    public Optional<Report> listing(Inquiry.Listing request) {
        List<Piece> pieces = pieces();
        if (request.piece() < 0 || request.piece() >= pieces.size()) {
            return refused("There is no piece of code " + request.piece() + "; there are " + pieces.size()
                    + ", counted from 0.");
        }
        return Optional.of(new Report.Text(
                Json.quoted(pieces.get(request.piece()).listing().get())));
    }

    private List<Piece> pieces() {
        return present.trainer().map(trainer -> trainer.machine().pieces()).orElse(List.of());
    }

    private void measure(Ordered ordered) {
        try {
            Bench bench = measuring.orElseGet(ordered.bench());
            measuring = Optional.of(bench);
            if (bench.advance()) {
                measured(new Report.Text(bench.result()));
            }
        } catch (RuntimeException | OutOfMemoryError problem) {
            measured(new Report.Refused("This cannot be measured here: " + problem.getMessage()));
        }
    }

    private void measured(Report report) {
        measuring = Optional.empty();
        post.send(benches.removeFirst().id(), report);
    }

    private static Optional<Report> refused(String sentence) {
        return Optional.of(new Report.Refused(sentence));
    }
}
