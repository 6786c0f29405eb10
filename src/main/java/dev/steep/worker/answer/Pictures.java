package dev.steep.worker.answer;

import dev.steep.data.Samples;
import dev.steep.engine.Epoch;
import dev.steep.engine.Trainer;
import dev.steep.protocol.DataPart;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Messages;
import dev.steep.protocol.Moment;
import dev.steep.protocol.Report;
import dev.steep.protocol.Wish;
import dev.steep.worker.experiment.LabState;
import dev.steep.worker.experiment.PreparedData;
import dev.steep.worker.experiment.Sample;
import dev.steep.worker.experiment.TensorReader;
import dev.steep.worker.report.ReportSink;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Sends numbers to the panels that watch: as soon as there are others than those that a panel has drawn. */
final class Pictures {
    /** While training, a panel waits this long from one picture to the next, and twice as long as one takes. */
    private static final double BETWEEN = 30;

    /** The name of what the network is given. */
    private static final String INPUT = "input";

    private final LabState present;
    private final ReportSink post;
    private final DoubleSupplier clock;
    private final Deque<Job> jobs;
    private final WatchRequests watches = new WatchRequests();
    private Optional<Counted> counted = Optional.empty();

    /**
     * A confusion matrix.
     *
     * @param weights the version of the weights that it was counted with
     */
    private record Counted(int weights, int epoch, int step, int[] confusion) {}

    /** @param jobs where the counting of a confusion matrix is put */
    Pictures(LabState present, ReportSink post, DoubleSupplier clock, Deque<Job> jobs) {
        this.present = present;
        this.post = post;
        this.clock = clock;
        this.jobs = jobs;
    }

    /** Takes a request. One that it replaces is answered too: with Done, since its panel has asked anew. */
    void watch(int id, Inquiry.Watch request) {
        watches.add(new WatchRequests.Waiting(id, request.panel(), request.wishes(), request.drawn()))
                .ifPresent(replaced -> post.send(replaced.id(), new Report.Done()));
    }

    /** Another experiment is open, so what panels wished to see of the last one is not wanted any more: they ask anew. */
    void opened() {
        counted = Optional.empty();
        watches.takeAll().forEach(each -> post.send(each.id(), new Report.Done()));
    }

    /** Weights were set by hand: what was counted before counts no more. */
    void changedByHand() {
        counted = Optional.empty();
    }

    /** A person waits for the next pictures. */
    void hurry() {
        watches.hurry();
    }

    /** Answers the panels that wait for a picture and have rested. */
    void send() {
        for (WatchRequests.Waiting panel : watches.due(present.version())) {
            double now = clock.getAsDouble();
            if (present.run().isEmpty() || watches.rested(panel, now)) {
                answer(panel, now);
            }
        }
    }

    private void answer(WatchRequests.Waiting panel, double now) {
        Optional<TensorReader> tensors = present.tensors();
        if (tensors.isEmpty()) {
            watches.done(panel);
            send(panel, moment(), withoutNetwork(panel));
            return;
        }
        boolean counts = panel.wants(Wish.What.CONFUSION);
        Optional<Counted> confusion = counts ? confusion() : Optional.of(nothingCounted());
        if (confusion.isPresent()) {
            watches.done(panel);
            Counted shown = confusion.get();
            Moment moment = moment();
            try {
                List<float[]> numbers = tensors.get().picture(panel.wishes(), present.chosen(), shown.confusion);
                send(panel, counts ? new Moment(shown.epoch, shown.step, moment.sample()) : moment, numbers);
            } catch (RuntimeException | OutOfMemoryError problem) {
                send(panel, moment, blank(panel)); // nothing old stays; what went wrong is told by whoever called
                throw problem;
            }
            double then = clock.getAsDouble();
            watches.rest(panel, then + Math.max(BETWEEN, 2 * (then - now)));
        }
    }

    private void send(WatchRequests.Waiting panel, Moment moment, List<float[]> numbers) {
        post.send(panel.id(), new Report.Picture(panel.panel(), present.version(), moment, numbers));
    }

    private Moment moment() {
        Optional<Trainer> trainer = present.trainer();
        return new Moment(
                trainer.map(each -> each.history().size()).orElse(0),
                trainer.map(Trainer::step).orElse(0),
                present.chosenRow());
    }

    private static List<float[]> blank(WatchRequests.Waiting panel) {
        return panel.wishes().stream().map(wish -> new float[0]).toList();
    }

    /** What there is to see where the network has a problem: the sample that it would be given. */
    private List<float[]> withoutNetwork(WatchRequests.Waiting panel) {
        Optional<PreparedData> material = present.material();
        return panel.wishes().stream()
                .map(wish -> wish.what() == Wish.What.TENSOR && wish.name().equals(INPUT)
                        ? material.map(this::prepared).orElse(new float[0])
                        : new float[0])
                .toList();
    }

    private float[] prepared(PreparedData material) {
        Samples x = material.data().x();
        if (present.chosen() instanceof Sample.Drawn drawn) {
            return material.prepared(drawn.raw());
        }
        int row = present.chosenRow();
        return row < x.count() ? material.prepared(x.sample(row)) : new float[0];
    }

    /**
     * While training, the newest counts that there are, usually those at the end of the last epoch; otherwise those of the
     * present weights, as soon as the validation part has been looked at.
     */
    private Optional<Counted> confusion() {
        Trainer trainer = present.trainer().orElseThrow();
        if (present.run().isPresent()) {
            List<Epoch> history = trainer.history();
            Counted known = counted.orElse(nothingCounted());
            if (history.isEmpty()
                    || known.step >= history.get(history.size() - 1).step()) {
                return Optional.of(known);
            }
            Epoch last = history.get(history.size() - 1);
            return Optional.of(new Counted(
                    present.weights(),
                    last.number(),
                    last.step(),
                    last.validation().confusion()));
        }
        int weights = present.weights();
        Optional<Counted> known = counted.filter(each -> each.weights == weights);
        if (known.isEmpty() && jobs.stream().noneMatch(job -> job.id() == Messages.UNASKED)) {
            int[] rows = present.material().orElseThrow().rows(DataPart.VALIDATION);
            jobs.add(new Scoring(
                    Messages.UNASKED,
                    trainer,
                    List.of(rows),
                    scores -> counted = Optional.of(new Counted(
                            present.weights(),
                            trainer.history().size(),
                            trainer.step(),
                            scores.get(0).confusion()))));
        }
        return known;
    }

    private static Counted nothingCounted() {
        return new Counted(0, 0, 0, new int[0]);
    }
}
