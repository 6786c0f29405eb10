package dev.steep.worker;

import dev.steep.browser.Address;
import dev.steep.browser.ModuleLoader;
import dev.steep.browser.WorkerPort;
import dev.steep.engine.Backend;
import dev.steep.kernels.Kernels;
import dev.steep.protocol.Letters;
import dev.steep.reference.Reference;

/** The worker in the browser: a {@link Lab} between the page's messages and the browser's turns. */
public final class WorkerMain {
    private final Lab lab;
    private final Runnable soon;
    private boolean coming;

    private WorkerMain(WorkerPort port) {
        lab = new Lab(backend(), (id, report) -> port.send(Letters.pack(id, report)), WorkerMain::now);
        soon = WorkerPort.soon(this::turn);
    }

    /** The fastest that this browser runs, unless the address asks for another: {@code ?backend=reference}. */
    private static Backend backend() {
        Backend reference = new Reference();
        boolean plain = Address.query("backend").equals(reference.name()) || !ModuleLoader.hasVectors();
        return plain ? reference : new Quickest(new Kernels(new ModuleLoader()), reference);
    }

    /** Takes the page's messages from now on. */
    public static void start() {
        WorkerPort port = WorkerPort.inWorker();
        WorkerMain main = new WorkerMain(port);
        port.receive(
                packet -> {
                    main.lab.receive(packet);
                    main.come();
                },
                sentence -> {});
        main.lab.start();
    }

    private void turn() {
        coming = false;
        if (lab.turn()) {
            come();
        }
    }

    /** One turn at the most is under way, so that messages come in between. */
    private void come() {
        if (!coming) {
            coming = true;
            soon.run();
        }
    }

    private static double now() {
        return System.nanoTime() / 1e6;
    }
}
