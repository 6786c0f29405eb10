package dev.steep.wasm;

/** The memory of a module: linear bytes, all zero at the start except for {@link Module#data}. */
public final class Memory {
    final Module module;
    private final Limits limits;

    Memory(Module module, Limits limits) {
        this.module = module;
        this.limits = limits;
    }

    public Limits limits() {
        return limits;
    }

    /** Lets the page use this memory under a name. Returns this. */
    public Memory export(String name) {
        module.export(name, External.MEMORY, 0);
        return this;
    }
}
