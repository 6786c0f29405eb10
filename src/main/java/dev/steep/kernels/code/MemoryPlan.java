package dev.steep.kernels.code;

import dev.steep.tape.Reshape;
import dev.steep.tape.Step;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import dev.steep.wasm.Limits;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Where everything lies in a module's memory, decided before its code is written. Addresses and sizes are bytes. */
public final class MemoryPlan {
    /** A cache line: no vector of a row that starts on one is torn. */
    private static final int ALIGNMENT = 64;

    /** A vector that covers the end of a tensor reads past it; what it reads there is never used. */
    private static final int OVERHANG = 64;

    /** What a scalar takes: its number as float32, and what that lost of it, again as float32. */
    public static final int SCALAR_BYTES = 8;

    /** Where constants may lie. */
    static final int TABLES = ALIGNMENT;

    /** Bytes for constants: some hundred of them, and all below the first page, so that V8 need not check their address. */
    static final int TABLE_BYTES = 8192;

    /** More than any memory: from here on nothing is added, so that no sum overflows. */
    private static final long MOST = 1L << 60;

    private final Map<Value, Integer> addresses = new HashMap<>();

    /** Where values are instead, in the code that is being written. */
    private Map<Value, Integer> moved = Collections.emptyMap();

    private final Layouts layouts;
    private long end = TABLES + TABLE_BYTES;

    public MemoryPlan(Layouts layouts) {
        this.layouts = layouts;
    }

    /** How a value's numbers lie as a matrix, whose columns are the last axis; of a batched one, those of all samples. */
    public Matrix matrix(Value value) {
        return layouts.of(value);
    }

    /** Whether a value lies in panels. */
    public boolean isPanelled(Value value) {
        return layouts.of(value).panelled();
    }

    /** Room for so many bytes, at a multiple of 64. Of a plan that is too large for a memory only its size has a meaning. */
    public int reserve(long bytes) {
        long start = end;
        end = Math.min(MOST, start + room(bytes));
        return (int) start;
    }

    /** What a reservation takes in all. */
    public static long room(long bytes) {
        return (bytes + OVERHANG + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /** What a frame takes in all. */
    public static long room(Frame frame) {
        return frame.bare() ? 0 : room(frame.bytes());
    }

    /** Places the scalars of a tape side by side, in its order; returns where the first is. */
    public int placeScalars(Tape tape) {
        List<Value> scalars = tape.scalars();
        int first = reserve((long) scalars.size() * SCALAR_BYTES);
        for (int i = 0; i < scalars.size(); i++) {
            addresses.put(scalars.get(i), first + i * SCALAR_BYTES);
        }
        return first;
    }

    /** Places parameters and states of a tape that are not placed yet, side by side. */
    public void placeWeights(Tape tape) {
        tape.values().stream()
                .filter(value -> value.role() == Value.Role.PARAMETER || value.role() == Value.Role.STATE)
                .forEach(value -> address(value, 1));
    }

    /** Places all other values of a tape that are not placed yet, with room for this many samples. */
    public void place(Tape tape, int samples) {
        for (Tape.Phase phase : Tape.Phase.values()) {
            for (Step step : tape.steps(phase)) {
                if (step instanceof Reshape reshape && shares(reshape)) {
                    addresses.put(reshape.output(), address(reshape.x(), samples));
                }
            }
        }
        tape.values().forEach(value -> address(value, samples));
    }

    /** Whether the reshaped value can be the same memory. A weight under another shape must not change with the weight. */
    public static boolean shares(Reshape reshape) {
        return !reshape.x().role().lasts();
    }

    private int address(Value value, int samples) {
        Integer known = addresses.get(value);
        if (known != null) {
            return known;
        }
        int address = reserve(4 * value.count(samples));
        addresses.put(value, address);
        return address;
    }

    /** What is made while some values are elsewhere. */
    public <T> T with(Map<Value, Integer> places, Supplier<T> made) {
        moved = places;
        T result = made.get();
        moved = Collections.emptyMap();
        return result;
    }

    /** The address of a value. */
    public int of(Value value) {
        Integer address = moved.getOrDefault(value, addresses.get(value));
        if (address == null) {
            throw new IllegalArgumentException("This program has no value " + value + ".");
        }
        return address;
    }

    /** How much is reserved so far. */
    public long bytes() {
        return end;
    }

    /** How large the memory must be, in pages of 64 KiB. */
    public int pages() {
        if (end > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("This network and its data need " + (end >> 20)
                    + " MB, but addresses reach " + (Integer.MAX_VALUE >> 20) + " MB.");
        }
        return Limits.pages(end);
    }
}
