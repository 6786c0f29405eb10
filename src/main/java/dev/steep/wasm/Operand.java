package dev.steep.wasm;

/** What follows the opcode of an instruction in the code: its immediate operands. */
public enum Operand {
    NONE,
    /** The signature of a block. */
    BLOCK_TYPE,
    /** A branch target: how many blocks to leave. */
    LABEL,
    /** Branch targets and a last one for all other numbers. */
    LABELS,
    FUNCTION,
    /** A signature and a table. */
    TABLE_CALL,
    LOCAL,
    GLOBAL,
    /** A zero byte: the only memory. */
    ZERO,
    /** Two zero bytes: the only memory, twice. */
    ZERO_ZERO,
    I32,
    I64,
    F32,
    F64,
    V128,
    /** Sixteen lane numbers below 32. */
    LANES,
    LANE_2(0, 2),
    LANE_4(0, 4),
    LANE_8(0, 8),
    LANE_16(0, 16),
    /** A {@link Memarg} for an access of so many bits. */
    MEMARG_8(1, 0),
    MEMARG_16(2, 0),
    MEMARG_32(4, 0),
    MEMARG_64(8, 0),
    MEMARG_128(16, 0),
    /** A {@link Memarg} for an access of so many bits, and the lane that they come from or go to. */
    MEMARG_LANE_8(1, 16),
    MEMARG_LANE_16(2, 8),
    MEMARG_LANE_32(4, 4),
    MEMARG_LANE_64(8, 2);

    /** How many bytes of memory are accessed, which is also the natural alignment; 0 if none. */
    final int access;
    /** How many lanes there are to choose from; 0 if none is chosen. */
    final int lanes;

    Operand() {
        this(0, 0);
    }

    Operand(int access, int lanes) {
        this.access = access;
        this.lanes = lanes;
    }

    /** How many bytes of memory the instruction reads or writes, which is also its natural alignment; 0 if it has none. */
    public int access() {
        return access;
    }

    /** How many lanes there are to choose from; 0 if the instruction names no lane. */
    public int lanes() {
        return lanes;
    }
}
