package dev.steep.browser;

import elemental2.core.ArrayBuffer;
import elemental2.core.Float32Array;
import elemental2.core.Float64Array;
import elemental2.dom.Blob;
import elemental2.promise.Promise;
import jsinterop.base.JsPropertyMap;
import org.teavm.jso.JSBody;

/**
 * Values that a script hands over, which may be anything: how large they are is found out before anything is copied. A getter that
 * throws makes these throw.
 *
 * <p>What a value is shows by what it can do and not by instanceof: a page around a frame has classes of its own.
 */
public final class GivenValues {
    /** Numbers that are taken from typed arrays: 256 MB. */
    public static final int MOST_TYPED = 1 << 26;

    /** Numbers that are taken from other lists. */
    public static final int MOST_OTHER = 1 << 24;

    /** Characters, names and values of an object that is to become JSON. */
    public static final int MOST_JSON = 200_000;

    /** {@link #count}: there are too many. */
    public static final int TOO_MANY = -1;

    /** {@link #count}: it is no list, or not one of numbers. */
    public static final int NO_LIST = -2;

    private GivenValues() {}

    /** How many numbers a list holds, lists in it counted in, or why they are not taken. */
    public static int count(JsPropertyMap<Object> value) {
        return count(value, MOST_TYPED, MOST_OTHER);
    }

    /** Depth and number of lists are limited too: a list may contain itself. */
    @JSBody(
            params = {"value", "typed", "other"},
            script = "var lists = 0, total = 0;"
                    + "function walk(list, depth) {"
                    + "  var n = list.length;"
                    + "  if (typeof n !== 'number' || !(n >= 0) || n !== Math.floor(n)) return -2;"
                    + "  var isTyped = ArrayBuffer.isView(list);"
                    + "  if (++lists > 4194304 || depth > 8 || total + n > (isTyped ? typed : other)) return -1;"
                    + "  if (isTyped) { total += n; return 0; }"
                    + "  if (n > 0 && !(0 in list && n - 1 in list)) return -2;"
                    + "  for (var i = 0; i < n; i++) {"
                    + "    var item = list[i];"
                    + "    if (item === null || typeof item !== 'object') { total++; continue; }"
                    + "    var wrong = walk(item, depth + 1);"
                    + "    if (wrong < 0) return wrong;"
                    + "  }"
                    + "  return total > typed ? -1 : 0;"
                    + "}"
                    + "var wrong = walk(value, 0);"
                    + "return wrong < 0 ? wrong : total;")
    private static native int count(JsPropertyMap<Object> value, int typed, int other);

    /** The numbers of a list, row by row; as many as {@link #count} found. */
    @JSBody(
            params = {"value", "count"},
            script = "var all = new Float32Array(count), at = 0;"
                    + "function fill(list) {"
                    + "  var n = list.length;"
                    + "  if (at + n > count + 4194304) throw new Error('The list changes while it is read.');"
                    + "  if (ArrayBuffer.isView(list)) { all.set(list, at); at += n; return; }"
                    + "  for (var i = 0; i < n; i++) {"
                    + "    var item = list[i];"
                    + "    if (item !== null && typeof item === 'object') fill(item); else all[at++] = item;"
                    + "  }"
                    + "}"
                    + "fill(value);"
                    + "return all;")
    public static native Float32Array floats(JsPropertyMap<Object> value, int count);

    /** The items of a list of this length as numbers, in full precision; NaN for what is none. */
    @JSBody(
            params = {"value", "length"},
            script = "var all = new Float64Array(length);"
                    + "for (var i = 0; i < length; i++) { var item = value[i]; all[i] = typeof item === 'number' ? item : NaN; }"
                    + "return all;")
    public static native Float64Array doubles(JsPropertyMap<Object> value, int length);

    /** How long a list is; -1 if it is none. */
    @JSBody(
            params = "value",
            script = "var n = value.length;"
                    + "return typeof value === 'object' && typeof n === 'number' && n >= 0 && n === Math.floor(n)"
                    + " ? Math.min(n, 2147483647) : -1;")
    public static native int length(JsPropertyMap<Object> value);

    /** A value as JSON; throws if it contains itself, or more than {@link #MOST_JSON}. What it says of its own JSON is ignored,
     * and what JSON cannot hold, such as NaN or a function, stands there as a text, to be rejected. */
    public static String json(JsPropertyMap<Object> value) {
        return json(value, MOST_JSON);
    }

    @JSBody(
            params = {"value", "most"},
            script = "var size = 0;"
                    + "function count(more) { size += more; if (size > most) throw new Error('it is too large'); }"
                    + "function plain(item, depth) {"
                    + "  count(1);"
                    + "  if (typeof item === 'string') count(item.length);"
                    + "  var odd = typeof item === 'function' || typeof item === 'symbol' || typeof item === 'bigint'"
                    + "      || typeof item === 'number' && !isFinite(item);"
                    + "  if (odd) return String(item).slice(0, 100);"
                    + "  if (item === null || typeof item !== 'object') return item;"
                    + "  if (depth > 50) throw new Error('it is too deep');"
                    + "  if (Array.isArray(item)) {"
                    + "    count(item.length);"
                    + "    return Array.from(item, function(each) { return plain(each, depth + 1); });"
                    + "  }"
                    + "  var copy = Object.create(null);"
                    + "  Object.keys(item).forEach(function(name) {"
                    + "    count(name.length);"
                    + "    copy[name] = plain(item[name], depth + 1);"
                    + "  });"
                    + "  return copy;"
                    + "}"
                    + "return JSON.stringify(plain(value, 0));")
    private static native String json(JsPropertyMap<Object> value, int most);

    /** Whether it is a blob or a file: not merely something with the same methods. */
    @JSBody(
            params = "value",
            script = "try { Object.getOwnPropertyDescriptor(Blob.prototype, 'size').get.call(value); return true; }"
                    + "catch (other) { return false; }")
    public static native boolean isBlob(JsPropertyMap<Object> value);

    /** A blob's bytes, whatever methods somebody gave it. */
    @JSBody(params = "blob", script = "return Blob.prototype.arrayBuffer.call(blob);")
    public static native Promise<ArrayBuffer> bytes(Blob blob);

    /** A blob's size in bytes, likewise. */
    @JSBody(params = "blob", script = "return Object.getOwnPropertyDescriptor(Blob.prototype, 'size').get.call(blob);")
    public static native double size(Blob blob);
}
