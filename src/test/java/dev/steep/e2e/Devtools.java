package dev.steep.e2e;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import java.util.HashMap;
import java.util.Map;

/** What the browser's developer tools know of a page of the lab and of its worker: how much memory they hold on to. */
final class Devtools {
    private final LabPage lab;
    private final CDPSession page;
    private final Map<Integer, JsonObject> answers = new HashMap<>();
    private String worker = "";
    private int asked;

    Devtools(LabPage lab) {
        this.lab = lab;
        page = lab.page().context().newCDPSession(lab.page());
        page.on("Target.attachedToTarget", event -> {
            if (event.getAsJsonObject("targetInfo").get("type").getAsString().equals("worker")) {
                worker = event.get("sessionId").getAsString();
            }
        });
        page.on("Target.receivedMessageFromTarget", event -> {
            JsonObject message =
                    JsonParser.parseString(event.get("message").getAsString()).getAsJsonObject();
            if (message.has("id")) {
                answers.put(message.get("id").getAsInt(), message);
            }
        });
        JsonObject attach = new JsonObject();
        attach.addProperty("autoAttach", true);
        attach.addProperty("waitForDebuggerOnStart", false);
        attach.addProperty("flatten", false);
        page.send("Target.setAutoAttach", attach);
        while (worker.isEmpty()) {
            lab.page().waitForTimeout(10);
        }
        inWorker(
                "(() => { const Plain = WebAssembly.Instance; self.memories = [];"
                        + "WebAssembly.Instance = new Proxy(Plain, {construct(plain, module) {"
                        + "const made = new Plain(...module); if (made.exports.memory) { memories.push(new WeakRef(made.exports.memory)); } return made; }}); })()");
    }

    /** Bytes of the page's and of the worker's own memory that are in use: of objects, Java's among them, and of arrays. */
    double[] heaps() {
        double[] bytes = new double[2];
        for (int i = 0; i < 8; i++) { // what one frees may hold on to more, and code grows old before it goes
            page.send("HeapProfiler.collectGarbage");
            worker("HeapProfiler.collectGarbage", new JsonObject());
        }
        bytes[0] = used(page.send("Runtime.getHeapUsage"));
        bytes[1] = used(worker("Runtime.getHeapUsage", new JsonObject()));
        return bytes;
    }

    /** Nodes of the page that are held by anything, whether they are in the document or not. */
    int nodes() {
        page.send("HeapProfiler.collectGarbage");
        return page.send("Memory.getDOMCounters").get("nodes").getAsInt();
    }

    /** The sizes in bytes of the memories of all compiled networks since this was made, but for those that are gone. */
    String networks() {
        return inWorker(
                "JSON.stringify(memories.map(each => each.deref()).filter(Boolean).map(m => m.buffer.byteLength))");
    }

    private static double used(JsonObject usage) {
        return usage.get("usedSize").getAsDouble()
                + usage.get("backingStorageSize").getAsDouble();
    }

    private String inWorker(String expression) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("expression", expression);
        JsonObject result = worker("Runtime.evaluate", parameters).getAsJsonObject("result");
        return result.has("value") ? result.get("value").getAsString() : "";
    }

    /** Playwright speaks with pages only, so what goes to the worker goes through its page. */
    private JsonObject worker(String method, JsonObject parameters) {
        int id = ++asked;
        JsonObject message = new JsonObject();
        message.addProperty("id", id);
        message.addProperty("method", method);
        message.add("params", parameters);
        JsonObject envelope = new JsonObject();
        envelope.addProperty("sessionId", worker);
        envelope.addProperty("message", message.toString());
        page.send("Target.sendMessageToTarget", envelope);
        while (!answers.containsKey(id)) {
            lab.page().waitForTimeout(5);
        }
        return answers.remove(id).getAsJsonObject("result");
    }
}
