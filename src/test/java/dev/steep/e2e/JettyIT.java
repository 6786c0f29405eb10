package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mvn jetty:run} itself: what it answers with, and to whom. */
class JettyIT {
    private static final long PATIENCE_NS = TimeUnit.MINUTES.toNanos(4);

    @TempDir
    static Path folder;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static int port;
    private static Process maven;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Path log = folder.resolve("jetty.log");
        String home = System.getProperty("maven.home", "");
        maven = new ProcessBuilder(
                        home.isEmpty() ? "mvn" : Path.of(home, "bin", "mvn").toString(),
                        "-B",
                        "jetty:run",
                        "-Dsite.ready",
                        "-Dmaven.test.skip=true", // this very test runs from what it would compile
                        "-Djetty.port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long end = System.nanoTime() + PATIENCE_NS;
        while (!Files.readString(log).contains("Started oejs.Server") && !answers()) {
            if (!maven.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("mvn jetty:run did not start:\n" + Files.readString(log));
            }
            Thread.sleep(200);
        }
    }

    @AfterAll
    static void stop() {
        maven.descendants().forEach(ProcessHandle::destroy);
        maven.destroy();
    }

    private static boolean answers() {
        try {
            return get("index.html").statusCode() == 200;
        } catch (IOException refused) {
            return false;
        }
    }

    private static HttpResponse<String> get(String file) throws IOException {
        try {
            return CLIENT.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + file))
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void pagesAndPartsAreIsolatedAndFresh() throws IOException {
        for (String file : List.of(
                "",
                "index.html",
                "embed.html",
                "bench.html",
                "worker.js",
                "steep.wasm.lzma",
                "lib/bootstrap.min.css")) {
            HttpResponse<String> answer = get(file);
            HttpHeaders headers = answer.headers();
            assertEquals(200, answer.statusCode(), file);
            assertEquals(List.of("same-origin"), headers.allValues("Cross-Origin-Opener-Policy"), file);
            assertEquals(List.of("require-corp"), headers.allValues("Cross-Origin-Embedder-Policy"), file);
            assertEquals(List.of("no-cache"), headers.allValues("Cache-Control"), file);
        }
        assertEquals(
                "gzip", get("steep.js").headers().firstValue("Content-Encoding").orElse(""));
        assertEquals(404, get("WEB-INF/web.xml").statusCode());
        assertFalse(get("lib/").statusCode() == 200, "it lists a folder");
    }

    @Test
    void aPageIsCrossOriginIsolated() {
        try (LabPage lab = LabPage.blank(new com.microsoft.playwright.Browser.NewContextOptions())) {
            lab.page().navigate("http://localhost:" + port + "/");
            lab.waitFor("document.querySelector('html[data-build]')");
            assertEquals(true, lab.eval("crossOriginIsolated"));
        }
    }

    @Test
    void onlyThisMachineMayConnect() throws IOException {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
        for (InetAddress address : others) {
            assertThrows(ConnectException.class, () -> connect(address), address.toString());
        }
        connect(InetAddress.getByName("127.0.0.1"));
        String pom = Files.readString(Path.of("pom.xml"));
        assertTrue(pom.contains("<jetty.host>127.0.0.1</jetty.host>") && pom.contains("<host>${jetty.host}</host>"));
    }

    private static void connect(InetAddress address) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2000);
        }
    }
}
