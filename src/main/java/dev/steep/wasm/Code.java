package dev.steep.wasm;

import static dev.steep.wasm.Instruction.*;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The body of a function while it is written, so that the writer reads like the loop that it writes. Two ways mix freely. By
 * the stack: {@code code.get(x).get(y).op(F32X4_MUL).set(z)}. Composed: {@code code.op(F32X4_MUL, x, y).set(z)},
 * {@code code.load(V128_LOAD, p, 16)}, {@code code.countDown(n, 4, () -> ...)}.
 *
 * <p>A local lives until the lambda that asked for it ends (a block, a loop, a half of {@link #when}, {@link #scope}); then its
 * place is used again. So <b>a new local holds leftovers</b>, not zero: set it before reading it.
 */
public final class Code extends ControlFlow {
    /** The constants that the present body asked for. */
    private Optional<Map<Integer, Local>> held = Optional.empty();

    Code(Module module, String name, Signature signature) {
        super(module, name, signature);
    }

    @Override
    Code self() {
        return this;
    }

    // Memory

    /** Loads from [address] + offset. */
    public Code load(Instruction instruction, int offset) {
        access(instruction, offset, instruction.operand.access);
        return this;
    }

    /** Loads from address + offset. */
    public Code load(Instruction instruction, Local address, int offset) {
        return get(address).load(instruction, offset);
    }

    /** Loads from a fixed address. */
    public Code loadAt(Instruction instruction, int address) {
        return i32(address).load(instruction, 0);
    }

    /** Stores [address, value] at address + offset. */
    public Code store(Instruction instruction, int offset) {
        access(instruction, offset, instruction.operand.access);
        return this;
    }

    /** Stores a local at address + offset. */
    public Code store(Instruction instruction, Local address, int offset, Local value) {
        return get(address).get(value).store(instruction, offset);
    }

    /** Stores what the lambda leaves on the stack at address + offset. */
    public Code store(Instruction instruction, Local address, int offset, Runnable value) {
        get(address);
        value.run();
        return store(instruction, offset);
    }

    /** Stores a local at a fixed address. */
    public Code storeAt(Instruction instruction, int address, Local value) {
        return i32(address).get(value).store(instruction, 0);
    }

    /** Stores what the lambda leaves on the stack at a fixed address. */
    public Code storeAt(Instruction instruction, int address, Runnable value) {
        i32(address);
        value.run();
        return store(instruction, 0);
    }

    // Vector constants

    /**
     * The same number in all four lanes, read from the module's constants. V8 puts a vector constant together from its halves
     * in three instructions wherever one stands, with which polynomials take two to three times as long (Chromium 156).
     */
    public Code f32x4Splat(float number) {
        return i32x4Splat(Float.floatToRawIntBits(number));
    }

    /** The same for a whole number. */
    public Code i32x4Splat(int number) {
        if (held.isPresent() && number != 0) {
            return get(held.get().computeIfAbsent(number, bits -> locals.fresh(Type.V128)));
        }
        OptionalInt address = number == 0 ? OptionalInt.empty() : module.constant(number);
        return address.isPresent()
                ? loadAt(V128_LOAD32_SPLAT, address.getAsInt())
                : i32x4(number, number, number, number);
    }

    /**
     * The body, and before it, once, all the constants that it asks for by {@link #f32x4Splat} and {@link #i32x4Splat}: for loops.
     * V8 would load them in each round; from a local it takes them where it needs them.
     */
    public Code constantsFirst(Runnable body) {
        if (held.isPresent()) {
            body.run();
            return this;
        }
        int start = out.size();
        Map<Integer, Local> constants = new LinkedHashMap<>();
        held = Optional.of(constants);
        body.run();
        held = Optional.empty();
        Bytes after = out.cut(start);
        constants.forEach((number, local) -> i32x4Splat(number).set(local));
        out.raw(after);
        constants.values().forEach(locals::release);
        return this;
    }

    // Arithmetic on addresses and counters

    /** local = value, for an i32. */
    public Code set(Local local, int value) {
        return i32(value).set(local);
    }

    /** local = other. */
    public Code set(Local local, Local other) {
        return get(other).set(local);
    }

    /** local = 0, in its type. */
    public Code zero(Local local) {
        Code zero =
                switch (local.type()) {
                    case I32 -> i32(0);
                    case I64 -> i64(0);
                    case F32 -> f32(0);
                    case F64 -> f64(0);
                    case V128 -> v128(0, 0);
                };
        return zero.set(local);
    }

    /** local += value, for an i32. */
    public Code add(Local local, int value) {
        return value == 0 ? this : get(local).plus(value).set(local);
    }

    /** Adds to the i32 on the stack. */
    public Code plus(int value) {
        return value == 0 ? this : i32(value).op(I32_ADD);
    }

    /** Multiplies the i32 on the stack; by a shift if it can. */
    public Code times(int value) {
        if (value == 1) {
            return this;
        }
        return value > 0 && (value & (value - 1)) == 0
                ? i32(Integer.numberOfTrailingZeros(value)).op(I32_SHL)
                : i32(value).op(I32_MUL);
    }

    // Loops

    /** Runs the body, then again while the condition leaves something other than 0. */
    public Code doWhile(Runnable body, Runnable condition) {
        return loop(again -> {
            body.run();
            condition.run();
            brIf(again);
        });
    }

    /** Runs the body while the condition leaves something other than 0, maybe never. */
    public Code whileDo(Runnable condition, Runnable body) {
        return loop(again -> {
            condition.run();
            when(() -> {
                body.run();
                br(again);
            });
        });
    }

    /** Runs the body so many times. No loop is written for none or one. */
    public Code repeat(int times, Runnable body) {
        if (times == 1) {
            return scope(body);
        }
        return times <= 0
                ? this
                : scope(() -> {
                    Local left = local(Type.I32);
                    set(left, times).repeat(left, body);
                });
    }

    /** Runs the body until the local has counted down to 0: the fastest loop. The local must be at least 1 before. */
    public Code repeat(Local times, Runnable body) {
        return doWhile(body, () -> get(times).plus(-1).tee(times));
    }

    /**
     * While the local is at least {@code step}: the body, then local -= step. Maybe never. What remains is below the step, so
     * {@code countDown(n, 4, four).countDown(n, 1, one)} does n things four at a time and the tail one by one. Signed.
     */
    public Code countDown(Local local, int step, Runnable body) {
        Runnable enough = () -> get(local).i32(step).op(I32_GE_S);
        enough.run();
        return when(() -> doWhile(
                () -> {
                    body.run();
                    add(local, -step);
                },
                enough));
    }

    /** for (local = from; local < to; local += step), with numbers known now. No loop is written for none or one. */
    public Code range(Local local, int from, int to, int step, Runnable body) {
        if (from + (long) step >= to) {
            set(local, from);
            return from < to ? scope(body).add(local, step) : this;
        }
        return set(local, from)
                .doWhile(
                        () -> {
                            body.run();
                            add(local, step);
                        },
                        () -> get(local).i32(to).op(I32_LT_U));
    }

    /** for (; local < to; local += step), as for a pointer that has been set. Maybe never. Unsigned. */
    public Code range(Local local, Local to, int step, Runnable body) {
        Runnable more = () -> get(local).get(to).op(I32_LT_U);
        more.run();
        return when(() -> doWhile(
                () -> {
                    body.run();
                    add(local, step);
                },
                more));
    }
}
