package dev.steep.wasm;

import java.util.ArrayList;
import java.util.List;

/**
 * The local variables of one function. A local that is released is given out again for the same type, so that a function
 * that needs eight vectors at a time declares eight, however many it names.
 */
final class Locals {
    private final Code owner;
    private final List<Local> params = new ArrayList<>();
    private final List<Type> declared = new ArrayList<>();
    /** In use, the newest last. */
    private final List<Local> live = new ArrayList<>();
    /** Given back, the most recent last. */
    private final List<Local> free = new ArrayList<>();

    Locals(Code owner, List<Type> params) {
        this.owner = owner;
        for (Type type : params) {
            this.params.add(new Local(owner, this.params.size(), type));
        }
    }

    Local param(int index) {
        return params.get(index);
    }

    Local take(Type type) {
        Local local = new Local(owner, index(type), type);
        live.add(local);
        return local;
    }

    /** A local that nothing used before, so that it can be set earlier in the code. It lives on after the present scope. */
    Local fresh(Type type) {
        declared.add(type);
        return new Local(owner, params.size() + declared.size() - 1, type);
    }

    /** Gives back a fresh local. */
    void release(Local fresh) {
        fresh.live = false;
        free.add(fresh);
    }

    private int index(Type type) {
        for (int i = free.size() - 1; i >= 0; i--) {
            if (free.get(i).type() == type) {
                return free.remove(i).index;
            }
        }
        declared.add(type);
        return params.size() + declared.size() - 1;
    }

    /** To be given to {@link #releaseTo}. */
    int mark() {
        return live.size();
    }

    /** Gives back all locals taken since the mark. */
    void releaseTo(int mark) {
        while (live.size() > mark) {
            Local local = live.remove(live.size() - 1);
            local.live = false;
            free.add(local);
        }
    }

    /** Runs of equal types: how many, and the type. */
    void write(Bytes out) {
        Bytes runs = new Bytes(16);
        int count = 0;
        for (int i = 0, end; i < declared.size(); i = end) {
            for (end = i + 1; end < declared.size() && declared.get(end) == declared.get(i); ) {
                end++;
            }
            runs.u32(end - i).u8(declared.get(i).code);
            count++;
        }
        out.u32(count).raw(runs);
    }
}
