package dev.steep.protocol;

import dev.steep.protocol.look.Moment;
import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Packet;
import dev.steep.protocol.packet.Unpacker;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the worker says to the page: answers to requests, and by itself {@link Ready},
 * {@link Loading}, {@link Progress} and {@link Trouble}.
 */
public interface Report {
    /** Writes its parts. */
    void pack(Packer to);

    /** Its tag: the record's own name. */
    String tag();

    /** How each kind is read, by its tag. */
    Map<String, Function<Unpacker, Report>> KINDS = Map.ofEntries(
            Map.entry("Ready", from -> new Ready(from.word())),
            Map.entry("Loading", from -> new Loading(from.word(), from.number())),
            Map.entry("Opened", Opened::unpack),
            Map.entry("Progress", Progress::unpack),
            Map.entry("Picture", Picture::unpack),
            Map.entry("Samples", Samples::unpack),
            Map.entry("Tried", Tried::unpack),
            Map.entry("Sheet", from -> new Sheet(TableFacts.unpack(from))),
            Map.entry("Cells", from -> new Cells(from.words(), from.words())),
            Map.entry("Numbers", from -> new Numbers(from.floats(), from.ints())),
            Map.entry("Rates", Rates::unpack),
            Map.entry("Baselines", Baselines::unpack),
            Map.entry("Slice", Slice::unpack),
            Map.entry("TestScores", from -> new TestScores(from.word(), from.whole(), from.whole())),
            Map.entry("Text", from -> new Text(from.word())),
            Map.entry("Done", from -> new Done()),
            Map.entry("Cancelled", from -> new Cancelled(from.word())),
            Map.entry("Refused", from -> new Refused(from.word())),
            Map.entry("Kept", Kept::unpack),
            Map.entry("Backup", Backup::unpack),
            Map.entry("Trouble", from -> new Trouble(from.word())));

    /** The worker has started and takes requests. */
    record Ready(String backend) implements Report {
        @Override
        public void pack(Packer to) {
            to.word(backend);
        }

        @Override
        public String tag() {
            return "Ready";
        }
    }

    /**
     * How far the data are that were asked for; said unasked, some times a second, until the request is answered.
     *
     * @param sentence such as {@code Drawing: 12,400 of 20,000 images}
     * @param share that is done, 0 to 1
     */
    record Loading(String sentence, double share) implements Report {
        @Override
        public void pack(Packer to) {
            to.word(sentence).number(share);
        }

        @Override
        public String tag() {
            return "Loading";
        }
    }

    /**
     * The experiment is open.
     *
     * @param recipe the experiment as it was understood, in link form
     * @param notices a sentence for everything that was replaced, dropped or left out
     * @param anew whether training starts from the beginning; false if it goes on with other live knobs
     * @param layers one for each layer of the recipe
     * @param problems why it cannot be trained; empty if it can
     * @param metrics names of what is measured beside the loss
     * @param rates the learning rate over the planned epochs, at evenly spaced steps, if a schedule decides it; otherwise empty
     * @param rows a number that changes whenever the samples or their split do; equal ones mean the same rows in the same parts
     * @param chosen row of the chosen sample; {@link Moment#DRAWN} if the student drew it
     */
    record Opened(
            String recipe,
            List<String> notices,
            boolean anew,
            DataFacts data,
            List<LayerFacts> layers,
            List<ProblemFacts> problems,
            List<String> metrics,
            double[] rates,
            int rows,
            int chosen)
            implements Report {
        static Opened unpack(Unpacker from) {
            return new Opened(
                    from.word(),
                    from.words(),
                    from.flag(),
                    DataFacts.unpack(from),
                    from.list(LayerFacts::unpack),
                    from.list(ProblemFacts::unpack),
                    from.words(),
                    from.doubles(),
                    from.whole(),
                    from.whole());
        }

        @Override
        public void pack(Packer to) {
            to.word(recipe).words(notices).flag(anew);
            data.pack(to);
            to.list(layers, (packer, layer) -> layer.pack(packer));
            to.list(problems, (packer, problem) -> problem.pack(packer));
            to.words(metrics).doubles(rates).number(rows).number(chosen);
        }

        @Override
        public String tag() {
            return "Opened";
        }
    }

