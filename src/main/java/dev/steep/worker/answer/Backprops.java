package dev.steep.worker.answer;

import dev.steep.catalog.Numbers;
import dev.steep.engine.Batch;
import dev.steep.engine.Exact;
import dev.steep.engine.Trainer;
import dev.steep.engine.Work;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.reference.Backpropagation;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import dev.steep.worker.experiment.LabState;
import dev.steep.worker.experiment.Sample;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The next training step, looked at before it is done: on a machine of its own, so that nothing of the run changes. It is worked out
 * once for each state of the lab, and only if somebody asks.
 */
final class Backprops {
    /** Operations that are followed one by one: about half a second. */
    private static final double MOST = 3e8;

    private final LabState present;
    private Optional<Kept> kept = Optional.empty();

    private record Kept(Trainer trainer, int version, boolean batch, Backpropagation back) {}

    Backprops(LabState present) {
        this.present = present;
    }

    /** The experiment is another: what was kept of the last one is let go. */
    void forget() {
        kept = Optional.empty();
    }

    Report of(Inquiry.Backprop inquiry) {
        return with(
                inquiry.batch(),
                back -> new Report.Text(text(back, inquiry.batch()).overview(present.moment())));
    }

    Report of(Inquiry.BackpropNumbers inquiry) {
        return with(inquiry.batch(), back -> value(inquiry.tensor())
                .<Report>map(
                        value -> numbers(value, inquiry.derivatives() ? back.derivatives(value) : back.numbers(value)))
                .orElseGet(() -> unknown(inquiry.tensor())));
    }

    Report of(Inquiry.Chain inquiry) {
        return with(inquiry.batch(), back -> value(inquiry.tensor())
                .map(value -> chain(back, value, inquiry))
                .orElseGet(() -> unknown(inquiry.tensor())));
    }

    private Report chain(Backpropagation back, Value value, Inquiry.Chain inquiry) {
        int count = back.numbers(value).length;
        if (inquiry.place() < 0 || inquiry.place() >= count) {
            return new Report.Refused(value.name() + " has " + Numbers.count(count, "number")
                    + " here, counted from 0: there is no number " + inquiry.place() + ".");
        }
        if (!(inquiry.nudge() >= 0) || inquiry.nudge() > 1e6) {
            return new Report.Refused(
                    "A weight can be changed by more than 0 to measure, and by no more than a million.");
        }
        return new Report.Text(text(back, inquiry.batch()).chain(value, inquiry.place(), inquiry.nudge()));
    }

    private ChainText text(Backpropagation back, boolean batch) {
        return new ChainText(present.trainer().orElseThrow().model(), back, batch);
    }

    private static Report unknown(String name) {
        return new Report.Refused("There is no tensor \"" + name + "\" in a training step.");
    }

    private static Report.Numbers numbers(Value value, double[] numbers) {
        float[] rounded = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            rounded[i] = (float) numbers[i];
        }
        int[] lengths = value.shape().lengths();
        int[] shape = new int[lengths.length + (value.batched() ? 1 : 0)];
        if (value.batched()) {
            shape[0] = numbers.length / value.size();
        }
        System.arraycopy(lengths, 0, shape, shape.length - lengths.length, lengths.length);
        return new Report.Numbers(rounded, shape);
    }

    /** A value of the training tape, or what the optimizer remembers. */
    private Optional<Value> value(String name) {
        return present.trainer()
                .flatMap(trainer -> trainer.model().program().training().value(name));
    }

    private Report with(boolean batch, Function<Backpropagation, Report> answer) {
        Optional<Trainer> open = present.trainer();
        if (open.isEmpty()) {
            return new Report.Refused(present.noNetwork());
        }
        Trainer trainer = open.get();
        Kept known = kept.orElse(null);
        if (known != null && known.trainer == trainer && known.version == present.version() && known.batch == batch) {
            return answer.apply(known.back);
        }
        Batch next;
        if (batch) {
            next = trainer.next();
        } else if (present.chosen() instanceof Sample.Row row) {
            next = trainer.next(row.row());
        } else {
            return new Report.Refused(
                    "A sample that was drawn has no label to compare the answer with. Choose one of the data.");
        }
        Tape tape = trainer.model().program().training();
        if (Work.of(tape, next.count()) > MOST) {
            double one = Work.of(tape, 1);
            return new Report.Refused(
                    one > MOST
                            ? "This network is too large to be followed number by number. Try one with fewer units or smaller images."
                            : "A batch of " + next.count()
                                    + " samples of this network is too large to be followed number by number:"
                                    + " look at one sample, or set the batch size to " + (int) (MOST / one)
                                    + " or less.");
        }
        Map<Value, Exact> lasting = new HashMap<>();
        trainer.model()
                .lasting()
                .forEach(value -> lasting.put(value, trainer.machine().exact(value)));
        Backpropagation back = new Backpropagation(trainer.model().program(), trainer.supply(), next, lasting);
        kept = Optional.of(new Kept(trainer, present.version(), batch, back));
        return answer.apply(back);
    }
}
