package dev.steep.wasm;

/** A block being written, as the target of branches: its end, or the start of a loop. Valid only inside that block. */
public final class Label {
    final Instruction kind;
    final Signature signature;
    /** Position among the open blocks, the function itself being 0. */
    final int depth;
    /** Height of the stack below the block's own values. */
    final int height;
    /** Whether the code here can never run, so that any type may be popped. */
    boolean unreachable;

    Label(Instruction kind, Signature signature, int depth, int height) {
        this.kind = kind;
        this.signature = signature;
        this.depth = depth;
        this.height = height;
    }

    /** What a branch to this label takes along. */
    java.util.List<Type> carried() {
        return kind == Instruction.LOOP ? signature.params() : signature.results();
    }
}
