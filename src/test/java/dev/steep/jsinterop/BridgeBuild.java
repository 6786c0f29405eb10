package dev.steep.jsinterop;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.teavm.diagnostics.Problem;
import org.teavm.model.TextLocation;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.vm.TeaVMOptimizationLevel;

/** The two builds of a test program, made with the settings of the product's own: strict and minified. */
public enum BridgeBuild {
    WASM(TeaVMTargetType.WEBASSEMBLY_GC, "bridge.wasm"),
    JS(TeaVMTargetType.JAVASCRIPT, "bridge.js");

    private final TeaVMTargetType target;
    private final String fileName;

    BridgeBuild(TeaVMTargetType target, String fileName) {
        this.target = target;
        this.fileName = fileName;
    }

    /** Compiles a program, given by its main class, into the folder; a problem that TeaVM reports is an exception with all of them. */
    public void compileInto(Path folder, Class<?> program) throws IOException, TeaVMToolException {
        var tool = new TeaVMTool();
        tool.setTargetType(target);
        tool.setTargetDirectory(folder.toFile());
        tool.setTargetFileName(fileName);
        tool.setMainClass(program.getName());
        tool.setStrict(true);
        tool.setObfuscated(!Boolean.getBoolean("bridge.readable"));
        tool.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
        tool.setClassLoader(BridgeBuild.class.getClassLoader());
        tool.setClassPath(classPath());
        tool.getProperties()
                .setProperty(
                        StaticScriptsPlugin.RUNTIME,
                        folder.resolve("bridge-runtime.js").toString());
        tool.generate();
        var problems = new ArrayList<String>();
        for (Problem problem : tool.getProblemProvider().getSevereProblems()) {
            problems.add(text(problem));
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join("\n", problems));
        }
    }

    /** What the page runs to start this build. */
    public String start() {
        return switch (this) {
            case WASM -> "TeaVM.wasmGC.load('bridge.wasm').then(t => t.exports.main([]))";
            case JS -> "Promise.resolve(main([]))";
        };
    }

    /** The script that the page loads first. */
    public String script() {
        return switch (this) {
            case WASM -> "bridge-runtime.js";
            case JS -> fileName;
        };
    }

    private static List<File> classPath() {
        String entries = System.getProperty("java.class.path");
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(entries)
                .map(File::new)
                .toList();
    }

    private static String text(Problem problem) {
        var text = new StringBuilder(problem.getText());
        for (Object parameter : problem.getParams()) {
            text.append(" | ").append(parameter);
        }
        var location = problem.getLocation();
        TextLocation source = location == null ? null : location.getSourceLocation();
        return text.append(" at ")
                .append(location == null ? "?" : location.getMethod())
                .append(" ")
                .append(source)
                .toString();
    }
}
