package dev.steep.wasm;

import static dev.steep.wasm.Instruction.*;

import java.util.List;
import java.util.function.Consumer;

/** Blocks, branches and calls. A block is a lambda; the {@link Label} that it is given is what a branch in it goes to. */
public abstract class ControlFlow extends Assembler {
    ControlFlow(Module module, String name, Signature signature) {
        super(module, name, signature);
    }

    public Code call(Function function) {
        begin(CALL).u32(function.index);
        check(function.module);
        stack.apply(function.signature());
        return self();
    }

    /** Calls a function of {@link Module#table} by its position there, which is on top of the stack. */
    public Code callIndirect(Signature signature) {
        begin(CALL_INDIRECT).u32(module.type(signature)).u8(0);
        if (!module.hasTable()) {
            throw stack.wrong("the module has no table");
        }
        stack.pop(Type.I32);
        stack.apply(signature);
        return self();
    }

    /** A branch to the label leaves the block. */
    public Code block(Signature signature, Consumer<Label> body) {
        return nest(BLOCK, signature, body);
    }

    public Code block(Type result, Consumer<Label> body) {
        return nest(BLOCK, Signature.of(result), body);
    }

    public Code block(Consumer<Label> body) {
        return nest(BLOCK, Signature.EMPTY, body);
    }

    /** A branch to the label runs the body again; without one it runs once. */
    public Code loop(Signature signature, Consumer<Label> body) {
        return nest(LOOP, signature, body);
    }

    public Code loop(Type result, Consumer<Label> body) {
        return nest(LOOP, Signature.of(result), body);
    }

    public Code loop(Consumer<Label> body) {
        return nest(LOOP, Signature.EMPTY, body);
    }

    /** If the i32 on the stack is not 0. */
    public Code when(Runnable then) {
        return nest(IF, Signature.EMPTY, label -> then.run());
    }

    /** One or the other, by the i32 on the stack. */
    public Code when(Runnable then, Runnable otherwise) {
        return when(Signature.EMPTY, then, otherwise);
    }

    public Code when(Type result, Runnable then, Runnable otherwise) {
        return when(Signature.of(result), then, otherwise);
    }

    public Code when(Signature signature, Runnable then, Runnable otherwise) {
        open(IF, signature);
        scope(then);
        begin(ELSE);
        stack.otherwise();
        scope(otherwise);
        begin(END);
        stack.closeEither();
        return self();
    }

    public Code br(Label label) {
        begin(BR).u32(stack.distance(label));
        stack.branch(label);
        stack.leave();
        return self();
    }

    /** Branches if the i32 on the stack is not 0. */
    public Code brIf(Label label) {
        begin(BR_IF).u32(stack.distance(label));
        stack.pop(Type.I32);
        stack.branch(label);
        stack.push(label.carried());
        return self();
    }

    /** Branches to the label at the index on the stack, or to the last one given if there are not so many. */
    public Code brTable(List<Label> labels, Label otherwise) {
        begin(BR_TABLE).u32(labels.size());
        stack.pop(Type.I32);
        for (Label label : labels) {
            out.u32(stack.distance(label));
            if (!label.carried().equals(otherwise.carried())) {
                throw stack.wrong("the labels take different values along");
            }
        }
        out.u32(stack.distance(otherwise));
        stack.branch(otherwise);
        stack.leave();
        return self();
    }

    /** Leaves the function with its results, which are on the stack. */
    public Code ret() {
        begin(RETURN);
        stack.branch(stack.function());
        stack.leave();
        return self();
    }

    /** Stops with an error: a place that is never reached. */
    public Code unreachable() {
        begin(UNREACHABLE);
        stack.leave();
        return self();
    }

    private Label open(Instruction kind, Signature signature) {
        begin(kind);
        if (signature.params().isEmpty() && signature.results().size() <= 1) {
            out.u8(
                    signature.results().isEmpty()
                            ? Module.NO_RESULT
                            : signature.results().get(0).code);
        } else {
            out.s64(module.type(signature));
        }
        if (kind == IF) {
            stack.pop(Type.I32);
        }
        return stack.open(kind, signature);
    }

    private Code nest(Instruction kind, Signature signature, Consumer<Label> body) {
        Label label = open(kind, signature);
        int mark = locals.mark();
        body.accept(label);
        locals.releaseTo(mark);
        begin(END);
        stack.close();
        return self();
    }
}
