package dev.steep.wasm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;

/** What a function, a block or an instruction takes from the stack and leaves on it, the last one on top. */
public record Signature(List<Type> params, List<Type> results) {
    public static final Signature EMPTY = new Signature(List.of(), List.of());
    /** The table of instructions has 500 rows but only some 40 signatures. */
    private static final Map<String, Signature> PARSED = new HashMap<>();

    public Signature {
        params = List.copyOf(params);
        results = List.copyOf(results);
    }

    /** Nothing in, one value out. */
    public static Signature of(Type result) {
        return new Signature(List.of(), List.of(result));
    }

    /** Reads "i32 v128 -> v128". */
    static Signature parse(String text) {
        Signature known = PARSED.get(text);
        if (known != null) {
            return known;
        }
        int arrow = text.indexOf("->");
        Signature signature = new Signature(types(text.substring(0, arrow)), types(text.substring(arrow + 2)));
        PARSED.put(text, signature);
        return signature;
    }

    private static List<Type> types(String text) {
        List<Type> types = new ArrayList<>();
        StringTokenizer words = new StringTokenizer(text);
        while (words.hasMoreTokens()) {
            types.add(Type.valueOf(words.nextToken().toUpperCase(Locale.ROOT)));
        }
        return types;
    }

    void write(Bytes out) {
        out.u8(0x60);
        write(params, out);
        write(results, out);
    }

    private static void write(List<Type> types, Bytes out) {
        out.u32(types.size());
        for (Type type : types) {
            out.u8(type.code);
        }
    }

    /** In the text format, as "(param i32 i32) (result f32)"; empty if there is neither. */
    @Override
    public String toString() {
        String in = clause("param", params);
        String out = clause("result", results);
        return in.isEmpty() || out.isEmpty() ? in + out : in + " " + out;
    }

    private static String clause(String keyword, List<Type> types) {
        if (types.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("(").append(keyword);
        for (Type type : types) {
            text.append(' ').append(type);
        }
        return text.append(')').toString();
    }
}
