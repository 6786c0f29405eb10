package dev.steep.ui.runs;

import dev.steep.browser.Boot;
import dev.steep.browser.WorkerPort;
import dev.steep.protocol.packet.Packet;
import java.util.function.Consumer;

/** Starts workers beside the one that trains the open experiment, in the same build. */
public final class BrowserWorkers implements BackgroundRuns.Workers {
    @Override
    public BackgroundRuns.Worker start(Consumer<Packet> heard, Consumer<String> died) {
        WorkerPort port = WorkerPort.to(Boot.secondWorker());
        port.receive(heard, died);
        return new BackgroundRuns.Worker() {
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
