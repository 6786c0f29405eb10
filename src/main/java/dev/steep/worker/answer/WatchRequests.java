package dev.steep.worker.answer;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.look.Look;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The panels' requests to see numbers, as far as they wait. What a panel has drawn stands in its request: a picture that was sent
 * may never have been drawn.
 */
final class WatchRequests {
    /** In milliseconds, after a panel's rest: so long it is expected to ask again. */
    private static final double LATELY = 500;

    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    /** When a panel may have another picture while training goes on. */
    private final Map<String, Double> next = new HashMap<>();

    /**
     * A panel that waits for its picture.
     *
     * @param drawn version of the picture that it shows, or {@link Inquiry.Watch#NOTHING}
     */
    record Waiting(int id, String panel, List<Look> looks, int drawn) {}

    /** Takes a request; returns the one that it replaces, if it does. */
    Optional<Waiting> add(Waiting request) {
        Optional<Waiting> replaced = Optional.ofNullable(waiting.remove(request.panel()));
        waiting.put(request.panel(), request);
        return replaced;
    }

    /** Those that show another version than this. */
    List<Waiting> due(int version) {
        return waiting.values().stream().filter(each -> each.drawn() != version).toList();
    }

    /** Whether a panel may have another picture without slowing training down; one that shows nothing may at any time. */
    boolean rested(Waiting panel, double now) {
        return panel.drawn() == Inquiry.Watch.NOTHING || now >= next.getOrDefault(panel.panel(), 0.0);
    }

    /**
     * How many panels want pictures again and again: those that wait for one, and those that were answered lately. A panel that
     * still draws asks again in a moment, and would else not be counted by those that are answered meanwhile.
     */
    int count(double now) {
        Set<String> panels = new HashSet<>(waiting.keySet());
        next.forEach((panel, until) -> {
            if (until > now - LATELY) {
                panels.add(panel);
            }
        });
        return panels.size();
    }

    /** Nobody has to rest: a person waits to see what a click has changed. */
    void hurry() {
        next.clear();
    }

    /** A panel is answered now. */
    void done(Waiting panel) {
        waiting.remove(panel.panel());
    }

    /** While training goes on, this panel's next picture is sent at this time or later. */
    void rest(Waiting panel, double until) {
        next.put(panel.panel(), until);
    }

    /** Takes all that wait. */
    List<Waiting> takeAll() {
        List<Waiting> all = new ArrayList<>(waiting.values());
        waiting.clear();
        next.clear();
        return all;
    }
}
