package dev.steep.ui.runs;

import dev.steep.protocol.packet.Packet;
import java.util.List;
import java.util.function.Consumer;

/** Where runs outlast a reload. Nothing waits for it: a store that refuses is not asked again. */
public interface RunStore {
    /** Reads everything that was put. */
    void read(Consumer<List<Packet>> then, Runnable refused);

    /** Keeps a packet under its key, in the place of another one; says when it is written, or that it is not. */
    void put(String key, Packet packet, Runnable written, Runnable refused);

    /** Removes what has this key; says when it is gone, or that it is not. */
    void delete(String key, Runnable gone, Runnable refused);
}
