package dev.steep.wasm;

/** What a module can import and export, in the order of the codes of the binary format. */
enum External {
    FUNCTION("func"),
    TABLE("table"),
    MEMORY("memory"),
    GLOBAL("global");

    private static final External[] ALL = values();
    private final String text;

    External(String text) {
        this.text = text;
    }

    static External of(int code) {
        return ALL[code];
    }

    /** The keyword of the text format. */
    String text() {
        return text;
    }
}
