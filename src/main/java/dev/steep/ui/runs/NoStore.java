package dev.steep.ui.runs;

import dev.steep.protocol.packet.Packet;
import java.util.List;
import java.util.function.Consumer;

/** Keeps nothing and has nothing: for pages inside others, which must not see what the student did elsewhere. */
public final class NoStore implements RunStore {
    @Override
    public void read(Consumer<List<Packet>> then, Runnable refused) {
        refused.run();
    }

    @Override
    public void put(String key, Packet packet, Runnable written, Runnable refused) {
        refused.run();
    }

    @Override
    public void delete(String key, Runnable gone, Runnable refused) {
        gone.run();
    }
}
