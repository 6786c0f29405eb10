package dev.steep.wasm;

import java.util.OptionalInt;

/**
 * How large a memory is, in pages of 64 KiB.
 *
 * @param min    pages at the start
 * @param max    pages it may grow to, if there is a limit
 * @param shared whether several workers may use it at once; needs a maximum
 */
public record Limits(int min, OptionalInt max, boolean shared) {
    /** Bytes in a page. */
    public static final int PAGE = 65536;

    public Limits {
        if (min < 0 || min > PAGE || max.isPresent() && (max.getAsInt() < min || max.getAsInt() > PAGE)) {
            throw new IllegalArgumentException(
                    "A memory of " + min + " to " + max + " pages cannot be: 0 <= min <= max <= 65536.");
        }
        if (shared && max.isEmpty()) {
            throw new IllegalArgumentException("A shared memory needs a maximum.");
        }
    }

    public static Limits atLeast(int min) {
        return new Limits(min, OptionalInt.empty(), false);
    }

    public static Limits between(int min, int max) {
        return new Limits(min, OptionalInt.of(max), false);
    }

    public static Limits shared(int min, int max) {
        return new Limits(min, OptionalInt.of(max), true);
    }

    /** As many pages as so many bytes need. */
    public static int pages(long bytes) {
        return (int) ((bytes + PAGE - 1) / PAGE);
    }

    void write(Bytes out) {
        out.u8((max.isPresent() ? 1 : 0) | (shared ? 2 : 0)).u32(min);
        if (max.isPresent()) {
            out.u32(max.getAsInt());
        }
    }

    /** In the text format, as "1 16 shared". */
    @Override
    public String toString() {
        return min + (max.isPresent() ? " " + max.getAsInt() : "") + (shared ? " shared" : "");
    }
}
