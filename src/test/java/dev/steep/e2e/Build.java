package dev.steep.e2e;

/** The two programs that the same Java is compiled to; browser tests run on both. */
public enum Build {
    WASM("wasm"),
    JS("js");

    /** As in the address: {@code ?build=wasm}. */
    public final String name;

    Build(String name) {
        this.name = name;
    }
}
