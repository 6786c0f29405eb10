package dev.steep.wasm;

import java.util.function.Consumer;

/** A function of a module: imported, or with code of its own. */
public final class Function {
    final Module module;
    final int index;
    final boolean imported;
    private final String name;
    private final Signature signature;
    private final Code code;
    private boolean defined;

    Function(Module module, int index, String name, Signature signature, boolean imported) {
        this.module = module;
        this.index = index;
        this.name = name;
        this.signature = signature;
        this.imported = imported;
        code = new Code(module, name, signature);
    }

    public String name() {
        return name;
    }

    public Signature signature() {
        return signature;
    }

    /** Writes the code. Once; imported functions have none. Returns this. */
    public Function define(Consumer<Code> body) {
        if (imported || defined) {
            throw new IllegalStateException(
                    name + (imported ? " is imported: it has no code." : " is already defined."));
        }
        defined = true;
        body.accept(code);
        code.finish();
        return this;
    }

    /** Lets the page call this function under its own name. Returns this. */
    public Function export() {
        return export(name);
    }

    /** Lets the page call this function under another name. Returns this. */
    public Function export(String as) {
        module.export(as, External.FUNCTION, index);
        return this;
    }

    /** The function in the text format, read back from its bytes. */
    public String listing() {
        return Listing.function(module.bytes(), index);
    }

    void write(Bytes out) {
        code.write(out);
    }
}
