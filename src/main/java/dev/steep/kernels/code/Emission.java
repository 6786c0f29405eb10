package dev.steep.kernels.code;

import static dev.steep.wasm.Type.I32;

import dev.steep.tape.Value;
import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Module;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A module while its kernels are written: what they all need. */
public final class Emission {
    public final Module module = new Module();
    public final MemoryPlan memory;
    public final MathFunctions math;
    private final Map<Object, Function> shared = new HashMap<>();

    /** What the piece that is being written consists of. */
    private final Set<Function> used = new LinkedHashSet<>();

    private final Map<String, Integer> tables = new HashMap<>();
    private int endOfTables = MemoryPlan.TABLES;

    public Emission(MemoryPlan memory) {
        this.memory = memory;
        module.memory(1, "memory");
        module.constants(MemoryPlan.TABLES + MemoryPlan.TABLE_BYTES / 2, MemoryPlan.TABLE_BYTES / 2);
        math = new MathFunctions(this);
    }

    public int of(Value value) {
        return memory.of(value);
    }

    /** A function that carries out a step for so many samples, its only parameter. */
    public Function step(String name, Consumer<Code> body) {
        Function function =
                module.function(name, List.of(I32), List.of(), code -> code.constantsFirst(() -> body.accept(code)));
        used.add(function);
        return function;
    }

    /** All functions that were made or asked for since this was called last, in that order. */
    public List<Function> used() {
        List<Function> functions = List.copyOf(used);
        used.clear();
        return functions;
    }

    /** The address of a table of numbers that is in the module from the start: made once. */
    int table(String name, Supplier<int[]> numbers) {
        return tables.computeIfAbsent(name, key -> {
            int[] words = numbers.get();
            byte[] bytes = new byte[4 * words.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (words[i / 4] >> i % 4 * 8);
            }
            int address = endOfTables;
            endOfTables += bytes.length;
            module.data(address, bytes);
            return address;
        });
    }

    /** The function for this key: made once, however many ask for it. */
    public Function shared(Object key, Supplier<Function> make) {
        Function known = shared.get(key);
        if (known == null) {
            known = make.get();
            shared.put(key, known);
        }
        used.add(known);
        return known;
    }
}
