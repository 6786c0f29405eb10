package dev.steep.site;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * Binaryen's optimizer, {@code wasm-opt}, in its version for Node.js: one JavaScript file of the npm package, which is fetched once,
 * checked, and kept in Maven's local repository. The Node.js that runs it is the one that Playwright brings, a Maven artifact.
 */
final class Binaryen {
    /** The npm package: where it is, and the SHA-512 that npm's registry states for it. */
    record Source(URI url, String sha512) {}

    /** What the module may use: what every browser with garbage collection has. Names stay, for the report of sizes. */
    private static final List<String> ARGUMENTS = List.of(
            "--enable-gc",
            "--enable-reference-types",
            "--enable-exception-handling",
            "--enable-bulk-memory",
            "--enable-sign-ext",
            "--enable-nontrapping-float-to-int",
            "--enable-mutable-globals",
            "--enable-multivalue",
            "-Oz",
            "-Oz", // once more is 6 kB less
            "--reorder-functions-by-name", // those that resemble each other are neighbours, which gzip likes
            "--debuginfo");

    private static final String FILE = "package/bin/wasm-opt";
    private static final int BLOCK = 512;

    private static final String DONE = ".wasm";
    private static final String INPUT = "input";
    private static final String OUTPUT = "output";
    private static final String NODE = "node.exe"; // where Windows is not, the name means nothing
    private static final String RUNNING = "running"; // which module, and the number and the beginning of the process

    private final Source source;
    private final Path downloads;

    Binaryen(Source source, Path downloads) {
        this.source = source;
        this.downloads = downloads;
    }

    /** Begins to make the module smaller while Maven does something else; {@link #optimize} waits for it. */
    void begin(byte[] module, Path folder) throws IOException {
        if (!Files.exists(folder.resolve(hash(module) + DONE))) {
            ProcessHandle process = start(module, folder).toHandle();
            Files.writeString(folder.resolve(RUNNING), hash(module) + ' ' + process.pid() + ' ' + began(process));
        }
    }

    /** The module, smaller; kept in the folder, so that the same module is not optimized again. */
    byte[] optimize(byte[] module, Path folder) throws IOException {
        Path done = folder.resolve(hash(module) + DONE);
        if (Files.exists(done)) {
            return Files.readAllBytes(done);
        }
        Path output = folder.resolve(OUTPUT);
        try {
            if (!waited(module, folder) || !Files.exists(output)) {
                end(start(module, folder));
            }
            Files.move(output, done);
            return Files.readAllBytes(done);
        } finally {
            for (String each : List.of(INPUT, NODE, RUNNING)) {
                Files.deleteIfExists(folder.resolve(each));
            }
        }
    }

    /** Whether this module was begun, in this build or in one that was broken off; then it is done now. */
    private boolean waited(byte[] module, Path folder) throws IOException {
        if (!Files.exists(folder.resolve(RUNNING))) {
            return false;
        }
        String[] begun = Files.readString(folder.resolve(RUNNING)).split(" ");
        ProcessHandle.of(Long.parseLong(begun[1]))
                .filter(process -> began(process).equals(begun[2])) // numbers of processes come again
                .ifPresent(process -> process.onExit().join());
        return begun[0].equals(hash(module));
    }

    private static String began(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }

    private Process start(byte[] module, Path folder) throws IOException {
        Path script = script();
        if (Files.exists(folder)) {
            try (var old = Files.list(folder)) {
                for (Path each : old.toList()) {
                    Files.delete(each);
                }
            }
        }
        Files.createDirectories(folder);
        Path input = folder.resolve(INPUT);
        Path node = folder.resolve(NODE);
        Files.write(input, module);
        unpackNode(node);
        List<String> command = new ArrayList<>(List.of(node.toString(), script.toString(), input.toString()));
        command.addAll(ARGUMENTS);
        command.addAll(List.of("-o", folder.resolve(OUTPUT).toString()));
        return new ProcessBuilder(command).inheritIO().start();
    }

    private String hash(byte[] module) {
        MessageDigest digest = digest("SHA-256");
        digest.update(source.sha512().getBytes(StandardCharsets.UTF_8));
        digest.update(ARGUMENTS.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(module));
    }

    /** What to do on a machine that cannot fetch it. */
    String advice() {
        return "Take the file " + FILE + " out of the archive " + source.url() + " and save it as " + path() + ".";
    }

    private Path path() {
        String key = HexFormat.of().formatHex(Base64.getDecoder().decode(source.sha512()), 0, 16);
        return downloads.resolve("wasm-opt-" + key + ".cjs");
    }

    private Path script() throws IOException {
        Path script = path();
        if (!Files.exists(script)) {
            byte[] file = unpack(download());
            Files.createDirectories(downloads);
            Path part = Files.createTempFile(downloads, "wasm-opt", ".part");
            Files.write(part, file);
            Files.move(part, script, StandardCopyOption.ATOMIC_MOVE);
        }
        return script;
    }

    private byte[] download() throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(20))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .proxy(ProxySelector.getDefault())
                .build();
        HttpRequest request = HttpRequest.newBuilder(source.url())
                .timeout(Duration.ofMinutes(3))
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException(source.url() + " answered " + response.statusCode() + ".");
            }
            String found = Base64.getEncoder().encodeToString(digest("SHA-512").digest(response.body()));
            if (!found.equals(source.sha512())) {
                throw new IllegalStateException(
                        source.url() + " is another file than the one that was chosen: its SHA-512 is " + found);
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** The optimizer's script, out of a tar archive: heads of one block, with name and octal length, before each file. */
    static byte[] unpack(byte[] archive) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(archive))) {
            for (byte[] head = in.readNBytes(BLOCK); head.length == BLOCK; head = in.readNBytes(BLOCK)) {
                String name = text(head, 0, 100);
                String length = text(head, 124, 12);
                int size = length.isEmpty() ? 0 : Integer.parseInt(length, 8);
                byte[] file = in.readNBytes(size);
                if (name.equals(FILE)) {
                    return file;
                }
                in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            }
        }
        throw new IOException("The archive has no file " + FILE + ".");
    }

    private static String text(byte[] head, int from, int length) {
        String text = new String(head, from, length, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(0);
        return (end < 0 ? text : text.substring(0, end)).trim();
    }

    private static void unpackNode(Path to) throws IOException {
        String resource = "/driver/" + platform();
        try (InputStream in = Binaryen.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("Playwright has no Node.js for this machine: " + resource);
            }
            Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
        }
        if (!to.toFile().setExecutable(true)) {
            throw new IOException(to + " cannot be made executable.");
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        if (system.contains("windows")) {
            return "win32_x64/node.exe";
        }
        return (system.contains("mac") ? "mac" : "linux") + (arm ? "-arm64" : "") + "/node";
    }

    private static void end(Process process) throws IOException {
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException("wasm-opt ended with " + code + ".");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
