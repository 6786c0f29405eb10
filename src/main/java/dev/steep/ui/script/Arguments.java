package dev.steep.ui.script;

import dev.steep.browser.GivenValues;
import dev.steep.browser.TypedArrays;
import dev.steep.catalog.Numbers;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Request;
import dev.steep.ui.data.FileBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jsinterop.base.Js;
import jsinterop.base.JsArrayLike;
import jsinterop.base.JsPropertyMap;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;

/** What a script gave a call, read into Java; a sentence says what is wrong with it. */
final class Arguments {
    private static final String TRAIN = "{steps}, {epochs}, {seconds} or {paced}, or nothing";

    private static final int MOST_FILES = 50_000;
    private static final int MOST_CLASSES = 1000;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_PATH = 1000;
    private static final int MOST_AXES = 8;

    private final String call;
    private final Object[] values;

    Arguments(String call, Object[] values) {
        this.call = call;
        this.values = values;
    }

    boolean isText(int place) {
        return value(place) instanceof String;
    }

    String word(int place, String meaning) {
        if (value(place) instanceof String word) {
            return word;
        }
        throw wants(place, meaning + ", a text");
    }

    String wordOr(int place, String otherwise) {
        return value(place) == null ? otherwise : word(place, "a word");
    }

    /** A name; a longer one cannot be right, and would make a long sentence. */
    String name(int place, String meaning) {
        String name = word(place, meaning);
        return bounded(name, "its " + ordinal(place) + " argument, " + meaning + ",");
    }

    /** {anyway}. */
    boolean anyway(int place) {
        Object value = value(place);
        return isObject(value) && Boolean.TRUE.equals(Js.asPropertyMap(value).get("anyway"));
    }

    int count(int place, String meaning) {
        return positive(value(place), "the " + ordinal(place) + " argument, " + meaning);
    }

    /** A place, counted from 0. */
    int place(int place, String meaning) {
        if (value(place) instanceof Double number && number >= 0 && number <= 1e9 && number == Math.rint(number)) {
            return number.intValue();
        }
        throw wants(place, meaning + ", counted from 0");
    }

    /** A member of an object that may be left out: true or false. */
    boolean flag(int place, String name) {
        Object member = member(place, name);
        if (member == null || member instanceof Boolean) {
            return Boolean.TRUE.equals(member);
        }
        throw misuse(name + " must be true or false.");
    }

    /** A member of an object that may be left out: a number above 0; 0 without. */
    double number(int place, String name) {
        Object member = member(place, name);
        if (member == null) {
            return 0;
        }
        if (member instanceof Double number && number > 0 && number <= 1e6) {
            return number;
        }
        throw misuse(name + " must be a number above 0, and no more than a million.");
    }

    private @Nullable Object member(int place, String name) {
        if (value(place) == null) {
            return null;
        }
        if (!isObject(value(place))) {
            throw wants(place, "an object with " + name + ", or nothing");
        }
        return Js.asPropertyMap(value(place)).get(name);
    }

    /** The number of an epoch, 0 for the first weights; nothing if there is no argument. */
    Optional<Integer> epoch() {
        if (values.length == 0) {
            return Optional.empty();
        }
        if (value(0) instanceof Double number && number >= 0 && number <= 1e9 && number == Math.rint(number)) {
            return Optional.of(number.intValue());
        }
        throw wants(0, "the number of a kept epoch, 0 for the first weights");
    }

    /** Says so, if there are more arguments than these. */
    Optional<String> extra(int taken) {
        return values.length <= taken
                ? Optional.empty()
                : Optional.of("steep." + call + " takes " + Numbers.count(taken, "argument") + ", but was given "
                        + values.length + "; the others are ignored.");
    }

    /** A plain object as JSON. What JSON cannot hold, such as NaN or a function, stands there as a text, to be rejected. */
    String json(int place, String meaning) {
        Object value = value(place);
        if (!isObject(value)) {
            throw wants(place, meaning);
        }
        try {
            return GivenValues.json(Js.uncheckedCast(value));
        } catch (RuntimeException wrong) {
            throw wants(place, meaning + "; this object cannot be written as JSON (" + wrong.getMessage() + ")");
        }
    }

    /** Any value as the member {@code value} of an object in JSON. */
    String valueAsJson(int place, String meaning) {
        if (value(place) == null) {
            throw wants(place, meaning);
        }
        JsPropertyMap<Object> holder = JsPropertyMap.of();
        holder.set("value", value(place));
        try {
            return GivenValues.json(Js.uncheckedCast(holder));
        } catch (RuntimeException wrong) {
            throw wants(place, meaning + "; this one cannot be written as JSON (" + wrong.getMessage() + ")");
        }
    }

    float[] numbers(int place, String meaning) {
        return numbers(value(place), "the " + ordinal(place) + " argument, " + meaning);
    }

