package dev.steep.jsinterop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.teavm.backend.wasm.TeaVMWasmGCHost;

/**
 * TeaVM 0.15.0's runtime for WebAssembly with the parts replaced that make functions from text. Each part must be there
 * exactly once, and no other may make functions from text: a version of TeaVM with another runtime fails the build.
 */
final class StaticRuntime {
    private static final String RESOURCE = "/org/teavm/backend/wasm/wasm-gc-runtime.min.js";

    /** A part of TeaVM's runtime from its first words to its last ones, and what stands there instead. */
    private record Part(String first, String last, String instead) {}

    /** In TeaVM's short names: F looks a global name up, x and j rethrow exceptions into Java and out of it. */
    private static final List<Part> PARTS = List.of(
            new Part("function F(e){", "return t()}", """
                    function F(e){if(e in globalThis){return globalThis[e]}\
                    return e.split(".").reduce((t,n)=>{if(t===globalThis&&!(n in t))\
                    {throw new ReferenceError(n+" is not defined")}return t[n]},globalThis)}"""),
            new Part("function D(e,t){", "(t)}", "function D(e,t){globalThis[e]=t}"),
            new Part("function S(t,e){", "(j,t)}", """
                    function S(t,e){const n=t.length-1;return e\
                    ?function(...e){try{return t(...Array.from({length:n},(t,n)=>e[n]),e.slice(n))}catch(e){j(e)}}\
                    :function(...e){try{return t(...e)}catch(e){j(e)}}}"""),
            new Part("function W(e,t){", "(t)}", """
                    function W(e,t){return Object.defineProperty(function(e,n){return t.call(this,e,n)},"name",{value:e})}"""),
            new Part("defineMethod(e,t,n,r){", "(j,n)}", """
                    defineMethod(e,t,n,r){const o=n.length-2;e.prototype[t]=r\
                    ?function(...e){try{return n(this,...Array.from({length:o},(t,n)=>e[n]),e.slice(o))}catch(e){j(e)}}\
                    :function(...e){try{return n(this,...e)}catch(e){j(e)}}}"""),
            new Part(
                    "const M=[];for(let e=0;e<32;++e){",
                    "M.push(\"p\"+(e+1))}",
                    "Object.assign(t.teavmJso,steepScripts(x,F))"));

    /** What makes a function from text. */
    private static final Pattern MAKER = Pattern.compile("\\b(Function|eval|createFunction)\\b");

    private StaticRuntime() {}

    /** The runtime for a program that imports these functions, written as members of an object. */
    static String with(String members) {
        String runtime = teaVMs();
        for (Part part : PARTS) {
            int start = runtime.indexOf(part.first());
            int end = runtime.indexOf(part.last(), Math.max(start, 0));
            if (start < 0 || end < 0 || runtime.indexOf(part.first(), start + 1) >= 0) {
                throw changed("it has not exactly one " + part.first() + "..." + part.last());
            }
            runtime = runtime.substring(0, start)
                    + part.instead()
                    + runtime.substring(end + part.last().length());
        }
        Matcher maker = MAKER.matcher(runtime);
        if (maker.find()) {
            throw changed("something else in it makes functions from text: "
                    + runtime.substring(Math.max(0, maker.start() - 40), Math.min(runtime.length(), maker.end() + 40)));
        }
        return runtime + "\nfunction steepScripts($rethrow,$global){\"use strict\";return{\n" + members + "\n}}\n";
    }

    private static IllegalStateException changed(String how) {
        return new IllegalStateException("The runtime of this version of TeaVM differs from that of 0.15.0 (" + how
                + "). Compare " + RESOURCE + " with " + StaticRuntime.class.getName() + ".PARTS.");
    }

    private static String teaVMs() {
        try (InputStream in = TeaVMWasmGCHost.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw changed("there is no such file");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One of the functions that TeaVM has for each number of arguments, as a member of an object; nothing for another import.
     *
     * @param name such as {@code callMethod2}
     */
    static Optional<String> call(String name) {
        String kind = name.replaceFirst("[0-9]+$", "");
        if (kind.equals(name)) {
            return Optional.empty();
        }
        int count = Integer.parseInt(name.substring(kind.length()));
        String list = IntStream.range(0, count).mapToObj(i -> "p" + i).collect(Collectors.joining(","));
        String more = count == 0 ? "" : "," + list;
        return switch (kind) {
            case "callFunction" -> Optional.of(guarded(name, "f" + more, "f(" + list + ")"));
            case "callMethod" ->
                Optional.of(guarded(name, "o,m" + more, "o!==null?o[m](" + list + "):$global(m)(" + list + ")"));
            case "construct" -> Optional.of(guarded(name, "c" + more, "new c(" + list + ")"));
            case "arrayOf" -> Optional.of(name + "(" + list + "){return[" + list + "]}");
            case "createFunction", "bindFunction" ->
                throw new IllegalStateException("TeaVM compiles a script to a function made from text (" + name
                        + "), which a content security policy forbids: see StaticScripts.");
            default -> Optional.empty();
        };
    }

    private static String guarded(String name, String parameters, String expression) {
        return name + "(" + parameters + "){try{return " + expression + "}catch(e){$rethrow(e)}}";
    }
}
