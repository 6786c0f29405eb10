package dev.steep.wasm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A WebAssembly module while it is written: memory, functions, globals, data. {@link #bytes()} is what a browser compiles.
 * Imports come first, then the memory, then whatever uses it; a function can be declared before it is defined.
 *
 * <pre>{@code
 * Module module = new Module();
 * module.memory(1, "memory");
 * module.function("scale", List.of(I32, I32, F32), List.of(), code -> {
 *     Local p = code.param(0), n = code.param(1), by = code.param(2);
 *     code.countDown(n, 1, () -> code
 *             .store(F32_STORE, p, 0, () -> code.load(F32_LOAD, p, 0).get(by).op(F32_MUL))
 *             .add(p, 4));
 * }).export();
 * }</pre>
 */
public final class Module {
    /** Stands for a block without result. */
    static final int NO_RESULT = 0x40;

    private static final int FUNCTION_REFERENCE = 0x70;

    private final List<Signature> types = new ArrayList<>();
    private final List<Function> functions = new ArrayList<>();
    private final List<Global> globals = new ArrayList<>();
    private final List<Memory> memories = new ArrayList<>();
    private final Set<String> exported = new HashSet<>();
    private final Map<Integer, Integer> constants = new HashMap<>();
    private int nextConstant;
    private int endOfConstants;
    private final Section importSection = new Section(2);
    private final Section tableSection = new Section(4);
    private final Section memorySection = new Section(5);
    private final Section globalSection = new Section(6);
    private final Section exportSection = new Section(7);
    private final Section elementSection = new Section(9);
    private final Section dataSection = new Section(11);

    // Memory

    /** The memory, of so many pages of 64 KiB, that the page sees under this name. */
    public Memory memory(int pages, String export) {
        return memory(Limits.atLeast(pages)).export(export);
    }

    /** The memory. */
    public Memory memory(Limits limits) {
        Memory memory = only(limits);
        limits.write(memorySection.item());
        return memory;
    }

    /** A memory that whoever instantiates the module brings along. */
    public Memory importMemory(String from, String name, Limits limits) {
        Memory memory = only(limits);
        limits.write(imported(from, name, External.MEMORY));
        return memory;
    }

    /** Bytes that are in the memory from the start, at this address. */
    public Module data(int address, byte[] bytes) {
        if (!hasMemory()
                || address < 0
                || address + (long) bytes.length
                        > (long) memories.get(0).limits().min() * Limits.PAGE) {
            throw new IllegalStateException(
                    bytes.length + " bytes at address " + address + " are not inside the memory.");
        }
        Bytes at = new Bytes(8);
        Instruction.I32_CONST.write(at);
        at.s64(address);
        Instruction.END.write(at);
        dataSection.item().u8(0).raw(at).u32(bytes.length).raw(bytes, bytes.length);
        return this;
    }

    /** Numbers that are in the memory from the start, at this address. */
    public Module data(int address, float... numbers) {
        Bytes bytes = new Bytes(4 * numbers.length);
        for (float number : numbers) {
            bytes.i32(Float.floatToRawIntBits(number));
        }
        return data(address, bytes.toArray());
    }

    /** Room in the memory for numbers that {@link Code#f32x4Splat} and its kin read; without it, or when it is full, they stand in the code. */
    public Module constants(int address, int bytes) {
        nextConstant = address;
        endOfConstants = address + bytes;
        return this;
    }

    /** Where a constant of these 32 bits lies, if there is room. */
    OptionalInt constant(int bits) {
        Integer known = constants.get(bits);
        if (known == null && nextConstant + 4 <= endOfConstants) {
            known = nextConstant;
            constants.put(bits, known);
            data(known, Float.intBitsToFloat(bits));
            nextConstant += 4;
        }
        return known == null ? OptionalInt.empty() : OptionalInt.of(known);
    }

    // Functions

    public Function importFunction(String from, String name, List<Type> params, List<Type> results) {
        if (functions.size() > 0 && !functions.get(functions.size() - 1).imported) {
            throw new IllegalStateException(
                    "Import " + name + " before the first function: imports have the first numbers.");
        }
        Signature signature = new Signature(params, results);
        imported(from, name, External.FUNCTION).u32(type(signature));
        return add(new Function(this, functions.size(), name, signature, true));
    }

    /** A function that can be called by other functions now and is given its code later, by {@link Function#define}. */
    public Function declare(String name, List<Type> params, List<Type> results) {
        return add(new Function(this, functions.size(), name, new Signature(params, results), false));
    }

    public Function function(String name, List<Type> params, List<Type> results, Consumer<Code> body) {
        return declare(name, params, results).define(body);
    }

    /** The functions that {@link Code#callIndirect} can call, by their position here. */
    public Module table(List<Function> callable) {
        if (hasTable()) {
            throw new IllegalStateException("A module has one table.");
        }
        tableSection.item().u8(FUNCTION_REFERENCE).u8(0).u32(callable.size());
        Bytes element = elementSection.item().u8(0);
        Instruction.I32_CONST.write(element);
        element.s64(0);
        Instruction.END.write(element);
        element.u32(callable.size());
        for (Function function : callable) {
            element.u32(function.index);
        }
        return this;
    }

    // Globals

    public Global importGlobal(String from, String name, Type type, boolean mutable) {
        if (globalSection.count() > 0) {
            throw new IllegalStateException(
                    "Import " + name + " before the first global: imports have the first numbers.");
        }
        Global global = add(new Global(this, globals.size(), type, mutable));
        global.write(imported(from, name, External.GLOBAL));
        return global;
    }

    /** A variable. The lambda writes its first value: one constant, or one imported global. */
    public Global global(Type type, Consumer<Code> initial) {
        return define(add(new Global(this, globals.size(), type, true)), initial);
    }

    /** A global that cannot be set. The lambda writes its value: one constant, or one imported global. */
    public Global constant(Type type, Consumer<Code> value) {
        return define(add(new Global(this, globals.size(), type, false)), value);
    }

    // The result

    /** The module in the binary format. */
    public byte[] bytes() {
        Section typeSection = new Section(1);
        Section functionSection = new Section(3);
        Section codeSection = new Section(10);
        Section names = new Section(1);
        for (Function function : functions) {
            names.item().u32(function.index).name(function.name());
            if (!function.imported) {
                functionSection.item().u32(type(function.signature()));
                function.write(codeSection.item());
            }
        }
        for (Signature type : types) {
            type.write(typeSection.item());
        }
        Bytes module = new Bytes(1 << 16).raw(Utf8.bytes("\0asm"), 4).i32(1);
        for (Section section : List.of(
                typeSection,
                importSection,
                functionSection,
                tableSection,
                memorySection,
                globalSection,
                exportSection,
                elementSection,
                codeSection,
                dataSection)) {
            section.write(module);
        }
        Bytes custom = new Bytes(256).name("name");
        names.write(custom);
        return module.u8(0).sized(custom).toArray();
    }

    /** The module in the text format, read back from {@link #bytes()}. */
    public String listing() {
        return Listing.module(bytes());
    }

    // For the other classes

    /** The number of the signature in this module. */
    int type(Signature signature) {
        int known = types.indexOf(signature);
        if (known >= 0) {
            return known;
        }
        types.add(signature);
        return types.size() - 1;
    }

    boolean hasMemory() {
        return !memories.isEmpty();
    }

    boolean hasTable() {
        return tableSection.count() > 0;
    }

    void export(String name, External kind, int index) {
        if (!exported.add(name)) {
            throw new IllegalStateException("The name " + name + " is already exported.");
        }
        exportSection.item().name(name).u8(kind.ordinal()).u32(index);
    }

    private Bytes imported(String from, String name, External kind) {
        return importSection.item().name(from).name(name).u8(kind.ordinal());
    }

    private Memory only(Limits limits) {
        if (hasMemory()) {
            throw new IllegalStateException("A module has one memory.");
        }
        Memory memory = new Memory(this, limits);
        memories.add(memory);
        return memory;
    }

    private Function add(Function function) {
        functions.add(function);
        return function;
    }

    private Global add(Global global) {
        globals.add(global);
        return global;
    }

    private Global define(Global global, Consumer<Code> value) {
        Code code = new Code(this, "global " + global.index, Signature.of(global.type()));
        value.accept(code);
        code.finish();
        Bytes item = globalSection.item();
        global.write(item);
        item.raw(code.constant());
        return global;
    }
}
