package dev.steep.ui;

import dev.steep.browser.WorkerPort;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
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
        Notices notices = new Notices(lab);
        HTMLElement middle = Html.of("main", "middle")
                .add(notices.problems(), new NetworkStrip(lab).element(), new Results(lab).element())
                .element();
        DomGlobal.document.body.append(Html.of("div", "lab")
                .add(new TopBar(lab).element(), new DataPanel(lab).element(), middle, new SettingsPanel(lab).element())
                .element());
        DomGlobal.document.body.append(notices.stack());
        Dropping.everywhere(lab);
        lab.start();
    }
}
