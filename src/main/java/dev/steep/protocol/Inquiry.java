package dev.steep.protocol;

import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A request to know something: it changes nothing of the experiment. */
public interface Inquiry extends Request {
    /** Calls the handler's method for this kind of inquiry. */
    <R> R on(Inquirer<R> inquirer);

    @Override
    default <R> R on(Request.Handler<R> handler) {
        return handler.inquiry(this);
    }

    /** One method for each kind of inquiry. */
    interface Inquirer<R> {
        R alive(Alive inquiry);

        R watch(Watch inquiry);

        R once(Once inquiry);

        R gallery(Gallery inquiry);

        R sheet(Sheet inquiry);

        R cells(Cells inquiry);

        R names(Names inquiry);

        R read(Read inquiry);

        R backprop(Backprop inquiry);

        R backpropNumbers(BackpropNumbers inquiry);

        R chain(Chain inquiry);

        R predict(Predict inquiry);

        R evaluate(Evaluate inquiry);

        R openTest(OpenTest inquiry);

        R findRate(FindRate inquiry);

        R slice(Slice inquiry);

        R baselines(Baselines inquiry);

        R history(History inquiry);

        R stepLosses(StepLosses inquiry);

        R snapshots(Snapshots inquiry);

        R journal(Journal inquiry);

        R tryLayer(TryLayer inquiry);

        R tryData(TryData inquiry);

        R bench(Bench inquiry);

        R pieces(Pieces inquiry);

        R listing(Listing inquiry);
    }

    /** How each kind is read, by its tag. */
    Map<String, Function<Unpacker, Inquiry>> KINDS = Map.ofEntries(
            Map.entry("Alive", from -> new Alive()),
            Map.entry("Watch", Watch::unpack),
            Map.entry("Once", from -> new Once(Look.unpack(from))),
            Map.entry("Gallery", Gallery::unpack),
            Map.entry("Sheet", from -> new Sheet(from.whole(), from.whole())),
            Map.entry("Cells", from -> new Cells(from.ints())),
            Map.entry("Names", from -> new Names()),
            Map.entry("Read", from -> new Read(from.word())),
            Map.entry("Backprop", from -> new Backprop(from.flag())),
            Map.entry("BackpropNumbers", BackpropNumbers::unpack),
            Map.entry("Chain", Chain::unpack),
            Map.entry("Predict", from -> new Predict(from.floats(), from.whole())),
            Map.entry("Evaluate", from -> new Evaluate()),
            Map.entry("OpenTest", from -> new OpenTest(from.whole())),
            Map.entry("FindRate", from -> new FindRate(Turn.values()[from.whole()])),
            Map.entry("Slice", from -> new Slice(Turn.values()[from.whole()], from.flag())),
            Map.entry("Baselines", from -> new Baselines(Turn.values()[from.whole()])),
            Map.entry("History", from -> new History()),
            Map.entry("StepLosses", from -> new StepLosses()),
            Map.entry("Snapshots", from -> new Snapshots()),
            Map.entry("Journal", from -> new Journal()),
            Map.entry("TryLayer", TryLayer::unpack),
            Map.entry("TryData", TryData::unpack),
            Map.entry("Bench", Bench::unpack),
            Map.entry("Pieces", from -> new Pieces()),
            Map.entry("Listing", from -> new Listing(from.whole())));

    /** What is asked of work that is done in parts, each answered by what is known so far. */
    enum Turn {
        BEGIN,
        GO_ON,
        STOP
    }

    /** Whether the worker still answers; {@link Report.Done}. */
    record Alive() implements Inquiry {
        @Override
        public void pack(Packer to) {}

        @Override
        public <R> R on(Inquirer<R> inquirer) {
            return inquirer.alive(this);
        }

        @Override
        public String tag() {
            return "Alive";
        }
    }

    /**
     * Asks to see numbers; {@link Report.Picture}. Answered as soon as the state is another than the one that the panel says it
     * has drawn; so a panel asks again when it has drawn, and one picture at the most is under way. What a panel has drawn is
     * known to the panel alone: a picture that was sent counts for nothing. A watch that is replaced by a new one of the same
     * panel, or whose experiment is replaced, is answered by {@link Report.Done}.
     *
     * @param panel names the panel
     * @param drawn version of the picture of these looks that the panel shows; {@link #NOTHING} if it shows none
     */
    record Watch(String panel, List<Look> looks, int drawn) implements Inquiry {
        /** No version: the panel asks anew, and is answered at once. */
        public static final int NOTHING = -1;

