package dev.steep.jsinterop;

import java.util.Set;
import java.util.stream.Collectors;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ElementModifier;
import org.teavm.model.FieldHolder;
import org.teavm.model.FieldReference;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.emit.ValueEmitter;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/** Puts {@link DecimalTables} in place of the tables of TeaVM's library. A library with other fields fails the build. */
public final class DecimalTablesPlugin implements TeaVMPlugin {
    static final String ANALYZER = "org.teavm.classlib.impl.text.DoubleAnalyzer";
    static final String SYNTHESIZER = "org.teavm.classlib.impl.text.DoubleSynthesizer";
    static final String MANTISSAS = "mantissa10Table";
    static final String EXPONENTS = "exp10Table";

    @Override
    public void install(TeaVMHost host) {
        host.add(new Transformer());
    }

    private static final class Transformer implements ClassHolderTransformer {
        @Override
        public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
            switch (cls.getName()) {
                case ANALYZER -> {
                    expect(cls, Set.of(MANTISSAS, EXPONENTS, "MAX_MANTISSA", "resultForLog10"));
                    ProgramEmitter start = start(cls, context);
                    start.setField(
                            new FieldReference(ANALYZER, "MAX_MANTISSA"), start.constant(Long.divideUnsigned(-1, 10)));
                    start.setField(
                            new FieldReference(ANALYZER, "resultForLog10"), start.construct(ANALYZER + "$Result"));
                    fill(cls, start, "writing");
                }
                case SYNTHESIZER -> {
                    expect(cls, Set.of(MANTISSAS, EXPONENTS));
                    fill(cls, start(cls, context), "reading");
                }
                default -> {}
            }
        }

        private static void expect(ClassHolder cls, Set<String> names) {
            Set<String> found = cls.getFields().stream()
                    .filter(field -> field.hasModifier(ElementModifier.STATIC) && field.getInitialValue() == null)
                    .map(FieldHolder::getName)
                    .collect(Collectors.toSet());
            if (!found.equals(names)) {
                throw new IllegalStateException("This version of TeaVM has " + found + " in " + cls.getName());
            }
        }

        private static ProgramEmitter start(ClassHolder cls, ClassHolderTransformerContext context) {
            return ProgramEmitter.create(
                    cls.getMethod(new MethodDescriptor("<clinit>", ValueType.VOID)), context.getHierarchy());
        }

        private static void fill(ClassHolder cls, ProgramEmitter start, String which) {
            ValueEmitter tables =
                    start.invoke(DecimalTables.class.getName(), which, ValueType.object(DecimalTables.class.getName()));
            start.setField(
                    new FieldReference(cls.getName(), MANTISSAS),
                    tables.getField("mantissas", ValueType.parse(long[].class)));
            start.setField(
                    new FieldReference(cls.getName(), EXPONENTS),
                    tables.getField("exponents", ValueType.parse(short[].class)));
            start.exit();
        }
    }
}
