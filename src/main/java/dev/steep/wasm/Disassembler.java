package dev.steep.wasm;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads code back into the text format, one instruction a line, by the same {@link Instruction} table. It knows nothing of what
 * {@link Code} meant to write, so a listing shows what is really in the bytes.
 */
final class Disassembler {
    /** Rows of the table by the low byte of the opcode: without prefix, then by prefix. */
    private static final Instruction[][] TABLE = new Instruction[4][256];

    static {
        for (Instruction instruction : Instruction.values()) {
            TABLE[page(instruction.opcode >> 8)][instruction.opcode & 0xFF] = instruction;
        }
    }

    private final Reader in;
    private final List<String> functions;
    private final List<Signature> types;
    private final StringBuilder text;
    private final String margin;
    private int depth = 1;

    Disassembler(Reader in, List<String> functions, List<Signature> types, StringBuilder text, String margin) {
        this.in = in;
        this.functions = functions;
        this.types = types;
        this.text = text;
        this.margin = margin;
    }

    /** For code that stands outside of functions. */
    Disassembler(Reader in) {
        this(in, List.of(), List.of(), new StringBuilder(), "");
    }

    /** Writes one line for each instruction up to the {@code end} that closes the code, which is left out. */
    void lines() {
        while (true) {
            Instruction instruction = next();
            if (instruction == Instruction.END || instruction == Instruction.ELSE) {
                depth--;
            }
            if (depth == 0) {
                return;
            }
            text.append(margin)
                    .append("  ".repeat(depth - 1))
                    .append(instruction.text)
                    .append(operand(instruction))
                    .append('\n');
            if (instruction.operand == Operand.BLOCK_TYPE || instruction == Instruction.ELSE) {
                depth++;
            }
        }
    }

    /** One constant expression, as "(i32.const 8)". */
    static String expression(Reader in) {
        Disassembler one = new Disassembler(in);
        Instruction instruction = one.next();
        String text = "(" + instruction.text + one.operand(instruction) + ")";
        one.next();
        return text;
    }

    /** The next instruction; its operand is still to be read. */
    Instruction next() {
        int at = in.position();
        int first = in.u8();
        boolean prefixed = first >= 0xFC;
        int number = prefixed ? in.u32() : first;
        Instruction found = number < 0x100 ? TABLE[page(prefixed ? first : 0)][number] : null;
        if (found == null) {
            throw new IllegalStateException("There is no instruction " + first + " " + number + " at byte " + at + ".");
        }
        return found;
    }

    private static int page(int prefix) {
        return prefix == 0 ? 0 : prefix - 0xFB;
    }

    private String operand(Instruction instruction) {
        Operand operand = instruction.operand;
        return switch (operand) {
            case NONE -> "";
            case ZERO -> zeros(1);
            case ZERO_ZERO -> zeros(2);
            case BLOCK_TYPE -> blockType();
            case LABEL, LOCAL, GLOBAL -> " " + in.u32();
            case LABELS -> labels();
            case FUNCTION -> " " + functions.get(in.u32());
            case TABLE_CALL -> " (type " + in.u32() + ")" + zeros(1);
            case I32, I64 -> " " + in.s64();
            case F32 -> " " + Literal.f32(in.i32());
            case F64 -> " " + Literal.f64(in.i64());
            case V128 -> " " + Literal.v128(in.i32(), in.i32(), in.i32(), in.i32());
            case LANES -> bytes(16);
            case LANE_2, LANE_4, LANE_8, LANE_16 -> bytes(1);
            case MEMARG_8, MEMARG_16, MEMARG_32, MEMARG_64, MEMARG_128 -> memarg(operand);
            case MEMARG_LANE_8, MEMARG_LANE_16, MEMARG_LANE_32, MEMARG_LANE_64 -> memarg(operand) + bytes(1);
        };
    }

    /** The zero bytes for memory 0 or table 0, which the text leaves out. */
    private String zeros(int count) {
        for (int i = 0; i < count; i++) {
            if (in.u8() != 0) {
                throw new IllegalStateException("Expected a zero at byte " + (in.position() - 1) + ".");
            }
        }
        return "";
    }

    private String blockType() {
        int type = (int) in.s64();
        if (type >= 0) {
            return " (type " + type + ")" + (types.get(type).equals(Signature.EMPTY) ? "" : " " + types.get(type));
        }
        return type == Module.NO_RESULT - 0x80 ? "" : " " + Signature.of(Type.of(type & 0x7F));
    }

    private String labels() {
        List<String> labels = new ArrayList<>();
        for (int left = in.u32(); left >= 0; left--) {
            labels.add(" " + in.u32());
        }
        return String.join("", labels);
    }

    private String bytes(int count) {
        StringBuilder lanes = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lanes.append(' ').append(in.u8());
        }
        return lanes.toString();
    }

    /** The offset unless it is 0; the alignment unless it is the natural one. */
    private String memarg(Operand operand) {
        int align = 1 << in.u32();
        int offset = in.u32();
        return (offset == 0 ? "" : " offset=" + Integer.toUnsignedString(offset))
                + (align == operand.access ? "" : " align=" + align);
    }
}
