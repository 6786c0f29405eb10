package dev.steep.wasm;

import java.util.Locale;

/** The type of a value on the stack, in a local or in a global. Source: Core Specification 2.0, 5.3 "Types". */
public enum Type {
    I32(0x7F),
    I64(0x7E),
    F32(0x7D),
    F64(0x7C),
    /** 128 bits: four f32, two i64, sixteen bytes, whatever the instruction makes of them. */
    V128(0x7B);

    /** The byte that stands for this type in a module. */
    final int code;

    private final String text = name().toLowerCase(Locale.ROOT);

    Type(int code) {
        this.code = code;
    }

    static Type of(int code) {
        return switch (code) {
            case 0x7F -> I32;
            case 0x7E -> I64;
            case 0x7D -> F32;
            case 0x7C -> F64;
            case 0x7B -> V128;
            default -> throw new IllegalStateException("There is no value type 0x" + Integer.toHexString(code) + ".");
        };
    }

    /** The name in the specification, as "f32". */
    @Override
    public String toString() {
        return text;
    }
}
