package dev.steep.worker;

import dev.steep.data.DataJob;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Messages;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.protocol.packet.Packet;
import dev.steep.worker.report.ReportSink;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * What is asked of an experiment whose data are on their way is held until they are there, as if that took no time; it is refused if
 * they are given up.
 */
final class HeldRequests {
    private final Arrival arrival;
    private final ReportSink post;
    private final DoubleSupplier clock;
    private final Consumer<Packet> receive;
    private final Deque<Packet> held = new ArrayDeque<>();

    /** @param receive takes what is held no longer */
    HeldRequests(Arrival arrival, ReportSink post, DoubleSupplier clock, Consumer<Packet> receive) {
        this.arrival = arrival;
        this.post = post;
        this.clock = clock;
        this.receive = receive;
    }

    /** Holds a request if it has to wait; returns whether it does. */
    boolean hold(Request request, Packet packet) {
        boolean holds = arrival.busy() && waits(request);
        if (holds) {
            held.add(packet);
        }
        return holds;
    }

    private static boolean waits(Request request) {
        return !(request instanceof Request.Open
                || request instanceof Request.OpenStopped
                || request instanceof Request.Reopen
                || request instanceof Request.Recover
                || request instanceof Request.Keep
                || request instanceof Request.Cancel
                || request instanceof Inquiry.Alive
                || request instanceof Inquiry.Watch);
    }

    /** Begins to make data in place of others, and goes on at once for a slice: little of it is there then. */
    <T> void arrive(int id, Object purpose, DataJob<T> job, Arrival.Then<T> then) {
        if (arrival.busy()) {
            refuse("Another experiment was opened before this one.");
        }
        arriveInstead(id, purpose, job, then);
    }

    /** The same in place of the same data under other settings: what is held means these as well. */
    <T> void arriveInstead(int id, Object purpose, DataJob<T> job, Arrival.Then<T> then) {
        arrival.begin(id, purpose, job, then);
        advance(clock.getAsDouble() + TrainingTurns.SLICE);
    }

    /** Data go on; when they are there, or given up, what waited for them is read. */
    void advance(double until) {
        if (arrival.advance(until)) {
            release();
        }
    }

    /** Reads what waits no longer. */
    void release() {
        while (!held.isEmpty() && !arrival.busy()) {
            receive.accept(held.removeFirst());
        }
    }

    /** What was meant for an experiment that does not come; questions are answered of the one that is there. */
    void refuse(String sentence) {
        List<Packet> all = List.copyOf(held);
        held.clear();
        for (Packet packet : all) {
            Messages.Letter<Request> letter = Messages.request(packet);
            if (letter.message() instanceof Inquiry) {
                held.add(packet);
            } else {
                post.send(letter.id(), new Report.Refused(sentence));
            }
        }
    }

    /** Nobody wants the data any more that are on their way. */
    void giveUp() {
        String sentence = "Another experiment was opened before this one.";
        if (arrival.cancel(sentence)) {
            refuse(sentence);
        }
    }
}
