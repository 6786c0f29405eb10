package dev.steep.ui.runs;

import dev.steep.protocol.Packet;
import java.util.List;
import java.util.function.Consumer;

/** Keeps nothing: for pages inside others. */
public final class MemoryStore implements RunStore {
    @Override
    public void read(Consumer<List<Packet>> then, Runnable refused) {
        refused.run();
    }

    @Override
    public void put(String key, Packet packet, Runnable refused) {
        refused.run();
    }

    @Override
    public void delete(String key) {}
}
