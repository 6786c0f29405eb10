package dev.steep.jsinterop;

import java.util.Map;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodReference;

/** Sends calls of {@code Math.rint} and {@code Math.round} to {@link Rounding}. */
final class RoundAsJava implements ClassHolderTransformer {
    private static final Map<MethodReference, MethodReference> OURS = Map.of(
            new MethodReference(Math.class, "rint", double.class, double.class),
            new MethodReference(Rounding.class, "rint", double.class, double.class),
            new MethodReference(Math.class, "round", double.class, long.class),
            new MethodReference(Rounding.class, "round", double.class, long.class));

    @Override
    public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
        Calls.each(cls, call -> call.setMethod(OURS.getOrDefault(call.getMethod(), call.getMethod())));
    }
}