        static Watch unpack(Unpacker from) {
            return new Watch(from.word(), from.list(Look::unpack), from.whole());
        }

        @Override
        public void pack(Packer to) {
            to.word(panel).list(looks, Look::pack).number(drawn);
        }

        @Override
        public <R> R on(Inquirer<R> inquirer) {
            return inquirer.watch(this);
        }

        @Override
        public String tag() {
            return "Watch";
        }
    }

    /** One look, for a script; {@link Report.Picture}. */
    record Once(Look look) implements Inquiry {
        @Override
        public void pack(Packer to) {
            Look.pack(to, look);
        }

        @Override
        public <R> R on(Inquirer<R> inquirer) {
            return inquirer.once(this);
        }

        @Override
        public String tag() {
            return "Once";
        }
    }

    /** Raw samples {@code from} to {@code from + count - 1} of a part, as far as there are; {@link Report.Samples}. */
    record Gallery(DataPart part, int from, int count) implements Inquiry {
        static Gallery unpack(Unpacker from) {
            return new Gallery(DataPart.values()[from.whole()], from.whole(), from.whole());
        }

        @Override
        public void pack(Packer to) {
            to.number(part.ordinal()).number(from).number(count);
        }

        @Override
        public <R> R on(Inquirer<R> inquirer) {
            return inquirer.gallery(this);
        }

        @Override
        public String tag() {
            return "Gallery";
        }
    }

    /** How the table was understood that samples come from, with {@code count} of its columns; {@link Report.Sheet}. */
    record Sheet(int from, int count) implements Inquiry {
        @Override
        public void pack(Packer to) {
            to.number(from).number(count);
        }

        @Override
        public <R> R on(Inquirer<R> inquirer) {
            return inquirer.sheet(this);
        }

        @Override
        public String tag() {
            return "Sheet";
        }
    }

    /** What stands in the table for these samples; {@link Report.Cells}. */
    record Cells(int[] samples) implements Inquiry {
        @Override
        public void pack(Packer to) {
            to.ints(samples);
        }

        @Override
        public <R> R on(Inquirer<R> inquirer) {
            return inquirer.cells(this);
        }

        @Override
        public String tag() {
            return "Cells";
        }
    }

    /** Every tensor's name, shape and role; {@link Report.Text}, a JSON list. */
    record Names() implements Inquiry {
        @Override
        public void pack(Packer to) {}

        @Override
        public <R> R on(Inquirer<R> inquirer) {
            return inquirer.names(this);
        }

        @Override
        public String tag() {
            return "Names";
        }
    }

    /** A tensor's numbers; {@link Report.Numbers}. */
    record Read(String name) implements Inquiry {
        @Override
        public void pack(Packer to) {
            to.word(name);
        }

        @Override
        public <R> R on(Inquirer<R> inquirer) {
            return inquirer.read(this);
        }

        @Override
        public String tag() {
            return "Read";
        }
    }

    /**
     * The next training step, looked at before it is done: what there is on the way to the loss; {@link Report.Text}, an object.
     *
     * @param batch of the whole batch that comes next, or else of the chosen sample alone
     */
    record Backprop(boolean batch) implements Inquiry {
        @Override
        public void pack(Packer to) {
            to.flag(batch);
        }

        @Override
        public <R> R on(Inquirer<R> inquirer) {
            return inquirer.backprop(this);
        }

        @Override
        public String tag() {
            return "Backprop";
        }
    }

    /**
     * Of that step, the numbers of a tensor, or the derivatives of the loss with respect to them; {@link Report.Numbers}.
     *
     * @param batch as in {@link Backprop}
     */
    record BackpropNumbers(boolean batch, String tensor, boolean derivatives) implements Inquiry {
        static BackpropNumbers unpack(Unpacker from) {
            return new BackpropNumbers(from.flag(), from.word(), from.flag());
        }

        @Override
        public void pack(Packer to) {
            to.flag(batch).word(tensor).flag(derivatives);
        }

        @Override
        public <R> R on(Inquirer<R> inquirer) {
            return inquirer.backpropNumbers(this);
        }

