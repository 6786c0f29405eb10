package dev.steep.protocol;

import dev.steep.data.file.Content;
import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Packet;
import dev.steep.protocol.packet.Unpacker;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the page may ask of the worker. Each is answered once, by the report that its comment names. */
public interface Request {
    /** Writes its parts. */
    void pack(Packer to);

    /** Calls the handler's method for this kind of request. */
    <R> R on(Handler<R> handler);

    /** One method for each kind of request. */
    interface Handler<R> {
        R open(Open request);

        R openStopped(OpenStopped request);

        R openFiles(OpenFiles request);

        R ownData(OwnData request);

        R train(Train request);

        R cancel(Cancel request);

        R pause(Pause request);

        R reset(Reset request);

        R choose(Choose request);

        R draw(Draw request);

        R write(Write request);

        R at(At request);

        R branch(Branch request);

        R keep(Keep request);

        R reopen(Reopen request);

        R recover(Recover request);

        R inquiry(Inquiry request);
    }

    /** How each kind is read, by its tag; inquiries have a table of their own. */
    Map<String, Function<Unpacker, Request>> KINDS = Map.ofEntries(
            Map.entry("Open", Open::unpack),
            Map.entry("OpenStopped", OpenStopped::unpack),
            Map.entry("OpenFiles", OpenFiles::unpack),
            Map.entry("OwnData", OwnData::unpack),
            Map.entry("Train", Train::unpack),
            Map.entry("Cancel", from -> new Cancel()),
            Map.entry("Pause", from -> new Pause()),
            Map.entry("Reset", from -> new Reset()),
            Map.entry("Choose", from -> new Choose(from.whole())),
            Map.entry("Draw", from -> new Draw(from.floats())),
            Map.entry("Write", from -> new Write(from.word(), from.floats())),
            Map.entry("At", from -> new At(from.whole())),
            Map.entry("Branch", from -> new Branch(from.whole())),
            Map.entry("Keep", from -> new Keep(from.whole(), from.word())),
            Map.entry("Reopen", from -> new Reopen(from.word(), from.whole())),
            Map.entry("Recover", from -> new Recover(from.word(), from.packet())));

    /** Its tag: the record's own name. */
    String tag();

    /**
     * Makes this the experiment; {@link Report.Opened}. If it differs from the present one in live knobs only, training
     * goes on with them; otherwise it starts anew, paused.
     *
     * @param recipe its link form
     */
    record Open(String recipe) implements Request {
        static Open unpack(Unpacker from) {
            return new Open(from.word());
        }

        @Override
        public void pack(Packer to) {
            to.word(recipe);
        }

        @Override
        public <R> R on(Handler<R> handler) {
            return handler.open(this);
        }

        @Override
        public String tag() {
            return "Open";
        }
    }

    /**
     * Makes this the experiment without making anything of it: no data, no network, nothing to train. For a recipe that a
     * worker died of; {@link Report.Opened}, with the reason as its problem.
     *
     * @param recipe its link form
     * @param reason a sentence
     */
    record OpenStopped(String recipe, String reason) implements Request {
        static OpenStopped unpack(Unpacker from) {
            return new OpenStopped(from.word(), from.word());
        }

        @Override
        public void pack(Packer to) {
            to.word(recipe).word(reason);
        }

        @Override
        public <R> R on(Handler<R> handler) {
            return handler.openStopped(this);
        }

        @Override
        public String tag() {
            return "OpenStopped";
        }
    }

    /**
     * Reads the student's own files and makes a fitting experiment of them; {@link Report.Opened}.
     *
     * @param address where they were fetched; empty if they were not
     */
    record OpenFiles(List<File> files, String address) implements Request {
        /** Files of the student's own machine. */
        public OpenFiles(List<File> files) {
            this(files, "");
        }

        /** A file's name, with the folders that it lies in ({@code photos/cats/1.png}), and its content. */
        public record File(String name, Content content) {
            /** One that was read. */
            public File(String name, byte[] bytes) {
                this(name, Content.of(bytes));
            }
        }

        static OpenFiles unpack(Unpacker from) {
            return new OpenFiles(from.list(item -> new File(item.word(), item.content())), from.word());
        }

        @Override
        public void pack(Packer to) {
            to.list(files, (packer, file) -> packer.word(file.name()).content(file.content()))
                    .word(address);
        }

        @Override
        public <R> R on(Handler<R> handler) {
            return handler.openFiles(this);
        }

        @Override
        public String tag() {
            return "OpenFiles";
        }
    }

    /**
     * Takes arrays from a script as the data set; {@link Report.Opened}.
     *
     * @param x samples one after the other
     * @param xShape shape of one sample
     * @param y class indices (yWidth 0) or yWidth numbers per sample; one-hot if there are classes and yWidth is above 0
     * @param classes names of the classes; empty for regression
     */
    record OwnData(float[] x, int[] xShape, float[] y, int yWidth, List<String> classes) implements Request {
        static OwnData unpack(Unpacker from) {
            return new OwnData(from.floats(), from.ints(), from.floats(), from.whole(), from.words());
        }

        @Override
        public void pack(Packer to) {
            to.floats(x).ints(xShape).floats(y).number(yWidth).words(classes);
        }

        @Override
        public <R> R on(Handler<R> handler) {
            return handler.ownData(this);
        }

        @Override
        public String tag() {
            return "OwnData";
        }
    }

