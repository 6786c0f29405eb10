package dev.steep.wasm;

import static dev.steep.wasm.Instruction.*;

import java.util.List;

/**
 * Every instruction but control flow, one method per kind of operand, with its arguments on the stack. {@link ControlFlow} adds
 * blocks and calls, {@link Code} the composed forms. Each call writes at once and checks the instruction against the types on the stack; a mistake throws an
 * {@link IllegalStateException} that says which instruction, where, what it expected and what it found.
 */
public abstract class Assembler {
    final Module module;
    final Bytes out = new Bytes(256);
    final Validator stack;
    final Locals locals;

    Assembler(Module module, String name, Signature signature) {
        this.module = module;
        stack = new Validator(name);
        locals = new Locals(self(), signature.params());
        stack.open(BLOCK, new Signature(List.of(), signature.results()));
    }

    // Locals and globals

    /** The parameter at this index, from 0. It can be set like any local. */
    public Local param(int index) {
        return locals.param(index);
    }

    /** A local with unknown content, until the enclosing lambda ends. */
    public Local local(Type type) {
        return locals.take(type);
    }

    /** Several locals, as the accumulators of a tile. */
    public Local[] locals(Type type, int count) {
        Local[] all = new Local[count];
        for (int i = 0; i < count; i++) {
            all[i] = locals.take(type);
        }
        return all;
    }

    /** Locals asked for in the lambda are free again after it. Writes nothing by itself. */
    public Code scope(Runnable body) {
        int mark = locals.mark();
        body.run();
        locals.releaseTo(mark);
        return self();
    }

    public Code get(Local local) {
        begin(LOCAL_GET).u32(use(local));
        stack.push(local.type());
        return self();
    }

    public Code set(Local local) {
        begin(LOCAL_SET).u32(use(local));
        stack.pop(local.type());
        return self();
    }

    /** Sets and leaves the value on the stack. */
    public Code tee(Local local) {
        begin(LOCAL_TEE).u32(use(local));
        stack.pop(local.type());
        stack.push(local.type());
        return self();
    }

    public Code get(Global global) {
        begin(GLOBAL_GET).u32(global.index);
        check(global.module);
        stack.push(global.type());
        return self();
    }

    public Code set(Global global) {
        begin(GLOBAL_SET).u32(global.index);
        check(global.module);
        if (!global.mutable()) {
            throw stack.wrong("the global is a constant");
        }
        stack.pop(global.type());
        return self();
    }

    // Constants

    public Code i32(int value) {
        begin(I32_CONST).s64(value);
        stack.push(Type.I32);
        return self();
    }

    public Code i64(long value) {
        begin(I64_CONST).s64(value);
        stack.push(Type.I64);
        return self();
    }

    public Code f32(float value) {
        begin(F32_CONST).i32(Float.floatToRawIntBits(value));
        stack.push(Type.F32);
        return self();
    }

    public Code f64(double value) {
        begin(F64_CONST).i64(Double.doubleToRawLongBits(value));
        stack.push(Type.F64);
        return self();
    }

    /** A vector from its low and high half. */
    public Code v128(long low, long high) {
        begin(V128_CONST).i64(low).i64(high);
        stack.push(Type.V128);
        return self();
    }

    public Code i32x4(int a, int b, int c, int d) {
        return v128(a & 0xFFFFFFFFL | (long) b << 32, c & 0xFFFFFFFFL | (long) d << 32);
    }

    public Code f32x4(float a, float b, float c, float d) {
        return i32x4(
                Float.floatToRawIntBits(a),
                Float.floatToRawIntBits(b),
                Float.floatToRawIntBits(c),
                Float.floatToRawIntBits(d));
    }

    /** The same number in all four lanes. */
    public Code f32x4(float all) {
        return f32x4(all, all, all, all);
    }

    // Instructions

    /** An instruction without operands, its arguments on the stack. */
    public Code op(Instruction instruction) {
        plain(instruction, Operand.NONE);
        return self();
    }

    /** The instruction applied to locals. */
    public Code op(Instruction instruction, Local a) {
        return get(a).op(instruction);
    }

    /** The instruction applied to locals. */
    public Code op(Instruction instruction, Local a, Local b) {
        return get(a).get(b).op(instruction);
    }

    /** The instruction applied to locals. */
    public Code op(Instruction instruction, Local a, Local b, Local c) {
        return get(a).get(b).get(c).op(instruction);
    }

    /** An instruction that names a lane: extract or replace. */
    public Code op(Instruction instruction, int lane) {
        if (instruction.operand.access != 0 || instruction.operand.lanes == 0) {
            throw misuse(instruction);
        }
        plain(instruction, instruction.operand).u8(lane(instruction, lane));
        return self();
    }

    /** Any access to memory. */
    public Code op(Instruction instruction, Memarg memarg) {
        if (instruction.operand.lanes != 0) {
            throw misuse(instruction);
        }
        access(instruction, memarg.offset(), memarg.align());
        return self();
    }

