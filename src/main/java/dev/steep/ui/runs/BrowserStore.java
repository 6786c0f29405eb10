package dev.steep.ui.runs;

import dev.steep.browser.LastingRecords;
import dev.steep.protocol.packet.Packet;
import java.util.List;
import java.util.function.Consumer;

/** Keeps runs in the browser, for the next visit. */
public final class BrowserStore implements RunStore {
    private final LastingRecords records;

    public BrowserStore() {
        this("steep-runs");
    }

    /** @param name of the database: other things than runs have one of their own */
    public BrowserStore(String name) {
        records = new LastingRecords(name);
    }

    @Override
    public void read(Consumer<List<Packet>> then, Runnable refused) {
        records.read(then, refused);
    }

    @Override
    public void put(String key, Packet packet, Runnable written, Runnable refused) {
        records.put(key, packet, written, refused);
    }

    @Override
    public void delete(String key, Runnable gone, Runnable refused) {
        records.delete(key, gone, refused);
    }
}
