package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where data come from besides files that are dropped: addresses, links that say which file they need, the camera and the pad. */
class SourcesIT {
    private static final String TROUBLE = "document.querySelector('.fetch-trouble').textContent";

    /** Two pictures and a text, dropped into the last class; whether the class took them, so that the page does not. */
    private static final String DROP = "(async () => { const files = new DataTransfer();"
            + "for (const colour of ['red', 'blue']) {"
            + "  const canvas = document.createElement('canvas'); canvas.width = 40; canvas.height = 30;"
            + "  const pen = canvas.getContext('2d'); pen.fillStyle = colour; pen.fillRect(5, 5, 20, 20);"
            + "  const png = await new Promise(done => canvas.toBlob(done));"
            + "  files.items.add(new File([png], colour + '.png', {type: 'image/png'})); }"
            + "files.items.add(new File(['no picture'], 'notes.txt', {type: 'text/plain'}));"
            + "const drop = new DragEvent('drop', {dataTransfer: files, bubbles: true, cancelable: true});"
            + "[...document.querySelectorAll('.class-row')].pop().dispatchEvent(drop);"
            + "return drop.defaultPrevented; })()";

    private static byte[] flowers(int rows) {
        StringBuilder csv = new StringBuilder("length,width,kind\n");
        for (int i = 0; i < rows; i++) {
            csv.append(i % 7 + 0.5).append(',').append(i % 5 + 0.25).append(',');
            csv.append(i % 7 > 3 ? "rose" : "lily").append('\n');
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Another host: it lets pages read what is not closed, has no lost.csv, and counts. */
    private static final class Host implements AutoCloseable {
        private final HttpServer server;
        private final AtomicInteger asked = new AtomicInteger();

        Host() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                asked.incrementAndGet();
                String path = exchange.getRequestURI().getPath();
                byte[] body = flowers(60);
                if (!path.startsWith("/closed")) {
                    exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
                }
                exchange.getResponseHeaders().set("Content-Type", path.endsWith(".html") ? "text/html" : "text/csv");
                exchange.sendResponseHeaders(path.startsWith("/lost") ? 404 : 200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
        }

        String name() {
            return "127.0.0.1:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private static void fetch(LabPage lab, Host host, String path) {
        lab.find(".fetch-form input").fill("http://" + host.name() + path);
        lab.find(".fetch-form button").click();
    }

    @ParameterizedTest
    @EnumSource
    void fileIsFetchedByAPressAndItsLinkFetchesNothingByItself(Build build) throws IOException {
        String link;
        try (Host host = new Host()) {
            try (LabPage lab = LabPage.open(build)) {
                lab.takeErrors(); // the browser reports what a host refuses
                lab.find(".fetch-open").click();
                fetch(lab, host, "/lost.csv");
                lab.waitFor(TROUBLE + ".includes('has no such file (404)')");
                fetch(lab, host, "/closed.csv");
                lab.waitFor(TROUBLE + ".includes('does not let other pages read it')");
                fetch(lab, host, "/page.html");
                lab.waitFor(TROUBLE + ".includes('There is a web page at this address')");
                fetch(lab, host, "/flowers.csv");
                lab.waitFor("document.querySelector('.source-line:not([hidden])')?.textContent === 'Fetched from "
                        + host.name() + "'");
                lab.waitFor("document.querySelector('.kept-files small').textContent === '858 bytes'"); // it is written
                link = (String) lab.eval("location.hash");
                assertTrue(link.contains("content=858-aab9885f,url="), link);
            }
            int before = host.asked.get();
            try (LabPage other = LabPage.open(Site.shared(), "index.html?build=" + build.name + link)) {
                Locator press = other.button("Fetch it from " + host.name());
                press.waitFor();
                assertTrue(other.find(".problems").innerText().contains("flowers.csv (858 bytes)"));
                assertEquals(before, host.asked.get());
                press.click();
                other.waitFor(
                        "document.querySelector('.source-line:not([hidden])')?.textContent.startsWith('Fetched')");
                assertEquals(before + 1, host.asked.get());
                assertEquals(link, other.eval("location.hash"));
                other.call("load", link.replace("858-aab9885f", "4606-9f3a11c2"));
                other.bring(new FilePayload("flowers.csv", "text/csv", flowers(60)));
                other.waitFor("[...document.querySelectorAll('.notice')].some(each => each.textContent.includes("
                        + "'This is another flowers.csv: 858 bytes, the link was made with 4.6 kB'))");
            }
        }
    }

    private static String state(LabPage lab) {
        return lab.eval("steep.recipe()") + "\n" + lab.eval("steep.history().then(JSON.stringify)") + "\n"
                + lab.weights();
    }

    @ParameterizedTest
    @EnumSource
    void withoutANetworkNothingIsFetchedAndNothingThatWasOpenIsLost(Build build) throws IOException {
        try (Host host = new Host();
                LabPage lab = LabPage.open(build)) {
            lab.takeErrors(); // the browser reports that it is offline
            lab.call("load", "1/data=circle(80)/Dense(4,tanh)/Dense(1,sigmoid)/loss=bce/fit(16,9)");
            lab.call("train", Map.of("epochs", 2));
            String before = state(lab);
            lab.find(".fetch-open").click();
            lab.page().context().setOffline(true);
            fetch(lab, host, "/flowers.csv");
            lab.waitFor(TROUBLE + ".includes('This machine is offline, so nothing can be fetched')");
            assertTrue(lab.find(".fetch-trouble").isVisible());
            assertEquals(before, state(lab));
            assertEquals(0, host.asked.get());

            lab.call("train", Map.of("epochs", 1)); // whatever is here goes on
            assertEquals(3, lab.number("steep.history().then(h => h.length)"));
            lab.page().context().setOffline(false);
            lab.find(".fetch-form button").click();
            lab.waitFor("document.querySelector('.source-line:not([hidden])')?.textContent === 'Fetched from "
                    + host.name() + "'");
            assertTrue(lab.find(".fetch-trouble").isHidden());
            lab.eval("steep.undo()");
            assertEquals(3, lab.number("steep.history().then(h => h.length)"), "undo brings the run back");
        }
    }

    /** The site as another host would serve it, by https. */
    @ParameterizedTest
    @EnumSource
    void aPageThatCameByHttpsSaysWhyItFetchesNothingByHttp(Build build) {
        String secure = "https://steep.example/";
        try (LabPage lab = LabPage.blank(new NewContextOptions())) {
            lab.page()
                    .context()
                    .route(
                            secure + "**",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setResponse(lab.page()
                                            .context()
                                            .request()
                                            .get(Site.shared()
                                                    .url(route.request().url().substring(secure.length()))))));
            lab.page()
                    .navigate(secure + "index.html?build=" + build.name
                            + "#1/data=circle(80)/Dense(4,tanh)/Dense(1,sigmoid)/loss=bce/fit(16,9)");
            lab.waitFor("document.querySelector('html[data-build]')");
            lab.eval("steep.ready");
            lab.call("train", Map.of("epochs", 2));
            String before = state(lab);
            lab.find(".fetch-open").click();
            lab.find(".fetch-form input").fill("http://data.example/flowers.csv");
            lab.find(".fetch-form button").click();
            lab.waitFor(TROUBLE + ".includes('This page came by https, and browsers let it fetch nothing by http')");
            assertTrue(lab.find(".fetch-trouble").innerText().contains("Try https://data.example instead"));
            assertEquals(before, state(lab));
        }
    }

    @ParameterizedTest
    @EnumSource
    void classesAreBuiltFromCameraAndDrawings(Build build) {
        try (LabPage lab = LabPage.open(build)) {
            lab.find(".build-classes").click();
            assertEquals(false, lab.eval("!!document.querySelector('.class-video').srcObject")); // nobody pressed yet
            lab.button("Start the camera").click();
            lab.waitFor("document.querySelector('.class-video').videoWidth > 0");
            Locator record = lab.find(".class-add").first();
            record.dispatchEvent("pointerdown");
            lab.waitFor("parseInt(document.querySelector('.class-head small').textContent) >= 3");
            record.dispatchEvent("pointerup");
            lab.find(".class-pick button").last().click();
            assertEquals(false, lab.eval("!!document.querySelector('.class-video').srcObject"));
            for (int i = 1; i <= 3; i++) {
                lab.find(".class-builder .pad-sheet").focus();
                for (String key : new String[] {"Space", "ArrowRight", "ArrowDown", "ArrowRight", "Space"}) {
                    lab.page().keyboard().press(key);
                }
                lab.find(".class-add").last().click();
                lab.waitFor("[...document.querySelectorAll('.class-head small')].pop().textContent.startsWith('" + i
                        + " ')");
            }
            lab.find(".class-thumb").last().click();
            lab.waitFor("[...document.querySelectorAll('.class-head small')].pop().textContent === '2 images'");
            lab.find(".class-foot").getByText("Undo").click();
            lab.waitFor("[...document.querySelectorAll('.class-head small')].pop().textContent === '3 images'");
            assertEquals(true, lab.eval(DROP));
            lab.waitFor("[...document.querySelectorAll('.class-head small')].pop().textContent === '5 images'");
            lab.waitFor("document.querySelector('.class-said').textContent.includes('notes.txt')");
            assertEquals(false, lab.eval("document.body.classList.contains('dropping')"));
            lab.find(".class-done").click();
            lab.waitFor("document.querySelector('.kept-open')?.textContent === 'my images'");
            lab.waitFor("location.hash.includes('data=images(my%20images,content=')"
                    + " || location.hash.includes('data=images(my images,content=')");
            lab.waitFor("document.querySelector('.side-data').innerText.includes('class 1')");
        }
    }
}