    /**
     * Trains until the first limit is met, the recipe's number of epochs is reached, or a pause; then {@link
     * Report.Done}. A limit of 0 is none.
     *
     * @param steps how many steps at the most
     * @param epochs how many epochs more, ending at the end of an epoch; counts even beyond the recipe's epochs
     * @param seconds how long
     * @param paced whether it keeps the pace of the recipe, also when that is changed meanwhile; otherwise it is as fast as it can be
     */
    record Train(int steps, int epochs, double seconds, boolean paced) implements Request {
        /** At full speed. */
        public Train(int steps, int epochs, double seconds) {
            this(steps, epochs, seconds, false);
        }

        static Train unpack(Unpacker from) {
            return new Train(from.whole(), from.whole(), from.number(), from.flag());
        }

        @Override
        public void pack(Packer to) {
            to.number(steps).number(epochs).number(seconds).flag(paced);
        }

        @Override
        public <R> R on(Handler<R> handler) {
            return handler.train(this);
        }

        @Override
        public String tag() {
            return "Train";
        }
    }

    /**
     * Gives up the data that are on their way, if there are any; {@link Report.Done}. Whoever asked for them is answered by {@link
     * Report.Cancelled}, and the experiment is the one that was open before.
     */
    record Cancel() implements Request {
        @Override
        public void pack(Packer to) {}

        @Override
        public <R> R on(Handler<R> handler) {
            return handler.cancel(this);
        }

        @Override
        public String tag() {
            return "Cancel";
        }
    }

    /** Stops after the present step; {@link Report.Done}. */
    record Pause() implements Request {
        @Override
        public void pack(Packer to) {}

        @Override
        public <R> R on(Handler<R> handler) {
            return handler.pause(this);
        }

        @Override
        public String tag() {
            return "Pause";
        }
    }

    /** Back to the first weights, the very same ones; {@link Report.Done}. */
    record Reset() implements Request {
        @Override
        public void pack(Packer to) {}

        @Override
        public <R> R on(Handler<R> handler) {
            return handler.reset(this);
        }

        @Override
        public String tag() {
            return "Reset";
        }
    }

    /** Makes a sample of the data set the chosen one, which feature maps are shown for; {@link Report.Done}. */
    record Choose(int row) implements Request {
        @Override
        public void pack(Packer to) {
            to.number(row);
        }

        @Override
        public <R> R on(Handler<R> handler) {
            return handler.choose(this);
        }

        @Override
        public String tag() {
            return "Choose";
        }
    }

    /** Makes a sample that the student drew the chosen one; raw numbers, before preparation; {@link Report.Done}. */
    record Draw(float[] sample) implements Request {
        @Override
        public void pack(Packer to) {
            to.floats(sample);
        }

        @Override
        public <R> R on(Handler<R> handler) {
            return handler.draw(this);
        }

        @Override
        public String tag() {
            return "Draw";
        }
    }

    /** Sets a parameter's numbers; {@link Report.Done}. */
    record Write(String name, float[] values) implements Request {
        @Override
        public void pack(Packer to) {
            to.word(name).floats(values);
        }

        @Override
        public <R> R on(Handler<R> handler) {
            return handler.write(this);
        }

        @Override
        public String tag() {
            return "Write";
        }
    }

    /**
     * Shows the end of an epoch in every view, from the snapshot that was kept of it; training pauses, and goes on from where it was;
     * {@link Report.Done}.
     *
     * @param epoch {@link #PRESENT} for where training is
     */
    record At(int epoch) implements Request {
        /** Where training is. */
        public static final int PRESENT = -1;

        @Override
        public void pack(Packer to) {
            to.number(epoch);
        }

        @Override
        public <R> R on(Handler<R> handler) {
            return handler.at(this);
        }

        @Override
        public String tag() {
            return "At";
        }
    }

    /** Goes on from the end of an epoch that is kept: what was trained after it is given up; {@link Report.Done}. */
    record Branch(int epoch) implements Request {
        @Override
        public void pack(Packer to) {
            to.number(epoch);
        }

        @Override
        public <R> R on(Handler<R> handler) {
            return handler.branch(this);
        }

        @Override
        public String tag() {
            return "Branch";
        }
    }

    /**
     * Keeps the run as it stands, for {@link Reopen} with the same key; {@link Report.Done}.
     *
     * @param recipe of the experiment, in link form; if it is not the one that is open, nothing is kept
     */
    record Keep(int key, String recipe) implements Request {
        @Override
        public void pack(Packer to) {
            to.number(key).word(recipe);
        }

        @Override
        public <R> R on(Handler<R> handler) {
            return handler.keep(this);
        }

        @Override
        public String tag() {
            return "Keep";
        }
    }

    /**
     * Makes this the experiment, with the run that was kept under the key, if it still is; {@link Report.Opened}.
     *
     * @param recipe its link form
     */
    record Reopen(String recipe, int key) implements Request {
        @Override
        public void pack(Packer to) {
            to.word(recipe).number(key);
        }

        @Override
        public <R> R on(Handler<R> handler) {
            return handler.reopen(this);
        }

        @Override
        public String tag() {
            return "Reopen";
        }
    }

    /**
     * Makes this the experiment, with the run of a worker that is gone; {@link Report.Opened}.
     *
     * @param recipe its link form
     * @param run of {@link Report.Backup}
     */
    record Recover(String recipe, Packet run) implements Request {
        @Override
        public void pack(Packer to) {
            to.word(recipe).packet(run);
        }

        @Override
        public <R> R on(Handler<R> handler) {
            return handler.recover(this);
        }

        @Override
        public String tag() {
            return "Recover";
        }
    }
}
