package dev.steep.jsinterop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.teavm.ast.Expr;
import org.teavm.ast.InvocationExpr;
import org.teavm.backend.javascript.codegen.RememberedSource;
import org.teavm.backend.javascript.codegen.RememberingSourceWriter;
import org.teavm.backend.javascript.codegen.SourceWriterSink;
import org.teavm.backend.javascript.rendering.AstWriter;
import org.teavm.backend.wasm.intrinsics.WasmGCCodeGenContext;
import org.teavm.backend.wasm.intrinsics.WasmGCInlineIntrinsic;
import org.teavm.backend.wasm.intrinsics.WasmGCInlineIntrinsicContext;
import org.teavm.backend.wasm.model.WasmFunction;
import org.teavm.backend.wasm.model.WasmType;
import org.teavm.backend.wasm.model.instruction.WasmInstructionBuilder;
import org.teavm.jso.impl.JSBodyAstEmitter;
import org.teavm.jso.impl.JSBodyBloatedEmitter;
import org.teavm.jso.impl.JSBodyEmitter;
import org.teavm.jso.impl.JSBodyRepository;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.vm.intrinsic.IntrinsicProvider;

/**
 * The scripts of {@code @JSBody}, as functions that the WebAssembly build imports. TeaVM would put their text into the
 * program and make functions of it when the page starts, by {@code new Function}, which a content security policy forbids;
 * and each call would go through one more function.
 */
final class StaticScripts implements IntrinsicProvider<WasmGCInlineIntrinsic> {
    /** The module that the program imports TeaVM's functions from, and these. */
    static final String MODULE = "teavmJso";

    private record Script(List<String> parameters, String body) {
        /** As a member of an object literal. An exception goes back into Java, as TeaVM's own calls have it. */
        String function(String name) {
            return name + "(" + String.join(",", parameters) + "){try{" + body + "}catch($e){$rethrow($e)}}";
        }
    }

    private final JSBodyRepository repository;
    private final WasmGCCodeGenContext context;
    private final Map<Script, WasmFunction> imported = new LinkedHashMap<>();

    StaticScripts(JSBodyRepository repository, WasmGCCodeGenContext context) {
        this.repository = repository;
        this.context = context;
    }

    @Override
    public WasmGCInlineIntrinsic getIntrinsic(MethodReference method) {
        JSBodyEmitter emitter = repository.emitters.get(method);
        return emitter == null ? null : new Call(script(emitter));
    }

    /** All functions that the program imports from {@link #MODULE} and that TeaVM would make from text, as members of an object. */
    String members() {
        List<String> members = new ArrayList<>();
        imported.forEach((script, function) -> members.add(script.function(function.getImportName())));
        for (WasmFunction function : context.module().functions) {
            if (MODULE.equals(function.getImportModule())) {
                StaticRuntime.call(function.getImportName()).ifPresent(members::add);
            }
        }
        return String.join(",\n", members);
    }

    private Script script(JSBodyEmitter emitter) {
        if (emitter.imports().length > 0) {
            throw new IllegalStateException(emitter.method() + " imports a JavaScript module, which is not supported.");
        }
        List<String> parameters = new ArrayList<>(List.of(emitter.parameterNames()));
        if (!emitter.isStatic()) {
            parameters.add(0, "__this__");
        }
        if (emitter instanceof JSBodyBloatedEmitter text) {
            return new Script(parameters, text.script);
        }
        String body = print((JSBodyAstEmitter) emitter);
        boolean expression = repository.inlineMethods.contains(emitter.method());
        return new Script(parameters, expression ? "return " + body + ";" : body);
    }

    private static String print(JSBodyAstEmitter emitter) {
        RememberingSourceWriter writer = new RememberingSourceWriter(false);
        AstWriter printer = new AstWriter(writer, name -> (to, precedence) -> to.append(name));
        if (!emitter.isStatic()) {
            printer.declareNameEmitter("this", (to, precedence) -> to.append("__this__"));
        }
        printer.print(emitter.ast);
        StringBuilder text = new StringBuilder();
        writer.save().replay(new Text(text), RememberedSource.FILTER_ALL);
        return text.toString();
    }

    private record Text(StringBuilder text) implements SourceWriterSink {
        @Override
        public SourceWriterSink append(CharSequence characters, int start, int end) {
            text.append(characters, start, end);
            return this;
        }

        @Override
        public SourceWriterSink appendGlobal(String name) {
            text.append(name);
            return this;
        }

        @Override
        public SourceWriterSink newLine() {
            text.append('\n');
            return this;
        }
    }

    private WasmFunction function(Script script) {
        return imported.computeIfAbsent(script, each -> {
            WasmType[] parameters = new WasmType[script.parameters().size()];
            Arrays.fill(parameters, WasmType.EXTERN);
            WasmFunction function = new WasmFunction(context.functionTypes().of(WasmType.EXTERN, parameters));
            function.setName(context.names().topLevel("steep.js:script" + imported.size()));
            function.setImportModule(MODULE);
            function.setImportName("script" + imported.size());
            context.module().functions.add(function);
            return function;
        });
    }

    private final class Call implements WasmGCInlineIntrinsic {
        private final Script script;

        Call(Script script) {
            this.script = script;
        }

        @Override
        public void apply(InvocationExpr call, WasmGCInlineIntrinsicContext to, WasmInstructionBuilder builder) {
            for (Expr argument : call.getArguments()) {
                to.generate(builder, argument);
            }
            builder.call(function(script));
            if (call.getMethod().getReturnType() == ValueType.VOID) {
                builder.drop();
            }
        }
    }
}