    /** Loads one lane from memory, or stores one. */
    public Code op(Instruction instruction, Memarg memarg, int lane) {
        if (instruction.operand.lanes == 0) {
            throw misuse(instruction);
        }
        access(instruction, memarg.offset(), memarg.align()).u8(lane(instruction, lane));
        return self();
    }

    /** Bytes from two vectors: 0 to 15 are the first one's, 16 to 31 the second one's. Sixteen numbers. */
    public Code shuffle(int... from) {
        Bytes to = plain(I8X16_SHUFFLE, Operand.LANES);
        if (from.length != 16) {
            throw stack.wrong("a shuffle takes 16 lanes, not " + from.length);
        }
        for (int lane : from) {
            if (lane < 0 || lane > 31) {
                throw stack.wrong("lane " + lane + " is not one of 0 to 31");
            }
            to.u8(lane);
        }
        return self();
    }

    /** Pages of memory. */
    public Code memorySize() {
        return bulk(MEMORY_SIZE, Operand.ZERO);
    }

    /** From [pages to add] to the pages before, or -1. */
    public Code memoryGrow() {
        return bulk(MEMORY_GROW, Operand.ZERO);
    }

    /** Takes [to, from, bytes]; the two may overlap. */
    public Code memoryCopy() {
        return bulk(MEMORY_COPY, Operand.ZERO_ZERO);
    }

    /** Takes [to, byte, bytes]. */
    public Code memoryFill() {
        return bulk(MEMORY_FILL, Operand.ZERO);
    }

    /** Orders what this thread reads and writes before against what it does after. */
    public Code atomicFence() {
        plain(ATOMIC_FENCE, Operand.ZERO).u8(0);
        return self();
    }

    public Code drop() {
        begin(DROP);
        stack.drop();
        return self();
    }

    /** From [a, b, condition] to a if the condition is not 0, else b. */
    public Code select() {
        begin(SELECT);
        stack.select();
        return self();
    }

    // Writing

    abstract Code self();

    void finish() {
        begin(END);
        stack.closeEither();
        if (!stack.isClosed()) {
            throw stack.wrong("a block is still open");
        }
    }

    /** The locals and the code. */
    void write(Bytes to) {
        if (!stack.isClosed()) {
            throw stack.wrong("the code of this function has not been written to its end");
        }
        Bytes declared = new Bytes(16);
        locals.write(declared);
        to.u32(declared.size() + out.size()).raw(declared).raw(out);
    }

    /** The code alone, which must be one constant or global: the first value of a global. */
    Bytes constant() {
        Instruction first = new Disassembler(new Reader(out.toArray())).next();
        boolean constant = first.signature.params().isEmpty() && first.text.endsWith(".const") || first == GLOBAL_GET;
        if (!constant || stack.count() != 2) {
            throw stack.wrong("expected one constant and nothing else");
        }
        return out;
    }

    final Bytes begin(Instruction instruction) {
        stack.at(instruction, out.size());
        instruction.write(out);
        return out;
    }

    private Bytes plain(Instruction instruction, Operand operand) {
        if (instruction.operand != operand || instruction.varies) {
            throw misuse(instruction);
        }
        begin(instruction);
        stack.apply(instruction.signature);
        return out;
    }

    /** Alignment in bytes. */
    final Bytes access(Instruction instruction, int offset, int align) {
        int natural = instruction.operand.access;
        if (natural == 0) {
            throw misuse(instruction);
        }
        plain(instruction, instruction.operand);
        if (!module.hasMemory()) {
            throw stack.wrong("the module has no memory");
        }
        if (align > natural || align < natural && instruction.isAtomic()) {
            throw stack.wrong("an alignment of " + align + " for " + natural + " bytes");
        }
        return out.u32(Integer.numberOfTrailingZeros(align)).u32(offset);
    }

    private Code bulk(Instruction instruction, Operand zeros) {
        plain(instruction, zeros).u8(0);
        if (zeros == Operand.ZERO_ZERO) {
            out.u8(0);
        }
        if (!module.hasMemory()) {
            throw stack.wrong("the module has no memory");
        }
        return self();
    }

    private int lane(Instruction instruction, int lane) {
        if (lane < 0 || lane >= instruction.operand.lanes) {
            throw stack.wrong("lane " + lane + " is not one of 0 to " + (instruction.operand.lanes - 1));
        }
        return lane;
    }

    private int use(Local local) {
        if (local.owner != this || !local.live) {
            throw stack.wrong(
                    local.live ? "the local belongs to another function" : "the scope of the local has ended");
        }
        return local.index;
    }

    final void check(Module other) {
        if (other != module) {
            throw stack.wrong("it belongs to another module");
        }
    }

    private IllegalStateException misuse(Instruction instruction) {
        stack.at(instruction, out.size());
        return stack.wrong("this instruction has another operand (" + instruction.operand + ") and another method");
    }
}
