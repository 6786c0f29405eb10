package dev.steep.wasm;

import static dev.steep.wasm.Type.I32;

import java.util.List;
import java.util.stream.IntStream;

/** For each instruction the smallest module that uses it. */
final class Samples {
    private Samples() {}

    /** A function "f" that takes what the instruction takes and returns what it leaves. */
    static Module module(Instruction instruction) {
        Module module = new Module();
        module.memory(Limits.shared(1, 2)).export("memory");
        add(instruction, module);
        return module;
    }

    static Module all() {
        Module module = new Module();
        module.memory(Limits.shared(1, 2)).export("memory");
        for (Instruction instruction : Instruction.values()) {
            if (instruction != Instruction.CALL_INDIRECT) {
                add(instruction, module);
            }
        }
        return module;
    }

    private static void add(Instruction instruction, Module module) {
        if (instruction.varies) {
            varying(instruction, module);
        } else {
            Signature signature = instruction.signature();
            module.function(instruction.text(), signature.params(), signature.results(), code -> {
                for (int i = 0; i < signature.params().size(); i++) {
                    code.get(code.param(i));
                }
                write(instruction, code);
            });
        }
    }

    /** The instruction itself, with its arguments already on the stack. Lanes are the highest, memory is at offset 8. */
    static Code write(Instruction instruction, Code code) {
        Operand operand = instruction.operand();
        return switch (operand) {
            case NONE -> code.op(instruction);
            case ZERO, ZERO_ZERO ->
                switch (instruction) {
                    case MEMORY_SIZE -> code.memorySize();
                    case MEMORY_GROW -> code.memoryGrow();
                    case MEMORY_COPY -> code.memoryCopy();
                    case MEMORY_FILL -> code.memoryFill();
                    case ATOMIC_FENCE -> code.atomicFence();
                    default -> throw new IllegalArgumentException(instruction.text());
                };
            case I32 -> code.i32(-42);
            case I64 -> code.i64(Long.MIN_VALUE);
            case F32 -> code.f32(0.1f);
            case F64 -> code.f64(-1e300);
            case V128 -> code.i32x4(1, -2, 3, 0x7FC00001);
            case LANES -> code.shuffle(IntStream.range(8, 24).toArray());
            case LANE_2, LANE_4, LANE_8, LANE_16 -> code.op(instruction, operand.lanes() - 1);
            case MEMARG_8, MEMARG_16, MEMARG_32, MEMARG_64, MEMARG_128 ->
                code.op(instruction, new Memarg(8, operand.access()));
            case MEMARG_LANE_8, MEMARG_LANE_16, MEMARG_LANE_32, MEMARG_LANE_64 ->
                code.op(instruction, new Memarg(8, operand.access()), operand.lanes() - 1);
            case BLOCK_TYPE, LABEL, LABELS, FUNCTION, TABLE_CALL, LOCAL, GLOBAL ->
                throw new IllegalArgumentException(instruction.text());
        };
    }

    private static void varying(Instruction instruction, Module module) {
        Global global = module.global(I32, code -> code.i32(7));
        Function callee = module.declare("callee_of_" + instruction.text(), List.of(I32), List.of(I32));
        callee.define(code -> code.get(code.param(0)));
        if (instruction == Instruction.CALL_INDIRECT) {
            module.table(List.of(callee));
        }
        module.function(instruction.text(), List.of(I32), List.of(I32), code -> {
            Local x = code.param(0);
            switch (instruction) {
                case UNREACHABLE -> code.unreachable();
                case BLOCK, END -> code.block(I32, label -> code.get(x));
                case LOOP -> code.loop(I32, label -> code.get(x));
                case IF, ELSE -> code.get(x).when(I32, () -> code.i32(1), () -> code.i32(2));
                case BR -> code.block(I32, label -> code.get(x).br(label));
                case BR_IF -> code.block(I32, label -> code.i32(3).get(x).brIf(label));
                case BR_TABLE -> code.block(I32, label -> code.i32(4).get(x).brTable(List.of(label), label));
                case RETURN -> code.get(x).ret();
                case CALL -> code.get(x).call(callee);
                case CALL_INDIRECT -> code.get(x).i32(0).callIndirect(callee.signature());
                case DROP -> code.get(x).get(x).drop();
                case SELECT -> code.i32(5).i32(6).get(x).select();
                case LOCAL_GET -> code.get(x);
                case LOCAL_SET -> code.i32(8).set(x).get(x);
                case LOCAL_TEE -> code.i32(9).tee(x);
                case GLOBAL_GET -> code.get(global);
                case GLOBAL_SET -> code.get(x).set(global).get(x);
                default -> throw new IllegalArgumentException(instruction.text());
            }
        });
    }
}
