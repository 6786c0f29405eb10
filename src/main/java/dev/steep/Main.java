package dev.steep;

import dev.steep.ui.Page;
import dev.steep.worker.WorkerMain;
import org.teavm.jso.JSBody;

/** Starts Steep. One program serves the page and the worker: it asks where it is. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        if (inPage()) {
            Page.start();
        } else {
            WorkerMain.start();
        }
    }

    @JSBody(script = "return typeof document !== 'undefined';")
    private static native boolean inPage();
}
