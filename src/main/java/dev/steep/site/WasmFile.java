package dev.steep.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A WebAssembly module as its sections, of which few are looked into. */
record WasmFile(List<Section> sections) {
    /** The bytes of a section, with its head; and where in them its content begins. */
    record Section(int id, String name, byte[] bytes, int content) {
        Cursor cursor() {
            return new Cursor(bytes, content);
        }
    }

    /** The beginning of a global: its type, and whether it changes; then the instructions that make its first value. */
    record Global(byte[] head, byte[] made) {
        /** The type of what it is, if the one instruction with this code makes it; otherwise nothing. */
        @Nullable
        Integer made(int code) {
            Cursor cursor = new Cursor(made, 0);
            if (cursor.next() << 8 != (code & 0xff00) || cursor.next() != (code & 0xff)) {
                return null;
            }
            int type = cursor.number();
            return cursor.at == made.length ? type : null;
        }
    }

    /** Kinds of what is imported. */
    static final int FUNCTION = 0;

    static final int GLOBAL = 3;

    private static final int CUSTOM = 0;
    private static final int TYPES = 1;
    private static final int IMPORTS = 2;
    private static final int FUNCTION_TYPES = 3;
    private static final int GLOBALS = 6;
    private static final int EXPORTS = 7;
    private static final int REFERENCES = 9;
    private static final int CODE = 10;
    private static final int FUNCTION_NAMES = 1;
    /** What a list of references is that only says that there are some. */
    private static final byte DECLARATION = 3;

    private static final int END = 0x0b;
    static final int HEAD = 8;
    private static final List<String> KINDS = List.of(
            "custom",
            "types",
            "imports",
            "function types",
            "tables",
            "memories",
            "globals",
            "exports",
            "start",
            "references",
            "code",
            "strings and tables",
            "data count",
            "tags");

    static WasmFile of(byte[] bytes) {
        List<Section> sections = new ArrayList<>();
        Cursor cursor = new Cursor(bytes, HEAD);
        while (cursor.at < bytes.length) {
            int begin = cursor.at;
            int id = cursor.next();
            int length = cursor.number();
            int content = cursor.at;
            int end = content + length;
            String name = KINDS.get(id);
            if (id == CUSTOM) {
                name = cursor.text();
            }
            sections.add(new Section(id, name, Arrays.copyOfRange(bytes, begin, end), cursor.at - begin));
            cursor.at = end;
        }
        return new WasmFile(sections);
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
        sections.forEach(section -> bytes.writeBytes(section.bytes()));
        return bytes.toByteArray();
    }

    /** The module without the names of its functions, locals and types, which only people read. */
    WasmFile withoutNames() {
        return new WasmFile(sections.stream()
                .filter(section -> section.id() != CUSTOM || !section.name().equals("name"))
                .toList());
    }

    /** The code of each function, in the order of the module. */
    List<byte[]> functions() {
        List<byte[]> functions = new ArrayList<>();
        for (Section section : sections) {
            if (section.id() == CODE) {
                Cursor cursor = section.cursor();
                for (int left = cursor.number(); left > 0; left--) {
                    int length = cursor.number();
                    functions.add(Arrays.copyOfRange(section.bytes(), cursor.at, cursor.at + length));
                    cursor.at += length;
                }
            }
        }
        return functions;
    }

    /** The module with each function replaced by another that does the same. */
    WasmFile withEach(UnaryOperator<byte[]> rewriting) {
        return withCode(functions().stream().map(rewriting).toList());
    }

    /** The type of a function, counted as in {@link #functions}. */
    int typeOf(int function) {
        Cursor cursor = section(FUNCTION_TYPES).cursor();
        cursor.number();
        for (int left = function; left > 0; left--) {
            cursor.number();
        }
        return cursor.number();
    }

