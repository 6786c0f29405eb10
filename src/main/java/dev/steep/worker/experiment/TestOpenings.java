package dev.steep.worker.experiment;

import java.util.HashMap;
import java.util.Map;

/**
 * How often each test part was opened. A test part tells how well a network does on what nobody has looked at; each look at it that
 * leads to a change makes that less true. So it is closed until it is opened, and that is counted: for the samples, whatever
 * network is opened on them.
 */
public final class TestOpenings {
    private static final int MOST = 1_000_000;

    private final Map<Integer, Integer> counts = new HashMap<>();

    /** How often. */
    public int opened(PreparedData material) {
        return counts.getOrDefault(material.test(), 0);
    }

    /** Whether its samples may be shown. */
    public boolean isOpen(PreparedData material) {
        return opened(material) > 0;
    }

    /** Counts once more. @param before how often it was opened as far as the page knows */
    public int open(PreparedData material, int before) {
        int count = Math.max(opened(material), Math.max(0, Math.min(before, MOST))) + 1;
        counts.put(material.test(), count);
        return count;
    }
}