        @Override
        public String tag() {
            return "BackpropNumbers";
        }
    }

    /**
     * Of that step, how one number comes about, and by the chain rule its derivative; {@link Report.Text}, an object.
     *
     * @param batch as in {@link Backprop}
     * @param place of the number, counted over the samples
     * @param nudge by how much a weight is changed to measure the derivative; 0 for not at all
     */
    record Chain(boolean batch, String tensor, int place, double nudge) implements Inquiry {
        static Chain unpack(Unpacker from) {
            return new Chain(from.flag(), from.word(), from.whole(), from.number());
        }

        @Override
        public void pack(Packer to) {
            to.flag(batch).word(tensor).number(place).number(nudge);
        }

        @Override
        public <R> R on(Inquirer<R> inquirer) {
            return inquirer.chain(this);
        }

        @Override
        public String tag() {
            return "Chain";
        }
    }

    /** The network's outputs for raw samples; {@link Report.Numbers}. */
    record Predict(float[] samples, int count) implements Inquiry {
        @Override
        public void pack(Packer to) {
            to.floats(samples).number(count);
        }

        @Override
        public <R> R on(Inquirer<R> inquirer) {
            return inquirer.predict(this);
        }

        @Override
        public String tag() {
            return "Predict";
        }
    }

    /** Loss and accuracy on the parts that are open, training and validation, now; {@link Report.Text}, a JSON object. */
    record Evaluate() implements Inquiry {
        @Override
        public void pack(Packer to) {}

        @Override
        public <R> R on(Inquirer<R> inquirer) {
            return inquirer.evaluate(this);
        }

        @Override
        public String tag() {
            return "Evaluate";
        }
    }

    /**
     * Opens the test part: loss and accuracy on it, now; {@link Report.TestScores}. Each time counts. Until the first time nothing
     * of it is shown by any other answer.
     *
     * @param before how often the page knows it was opened: another worker may have counted before this one
     */
    record OpenTest(int before) implements Inquiry {
        @Override
        public void pack(Packer to) {
            to.number(before);
        }

        @Override
        public <R> R on(Inquirer<R> inquirer) {
            return inquirer.openTest(this);
        }

        @Override
        public String tag() {
            return "OpenTest";
        }
    }

    /**
     * A part of a search for a learning rate, on a copy of the run; {@link Report.Rates}. Whoever asks goes on asking until it is over, or
     * stops it, which is answered by {@link Report.Done}: between the parts training goes on. Another experiment ends it.
     */
    record FindRate(Turn turn) implements Inquiry {
        @Override
        public void pack(Packer to) {
            to.number(turn.ordinal());
        }

        @Override
        public <R> R on(Inquirer<R> inquirer) {
            return inquirer.findRate(this);
        }

        @Override
        public String tag() {
            return "FindRate";
        }
    }

    /**
     * A part of fitting simple models to the training part, to compare the network with; {@link Report.Baselines}. Goes on and ends as
     * {@link FindRate} does.
     */
    record Baselines(Turn turn) implements Inquiry {
        @Override
        public void pack(Packer to) {
            to.number(turn.ordinal());
        }

        @Override
        public <R> R on(Inquirer<R> inquirer) {
            return inquirer.baselines(this);
        }

        @Override
        public String tag() {
            return "Baselines";
        }
    }

    /**
     * A part of the loss on a plane through the present weights, on a copy of the run; {@link Report.Slice}. Goes on and ends as {@link
     * FindRate} does.
     *
     * @param alongPath whether the plane is that in which the run has moved most, instead of a random one
     */
    record Slice(Turn turn, boolean alongPath) implements Inquiry {
        @Override
        public void pack(Packer to) {
            to.number(turn.ordinal()).flag(alongPath);
        }

        @Override
        public <R> R on(Inquirer<R> inquirer) {
            return inquirer.slice(this);
        }

        @Override
        public String tag() {
            return "Slice";
        }
    }

    /** What every epoch came to; {@link Report.Text}, a JSON list with Keras' names. */
    record History() implements Inquiry {
        @Override
        public void pack(Packer to) {}

        @Override
        public <R> R on(Inquirer<R> inquirer) {
            return inquirer.history(this);
        }

        @Override
        public String tag() {
            return "History";
        }
    }

    /** The loss of every step; {@link Report.Numbers}. */
    record StepLosses() implements Inquiry {
        @Override
        public void pack(Packer to) {}

