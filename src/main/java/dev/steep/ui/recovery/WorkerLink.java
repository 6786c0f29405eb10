package dev.steep.ui.recovery;

import dev.steep.protocol.packet.Packet;

/** What brings messages to a worker. */
public interface WorkerLink {
    /** Listens to the worker from now on. */
    void begin();

    /** Sends a packet as soon as the worker has started. */
    void send(Packet packet);
}
