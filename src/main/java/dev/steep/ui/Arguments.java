package dev.steep.ui;

import dev.steep.browser.TypedArrays;
import dev.steep.catalog.Numbers;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Request;
import elemental2.core.Float32Array;
import elemental2.core.JsArray;
import elemental2.dom.Blob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;

/** What a script gave a call, read into Java; a sentence says what is wrong with it. */
final class Arguments {
    /** A file's content, not yet read, and its name. */
    record NamedBlob(Blob blob, String name) {}

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

    int count(int place, String meaning) {
        return positive(value(place), "the " + ordinal(place) + " argument, " + meaning);
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
            return json(Js.<JsPropertyMap<Object>>uncheckedCast(value));
        } catch (RuntimeException circular) {
            throw wants(place, meaning + "; this object cannot be written as JSON");
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
            throw wants(place, "{steps}, {epochs} or {seconds}, or nothing");
        }
        JsPropertyMap<Object> limits = Js.uncheckedCast(value(place));
        Object steps = limits.get("steps");
        Object epochs = limits.get("epochs");
        Object seconds = limits.get("seconds");
        if (steps == null && epochs == null && seconds == null) {
            throw wants(place, "{steps}, {epochs} or {seconds}, or nothing");
        }
        double time = 0;
        if (seconds != null) {
            if (!(seconds instanceof Double number) || !(number > 0)) {
                throw misuse("seconds must be a number above 0.");
            }
            time = number;
        }
        return new Request.Train(
                steps == null ? 0 : positive(steps, "steps"), epochs == null ? 0 : positive(epochs, "epochs"), time);
    }

    /** A workload's name, then perhaps how long to measure and on which back end. */
    Inquiry.Bench bench(int place) {
        String workload = word(place, "the workload's name, such as 'w1'");
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
            backend = name == null ? "" : (String) name;
        }
        return new Inquiry.Bench(workload, backend, milliseconds);
    }

    NamedBlob file(int blobPlace, int namePlace) {
        Object blob = value(blobPlace);
        if (!isBlob(blob)) {
            throw wants(blobPlace, "a Blob or File");
        }
        return named(Js.uncheckedCast(blob), value(namePlace));
    }

    List<NamedBlob> files(int place) {
        Object value = value(place);
        if (!isObject(value) || !isList(Js.uncheckedCast(value))) {
            throw wants(place, "a list of Files or of {blob, name}");
        }
        JsArray<Object> list = Js.uncheckedCast(listOf(Js.uncheckedCast(value)));
        List<NamedBlob> files = new ArrayList<>();
        for (int i = 0; i < list.length; i++) {
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

    private NamedBlob named(JsPropertyMap<Object> blob, @Nullable Object name) {
        Object own = name == null ? blob.get("name") : name;
        if (own instanceof String word && !word.isBlank()) {
            return new NamedBlob(Js.uncheckedCast(blob), word);
        }
        throw misuse("the file needs a name, such as \"flowers.csv\".");
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
        if (value instanceof Double) {
            for (int i = 0; i < positive(value, "classes"); i++) {
                names.add("" + i);
            }
        } else if (value != null) {
            if (!isObject(value) || !isList(Js.uncheckedCast(value))) {
                throw misuse("classes must be a list of names or their number; leave it out to predict numbers.");
            }
            JsArray<Object> list = Js.uncheckedCast(listOf(Js.uncheckedCast(value)));
            for (int i = 0; i < list.length; i++) {
                Object name = list.getAt(i);
                names.add(name instanceof String word ? word : textOf(Js.uncheckedCast(name)));
            }
        }
        return names;
    }

    private int[] shape(@Nullable Object value, String name, int size) {
        float[] lengths = numbers(value, name);
        int[] shape = new int[lengths.length];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = (int) lengths[i];
        }
        if (shape.length == 0 || shape[0] < 1 || product(shape) != size) {
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

    private float[] numbers(@Nullable Object value, String name) {
        if (isObject(value) && isList(Js.uncheckedCast(value))) {
            return TypedArrays.floats(floatsOf(Js.uncheckedCast(value)));
        }
        throw misuse(name + " must be a Float32Array or another list of numbers.");
    }

    private int positive(@Nullable Object value, String name) {
        if (value instanceof Double number
                && number >= 1
                && number <= Integer.MAX_VALUE
                && number == Math.rint(number)) {
            return number.intValue();
        }
        throw misuse(name + " must be a whole number of 1 or more.");
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
        return place == 0 ? "first" : "second";
    }

    private static boolean isObject(@Nullable Object value) {
        return value != null && !(value instanceof String) && !(value instanceof Double) && !(value instanceof Boolean);
    }

    private static boolean isBlob(@Nullable Object value) {
        return isObject(value) && isBlob(Js.<JsPropertyMap<Object>>uncheckedCast(value));
    }

    // By what they can do and not by instanceof: an embedding page's values are of another window's classes.

    @JSBody(params = "v", script = "return typeof v.arrayBuffer === 'function';")
    private static native boolean isBlob(JsPropertyMap<Object> v);

    @JSBody(params = "v", script = "return typeof v === 'object' && typeof v.length === 'number';")
    private static native boolean isList(JsPropertyMap<Object> v);

    @JSBody(
            params = "v",
            script = "return JSON.stringify(v, function(key, x) {"
                    + "var odd = typeof x === 'function' || typeof x === 'symbol' || typeof x === 'bigint'"
                    + " || typeof x === 'number' && !isFinite(x);"
                    + "return odd ? String(x) : x; });")
    private static native String json(JsPropertyMap<Object> v);

    @JSBody(params = "v", script = "return Array.from(v);")
    private static native JsPropertyMap<Object> listOf(JsPropertyMap<Object> v);

    @JSBody(params = "v", script = "return String(v);")
    private static native String textOf(JsPropertyMap<Object> v);

    @JSBody(params = "v", script = "return Float32Array.from(Array.isArray(v) ? v.flat(Infinity) : v);")
    private static native Float32Array floatsOf(JsPropertyMap<Object> v);
}
