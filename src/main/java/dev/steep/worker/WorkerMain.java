package dev.steep.worker;

import dev.steep.browser.Address;
import dev.steep.browser.BrowserImages;
import dev.steep.browser.ModuleLoader;
import dev.steep.browser.WorkerPort;
import dev.steep.engine.Backend;
import dev.steep.kernels.Kernels;
import dev.steep.kernels.host.Peak;
import dev.steep.protocol.Messages;
import dev.steep.reference.Reference;
import dev.steep.worker.experiment.Backends;
import java.util.List;
import java.util.Optional;

/** The worker in the browser: a {@link Dispatcher} between the page's messages and the browser's turns. */
public final class WorkerMain {
    private final Dispatcher lab;
    private final Runnable soon;
    private boolean coming;
    private boolean resting;

    private WorkerMain(WorkerPort port) {
        lab = new Dispatcher(
                machinery(),
                new BrowserImages(this::come),
                (id, report) -> port.send(Messages.pack(id, report)),
                WorkerMain::now);
        soon = WorkerPort.soon(this::turn);
    }

    /** The fastest that this browser runs, unless the address asks for another: {@code ?backend=reference}. */
    private static Backends machinery() {
        Backend reference = new Reference();
        if (!ModuleLoader.hasVectors()) {
            return Backends.only(reference);
        }
        ModuleLoader loader = new ModuleLoader();
        Backend kernels = new Kernels(loader);
        boolean plain = Address.query("backend").equals(reference.name());
        return new Backends(
                plain ? reference : new FallbackBackend(kernels, reference),
                List.of(kernels, reference),
                () -> Optional.of(new Peak(loader)));
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
        } else if (!resting && lab.rest() < Double.POSITIVE_INFINITY) {
            resting = true;
            WorkerPort.later(
                    () -> {
                        resting = false;
                        come();
                    },
                    lab.rest());
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