    Request.Train train(int place) {
        if (value(place) == null) {
            return new Request.Train(0, 0, 0);
        }
        if (!isObject(value(place))) {
            throw wants(place, TRAIN);
        }
        JsPropertyMap<Object> limits = Js.uncheckedCast(value(place));
        Object steps = limits.get("steps");
        Object epochs = limits.get("epochs");
        Object seconds = limits.get("seconds");
        Object paced = limits.get("paced");
        if (steps == null && epochs == null && seconds == null && paced == null) {
            throw wants(place, TRAIN);
        }
        if (paced != null && !(paced instanceof Boolean)) {
            throw misuse("paced must be true or false.");
        }
        double time = 0;
        if (seconds != null) {
            if (!(seconds instanceof Double number) || !(number > 0)) {
                throw misuse("seconds must be a number above 0.");
            }
            time = number;
        }
        return new Request.Train(
                steps == null ? 0 : positive(steps, "steps"),
                epochs == null ? 0 : positive(epochs, "epochs"),
                time,
                Boolean.TRUE.equals(paced));
    }

    /** A workload's name, then perhaps how long to measure and on which back end. */
    Inquiry.Bench bench(int place) {
        String workload = name(place, "the workload's name, such as 'w1'");
        double milliseconds = 1000;
        String backend = "";
        if (value(place + 1) != null) {
            if (!isObject(value(place + 1))) {
                throw wants(place + 1, "{ms}, {backend}, or nothing");
            }
            JsPropertyMap<Object> options = Js.uncheckedCast(value(place + 1));
            Object ms = options.get("ms");
            Object name = options.get("backend");
            if (ms != null && !(ms instanceof Double) || name != null && !(name instanceof String)) {
                throw misuse("ms must be a number, and backend a name.");
            }
            milliseconds = ms == null ? milliseconds : (Double) ms;
            backend = name == null ? "" : bounded((String) name, "backend");
        }
        return new Inquiry.Bench(workload, backend, milliseconds);
    }

    FileBytes.Named file(int blobPlace, int namePlace) {
        Object blob = value(blobPlace);
        if (!isBlob(blob)) {
            throw wants(blobPlace, "a Blob or File");
        }
        return named(Js.uncheckedCast(blob), value(namePlace));
    }

