package dev.steep.jsinterop;

import static java.util.Map.entry;

import java.util.Map;
import org.teavm.backend.javascript.TeaVMJavaScriptHost;
import org.teavm.jso.impl.JSMethods;
import org.teavm.jso.impl.JSOPlugin;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.vm.spi.After;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/**
 * Replaces the conversions that JSO inserted by our own, which follow JsInterop: in an Object variable a JavaScript
 * string is a String and a number is a Double. Runs after TeaVM's JSO plugin; {@link InteropPlugin} runs before it, and
 * one plugin cannot do both.
 */
@After(JSOPlugin.class)
public final class RedirectPlugin implements TeaVMPlugin {
    private static final Map<String, MethodReference> CONVERSIONS = Map.ofEntries(
            entry(Names.JS_WRAPPER + ".wrap", Names.FROM_JS),
            entry(Names.JS_WRAPPER + ".jsToJava", Names.FROM_JS),
            entry(Names.JS_WRAPPER + ".dependencyJsToJava", Names.FROM_JS),
            entry(Names.JS_WRAPPER + ".maybeWrap", Names.TO_JAVA),
            entry(Names.JS_WRAPPER + ".unwrap", Names.UNWRAP),
            entry(Names.JS_WRAPPER + ".maybeUnwrap", Names.UNWRAP),
            entry(Names.JS_WRAPPER + ".javaToJs", Names.TO_JS),
            entry(Names.JS_WRAPPER + ".dependencyJavaToJs", Names.TO_JS),
            entry(Names.JS_IMPLEMENTATION + ".directJavaToJs", Names.UNWRAP), // JSO calls it, 0.15.0 lacks it
            entry(
                    Names.JS_IMPLEMENTATION + ".getPure",
                    JSMethods.GET), // a field is not side-effect free: order matters
            entry(Names.JS_IMPLEMENTATION + ".setPure", JSMethods.SET),
            entry(Names.JS_IMPLEMENTATION + ".function", sameAs(JSMethods.FUNCTION, "function")),
            entry(Names.JS_IMPLEMENTATION + ".functionAsObject", sameAs(JSMethods.FUNCTION_AS_OBJECT, "asFunctor")),
            entry(
                    Names.JS_IMPLEMENTATION + ".instanceOfOrNull",
                    sameAs(JSMethods.INSTANCE_OF_OR_NULL, "instanceOfOrNull")));

    /** The JavaScript build stores what it gets: an undefined string, or a fraction in an int, would live on in Java. */
    private static final Map<String, MethodReference> JAVASCRIPT_ONLY = Map.ofEntries(
            entry(
                    Names.JS_IMPLEMENTATION + ".unwrapString",
                    Names.runtime("unwrapString", Names.JS_OBJECT, ValueType.object("java.lang.String"))),
            entry(
                    Names.JS_IMPLEMENTATION + ".unwrapInt",
                    Names.runtime("unwrapInt", Names.JS_OBJECT, ValueType.INTEGER)),
            entry(
                    Names.JS_IMPLEMENTATION + ".unwrapDouble",
                    Names.runtime("unwrapDouble", Names.JS_OBJECT, ValueType.DOUBLE)));

    private static MethodReference sameAs(MethodReference method, String name) {
        return Names.runtime(name, method.getSignature());
    }

    @Override
    public void install(TeaVMHost host) {
        host.add(new Redirect(host.getExtension(TeaVMJavaScriptHost.class) != null));
    }

    private record Redirect(boolean javascript) implements ClassHolderTransformer {
        @Override
        public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
            if (Names.isLibrary(cls.getName()) && !cls.getName().equals(Names.JS_IMPLEMENTATION)) {
                return;
            }
            for (MethodHolder method : cls.getMethods()) {
                if (method.getProgram() != null) {
                    Spread.apply(method.getProgram());
                    Calls.each(method.getProgram(), this::redirect);
                }
            }
        }

        private void redirect(InvokeInstruction call) {
            String name =
                    call.getMethod().getClassName() + "." + call.getMethod().getName();
            MethodReference target = CONVERSIONS.get(name);
            if (target == null && javascript) {
                target = JAVASCRIPT_ONLY.get(name);
            }
            if (target != null) {
                call.setMethod(target);
            }
        }
    }
}
