package dev.steep.ui.runs;

import dev.steep.browser.Boot;
import dev.steep.browser.WorkerPort;
import dev.steep.protocol.Packet;
import java.util.function.Consumer;

/** Starts workers beside the one that trains the open experiment, in the same build. */
public final class BrowserWorkers implements Trials.Workers {
    @Override
    public Trials.Worker start(Consumer<Packet> heard, Consumer<String> died) {
        WorkerPort port = WorkerPort.to(Boot.secondWorker());
        port.receive(heard, died);
        return new Trials.Worker() {
            @Override
            public void send(Packet packet) {
                port.send(packet);
            }

            @Override
            public void close() {
                port.close();
            }
        };
    }
}
