package dev.steep.wasm;

import java.util.ArrayList;
import java.util.List;

/**
 * A module in the text format (WAT), read back from its bytes section by section. Assemblers such as wat2wasm accept it.
 * Source: Core Specification 2.0, 5.5 "Modules" and 6 "Text Format".
 */
final class Listing {
    private final List<Signature> types = new ArrayList<>();
    /** The type of each function, imported ones first. */
    private final List<Integer> functionTypes = new ArrayList<>();
    /** Each function's name, as "$name". */
    private final List<String> names = new ArrayList<>();

    private final List<byte[]> bodies = new ArrayList<>();
    /** What stands before and after the functions. */
    private final StringBuilder before = new StringBuilder();

    private final StringBuilder after = new StringBuilder();
    private int imports;

    private Listing(byte[] module) {
        Reader all = new Reader(module);
        if (all.i32() != 0x6D736100 || all.i32() != 1) {
            throw new IllegalStateException("This is not a WebAssembly module of version 1.");
        }
        List<Reader> imported = new ArrayList<>();
        List<Reader> rest = new ArrayList<>();
        List<Integer> restIds = new ArrayList<>();
        while (!all.atEnd()) {
            int id = all.u8();
            Reader section = new Reader(all.sized());
            switch (id) {
                case 0 -> names(section);
                case 1 -> repeat(section, () -> types.add(signature(section)));
                case 2 -> imported.add(section);
                case 3 -> repeat(section, () -> functionTypes.add(section.u32()));
                case 10 -> repeat(section, () -> bodies.add(section.sized()));
                default -> {
                    restIds.add(id);
                    rest.add(section);
                }
            }
        }
        imported.forEach(section -> repeat(section, () -> item(2, section)));
        for (int i = 0; i < rest.size(); i++) {
            int id = restIds.get(i);
            Reader section = rest.get(i);
            repeat(section, () -> item(id, section));
        }
    }

    static String module(byte[] bytes) {
        Listing listing = new Listing(bytes);
        StringBuilder text = new StringBuilder("(module\n");
        for (Signature type : listing.types) {
            text.append("  (type (func").append(spaced(type)).append("))\n");
        }
        text.append(listing.before);
        for (int i = 0; i < listing.bodies.size(); i++) {
            listing.function(listing.imports + i, true, "  ", text);
        }
        return text.append(listing.after).append(")\n").toString();
    }

    static String function(byte[] bytes, int index) {
        Listing listing = new Listing(bytes);
        StringBuilder text = new StringBuilder();
        listing.function(index, false, "", text);
        return text.toString();
    }

    private void function(int index, boolean numbered, String margin, StringBuilder text) {
        int type = functionTypes.get(index);
        text.append(margin)
                .append("(func ")
                .append(names.get(index))
                .append(numbered ? " (type " + type + ")" : "")
                .append(spaced(types.get(type)))
                .append('\n');
        Reader code = new Reader(bodies.get(index - imports));
        int runs = code.u32();
        text.append(runs == 0 ? "" : margin + "  (local");
        for (int i = 0; i < runs; i++) {
            int count = code.u32();
            text.append((" " + Type.of(code.u8())).repeat(count));
        }
        text.append(runs == 0 ? "" : ")\n");
        new Disassembler(code, names, types, text, margin + "  ").lines();
        text.append(margin).append(")\n");
    }

    /** One item of a section that stands outside of the functions. */
    private void item(int id, Reader in) {
        switch (id) {
            case 2 -> importItem(in);
            case 4 ->
                before.append("  (table")
                        .append(in.u8() == 0x70 && in.u8() == 0 ? "" : " ?")
                        .append(' ')
                        .append(in.u32())
                        .append(" funcref)\n");
            case 5 -> before.append("  (memory ").append(limits(in)).append(")\n");
            case 6 ->
                before.append("  (global ")
                        .append(global(in))
                        .append(' ')
                        .append(Disassembler.expression(in))
                        .append(")\n");
            case 7 ->
                after.append("  (export ")
                        .append(Literal.string(in.sized()))
                        .append(' ')
                        .append(external(in))
                        .append(")\n");
            case 9 -> element(in);
            case 11 -> {
                in.u8();
                after.append("  (data ")
                        .append(Disassembler.expression(in))
                        .append(' ')
                        .append(Literal.string(in.sized()))
                        .append(")\n");
            }
            default ->
                throw new IllegalStateException(
                        "This module has a section " + id + ", which this writer does not write.");
        }
    }

    private void importItem(Reader in) {
        before.append("  (import ")
                .append(Literal.string(in.sized()))
                .append(' ')
                .append(Literal.string(in.sized()));
        External kind = External.of(in.u8());
        String what =
                switch (kind) {
                    case FUNCTION -> {
                        int type = in.u32();
                        functionTypes.add(imports, type);
                        yield "(func " + names.get(imports++) + " (type " + type + ")" + spaced(types.get(type)) + ")";
                    }
                    case MEMORY -> "(memory " + limits(in) + ")";
                    case GLOBAL -> "(global " + global(in) + ")";
                    case TABLE -> throw new IllegalStateException("This writer does not import tables.");
                };
        before.append(' ').append(what).append(")\n");
    }

    private void element(Reader in) {
        in.u8();
        after.append("  (elem ").append(Disassembler.expression(in)).append(" func");
        repeat(in, () -> after.append(' ').append(names.get(in.u32())));
        after.append(")\n");
    }

    private String external(Reader in) {
        External kind = External.of(in.u8());
        int index = in.u32();
        return "(" + kind.text() + " " + (kind == External.FUNCTION ? names.get(index) : "" + index) + ")";
    }

    /** The names of the functions, in order. */
    private void names(Reader section) {
        if (section.name().equals("name") && !section.atEnd() && section.u8() == 1) {
            Reader functions = new Reader(section.sized());
            repeat(functions, () -> {
                functions.u32();
                names.add("$" + functions.name().replace(' ', '_'));
            });
        }
    }

    private static Signature signature(Reader in) {
        in.u8();
        return new Signature(valueTypes(in), valueTypes(in));
    }

    private static List<Type> valueTypes(Reader in) {
        List<Type> list = new ArrayList<>();
        repeat(in, () -> list.add(Type.of(in.u8())));
        return list;
    }

    private static Limits limits(Reader in) {
        int flags = in.u8();
        int min = in.u32();
        return flags == 0
                ? Limits.atLeast(min)
                : flags == 1 ? Limits.between(min, in.u32()) : Limits.shared(min, in.u32());
    }

    private static String global(Reader in) {
        Type type = Type.of(in.u8());
        return in.u8() == 1 ? "(mut " + type + ")" : type.toString();
    }

    private static String spaced(Signature signature) {
        return signature.equals(Signature.EMPTY) ? "" : " " + signature;
    }

    private static void repeat(Reader in, Runnable item) {
        for (int left = in.u32(); left > 0; left--) {
            item.run();
        }
    }
}
