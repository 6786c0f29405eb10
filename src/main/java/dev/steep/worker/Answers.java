package dev.steep.worker;

import dev.steep.catalog.Numbers;
import dev.steep.engine.Backend;
import dev.steep.engine.Epoch;
import dev.steep.engine.Piece;
import dev.steep.engine.Score;
import dev.steep.engine.Trainer;
import dev.steep.network.Plan;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Letters;
import dev.steep.protocol.Part;
import dev.steep.protocol.Report;
import dev.steep.protocol.Wish;
import dev.steep.tape.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/** Answers inquiries: at once, or, if there is much to look at, in slices. */
final class Answers implements Inquiry.Inquirer<Optional<Report>> {
    /** While training, a panel waits this long from one picture to the next, and twice as long as one takes. */
    private static final double BETWEEN_PICTURES = 30;

    /** Nobody waits longer for a number, in milliseconds. */
    private static final double MOST_BENCH = 60_000;

    private static final Optional<Report> LATER = Optional.empty();

    private final Present present;
    private final Machinery machinery;
    private final Post post;
    private final DoubleSupplier clock;
    private final Watches watches = new Watches();
    private final Deque<Job> jobs = new ArrayDeque<>();
    private final Deque<Bench> benches = new ArrayDeque<>();
    private Optional<Counted> counted = Optional.empty();
    private int asked;

    /** A confusion matrix, and the state that it was counted in. */
    private record Counted(int version, int[] confusion) {}

    Answers(Present present, Machinery machinery, Post post, DoubleSupplier clock) {
        this.present = present;
        this.machinery = machinery;
        this.post = post;
        this.clock = clock;
    }

    /** Answers the inquiry of this number. */
    Optional<Report> to(int id, Inquiry inquiry) {
        asked = id;
        return inquiry.on(this);
    }

    /** Whether there is work left: training waits for it. */
    boolean busy() {
        return !jobs.isEmpty() || !benches.isEmpty();
    }

    /** Does a slice of the work. */
    void work(double until) {
        if (!benches.isEmpty()) {
            measure(benches.getFirst());
        } else if (jobs.getFirst().advance(clock, until)) {
            jobs.removeFirst();
        }
    }

    /** Whatever was begun is begun again: the weights have changed. */
    void restart() {
        jobs.forEach(Job::restart);
    }

    /** What was begun is no longer wanted, or cannot be done. */
    void refuse(String sentence) {
        List<Integer> ids = new ArrayList<>();
        jobs.forEach(job -> ids.add(job.id()));
        jobs.clear();
        ids.stream().filter(id -> id != Letters.UNASKED).forEach(id -> post.send(id, new Report.Refused(sentence)));
    }

    /** A replaced request is answered too: with Done, since its panel has asked for something else. */
    @Override
    public Optional<Report> watch(Inquiry.Watch request) {
        watches.add(new Watches.Waiting(asked, request.panel(), request.wishes()))
                .ifPresent(replaced -> post.send(replaced.id(), new Report.Done()));
        return LATER;
    }

    /** Sends pictures to the panels that wait for one and have rested. */
    void pictures() {
        for (Watches.Waiting panel : watches.due(present.version())) {
            double now = clock.getAsDouble();
            if (present.run().isEmpty() || watches.rested(panel, now)) {
                answer(panel, now);
            }
        }
    }

    private void answer(Watches.Waiting panel, double now) {
        Optional<Lens> lens = present.lens();
        if (lens.isEmpty()) {
            watches.done(panel, present.version(), 0);
            post.send(panel.id(), Watches.empty(panel));
            return;
        }
        Optional<int[]> confusion = panel.wants(Wish.What.CONFUSION) ? confusion() : Optional.of(new int[0]);
        if (confusion.isPresent()) {
            Trainer trainer = present.trainer().orElseThrow();
            List<float[]> numbers = lens.get().picture(panel.wishes(), present.chosen(), confusion.get());
            double then = clock.getAsDouble();
            watches.done(panel, present.version(), then + Math.max(BETWEEN_PICTURES, 2 * (then - now)));
            post.send(panel.id(), new Report.Picture(panel.panel(), trainer.step(), numbers));
        }
    }

