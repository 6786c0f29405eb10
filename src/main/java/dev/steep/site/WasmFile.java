package dev.steep.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** A WebAssembly module as its sections, of which few are looked into. */
record WasmFile(List<Section> sections) {
    /** The bytes of a section, with its head; and where in them its content begins. */
    record Section(int id, String name, byte[] bytes, int content) {
        Cursor cursor() {
            return new Cursor(bytes, content);
        }
    }

    private static final int CUSTOM = 0;
    private static final int IMPORTS = 2;
    private static final int CODE = 10;
    private static final int FUNCTION_NAMES = 1;
    private static final int HEAD = 8;
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

    /** The names of {@link #functions}; those that have none are missing in it. Keys count from the first of them. */
    Map<Integer, String> names() {
        int imported = importedFunctions();
        Map<Integer, String> names = new TreeMap<>();
        for (Section section : sections) {
            if (section.id() == CUSTOM && section.name().equals("name")) {
                readNames(section, (function, name) -> names.put(function - imported, name));
            }
        }
        names.keySet().removeIf(function -> function < 0);
        return names;
    }

    private int importedFunctions() {
        int functions = 0;
        for (Section section : sections) {
            if (section.id() == IMPORTS) {
                Cursor cursor = section.cursor();
                for (int left = cursor.number(); left > 0; left--) {
                    cursor.text();
                    cursor.text();
                    functions += cursor.skipImport() ? 1 : 0;
                }
            }
        }
        return functions;
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

        /** Behind what is imported; is it a function? */
        boolean skipImport() {
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
            return kind == 0;
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
