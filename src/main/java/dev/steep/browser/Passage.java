package dev.steep.browser;

import org.teavm.interop.Address;
import org.teavm.interop.Import;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.runtime.heap.Heap;

/**
 * The way of numbers into an emitted module and back in the WebAssembly build: a piece of TeaVM's linear memory, which
 * JavaScript copies from and to. TeaVM would pass an array as typed arrays that it makes for each call, in many small steps; for a
 * small network they take longer than ten training steps. In the JavaScript build a Java array is a typed array already, and
 * there is no such memory.
 */
final class Passage {
    /** In numbers of four bytes. More go the other way, where the detour no longer matters. */
    static final int ROOM = 1 << 14;

    /** Before the numbers: their address over there and how many, two arguments, the results' address and how many. */
    private static final int ORDER = 6;

    private static final int DONE = 0;
    private static final int FAILED = 1;

    private static final Address START = Heap.alloc(4 * (ORDER + ROOM));

    private final JSObject module;
    private final JSObject called;
    private JSObject way;

    /**
     * To one function of two parameters.
     *
     * @param module that {@link ModuleLoader} started
     */
    Passage(JSObject module, JSObject called) {
        this.module = module;
        this.called = called;
        way = open(module, called, memory(), START.toInt());
    }

    /**
     * Writes numbers into the module's memory, calls the function and reads what it left behind.
     *
     * @param numbers at most {@link #ROOM}, as is the count of results
     * @return the results, or nothing if the call failed; the module then holds the error
     */
    float[] exchange(int address, int[] numbers, int first, int second, int results, int count) {
        START.putInt(address);
        START.add(4).putInt(numbers.length);
        START.add(8).putInt(first);
        START.add(12).putInt(second);
        START.add(16).putInt(results);
        START.add(20).putInt(count);
        Address at = START.add(4 * ORDER);
        for (int number : numbers) {
            at.putInt(number);
            at = at.add(4);
        }
        int outcome = go(way);
        if (outcome != DONE && outcome != FAILED) { // linear memory has grown, which is another buffer
            way = open(module, called, memory(), START.toInt());
            outcome = go(way);
        }
        if (outcome != DONE) {
            return new float[0];
        }
        float[] read = new float[count];
        at = START.add(4 * ORDER);
        for (int i = 0; i < count; i++) {
            read[i] = at.getFloat();
            at = at.add(4);
        }
        return read;
    }

    @Import(module = "teavmMemory", name = "linearMemory")
    private static native JSObject memory();

    @JSBody(params = "way", script = "return way();")
    private static native int go(JSObject way);

    /** A function that does what the order says: 0 if all went well, 1 if the call failed, 2 if the memory is another now. */
    @JSBody(
            params = {"module", "called", "memory", "start"},
            script = "var here = new Int32Array(memory, start), there = new Int32Array(0);"
                    + "return function() {"
                    + "  if (here.length === 0) { return 2; }"
                    + "  if (there.length === 0) { there = new Int32Array(module.exports.memory.buffer); }"
                    + "  there.set(here.subarray(6, 6 + here[1]), here[0] >> 2);"
                    + "  try { called(here[2], here[3]); }"
                    + "  catch (problem) { module.error = String(problem); return 1; }"
                    + "  var from = here[4] >> 2;"
                    + "  here.set(there.subarray(from, from + here[5]), 6);"
                    + "  return 0;"
                    + "};")
    private static native JSObject open(JSObject module, JSObject called, JSObject memory, int start);
}
