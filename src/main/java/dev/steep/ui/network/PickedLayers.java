package dev.steep.ui.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which layers of the row are picked together. One alone is what the page calls selected; more are a range or were picked one by one, and
 * what is done next is done to all of them.
 */
final class PickedLayers {
    private final TreeSet<Integer> places = new TreeSet<>();

    /** Where a range begins: the layer that was picked last without one. */
    private int anchor;

    /** In their order. */
    List<Integer> places() {
        return new ArrayList<>(places);
    }

    boolean contains(int place) {
        return places.contains(place);
    }

    /** Whether there are several. */
    boolean several() {
        return places.size() > 1;
    }

    /** Picks one alone, or none. */
    void only(Optional<Integer> place) {
        places.clear();
        place.ifPresent(one -> {
            places.add(one);
            anchor = one;
        });
    }

    /** Picks one more, or leaves it out. */
    void toggle(int place) {
        if (!places.remove(place)) {
            places.add(place);
        }
        anchor = place;
    }

    /** Picks all from where the last range began. */
    void rangeTo(int place) {
        int from = places.isEmpty() ? place : anchor;
        places.clear();
        for (int i = Math.min(from, place); i <= Math.max(from, place); i++) {
            places.add(i);
        }
        anchor = from;
    }

    /** Picks so many from here on. */
    void run(int from, int count) {
        places.clear();
        for (int i = 0; i < count; i++) {
            places.add(from + i);
        }
        anchor = from;
    }

    /** Forgets places that do not exist any more. */
    void bound(int count) {
        places.removeIf(place -> place >= count);
        anchor = Math.min(anchor, Math.max(0, count - 1));
    }
}
