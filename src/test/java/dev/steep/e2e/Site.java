package dev.steep.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;

/**
 * The built site, {@code target/site}, on a free port of this machine, answering as {@code mvn jetty:run} does. A path
 * of its own shows that the site works in any folder; missing files show what happens when a host loses one.
 */
public final class Site implements AutoCloseable {
    private static final Path FOLDER = Path.of(System.getProperty("steep.site", "target/site"));
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html"),
            Map.entry("js", "text/javascript"),
            Map.entry("css", "text/css"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("csv", "text/csv"),
            Map.entry("txt", "text/plain"),
            Map.entry("ts", "text/plain"));
    /** Headers with which a page has shared memory. */
    public static final Map<String, String> ISOLATED = Map.of(
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Embedder-Policy", "require-corp");

    private static final Map<Path, byte[]> COMPRESSED = new ConcurrentHashMap<>();

    private final Path folder;
    private final String path;
    private final Set<String> missing;
    private final Map<String, String> headers;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicLong bytesSent = new AtomicLong();

    private Site(Path folder, String path, Set<String> missing, Map<String, String> headers) {
        this.folder = folder;
        this.path = path;
        this.missing = missing;
        this.headers = headers;
        if (!Files.exists(folder.resolve("index.html"))) {
            throw new IllegalStateException("There is no site in " + folder.toAbsolutePath() + ": run mvn package.");
        }
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** One site at the root of its host, shared by all tests of this JVM. */
    public static Site shared() {
        return Shared.SITE;
    }

    /** The site at a path such as {@code /courses/dl/}. */
    public static Site under(String path) {
        return under(path, ISOLATED);
    }

    /** The same from a host that sends other headers with each file. */
    public static Site under(String path, Map<String, String> headers) {
        return new Site(FOLDER, path, Set.of(), headers);
    }

    /** Another folder, which has an {@code index.html}. */
    public static Site of(Path folder) {
        return new Site(folder, "/", Set.of(), ISOLATED);
    }

    /** The same from a host that sends no headers of its own, as most do. */
    public static Site plain(Path folder) {
        return new Site(folder, "/", Set.of(), Map.of());
    }

    /** The site on a host that answers 404 for these files. */
    public static Site without(String... files) {
        return new Site(FOLDER, "/", Set.of(files), ISOLATED);
    }

    /** The origin: scheme, host and port. */
    public String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** A file of the built site. */
    public static Path file(String name) {
        return FOLDER.resolve(name);
    }

    /** The address of a file of the site, with its query if it has one. */
    public String url(String file) {
        return origin() + path + file;
    }

    /** Bytes of content sent so far, as they went over the wire (compressed). */
    public long bytesSent() {
        return bytesSent.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getResponseHeaders();
            this.headers.forEach(headers::set);
            headers.set("Cache-Control", "no-cache");
            String asked = exchange.getRequestURI().getPath();
            String name = asked.startsWith(path) ? asked.substring(path.length()) : "?";
            Path file = folder.resolve(name.isEmpty() || name.endsWith("/") ? name + "index.html" : name)
                    .normalize();
            if (missing.contains(name) || !file.startsWith(folder) || !Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            String tag = "\"" + Files.getLastModifiedTime(file).toMillis() + "-" + Files.size(file) + "\"";
            headers.set("ETag", tag);
            headers.set("Content-Type", type(file));
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            byte[] body = COMPRESSED.computeIfAbsent(file, Site::compress);
            headers.set("Content-Encoding", "gzip");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, head ? -1 : body.length);
            if (!head) {
                bytesSent.addAndGet(body.length);
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(body);
                }
            }
        }
    }

    private static String type(Path file) {
        String name = file.getFileName().toString();
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }

    private static byte[] compress(Path file) {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            Files.copy(file, zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static final class Shared {
        static final Site SITE = new Site(FOLDER, "/", Set.of(), ISOLATED);
    }
}
