package dev.steep.ui;

import dev.steep.browser.WorkerPort;
import elemental2.dom.Worker;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;

/** Starts the page: connects the lab with its worker and puts the panels in place. */
public final class Page {
    private Page() {}

    /** The worker is already loading: {@code page.js} has started it and left it in {@code steepBoot}. */
    public static void start() {
        JsPropertyMap<Object> boot = Js.uncheckedCast(Js.global().get("steepBoot"));
        Worker worker = Js.uncheckedCast(boot.get("worker"));
        Lab lab = new Lab(WorkerPort.to(worker));
        Script.install(lab);
        lab.start();
    }
}