    List<FileBytes.Named> files(int place) {
        Object value = value(place);
        int length = length(value);
        if (length < 0) {
            throw wants(place, "a list of Files or of {blob, name}");
        }
        if (length > MOST_FILES) {
            throw misuse("the list has " + Numbers.grouped(length) + " files; " + MOST_FILES + " are the most.");
        }
        JsArrayLike<Object> list = Js.uncheckedCast(value);
        List<FileBytes.Named> files = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            Object item = list.getAt(i);
            if (isBlob(item)) {
                files.add(named(Js.uncheckedCast(item), null));
            } else if (isObject(item) && isBlob(Js.asPropertyMap(item).get("blob"))) {
                JsPropertyMap<Object> pair = Js.asPropertyMap(item);
                files.add(named(Js.uncheckedCast(pair.get("blob")), pair.get("name")));
            } else {
                throw misuse("item " + (i + 1) + " of the list is neither a File nor {blob, name}.");
            }
        }
        if (files.isEmpty()) {
            throw misuse("the list of files is empty.");
        }
        return files;
    }

    private FileBytes.Named named(JsPropertyMap<Object> blob, @Nullable Object name) {
        Object own = name == null ? blob.get("name") : name;
        if (own instanceof String word && !word.isBlank()) {
            return new FileBytes.Named(Js.uncheckedCast(blob), bounded(word, LONGEST_PATH, "the file's name"));
        }
        throw misuse("the file needs a name, such as \"flowers.csv\".");
    }

    private String bounded(String name, String what) {
        return bounded(name, LONGEST_NAME, what);
    }

    private String bounded(String name, int most, String what) {
        if (name.length() > most) {
            throw misuse(what + " has " + Numbers.grouped(name.length()) + " characters; " + Numbers.grouped(most)
                    + " are the most.");
        }
        return name;
    }

    /** {x, xShape, y, yShape, classes}. */
    Request.OwnData ownData(int place) {
        if (!isObject(value(place))) {
            throw wants(place, "{x, xShape, y, yShape, classes}");
        }
        JsPropertyMap<Object> data = Js.uncheckedCast(value(place));
        float[] x = numbers(data.get("x"), "x");
        int[] xShape = shape(data.get("xShape"), "xShape", x.length);
        if (xShape.length < 2) {
            throw misuse(
                    "xShape must be the shape of all of x, the number of samples first, such as [100, 28, 28, 1].");
        }
        int count = xShape[0];
        float[] y = numbers(data.get("y"), "y");
        int[] yShape = data.get("yShape") == null
                ? y.length == count ? new int[] {count} : new int[] {count, y.length / count}
                : shape(data.get("yShape"), "yShape", y.length);
        if (yShape[0] != count || yShape.length > 2 || product(yShape) != y.length) {
            throw misuse("x has " + Numbers.count(count, "sample") + ", so y must have "
                    + Numbers.count(count, "number") + " or " + Numbers.count(count, "row")
                    + " of numbers; it has " + Numbers.grouped(y.length) + ".");
        }
        List<String> classes = classes(data.get("classes"));
        int width = yShape.length == 2 ? yShape[1] : classes.isEmpty() ? 1 : 0;
        int[] sample = new int[xShape.length - 1];
        System.arraycopy(xShape, 1, sample, 0, sample.length);
        return new Request.OwnData(x, sample, y, width, classes);
    }

    private List<String> classes(@Nullable Object value) {
        List<String> names = new ArrayList<>();
        if (value == null) {
            return names;
        }
        int length = value instanceof Double ? positive(value, "classes") : length(value);
        if (length < 0) {
            throw misuse("classes must be a list of names or their number; leave it out to predict numbers.");
        }
        if (length > MOST_CLASSES) {
            throw misuse("classes are " + Numbers.grouped(length) + "; " + Numbers.grouped(MOST_CLASSES)
                    + " are the most. Leave them out to predict numbers.");
        }
        for (int i = 0; i < length; i++) {
            Object name = value instanceof Double
                    ? (Object) ("" + i)
                    : Js.<JsArrayLike<Object>>uncheckedCast(value).getAt(i);
            if (isObject(name) || name == null) { // made a text, a list of lists may be endless
                throw misuse("item " + (i + 1) + " of classes is no name.");
            }
            String word = name instanceof String text ? text : textOf(Js.uncheckedCast(name));
            names.add(bounded(word, "a class's name"));
        }
        return names;
    }

    private int[] shape(@Nullable Object value, String name, int size) {
        int axes = length(value);
        if (axes < 1 || axes > MOST_AXES) {
            throw misuse(name + " must be a list of " + MOST_AXES + " whole numbers at the most.");
        }
        double[] lengths = TypedArrays.doubles(GivenValues.doubles(Js.uncheckedCast(value), axes));
        int[] shape = new int[axes];
        for (int i = 0; i < axes; i++) {
            boolean whole = lengths[i] >= 1 && lengths[i] <= Integer.MAX_VALUE && lengths[i] == Math.rint(lengths[i]);
            shape[i] = whole ? (int) lengths[i] : 0;
        }
        if (product(shape) != size || size == 0) {
            throw misuse(name + " must be a list of whole numbers whose product is how many numbers there are, " + size
                    + ".");
        }
        return shape;
    }

    private static double product(int[] shape) {
        double product = 1;
        for (int length : shape) {
            product *= length;
        }
        return product;
    }

    /** How many there are is known before they are copied. */
    private float[] numbers(@Nullable Object value, String name) {
        int count = isObject(value) ? GivenValues.count(Js.uncheckedCast(value)) : GivenValues.NO_LIST;
        if (count == GivenValues.TOO_MANY) {
            throw misuse(name + " has too many numbers: at most " + Numbers.grouped(GivenValues.MOST_TYPED)
                    + " are taken from a Float32Array, and " + Numbers.grouped(GivenValues.MOST_OTHER)
                    + " from another list.");
        }
        if (count < 0) {
            throw misuse(name + " must be a Float32Array or another list of numbers.");
        }
        return TypedArrays.floats(GivenValues.floats(Js.uncheckedCast(value), count));
    }

    private int positive(@Nullable Object value, String name) {
        if (value instanceof Double number
                && number >= 1
                && number <= Integer.MAX_VALUE
                && number == Math.rint(number)) {
            return number.intValue();
        }
        throw misuse(name + " must be a whole number from 1 to " + Numbers.grouped(Integer.MAX_VALUE) + ".");
    }

    private @Nullable Object value(int place) {
        return place < values.length ? values[place] : null;
    }

    private Script.Misuse wants(int place, String what) {
        return misuse("its " + ordinal(place) + " argument must be " + what + ".");
    }

    private Script.Misuse misuse(String sentence) {
        return new Script.Misuse("steep." + call + ": " + sentence);
    }

    private static String ordinal(int place) {
        return place == 0 ? "first" : place == 1 ? "second" : "third";
    }

    private static boolean isObject(@Nullable Object value) {
        return value != null && !(value instanceof String) && !(value instanceof Double) && !(value instanceof Boolean);
    }

    private static boolean isBlob(@Nullable Object value) {
        return isObject(value) && GivenValues.isBlob(Js.uncheckedCast(value));
    }

    /** How long a list is; -1 if it is none. */
    private static int length(@Nullable Object value) {
        return isObject(value) ? GivenValues.length(Js.uncheckedCast(value)) : -1;
    }

    @JSBody(params = "v", script = "return String(v);")
    private static native String textOf(JsPropertyMap<Object> v);
}
