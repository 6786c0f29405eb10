package dev.steep.wasm;

/**
 * Where a load or store goes, relative to the address on the stack.
 *
 * @param offset bytes added to the address, unsigned
 * @param align  what the whole address is promised to be a multiple of, in bytes: 1, 2, 4, 8 or 16, at most the size of the
 *               access. A hint: a wrong promise costs speed, not correctness (atomics excepted).
 */
public record Memarg(int offset, int align) {
    public Memarg {
        if (align <= 0 || (align & (align - 1)) != 0) {
            throw new IllegalArgumentException("An alignment is a power of two, not " + align + ".");
        }
    }
}