    /** The module with one more type, which stands alone, from these parts of it. */
    WasmFile withType(byte[]... parts) {
        Section types = section(TYPES);
        Cursor cursor = types.cursor();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        write(cursor.number() + 1, content);
        content.write(types.bytes(), cursor.at, types.bytes().length - cursor.at);
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        return with(TYPES, content);
    }

    /** The module with this code, of which the last functions are new and have these types. */
    WasmFile withFunctions(List<byte[]> functions, int... added) {
        Cursor cursor = section(FUNCTION_TYPES).cursor();
        ByteArrayOutputStream types = new ByteArrayOutputStream();
        int size = cursor.number();
        write(size + added.length, types);
        for (int i = 0; i < size; i++) {
            write(cursor.number(), types);
        }
        for (int type : added) {
            write(type, types);
        }
        return with(FUNCTION_TYPES, types).withCode(functions);
    }

    private WasmFile withCode(List<byte[]> functions) {
        ByteArrayOutputStream code = new ByteArrayOutputStream();
        write(functions.size(), code);
        for (byte[] function : functions) {
            write(function.length, code);
            code.writeBytes(function);
        }
        return with(CODE, code);
    }

    static byte[] number(int number) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(number, bytes);
        return bytes.toByteArray();
    }

    /** Writes a number in LEB128. */
    static void write(int number, ByteArrayOutputStream bytes) {
        int left = number;
        for (; left >>> 7 != 0; left >>>= 7) {
            bytes.write(left & 0x7f | 0x80);
        }
        bytes.write(left);
    }

    /** The numbers of functions by name, with those that are imported. */
    Map<String, Integer> numbers() {
        int imported = imported(FUNCTION);
        Map<String, Integer> numbers = new TreeMap<>();
        names().forEach((function, name) -> numbers.put(name, function + imported));
        return numbers;
    }

    /** The names of {@link #functions}; those that have none are missing in it. Keys count from the first of them. */
    Map<Integer, String> names() {
        int imported = imported(FUNCTION);
        Map<Integer, String> names = new TreeMap<>();
        for (Section section : sections) {
            if (section.id() == CUSTOM && section.name().equals("name")) {
                readNames(section, (function, name) -> names.put(function - imported, name));
            }
        }
        names.keySet().removeIf(function -> function < 0);
        return names;
    }

    /** How many of this kind are imported; the module's own are counted from there. */
    int imported(int kind) {
        int imported = 0;
        for (Section section : sections) {
            if (section.id() == IMPORTS) {
                Cursor cursor = section.cursor();
                for (int left = cursor.number(); left > 0; left--) {
                    cursor.text();
                    cursor.text();
                    imported += cursor.skipImport() == kind ? 1 : 0;
                }
            }
        }
        return imported;
    }

    WasmTypes types() {
        return new WasmTypes(section(TYPES).cursor());
    }

    /** The module's own globals. */
    List<Global> globals() {
        Section section = section(GLOBALS);
        Cursor cursor = section.cursor();
        List<Global> globals = new ArrayList<>();
        for (int left = cursor.number(); left > 0; left--) {
            int begin = cursor.at;
            cursor.skipType();
            cursor.next();
            int made = cursor.at;
            WasmCode.skipConstant(cursor);
            globals.add(new Global(
                    Arrays.copyOfRange(section.bytes(), begin, made),
                    Arrays.copyOfRange(section.bytes(), made, cursor.at - 1)));
        }
        return globals;
    }

    WasmFile withGlobals(List<Global> globals) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        write(globals.size(), content);
        for (Global global : globals) {
            content.writeBytes(global.head());
            content.writeBytes(global.made());
            content.write(END);
        }
        return with(GLOBALS, content);
    }

    /** The module whose exported globals have other numbers. */
    WasmFile withExportedGlobals(IntUnaryOperator number) {
        Cursor cursor = section(EXPORTS).cursor();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int size = cursor.number();
        write(size, content);
        for (int left = size; left > 0; left--) {
            int begin = cursor.at;
            cursor.text();
            int kind = cursor.next();
            content.write(cursor.bytes, begin, cursor.at - begin);
            int exported = cursor.number();
            write(kind == GLOBAL ? number.applyAsInt(exported) : exported, content);
        }
        return with(EXPORTS, content);
    }

    /**
     * The module without a list of the functions that code refers to, as far as it is no use: those that globals refer to need not be
     * on it.
     */
    WasmFile withoutKnownReferences() {
        if (sections.stream().noneMatch(section -> section.id() == REFERENCES)) {
            return this;
        }
        Cursor cursor = section(REFERENCES).cursor();
        if (cursor.number() != 1 || cursor.number() != DECLARATION || cursor.next() != 0) {
            return this;
        }
        Set<Integer> known = new HashSet<>();
        for (Global global : globals()) {
            WasmCode.ofConstant(global.made())
                    .each(Set.of(WasmCode.FUNCTION), node -> known.add(new Cursor(node.operands, 0).number()));
        }
        List<Integer> needed = new ArrayList<>();
        for (int left = cursor.number(); left > 0; left--) {
            int function = cursor.number();
            if (!known.contains(function)) {
                needed.add(function);
            }
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(new byte[] {1, DECLARATION, 0});
        write(needed.size(), content);
        needed.forEach(function -> write(function, content));
        return with(REFERENCES, content);
    }

    private Section section(int id) {
        return sections.stream()
                .filter(section -> section.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private WasmFile with(int id, ByteArrayOutputStream content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(id);
        write(content.size(), bytes);
        int head = bytes.size();
        bytes.writeBytes(content.toByteArray());
        Section made = new Section(id, KINDS.get(id), bytes.toByteArray(), head);
        return new WasmFile(sections.stream()
                .map(section -> section.id() == id ? made : section)
                .toList());
    }

    private static void readNames(Section section, BiConsumer<Integer, String> names) {
        Cursor cursor = section.cursor();
        while (cursor.at < section.bytes().length) {
            int kind = cursor.next();
            int end = cursor.number() + cursor.at;
            if (kind == FUNCTION_NAMES) {
                for (int left = cursor.number(); left > 0; left--) {
                    names.accept(cursor.number(), cursor.text());
                }
            }
            cursor.at = end;
        }
    }

    /** Reads numbers and texts, one after the other. */
    static final class Cursor {
        private final byte[] bytes;
        private int at;

        Cursor(byte[] bytes, int at) {
            this.bytes = bytes;
            this.at = at;
        }

        int at() {
            return at;
        }

        /** The byte before. */
        int last() {
            return bytes[at - 1] & 0xff;
        }

        void skip(int length) {
            at += length;
        }

        int next() {
            return bytes[at++] & 0xff;
        }

        int number() {
            int number = 0;
            for (int shift = 0; ; shift += 7) {
                int next = next();
                number |= (next & 0x7f) << shift;
                if (next < 0x80) {
                    return number;
                }
            }
        }

        /** Goes behind what is imported, and returns of which kind it is. */
        int skipImport() {
            int kind = next();
            switch (kind) {
                case 0 -> number();
                case 1 -> {
                    skipType();
                    skipLimits();
                }
                case 2 -> skipLimits();
                case 3 -> {
                    skipType();
                    next();
                }
                case 4 -> {
                    next();
                    number();
                }
                default -> throw new IllegalArgumentException("Imports of kind " + kind + " are unknown.");
            }
            return kind;
        }

        /** A reference to a type that the module declares takes a second number. */
        private void skipType() {
            int type = next();
            if (type == 0x63 || type == 0x64) {
                number();
            }
        }

        private void skipLimits() {
            boolean maximum = (next() & 1) != 0;
            number();
            if (maximum) {
                number();
            }
        }

        String text() {
            int length = number();
            at += length;
            return new String(bytes, at - length, length, UTF_8);
        }
    }
}
