package dev.steep.site;

import dev.steep.site.help.HelpPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is done to the site when TeaVM has written it: makes the WebAssembly build and Bootstrap's style sheet smaller, packs
 * the one, writes the help, and what all of it weighs.
 */
public final class FinishSite {
    private static final String PACKED = "steep.wasm.lzma";
    private static final String PACKED_LATER = "steep-later.wasm.lzma";
    private static final String LATER = "src/main/later.txt";
    /** The custom section that says which first and second part belong together. */
    private static final String MARK = "steep";

    private static final List<String> FIRST_VISIT = List.of(
            "index.html",
            "page.js",
            "worker.js",
            "steep-runtime.js",
            "lzma.js",
            "parts.js",
            PACKED,
            "steep.css",
            "pictures.css",
            "icon.svg",
            "lib/bootstrap.min.css",
            "lib/uPlot.min.css",
            "lib/uPlot.iife.min.js");

    /** What comes after it. */
    private static final List<String> LATER_VISIT = List.of(PACKED_LATER);

    private static final Pattern WORD = Pattern.compile("[A-Za-z_][\\w-]*");

    private final Path site;

    private FinishSite(Path site) {
        this.site = site;
    }

    /**
     * Arguments: the project's folder, the site's, the folder for what is built on the way, Maven's local repository, the address of
     * binaryen's npm package and its SHA-512.
     */
    public static void main(String[] arguments) throws IOException {
        Path project = Path.of(arguments[0]);
        Path build = Path.of(arguments[2]);
        Binaryen binaryen = OptimizeAhead.binaryen(arguments);
        FinishSite finish = new FinishSite(Path.of(arguments[1]));
        HelpPage.write(project, finish.site);
        finish.pruneStyles(List.of(project.resolve("src/main/java/dev/steep/ui"), project.resolve("web")));
        List<WasmFile> parts = finish.optimize(binaryen, build, new Later(Files.readAllLines(project.resolve(LATER))));
        String report = SizeReport.of(parts, finish.files(FIRST_VISIT), finish.files(LATER_VISIT));
        Files.writeString(build.resolve("size.txt"), report);
        System.out.println(
                report.lines().skip(2).findFirst().orElse("") + " in the first visit; target/size.txt says of what");
    }

    /** Where TeaVM writes the WebAssembly build. */
    static Path module(Path site) {
        return site.resolve("steep.wasm");
    }

    /** Where the smaller one is kept. @param build the folder for what is built on the way */
    static Path optimized(Path build) {
        return build.resolve("optimized");
    }

    private void pruneStyles(List<Path> sources) throws IOException {
        Path styles = site.resolve("lib/bootstrap.min.css");
        Files.writeString(styles, StyleSheet.prune(Files.readString(styles), words(sources)));
    }

    /** Is this a word of a source? One that ends in a hyphen stands for all words that begin so. */
    private static Predicate<String> words(List<Path> folders) throws IOException {
        Set<String> words = new TreeSet<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    WORD.matcher(Files.readString(file)).results().forEach(word -> words.add(word.group()));
                }
            }
        }
        List<String> beginnings =
                words.stream().filter(word -> word.endsWith("-")).toList();
        return name -> words.contains(name) || beginnings.stream().anyMatch(name::startsWith);
    }

    /** Returns the parts of the module with their names; the site gets them without, and packed. */
    private List<WasmFile> optimize(Binaryen binaryen, Path build, Later later) throws IOException {
        Path file = module(site);
        List<WasmFile> parts = parts(binaryen, build, later, Files.readAllBytes(file));
        pack(parts.get(0), PACKED);
        Files.deleteIfExists(site.resolve(PACKED_LATER));
        if (parts.size() > 1) {
            pack(parts.get(1), PACKED_LATER);
        }
        Files.delete(file);
        return parts;
    }

    private static List<WasmFile> parts(Binaryen binaryen, Path build, Later later, byte[] written) throws IOException {
        WasmFile optimized;
        try {
            optimized = WasmFile.of(binaryen.optimize(written, optimized(build)));
        } catch (IOException e) {
            System.err.println(
                    "[WARNING] The site is complete, but its first visit is three times as large as it should be, since"
                            + " binaryen could not be had: " + e + " " + binaryen.advice());
            return List.of(WasmFile.of(written));
        }
        WasmFile module = smaller(optimized);
        Files.write(build.resolve("whole.wasm"), module.bytes());
        ModuleSplit.Parts split = ModuleSplit.of(module, ConstantTables.initializer(module), later::has);
        Files.write(build.resolve("later.txt"), split.later());
        byte[] mark = mark(module).getBytes(StandardCharsets.UTF_8);
        return List.of(split.first().withCustom(MARK, mark), split.second().withCustom(MARK, mark));
    }

    private void pack(WasmFile part, String name) throws IOException {
        Files.write(site.resolve(name), CodeStreams.pack(part.withoutNames().bytes()));
    }

    private static WasmFile smaller(WasmFile optimized) {
        Map<String, Integer> functions = optimized.numbers();
        WasmFile tables = ConstantTables.in(optimized);
        return GlobalOrder.in(tables, ConstantTables.initializer(tables))
                .withEach(function -> SharedThrows.in(function, functions));
    }

    private static String mark(WasmFile module) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(module.bytes());
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<Path, byte[]> files(List<String> names) throws IOException {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        for (String name : names) {
            if (Files.exists(site.resolve(name))) {
                files.put(site.resolve(name), Files.readAllBytes(site.resolve(name)));
            }
        }
        return files;
    }
}
