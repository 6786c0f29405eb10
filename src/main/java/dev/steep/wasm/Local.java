package dev.steep.wasm;

/** A local variable or parameter of one function, until the lambda or scope that asked for it ends. */
public final class Local {
    final Code owner;
    final int index;
    private final Type type;
    boolean live = true;

    Local(Code owner, int index, Type type) {
        this.owner = owner;
        this.index = index;
        this.type = type;
    }

    public Type type() {
        return type;
    }
}
