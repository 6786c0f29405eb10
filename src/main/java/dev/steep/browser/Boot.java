package dev.steep.browser;

import elemental2.dom.Worker;
import org.teavm.jso.JSBody;

/** What {@code page.js} leaves for the page's program in {@code steepBoot}: the present worker, and a way to start another. */
public final class Boot {
    private Boot() {}

    /** The worker that {@code page.js} started, which may still be loading. */
    @JSBody(script = "return globalThis.steepBoot.worker;")
    public static native Worker worker();

    /** Starts another worker, in the same build. */
    @JSBody(script = "return globalThis.steepBoot.startWorker(globalThis.steepBoot.build);")
    public static native Worker startWorker();

    /** Starts a worker beside the present one, in the same build. */
    @JSBody(script = "return globalThis.steepBoot.makeWorker(globalThis.steepBoot.build);")
    public static native Worker secondWorker();

    /** Starts another worker in the JavaScript build: what keeps the other one from loading need not concern it. */
    @JSBody(script = "return globalThis.steepBoot.startWorker('js');")
    public static native Worker startPlainWorker();

    /** Why the present worker did not load, if that was known before the program listened; else the empty text. */
    @JSBody(script = "return globalThis.steepBoot.failure || '';")
    public static native String failure();

    /** How long it took until the page's program ran, in milliseconds. */
    @JSBody(script = "return performance.now();")
    public static native double age();
}
