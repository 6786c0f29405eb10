package dev.steep.wasm;

/** A variable or constant of a module. */
public final class Global {
    final Module module;
    final int index;
    private final Type type;
    private final boolean mutable;

    Global(Module module, int index, Type type, boolean mutable) {
        this.module = module;
        this.index = index;
        this.type = type;
        this.mutable = mutable;
    }

    public Type type() {
        return type;
    }

    public boolean mutable() {
        return mutable;
    }

    /** Lets the page use this global under a name. Returns this. */
    public Global export(String name) {
        module.export(name, External.GLOBAL, index);
        return this;
    }

    void write(Bytes out) {
        out.u8(type.code).u8(mutable ? 1 : 0);
    }
}