    /**
     * How training stands.
     *
     * @param state what the worker is doing
     * @param epoch finished epochs
     * @param epochs how many the recipe asks for
     * @param step finished steps since the start
     * @param stepOfEpoch finished steps of the present epoch
     * @param stepsPerEpoch steps of a whole epoch
     * @param samplesPerSecond training speed by the clock: over the last second or so; over the whole run when it has just ended; 0 if
     *     it stands
     * @param paced whether training could be faster: it waits between steps for the sake of its pace
     * @param log the epochs finished since the last report, in order
     * @param losses the loss of each step since the last report, in order
     * @param firstLoss which step {@code losses} begins with, counted from 0; 0 with an empty log means a fresh start
     * @param rate the learning rate of the next step; 0 where there is none
     * @param reduced whether a callback has set it, instead of the optimizer's own
     * @param ending how training ended, in a sentence, if a callback had a say in that; otherwise empty
     * @param trouble why training broke off, if it diverged; otherwise empty
     */
    record Progress(
            State state,
            int epoch,
            int epochs,
            int step,
            int stepOfEpoch,
            int stepsPerEpoch,
            double samplesPerSecond,
            boolean paced,
            List<EpochLog> log,
            float[] losses,
            int firstLoss,
            double rate,
            boolean reduced,
            String ending,
            String trouble)
            implements Report {
        /** What the worker is doing. */
        public enum State {
            /** Nothing trained yet, or paused: Train goes on. */
            PAUSED,
            TRAINING,
            /** The recipe's epochs are done, or a callback stopped training; {@code ending} says which. */
            FINISHED,
            /** A number overflowed; {@code trouble} says which. Only Reset helps: the weights are broken. */
            DIVERGED,
            /** The experiment has a problem and cannot be trained. */
            BLOCKED
        }

        static Progress unpack(Unpacker from) {
            return new Progress(
                    State.values()[from.whole()],
                    from.whole(),
                    from.whole(),
                    from.whole(),
                    from.whole(),
                    from.whole(),
                    from.number(),
                    from.flag(),
                    from.list(EpochLog::unpack),
                    from.floats(),
                    from.whole(),
                    from.number(),
                    from.flag(),
                    from.word(),
                    from.word());
        }

        @Override
        public void pack(Packer to) {
            to.number(state.ordinal()).number(epoch).number(epochs).number(step).number(stepOfEpoch);
            to.number(stepsPerEpoch).number(samplesPerSecond).flag(paced);
            to.list(log, (packer, epochLog) -> epochLog.pack(packer));
            to.floats(losses)
                    .number(firstLoss)
                    .number(rate)
                    .flag(reduced)
                    .word(ending)
                    .word(trouble);
        }

        @Override
        public String tag() {
            return "Progress";
        }
    }

    /**
     * Numbers for a panel to draw, one array for each look; an empty one for numbers that do not exist, such as those of a
     * network that cannot work.
     *
     * @param version of the state; a panel that has drawn the picture says so in its next {@link Inquiry.Watch}
     * @param moment the state that the numbers belong to; if they belong to several, the earliest
     */
    record Picture(String panel, int version, Moment moment, List<float[]> numbers) implements Report {
        static Picture unpack(Unpacker from) {
            return new Picture(from.word(), from.whole(), Moment.unpack(from), from.list(Unpacker::floats));
        }

        @Override
        public void pack(Packer to) {
            to.word(panel).number(version);
            moment.pack(to);
            to.list(numbers, Packer::floats);
        }

        @Override
        public String tag() {
            return "Picture";
        }
    }

    /**
     * Raw samples.
     *
     * @param rows their row numbers in the data set
     * @param x their numbers, one sample after the other, before preparation
     * @param y for each, its class index or its first number
     */
    record Samples(int[] rows, float[] x, float[] y) implements Report {
        static Samples unpack(Unpacker from) {
            return new Samples(from.ints(), from.floats(), from.floats());
        }

        @Override
        public void pack(Packer to) {
            to.ints(rows).floats(x).floats(y);
        }

        @Override
        public String tag() {
            return "Samples";
        }
    }

    /**
     * A data set that was made to be seen.
     *
     * @param data what it is; all its samples are training samples, and ranges are those of the samples that are told
     * @param x the numbers of the first samples, one after the other
     * @param y for each, its class index or its first number
     */
    record Tried(DataFacts data, float[] x, float[] y) implements Report {
        static Tried unpack(Unpacker from) {
            return new Tried(DataFacts.unpack(from), from.floats(), from.floats());
        }

        @Override
        public void pack(Packer to) {
            data.pack(to);
            to.floats(x).floats(y);
        }

