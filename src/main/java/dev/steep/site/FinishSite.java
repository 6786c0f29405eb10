package dev.steep.site;

import dev.steep.site.help.HelpPage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static final List<String> FIRST_VISIT = List.of(
            "index.html",
            "page.js",
            "worker.js",
            "steep-runtime.js",
            "lzma.js",
            PACKED,
            "steep.css",
            "pictures.css",
            "icon.svg",
            "lib/bootstrap.min.css",
            "lib/uPlot.min.css",
            "lib/uPlot.iife.min.js");

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
        Binaryen binaryen = new Binaryen(
                new Binaryen.Source(URI.create(arguments[4]), arguments[5]), Path.of(arguments[3], ".cache", "steep"));
        FinishSite finish = new FinishSite(Path.of(arguments[1]));
        HelpPage.write(project, finish.site);
        finish.pruneStyles(List.of(project.resolve("src/main/java/dev/steep/ui"), project.resolve("web")));
        WasmFile module = finish.optimize(binaryen, build.resolve("optimized"));
        String report = SizeReport.of(module, finish.firstVisit());
        Files.writeString(build.resolve("size.txt"), report);
        System.out.println(
                report.lines().skip(2).findFirst().orElse("") + " in the first visit; target/size.txt says of what");
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

    /** Returns the module with its names; the site gets it without them, and packed. */
    private WasmFile optimize(Binaryen binaryen, Path folder) throws IOException {
        Path file = site.resolve("steep.wasm");
        WasmFile module = smaller(binaryen, folder, Files.readAllBytes(file));
        Files.write(site.resolve(PACKED), CodeStreams.pack(module.withoutNames().bytes()));
        Files.delete(file);
        return module;
    }

    private static WasmFile smaller(Binaryen binaryen, Path folder, byte[] written) {
        try {
            WasmFile optimized = WasmFile.of(binaryen.optimize(written, folder));
            Map<String, Integer> functions = optimized.numbers();
            WasmFile tables = ConstantTables.in(optimized);
            return GlobalOrder.in(tables, ConstantTables.initializer(tables))
                    .withoutKnownReferences()
                    .withEach(function -> SharedThrows.in(function, functions));
        } catch (IOException e) {
            System.err.println(
                    "[WARNING] The site is complete, but its first visit is a third larger than it should be, since binaryen"
                            + " could not be had: " + e + " " + binaryen.advice());
            return WasmFile.of(written);
        }
    }

    private Map<Path, byte[]> firstVisit() throws IOException {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        for (String name : FIRST_VISIT) {
            files.put(site.resolve(name), Files.readAllBytes(site.resolve(name)));
        }
        return files;
    }
}
