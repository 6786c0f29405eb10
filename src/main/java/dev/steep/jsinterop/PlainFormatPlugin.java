package dev.steep.jsinterop;

import java.util.List;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodReference;
import org.teavm.model.Variable;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/** Has libraries fill the gaps of their messages by {@link PlainFormat}, which is small. */
public final class PlainFormatPlugin implements TeaVMPlugin {
    private static final MethodReference OURS =
            new MethodReference(PlainFormat.class, "formatted", String.class, Object[].class, String.class);
    private static final MethodReference ON_TEXT =
            new MethodReference(String.class, "formatted", Object[].class, String.class);
    private static final MethodReference STATIC =
            new MethodReference(String.class, "format", String.class, Object[].class, String.class);

    @Override
    public void install(TeaVMHost host) {
        host.add(new Transformer());
    }

    private static final class Transformer implements ClassHolderTransformer {
        @Override
        public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
            Calls.each(cls, Transformer::redirect);
        }

        private static void redirect(InvokeInstruction call) {
            if (call.getMethod().equals(ON_TEXT)) {
                Variable text = call.getInstance();
                Variable values = List.copyOf(call.getArguments()).get(0);
                call.setInstance(null);
                call.setType(InvocationType.SPECIAL);
                call.setArguments(text, values);
                call.setMethod(OURS);
            } else if (call.getMethod().equals(STATIC)) {
                call.setMethod(OURS);
            }
        }
    }
}