        @Override
        public String tag() {
            return "Tried";
        }
    }

    /** How a table was understood; {@link TableFacts#NONE} if samples come from none. */
    record Sheet(TableFacts table) implements Report {
        @Override
        public void pack(Packer to) {
            table.pack(to);
        }

        @Override
        public String tag() {
            return "Sheet";
        }
    }

    /**
     * Cells of samples as they were written.
     *
     * @param names of the columns, those that are predicted first; empty if samples come from no table
     * @param cells sample after sample
     */
    record Cells(List<String> names, List<String> cells) implements Report {
        @Override
        public void pack(Packer to) {
            to.words(names).words(cells);
        }

        @Override
        public String tag() {
            return "Cells";
        }
    }

    /** A tensor: its numbers, and the lengths of its axes (of a batched one, the batch first). */
    record Numbers(float[] values, int[] shape) implements Report {
        @Override
        public void pack(Packer to) {
            to.floats(values).ints(shape);
        }

        @Override
        public String tag() {
            return "Numbers";
        }
    }

    /**
     * How far a search for a learning rate is.
     *
     * @param share that is done, 0 to 1
     * @param over whether that is all
     * @param rates of the steps so far, growing
     * @param losses of their batches; the last may be infinite or NaN
     * @param smoothed the running mean of the losses
     * @param suggested a rate to train with, when it is over; 0 if none
     * @param reason why that one, when it is over
     */
    record Rates(
            double share,
            boolean over,
            double[] rates,
            double[] losses,
            double[] smoothed,
            double suggested,
            String reason)
            implements Report {
        static Rates unpack(Unpacker from) {
            return new Rates(
                    from.number(),
                    from.flag(),
                    from.doubles(),
                    from.doubles(),
                    from.doubles(),
                    from.number(),
                    from.word());
        }

        @Override
        public void pack(Packer to) {
            to.number(share).flag(over).doubles(rates).doubles(losses).doubles(smoothed);
            to.number(suggested).word(reason);
        }

        @Override
        public String tag() {
            return "Rates";
        }
    }

    /**
     * Simple models and their scores.
     *
     * @param share that is done, 0 to 1
     * @param over whether that is all
     * @param measure what the scores are: {@code accuracy}, or {@code root_mean_squared_error} in the target's own unit
     * @param names of the models that are done; with the last of all, the network as it is now
     * @param standards what each is called in scikit-learn
     * @param notes what of the data each has used, or why it was left out; empty for nothing to say
     * @param training scores on the training part
     * @param validation scores on the validation part; NaN without one
     */
    record Baselines(
            double share,
            boolean over,
            String measure,
            List<String> names,
            List<String> standards,
            List<String> notes,
            double[] training,
            double[] validation)
            implements Report {
        static Baselines unpack(Unpacker from) {
            return new Baselines(
                    from.number(),
                    from.flag(),
                    from.word(),
                    from.words(),
                    from.words(),
                    from.words(),
                    from.doubles(),
                    from.doubles());
        }

        @Override
        public void pack(Packer to) {
            to.number(share)
                    .flag(over)
                    .word(measure)
                    .words(names)
                    .words(standards)
                    .words(notes);
            to.doubles(training).doubles(validation);
        }

        @Override
        public String tag() {
            return "Baselines";
        }
    }

    /**
     * How far the loss on a plane through the weights is known.
     *
     * @param share that is done, 0 to 1
     * @param side places along each direction
     * @param edges lowest and highest factor of the first direction, then of the second
     * @param losses at each place, the first direction running fastest; NaN where nothing is known yet
     * @param path both factors of each epoch that is kept, the present last
     * @param epochs the numbers of those epochs
     * @param step where the run stood
     * @param samples how many training samples the loss is of
     * @param alongPath whether the plane is that in which the run has moved most; otherwise a random one
     * @param held which share of the path's squared distances lies in it
     */
    record Slice(
            double share,
            int side,
            double[] edges,
            double[] losses,
            double[] path,
            int[] epochs,
            int step,
            int samples,
            boolean alongPath,
            double held)
            implements Report {
        static Slice unpack(Unpacker from) {
            return new Slice(
                    from.number(),
                    from.whole(),
                    from.doubles(),
                    from.doubles(),
                    from.doubles(),
                    from.ints(),
                    from.whole(),
                    from.whole(),
                    from.flag(),
                    from.number());
        }

        /** Whether that is all. */
        public boolean over() {
            return share == 1;
        }

        @Override
        public void pack(Packer to) {
            to.number(share).number(side).doubles(edges).doubles(losses).doubles(path);
            to.ints(epochs).number(step).number(samples).flag(alongPath).number(held);
        }

        @Override
        public String tag() {
            return "Slice";
        }
    }

