package dev.steep.engine;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;

/** The epochs of a run up to one of them. Immutable; the histories of a run's later moments share its beginning. */
public final class History extends AbstractList<Epoch> implements RandomAccess {
    public static final History EMPTY = new History(new ArrayList<>(), 0);

    private final List<Epoch> shared;
    private final int size;

    private History(List<Epoch> shared, int size) {
        this.shared = shared;
        this.size = size;
    }

    /** With one epoch more. Where another run has gone on from here already, this one has a list of its own from now on. */
    public History with(Epoch epoch) {
        List<Epoch> all = shared.size() == size && size > 0 ? shared : new ArrayList<>(this);
        all.add(epoch);
        return new History(all, size + 1);
    }

    @Override
    public Epoch get(int place) {
        if (place >= size) {
            throw new IndexOutOfBoundsException(place + " of " + size);
        }
        return shared.get(place);
    }

    @Override
    public int size() {
        return size;
    }
}
