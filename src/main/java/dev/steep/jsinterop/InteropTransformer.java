package dev.steep.jsinterop;

import org.teavm.jso.impl.JSTypeHelper;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderSource;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ClassReaderSource;
import org.teavm.model.MethodHolder;

/**
 * What happens to each application class: every class it mentions is translated to JSO first, then the class itself, then
 * the conversions that JSO would miss are written into its methods.
 */
final class InteropTransformer implements ClassHolderTransformer {
    private ClassReaderSource source;
    private Adopter adopter;
    private FunctionTypes functions;
    private ProgramRewriter rewriter;

    @Override
    public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
        if (Names.isLibrary(cls.getName())) {
            return;
        }
        start(context.getHierarchy().getClassSource());
        adopter.adoptMentionsOf(cls);
        Dialect.translate(cls, source);
        functions.mark(cls);
        for (MethodHolder method : cls.getMethods()) {
            if (method.getProgram() != null) {
                rewriter.rewrite(method);
            }
        }
    }

    private void start(ClassReaderSource classes) {
        if (classes == source) {
            return;
        }
        if (!(classes instanceof ClassHolderSource holders)) {
            throw new IllegalStateException(
                    "The JsInterop bridge edits TeaVM's classes before JSO reads them, which an "
                            + "incremental build does not allow. Build with incremental=false.");
        }
        source = classes;
        adopter = new Adopter(holders);
        functions = new FunctionTypes(classes);
        rewriter = new ProgramRewriter(classes, new JSTypeHelper(classes), functions);
    }
}
