package dev.steep.worker;

import dev.steep.protocol.Report;
import dev.steep.protocol.Wish;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The panels' requests to see numbers: which wait, and what each panel has seen. */
final class Watches {
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private final Map<String, Seen> seen = new HashMap<>();

    /** A panel that waits for its picture. */
    record Waiting(int id, String panel, List<Wish> wishes) {
        boolean wants(Wish.What what) {
            return wishes.stream().anyMatch(wish -> wish.what() == what);
        }
    }

    /**
     * What a panel was last shown.
     *
     * @param next when it may have another while training goes on
     */
    private record Seen(int version, List<Wish> wishes, double next) {}

    /** Takes a request; returns the one that it replaces, if it does. */
    Optional<Waiting> add(Waiting request) {
        Optional<Waiting> replaced = Optional.ofNullable(waiting.remove(request.panel()));
        waiting.put(request.panel(), request);
        return replaced;
    }

    /** Those that have something new to see. */
    List<Waiting> due(int version) {
        List<Waiting> due = new ArrayList<>();
        for (Waiting each : waiting.values()) {
            Seen before = seen.get(each.panel());
            if (before == null || before.version != version || !same(before.wishes, each.wishes())) {
                due.add(each);
            }
        }
        return due;
    }

    /** Whether a panel may have another picture without slowing training down. */
    boolean rested(Waiting panel, double now) {
        Seen before = seen.get(panel.panel());
        return before == null || now >= before.next;
    }

    /** A panel has been answered. */
    void done(Waiting panel, int version, double next) {
        waiting.remove(panel.panel());
        seen.put(panel.panel(), new Seen(version, panel.wishes(), next));
    }

    /** Wishes hold arrays, which are equal only to themselves. */
    private static boolean same(List<Wish> a, List<Wish> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            Wish one = a.get(i);
            Wish other = b.get(i);
            if (one.what() != other.what()
                    || !one.name().equals(other.name())
                    || !Arrays.equals(one.parameters(), other.parameters())) {
                return false;
            }
        }
        return true;
    }

    /** The answer for a panel when there is no network to look into. */
    static Report.Picture empty(Waiting panel) {
        List<float[]> nothing =
                panel.wishes().stream().map(wish -> new float[0]).toList();
        return new Report.Picture(panel.panel(), 0, nothing);
    }
}
