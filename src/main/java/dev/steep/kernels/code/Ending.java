package dev.steep.kernels.code;

import static dev.steep.wasm.Instruction.V128_LOAD;
import static dev.steep.wasm.Instruction.V128_LOAD32_SPLAT;
import static dev.steep.wasm.Type.V128;

import dev.steep.tape.Value;
import dev.steep.wasm.Code;
import dev.steep.wasm.Local;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What becomes of the head's results while they are still in a register: the formulas of the tail are carried out on them, and
 * what others will read is stored.
 */
public final class Ending {
    private final StepGroup group;
    private final Code code;
    private final FormulaChain chain;

    /** Inputs that are one number for all, in all lanes. */
    private final Map<Value, Local> numbers = new HashMap<>();

    /** Loads single numbers here. */
    public Ending(StepGroup group, Code code, Emission emission) {
        this.group = group;
        this.code = code;
        chain = new FormulaChain(code, emission.math, group.tail());
        for (Value x : FormulaChain.inputs(group.tail())) {
            if (group.isNumber(x)) {
                Local vector = code.local(V128);
                code.loadAt(V128_LOAD32_SPLAT, group.address(x)).set(vector);
                numbers.put(x, vector);
            }
        }
    }

    /**
     * Ends with up to four numbers.
     *
     * @param result of the head
     * @param known other inputs that are at hand
     * @param at how far into the output they are, in bytes
     * @param offset to be added to that
     * @param lanes how many numbers
     */
    public void write(Local result, Map<Value, Local> known, Local at, int offset, int lanes) {
        code.scope(() -> {
            Value head = group.head().output();
            Map<Value, Local> results = new LinkedHashMap<>();
            results.put(head, result);
            results.putAll(chain.run(x -> x == head ? result : vector(x, known, at, offset)));
            results.forEach((y, vector) -> {
                if (group.stores(y)) {
                    TailLanes.store(code, at, group.address(y) + offset, vector, lanes);
                }
            });
        });
    }

    private Local vector(Value x, Map<Value, Local> known, Local at, int offset) {
        Local there = known.getOrDefault(x, numbers.get(x));
        if (there != null) {
            return there;
        }
        Local vector = code.local(V128);
        code.load(V128_LOAD, at, group.address(x) + offset).set(vector);
        return vector;
    }
}
