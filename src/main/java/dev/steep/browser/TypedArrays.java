package dev.steep.browser;

import elemental2.core.Float32Array;
import elemental2.core.Float64Array;
import elemental2.core.Int32Array;
import elemental2.core.JsArray;
import elemental2.core.Uint8Array;
import elemental2.core.Uint8ClampedArray;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSByRef;

/**
 * Java arrays to typed arrays and back, in bulk. Reading a typed array element by element crosses the language border each
 * time, some 50 ns; one of these calls moves 200,000 floats in about a millisecond.
 *
 * <p>Always a copy: the two arrays share nothing afterwards, in either build, so a typed array made here can be transferred
 * to a worker and a Java array read here stays as it is. Inside, the JavaScript build copies once, memory to memory; the
 * WebAssembly build goes through TeaVM's buffer.
 */
public final class TypedArrays {
    private TypedArrays() {}

    /** The floats as a new Float32Array. */
    @JSBody(params = "v", script = "return v.slice();")
    public static native Float32Array of(@JSByRef(optional = true) float[] v);

    /** The doubles as a new Float64Array. */
    @JSBody(params = "v", script = "return v.slice();")
    public static native Float64Array of(@JSByRef(optional = true) double[] v);

    /** The ints as a new Int32Array. */
    @JSBody(params = "v", script = "return v.slice();")
    public static native Int32Array of(@JSByRef(optional = true) int[] v);

    /** The bytes as a new Uint8Array: -1 becomes 255. */
    @JSBody(params = "v", script = "return new Uint8Array(v.slice().buffer);")
    public static native Uint8Array of(@JSByRef(optional = true) byte[] v);

    /** Pixels, red green blue alpha, as {@code ImageData} wants them: -1 becomes 255. */
    @JSBody(params = "v", script = "return new Uint8ClampedArray(v.slice().buffer);")
    public static native Uint8ClampedArray clamped(@JSByRef(optional = true) byte[] v);

    /** The doubles as a plain array, with null in place of NaN and infinities: charts take that for a gap. */
    @JSBody(params = "v", script = "return Array.from(v, function(x) { return isFinite(x) ? x : null; });")
    public static native JsArray<Object> gaps(@JSByRef(optional = true) double[] v);

    /** A Float32Array's numbers. */
    @JSByRef(optional = true)
    @JSBody(params = "v", script = "return v.slice();")
    public static native float[] floats(Float32Array v);

    /** A Float64Array's numbers. */
    @JSByRef(optional = true)
    @JSBody(params = "v", script = "return v.slice();")
    public static native double[] doubles(Float64Array v);

    /** An Int32Array's numbers. */
    @JSByRef(optional = true)
    @JSBody(params = "v", script = "return v.slice();")
    public static native int[] ints(Int32Array v);

    /** A Uint8Array's bytes: 255 becomes -1; {@code b & 255} is the number again. */
    @JSByRef(optional = true)
    @JSBody(params = "v", script = "return new Int8Array(v.slice().buffer);")
    public static native byte[] bytes(Uint8Array v);

    /** The bytes of pixels: 255 becomes -1. */
    @JSByRef(optional = true)
    @JSBody(params = "v", script = "return new Int8Array(v.slice().buffer);")
    public static native byte[] bytes(Uint8ClampedArray v);
}
