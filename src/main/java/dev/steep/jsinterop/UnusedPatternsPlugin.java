package dev.steep.jsinterop;

import java.util.Set;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/**
 * Leaves out regular expressions that a library compiles when it is loaded, and needs for nothing that the lab calls: with them 38
 * kB of {@code java.util.regex} would come along.
 */
public final class UnusedPatternsPlugin implements TeaVMPlugin {
    /** Of these nothing but expressions, and a text for what they find, is in the static fields. */
    private static final Set<String> CLASSES = Set.of("io.nayuki.qrcodegen.QrSegment");

    @Override
    public void install(TeaVMHost host) {
        host.add(new Transformer());
    }

    private static final class Transformer implements ClassHolderTransformer {
        @Override
        public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
            if (CLASSES.contains(cls.getName())) {
                MethodHolder start = cls.getMethod(new MethodDescriptor("<clinit>", ValueType.VOID));
                if (start != null) {
                    cls.removeMethod(start);
                }
            }
        }
    }
}
