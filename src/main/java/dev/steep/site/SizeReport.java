package dev.steep.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * What the WebAssembly build weighs, and which Java package how much of it. A package's own compressed size is that of its code
 * alone; together they are a little less, since packages resemble each other.
 */
final class SizeReport {
    private static final String GENERATED = "(made by TeaVM)";

    private static final class Share {
        int functions;
        final ByteArrayOutputStream code = new ByteArrayOutputStream();
    }

    private SizeReport() {}

    /**
     * The report as text.
     *
     * @param parts of the module: what comes at first, then what may come later
     * @param first all files that a first visit fetches
     * @param later those that it does not
     */
    static String of(List<WasmFile> parts, Map<Path, byte[]> first, Map<Path, byte[]> later) {
        StringBuilder text = new StringBuilder("First visit, compressed as most hosts do (gzip):\n\n");
        files(text, first);
        if (!later.isEmpty()) {
            text.append("\nWhat comes when it is needed:\n\n");
            files(text, later);
        }
        for (int i = 0; i < parts.size(); i++) {
            module(text, parts.get(i), i == 0 ? "steep.wasm" : "steep-later.wasm");
        }
        return text.toString();
    }

    private static void files(StringBuilder text, Map<Path, byte[]> files) {
        Map<String, byte[]> visit = new LinkedHashMap<>();
        files.forEach((path, bytes) -> visit.put(path.getFileName().toString(), bytes));
        int total = files.values().stream().mapToInt(SizeReport::compressed).sum();
        line(
                text,
                total,
                files.values().stream().mapToInt(bytes -> bytes.length).sum(),
                "all");
        lines(text, visit);
    }

    private static void module(StringBuilder text, WasmFile module, String name) {
        text.append("\nParts of " + name + ":\n\n");
        Map<String, byte[]> parts = new LinkedHashMap<>();
        module.withoutNames().sections().forEach(section -> parts.put(section.name(), section.bytes()));
        lines(text, parts);

        text.append("\nCode of " + name + " by Java package (number of functions in brackets):\n\n");
        Map<String, byte[]> packages = new LinkedHashMap<>();
        shares(module)
                .forEach(
                        (owner, share) -> packages.put(owner + " (" + share.functions + ")", share.code.toByteArray()));
        lines(text, packages);
    }

    private static Map<String, Share> shares(WasmFile module) {
        Map<Integer, String> names = module.names();
        List<byte[]> functions = module.functions();
        Map<String, Share> shares = new TreeMap<>();
        for (int i = 0; i < functions.size(); i++) {
            Share share = shares.computeIfAbsent(packageOf(names.getOrDefault(i, "")), name -> new Share());
            share.functions++;
            share.code.writeBytes(functions.get(i));
        }
        return shares;
    }

    /** TeaVM calls a function {@code a.b.Class::method}, or {@code a.b.Class@purpose}. */
    static String packageOf(String function) {
        String owner = function.split("::|@", 2)[0];
        int end = owner.lastIndexOf('.');
        return end < 0 || !Character.isLetter(owner.charAt(0)) ? GENERATED : owner.substring(0, end);
    }

    /** A line for each part, the dearest first. */
    private static void lines(StringBuilder text, Map<String, byte[]> parts) {
        record Line(String name, int compressed, int size) {}
        parts.entrySet().stream()
                .map(part -> new Line(part.getKey(), compressed(part.getValue()), part.getValue().length))
                .sorted(Comparator.comparingInt(Line::compressed).reversed())
                .forEach(line -> line(text, line.compressed(), line.size(), line.name()));
    }

    private static void line(StringBuilder text, int compressed, int size, String name) {
        text.append(String.format(Locale.ROOT, "%,9d  of %,9d  %s%n", compressed, size, name));
    }

    static int compressed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.size();
    }
}
