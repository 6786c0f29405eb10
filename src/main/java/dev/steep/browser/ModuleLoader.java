package dev.steep.browser;

import dev.steep.kernels.host.Host;
import elemental2.core.Uint8Array;
import java.util.HashMap;
import java.util.Map;
import org.teavm.classlib.PlatformDetector;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSByRef;
import org.teavm.jso.JSObject;

/**
 * Runs emitted WebAssembly in the browser. A module has a memory of its own, and only whole arrays cross: each costs one call
 * however long it is. What goes wrong on the other side is an {@link IllegalStateException} on this one.
 */
public final class ModuleLoader implements Host {
    /** (module (func (result v128) i32.const 0 i8x16.splat i8x16.popcnt)): the youngest of the vector instructions. */
    private static final byte[] VECTORS = {
        0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, -3, 15, -3, 98, 11
    };

    /** Whether this browser knows vector instructions. */
    public static boolean hasVectors() {
        return validate(TypedArrays.of(VECTORS));
    }

    @Override
    public Instance instantiate(byte[] module) {
        JSObject started = start(TypedArrays.of(module));
        check(error(started));
        return new Running(started);
    }

    private static void check(String error) {
        if (!error.isEmpty()) {
            throw new IllegalStateException(error);
        }
    }

    @JSBody(
            params = {"module", "name"},
            script = "return module.exports[name];")
    private static native JSObject function(JSObject module, String name);

    private static final class Running implements Instance {
        private final JSObject module;
        private final Map<String, Passage> passages = new HashMap<>();

        Running(JSObject module) {
            this.module = module;
        }

        @Override
        public void call(String function, int... arguments) {
            int first = arguments.length > 0 ? arguments[0] : 0;
            int second = arguments.length > 1 ? arguments[1] : 0;
            check(ModuleLoader.call(module, function, first, second));
        }

        @Override
        public void write(int address, float[] numbers) {
            ModuleLoader.write(module, address, numbers);
        }

        @Override
        public void write(int address, int[] numbers) {
            ModuleLoader.write(module, address, numbers);
        }

        @Override
        public void write(int address, byte[] bytes) {
            ModuleLoader.write(module, address, bytes);
        }

        @Override
        public float[] floats(int address, int count) {
            return ModuleLoader.floats(module, address, count);
        }

        @Override
        public float[] exchange(
                int address, int[] numbers, String function, int first, int second, int results, int count) {
            if (PlatformDetector.isWebAssemblyGC()) { // by itself, so that the JavaScript build leaves out what follows
                if (Math.max(numbers.length, count) <= Passage.ROOM) {
                    Passage passage = passages.computeIfAbsent(function, this::passage);
                    return all(count, passage.exchange(address, numbers, first, second, results, count));
                }
            }
            JSObject called = ModuleLoader.function(module, function);
            return all(count, ModuleLoader.exchange(module, address, numbers, called, first, second, results, count));
        }

        private Passage passage(String function) {
            return new Passage(module, ModuleLoader.function(module, function));
        }

        private float[] all(int count, float[] read) {
            if (read.length != count) {
                check(error(module));
            }
            return read;
        }
    }

    @JSBody(params = "bytes", script = "return typeof WebAssembly === 'object' && WebAssembly.validate(bytes);")
    private static native boolean validate(Uint8Array bytes);

    @JSBody(
            params = "bytes",
            script =
                    "try { return {error: '', exports: new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports}; }"
                            + " catch (e) { return {error: String(e)}; }")
    private static native JSObject start(Uint8Array bytes);

    @JSBody(params = "started", script = "return started.error;")
    private static native String error(JSObject started);

    /** Arguments that the function does not take are left out by the browser. */
    @JSBody(
            params = {"module", "name", "first", "second"},
            script = "try { module.exports[name](first, second); return ''; } catch (e) { return String(e); }")
    private static native String call(JSObject module, String name, int first, int second);

    /** Nothing is read, and the error kept, if the call fails. TeaVM may give a parameter the name of a short local variable. */
    @JSByRef(optional = true)
    @JSBody(
            params = {"module", "address", "v", "called", "first", "second", "results", "count"},
            script = "new Int32Array(module.exports.memory.buffer, address, v.length).set(v);"
                    + "try { called(first, second); }"
                    + "catch (problem) { module.error = String(problem); return new Float32Array(0); }"
                    + "return new Float32Array(module.exports.memory.buffer, results, count);")
    private static native float[] exchange(
            JSObject module,
            int address,
            @JSByRef(optional = true) int[] v,
            JSObject called,
            int first,
            int second,
            int results,
            int count);

    @JSBody(
            params = {"module", "address", "v"},
            script = "new Float32Array(module.exports.memory.buffer, address, v.length).set(v);")
    private static native void write(JSObject module, int address, @JSByRef(optional = true) float[] v);

    @JSBody(
            params = {"module", "address", "v"},
            script = "new Int32Array(module.exports.memory.buffer, address, v.length).set(v);")
    private static native void write(JSObject module, int address, @JSByRef(optional = true) int[] v);

    @JSBody(
            params = {"module", "address", "v"},
            script = "new Int8Array(module.exports.memory.buffer, address, v.length).set(v);")
    private static native void write(JSObject module, int address, @JSByRef(optional = true) byte[] v);

    @JSByRef(optional = true)
    @JSBody(
            params = {"module", "address", "count"},
            script = "return new Float32Array(module.exports.memory.buffer, address, count).slice();")
    private static native float[] floats(JSObject module, int address, int count);
}
