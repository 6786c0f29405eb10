package dev.steep.kernels.code;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.V128;

import dev.steep.tape.Elementwise;
import dev.steep.tape.Value;
import dev.steep.wasm.Code;
import dev.steep.wasm.Local;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Formulas that are carried out one after the other on the same four numbers, without a detour through memory. */
public final class FormulaChain {
    /**
     * Added and taken away again, this makes numbers below a 2^25th of it zero: a gradient that small moves no weight, but its
     * square would be a denormal, with which Adam is 40 % slower.
     */
    private static final float FADED_GRADIENT = 1e-10f;

    /** The same for what an optimizer remembers: that of a weight that no longer changes fades for ever. */
    private static final float FADED_MOMENT = 1e-25f;

    private final Code code;
    private final List<Elementwise> steps;
    private final List<FormulaCode> formulas = new ArrayList<>();

    public FormulaChain(Code code, MathFunctions math, List<Elementwise> steps) {
        this.code = code;
        this.steps = steps;
        for (Elementwise step : steps) {
            formulas.add(new FormulaCode(code, math, step.f()));
        }
    }

    /** What formulas read that none of them computed before, each once. */
    public static Set<Value> inputs(List<Elementwise> steps) {
        Set<Value> inputs = new LinkedHashSet<>();
        Set<Value> computed = new LinkedHashSet<>();
        for (Elementwise step : steps) {
            step.inputs().stream().filter(x -> !computed.contains(x)).forEach(inputs::add);
            computed.add(step.output());
        }
        return inputs;
    }

    /**
     * Computes all of them.
     *
     * @param input gives a vector of an input; called once for each
     * @return the vectors of all outputs; they live as long as the present scope
     */
    public Map<Value, Local> run(Function<Value, Local> input) {
        Map<Value, Local> known = new HashMap<>();
        Map<Value, Local> outputs = new LinkedHashMap<>();
        Map<Value, Local> flushed = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            Elementwise step = steps.get(i);
            Value y = step.output();
            List<Local> inputs = new ArrayList<>();
            for (Value x : step.inputs()) {
                Local vector = known.get(x);
                if (vector == null) {
                    vector = input.apply(x);
                    known.put(x, vector);
                }
                inputs.add(y.role().lasts() && fades(x) ? flushed(flushed, x, vector) : vector);
            }
            Local result = code.local(V128);
            formulas.get(i).value(inputs);
            code.set(result);
            if (y.role() == Value.Role.SLOT) {
                flush(result, result, FADED_MOMENT);
            }
            known.put(y, result);
            outputs.put(y, result);
        }
        return outputs;
    }

    private static boolean fades(Value x) {
        return x.role() == Value.Role.GRADIENT && x.size() > 1;
    }

    private Local flushed(Map<Value, Local> flushed, Value x, Local vector) {
        Local known = flushed.get(x);
        if (known == null) {
            known = code.local(V128);
            flush(vector, known, FADED_GRADIENT);
            flushed.put(x, known);
        }
        return known;
    }

    /** Two instructions; to compare and mask would be six. Other numbers below this may lose their last bits. */
    private void flush(Local from, Local to, float faded) {
        code.get(from).f32x4Splat(faded).op(F32X4_ADD);
        code.f32x4Splat(faded).op(F32X4_SUB).set(to);
    }
}
