package dev.steep.jsinterop;

import static java.util.Map.entry;

import java.util.Map;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodReference;

/** Sends calls of some of Java's methods to {@link Rounding} and {@link Finiteness}. */
final class OwnMethods implements ClassHolderTransformer {
    private static final Map<MethodReference, MethodReference> OURS = Map.ofEntries(
            ours(Math.class, Rounding.class, "rint", double.class, double.class),
            ours(Math.class, Rounding.class, "round", double.class, long.class),
            ours(Double.class, Finiteness.class, "isNaN", double.class, boolean.class),
            ours(Double.class, Finiteness.class, "isFinite", double.class, boolean.class),
            ours(Double.class, Finiteness.class, "isInfinite", double.class, boolean.class),
            ours(Float.class, Finiteness.class, "isNaN", float.class, boolean.class),
            ours(Float.class, Finiteness.class, "isFinite", float.class, boolean.class),
            ours(Float.class, Finiteness.class, "isInfinite", float.class, boolean.class));

    private static Map.Entry<MethodReference, MethodReference> ours(
            Class<?> javas, Class<?> ours, String name, Class<?>... signature) {
        return entry(new MethodReference(javas, name, signature), new MethodReference(ours, name, signature));
    }

    @Override
    public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
        Calls.each(cls, call -> call.setMethod(OURS.getOrDefault(call.getMethod(), call.getMethod())));
    }
}