        @Override
        public <R> R on(Inquirer<R> inquirer) {
            return inquirer.stepLosses(this);
        }

        @Override
        public String tag() {
            return "StepLosses";
        }
    }

    /** Which epochs are kept; {@link Report.Text}, a JSON array of objects. */
    record Snapshots() implements Inquiry {
        @Override
        public void pack(Packer to) {}

        @Override
        public <R> R on(Inquirer<R> inquirer) {
            return inquirer.snapshots(this);
        }

        @Override
        public String tag() {
            return "Snapshots";
        }
    }

    /** What was changed by hand in the present run; {@link Report.Text}, a JSON object. */
    record Journal() implements Inquiry {
        @Override
        public void pack(Packer to) {}

        @Override
        public <R> R on(Inquirer<R> inquirer) {
            return inquirer.journal(this);
        }

        @Override
        public String tag() {
            return "Journal";
        }
    }

    /**
     * What a layer by itself makes of some numbers in training, whatever experiment is open; {@link Report.Numbers}, one output after the
     * other. Its weights are those that it starts from.
     *
     * @param layer as in a link: {@code Dropout(0.2)}
     * @param shape of its input
     * @param input the numbers of one sample; of a layer that joins several, those of its inputs, one after the other
     * @param count how many outputs: a layer that draws random numbers draws for each
     * @param seed decides its random numbers and weights
     */
    record TryLayer(String layer, int[] shape, float[] input, int count, int seed) implements Inquiry {
        static TryLayer unpack(Unpacker from) {
            return new TryLayer(from.word(), from.ints(), from.floats(), from.whole(), from.whole());
        }

        @Override
        public void pack(Packer to) {
            to.word(layer).ints(shape).floats(input).number(count).number(seed);
        }

        @Override
        public <R> R on(Inquirer<R> inquirer) {
            return inquirer.tryLayer(this);
        }

        @Override
        public String tag() {
            return "TryLayer";
        }
    }

    /**
     * What a built-in data set looks like, whatever experiment is open; {@link Report.Tried}.
     *
     * @param data as in a link: {@code spiral(noise=0.2)}
     * @param seed decides its random numbers
     * @param most how many samples are sent, the first ones
     */
    record TryData(String data, int seed, int most) implements Inquiry {
        static TryData unpack(Unpacker from) {
            return new TryData(from.word(), from.whole(), from.whole());
        }

        @Override
        public void pack(Packer to) {
            to.word(data).number(seed).number(most);
        }

        @Override
        public <R> R on(Inquirer<R> inquirer) {
            return inquirer.tryData(this);
        }

        @Override
        public String tag() {
            return "TryData";
        }
    }

    /**
     * How fast a workload trains here; {@link Report.Text}, a JSON object. Training waits meanwhile.
     *
     * @param workload its id, such as {@code w1}
     * @param backend the back end's name; empty for the one that the lab uses
     * @param milliseconds how long to measure
     */
    record Bench(String workload, String backend, double milliseconds) implements Inquiry {
        static Bench unpack(Unpacker from) {
            return new Bench(from.word(), from.word(), from.number());
        }

        @Override
        public void pack(Packer to) {
            to.word(workload).word(backend).number(milliseconds);
        }

        @Override
        public <R> R on(Inquirer<R> inquirer) {
            return inquirer.bench(this);
        }

        @Override
        public String tag() {
            return "Bench";
        }
    }

    /**
     * The pieces of code that a training step was compiled to, as they run; {@link Report.Text}, a JSON list of
     * {@code {name, steps}}, empty if nothing was compiled.
     */
    record Pieces() implements Inquiry {
        @Override
        public void pack(Packer to) {}

        @Override
        public <R> R on(Inquirer<R> inquirer) {
            return inquirer.pieces(this);
        }

        @Override
        public String tag() {
            return "Pieces";
        }
    }

    /** The code of one of the {@link Pieces}, by its place, in WebAssembly's text format; {@link Report.Text}, a JSON string. */
    record Listing(int piece) implements Inquiry {
        @Override
        public void pack(Packer to) {
            to.number(piece);
        }

        @Override
        public <R> R on(Inquirer<R> inquirer) {
            return inquirer.listing(this);
        }

        @Override
        public String tag() {
            return "Listing";
        }
    }
}
