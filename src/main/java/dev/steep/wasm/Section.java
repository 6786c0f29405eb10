package dev.steep.wasm;

/** One section of a module: items of one kind, written as they come. Source: Core Specification 2.0, 5.5 "Modules". */
final class Section {
    private final int id;
    private final Bytes items = new Bytes(64);
    private int count;

    Section(int id) {
        this.id = id;
    }

    int count() {
        return count;
    }

    /** Where to write the next item. */
    Bytes item() {
        count++;
        return items;
    }

    /** Nothing if there are no items. */
    void write(Bytes module) {
        if (count > 0) {
            module.u8(id).sized(new Bytes(items.size() + 5).u32(count).raw(items));
        }
    }
}