    /**
     * While training, the counts at the end of the last epoch; otherwise those of the present state, as soon as the
     * validation part has been looked at.
     */
    private Optional<int[]> confusion() {
        Trainer trainer = present.trainer().orElseThrow();
        if (present.run().isPresent()) {
            List<Epoch> history = trainer.history();
            return Optional.of(
                    history.isEmpty()
                            ? new int[0]
                            : history.get(history.size() - 1).validation().confusion());
        }
        int version = present.version();
        Optional<int[]> known = counted.filter(each -> each.version == version).map(Counted::confusion);
        if (known.isEmpty() && jobs.stream().noneMatch(job -> job.id() == Letters.UNASKED)) {
            int[] rows = present.material().orElseThrow().rows(Part.VALIDATION);
            jobs.add(new Job(
                    Letters.UNASKED,
                    trainer,
                    List.of(rows),
                    scores -> counted = Optional.of(
                            new Counted(present.version(), scores.get(0).confusion()))));
        }
        return known;
    }

    @Override
    public Optional<Report> gallery(Inquiry.Gallery request) {
        return Optional.of(present.material()
                .<Report>map(each -> Lens.gallery(each, request.part(), request.from(), request.count()))
                .orElseGet(() -> new Report.Refused("There are no samples yet: " + present.noNetwork())));
    }

    @Override
    public Optional<Report> names(Inquiry.Names request) {
        return withLens(lens -> new Report.Text(Json.names(lens.values())));
    }

    @Override
    public Optional<Report> read(Inquiry.Read request) {
        return withLens(lens -> {
            Optional<Value> value = lens.find(request.name());
            return value.<Report>flatMap(
                            each -> lens.numbers(each, present.chosen()).map(numbers -> numbers))
                    .orElseGet(() -> new Report.Refused(
                            value.isEmpty()
                                    ? "There is no tensor \"" + request.name() + "\"; Names lists all there are."
                                    : request.name() + " is there only after a training step."));
        });
    }

    @Override
    public Optional<Report> predict(Inquiry.Predict request) {
        return withLens(lens -> {
            Experiment open = present.experiment().orElseThrow();
            int size = open.material().orElseThrow().data().x().size();
            if (request.count() < 1 || request.samples().length != (long) request.count() * size) {
                return new Report.Refused(Numbers.count(request.count(), "sample") + " of "
                        + Numbers.count(size, "number") + " are not "
                        + Numbers.count(request.samples().length, "number") + ".");
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
    public Optional<Report> evaluate(Inquiry.Evaluate request) {
        Optional<Trainer> trainer = present.trainer();
        if (trainer.isEmpty()) {
            return refused(present.noNetwork());
        }
        Material material = present.material().orElseThrow();
        int id = asked;
        List<int[]> parts = Stream.of(Part.values()).map(material::rows).toList();
        jobs.add(new Job(id, trainer.get(), parts, scores -> post.send(id, new Report.Text(scores(scores)))));
        return LATER;
    }

    private static String scores(List<Score> scores) {
        List<String> names = Stream.of(Part.values())
                .map(part -> part.name().toLowerCase(Locale.ROOT))
                .toList();
        return Json.object(names, scores.stream().map(Json::score).toList());
    }

    @Override
    public Optional<Report> history(Inquiry.History request) {
        return Optional.of(new Report.Text(
                Json.history(present.trainer().map(Trainer::history).orElse(List.of()))));
    }

    @Override
    public Optional<Report> stepLosses(Inquiry.StepLosses request) {
        float[] losses = present.trainer().map(trainer -> trainer.losses()).orElse(new float[0]);
        return Optional.of(new Report.Numbers(losses, new int[] {losses.length}));
    }

    private interface Look {
        Report at(Lens lens);
    }

    private Optional<Report> withLens(Look look) {
        return Optional.of(present.lens().map(look::at).orElseGet(() -> new Report.Refused(present.noNetwork())));
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
        benches.add(new Bench(
                asked,
                workload.get(),
                workload.get().on(backend.get(), clock),
                machinery.gauge().get(),
                clock,
                request.milliseconds()));
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

    private void measure(Bench bench) {
        try {
            if (bench.advance()) {
                benches.removeFirst();
                post.send(bench.id(), new Report.Text(bench.result()));
            }
        } catch (RuntimeException | OutOfMemoryError problem) {
            benches.removeFirst();
            post.send(bench.id(), new Report.Refused("This cannot be measured here: " + problem.getMessage()));
        }
    }

    private static Optional<Report> refused(String sentence) {
        return Optional.of(new Report.Refused(sentence));
    }
}