    /**
     * The test part was opened.
     *
     * @param scores a JSON object: loss and metrics
     * @param samples how many it has
     * @param opened how often it has been opened, this time included
     */
    record TestScores(String scores, int samples, int opened) implements Report {
        @Override
        public void pack(Packer to) {
            to.word(scores).number(samples).number(opened);
        }

        @Override
        public String tag() {
            return "TestScores";
        }
    }

    /** Text, usually JSON. */
    record Text(String text) implements Report {
        @Override
        public void pack(Packer to) {
            to.word(text);
        }

        @Override
        public String tag() {
            return "Text";
        }
    }

    /** The request has been carried out. */
    record Done() implements Report {
        @Override
        public void pack(Packer to) {}

        @Override
        public String tag() {
            return "Done";
        }
    }

    /** The request was given up before it was done, because somebody wanted it so; nothing has changed. */
    record Cancelled(String sentence) implements Report {
        @Override
        public void pack(Packer to) {
            to.word(sentence);
        }

        @Override
        public String tag() {
            return "Cancelled";
        }
    }

    /** The request cannot be carried out; nothing has changed. */
    record Refused(String sentence) implements Report {
        @Override
        public void pack(Packer to) {
            to.word(sentence);
        }

        @Override
        public String tag() {
            return "Refused";
        }
    }

    /** Something went wrong by itself, such as a run that diverged: what happened and what to try. */
    record Trouble(String sentence) implements Report {
        @Override
        public void pack(Packer to) {
            to.word(sentence);
        }

        @Override
        public String tag() {
            return "Trouble";
        }
    }

    /**
     * Which epochs can be looked at.
     *
     * @param epochs those that are kept, in order
     * @param shown the one that every view shows; {@link Request.At#PRESENT} for where training is
     * @param step the step that is shown
     * @param present finished epochs where training is
     * @param checkpoints what callbacks have kept of the run, in their order
     */
    record Kept(int[] epochs, int shown, int step, int present, List<Checkpoint> checkpoints) implements Report {
        /** Before anything was trained. */
        public static final Kept NOTHING = new Kept(new int[0], Request.At.PRESENT, 0, 0, List.of());

        /**
         * An epoch that a callback has kept.
         *
         * @param epoch counted from 1
         * @param monitor what was watched
         * @param value what that came to; NaN if it was not measured
         */
        public record Checkpoint(int epoch, String monitor, double value) {
            void pack(Packer to) {
                to.number(epoch).word(monitor).number(value);
            }

            static Checkpoint unpack(Unpacker from) {
                return new Checkpoint(from.whole(), from.word(), from.number());
            }
        }

        static Kept unpack(Unpacker from) {
            return new Kept(from.ints(), from.whole(), from.whole(), from.whole(), from.list(Checkpoint::unpack));
        }

        /** Whether the past is shown. */
        public boolean past() {
            return shown != Request.At.PRESENT;
        }

        @Override
        public void pack(Packer to) {
            to.ints(epochs).number(shown).number(step).number(present);
            to.list(checkpoints, (packer, each) -> each.pack(packer));
        }

        @Override
        public String tag() {
            return "Kept";
        }
    }

    /**
     * How the run stands, for a worker that has to take this one's place: {@link Request.Recover}. Said unasked, every few seconds while
     * training, and when it stops.
     *
     * @param recipe of the experiment; empty if there is nothing that would be lost
     * @param step finished steps
     * @param epoch finished epochs
     * @param run only workers understand it
     */
    record Backup(String recipe, int step, int epoch, Packet run) implements Report {
        /** There is nothing to lose. */
        public static final Backup NOTHING =
                new Backup("", 0, 0, new Packet("", new double[0], new String[0], new float[0][], new byte[0][]));

        static Backup unpack(Unpacker from) {
            return new Backup(from.word(), from.whole(), from.whole(), from.packet());
        }

        @Override
        public void pack(Packer to) {
            to.word(recipe).number(step).number(epoch).packet(run);
        }

        @Override
        public String tag() {
            return "Backup";
        }
    }
}
