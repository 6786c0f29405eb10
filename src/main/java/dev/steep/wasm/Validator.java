package dev.steep.wasm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The types on the stack while code is written, so that a wrong operand is found where it is written and not when a browser
 * refuses the module. Source: Core Specification 2.0, appendix "Validation Algorithm".
 */
final class Validator {
    /** Pops as any type: what unreachable code leaves. All others are {@link Type#code}. */
    private static final byte ANY = 0;

    private final String owner;
    private final List<Label> labels = new ArrayList<>();
    private byte[] stack = new byte[32];
    private int height;
    private Instruction instruction = Instruction.NOP;
    private int position;
    private int count;

    Validator(String owner) {
        this.owner = owner;
    }

    /** Says which instruction the calls that follow are about, and at which byte of the code. */
    void at(Instruction next, int byteOffset) {
        instruction = next;
        position = byteOffset;
        count++;
    }

    void apply(Signature signature) {
        pop(signature.params());
        push(signature.results());
    }

    void push(Type type) {
        push((byte) type.code);
    }

    void push(List<Type> types) {
        for (int i = 0; i < types.size(); i++) {
            push((byte) types.get(i).code);
        }
    }

    void pop(Type type) {
        byte expected = (byte) type.code;
        byte found = take(expected);
        if (found != expected && found != ANY) {
            height++;
            throw wrong("expected " + type + " but found " + text(found));
        }
    }

    void pop(List<Type> types) {
        for (int i = types.size() - 1; i >= 0; i--) {
            pop(types.get(i));
        }
    }

    /** One value of any type. */
    void drop() {
        take(ANY);
    }

    /** Two values of one type and a condition; the type stays. */
    void select() {
        pop(Type.I32);
        byte second = take(ANY);
        byte first = take(ANY);
        if (first != second && first != ANY && second != ANY) {
            throw wrong("expected two values of one type but found " + text(first) + " and " + text(second));
        }
        push(first == ANY ? second : first);
    }

    Label open(Instruction kind, Signature signature) {
        pop(signature.params());
        Label label = new Label(kind, signature, labels.size(), height);
        labels.add(label);
        push(signature.params());
        return label;
    }

    /** Ends the first half of an {@code if} and begins the second. */
    void otherwise() {
        Label label = top();
        finish(label);
        label.unreachable = false;
        push(label.signature.params());
    }

    void close() {
        Label label = top();
        if (label.kind == Instruction.IF && !label.signature.params().equals(label.signature.results())) {
            throw wrong("an if without else must leave what it takes, not " + label.signature);
        }
        closeEither();
    }

    /** Ends a block of which every path has been written. */
    void closeEither() {
        Label label = top();
        finish(label);
        labels.remove(label.depth);
        push(label.signature.results());
    }

    private void finish(Label label) {
        pop(label.signature.results());
        if (height != label.height) {
            throw wrong("expected nothing more on the stack at the end of this " + label.kind);
        }
    }

    /** After br, return, unreachable: what follows never runs. */
    void leave() {
        Label label = top();
        height = label.height;
        label.unreachable = true;
    }

    void branch(Label label) {
        pop(label.carried());
    }

    /** How many blocks a branch to the label leaves. */
    int distance(Label label) {
        if (label.depth >= labels.size() || labels.get(label.depth) != label) {
            throw wrong("the label's block is not open here");
        }
        return labels.size() - 1 - label.depth;
    }

    /** How many instructions there are so far. */
    int count() {
        return count;
    }

    Label function() {
        return labels.get(0);
    }

    boolean isClosed() {
        return labels.isEmpty();
    }

    IllegalStateException wrong(String what) {
        StringBuilder text = new StringBuilder(owner)
                .append(", instruction ")
                .append(count)
                .append(" (")
                .append(instruction)
                .append(", byte ")
                .append(position)
                .append("): ")
                .append(what)
                .append(". Stack: [");
        for (int i = 0; i < height; i++) {
            text.append(i == 0 ? "" : " ").append(text(stack[i]));
        }
        return new IllegalStateException(text.append("].").toString());
    }

    private Label top() {
        if (labels.isEmpty()) {
            throw wrong("the code has already ended");
        }
        return labels.get(labels.size() - 1);
    }

    private void push(byte type) {
        if (height == stack.length) {
            stack = Arrays.copyOf(stack, height * 2);
        }
        stack[height++] = type;
    }

    private byte take(byte expected) {
        Label label = top();
        if (height > label.height) {
            return stack[--height];
        }
        if (label.unreachable) {
            return expected;
        }
        throw wrong("expected " + text(expected) + " but found nothing in this " + label.kind);
    }

    private static String text(byte type) {
        return type == ANY ? "a value" : Type.of(type & 0xFF).toString();
    }
}
