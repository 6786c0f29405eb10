package dev.steep.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A WebAssembly module as its sections, of which few are looked into. */
record WasmFile(List<Section> sections) {
    /** The bytes of a section, with its head; and where in them its content begins. */
    record Section(int id, String name, byte[] bytes, int content) {
        WasmCursor cursor() {
            return new WasmCursor(bytes, content);
        }
    }

    /** The beginning of a global: its type, and whether it changes; then the instructions that make its first value. */
    record Global(byte[] head, byte[] made) {
        /** The type of what it is, if the one instruction with this code makes it; otherwise nothing. */
        @Nullable
        Integer made(int code) {
            WasmCursor cursor = new WasmCursor(made, 0);
            if (cursor.next() << 8 != (code & 0xff00) || cursor.next() != (code & 0xff)) {
                return null;
            }
            int type = cursor.number();
            return cursor.at == made.length ? type : null;
        }
    }

    /** Kinds of what is imported and exported. */
    static final int FUNCTION = 0;

    static final int TABLE = 1;
    static final int GLOBAL = 3;
    static final int TAG = 4;

    /** What a module asks for; the bytes begin with its kind. */
    record Import(String module, String name, byte[] bytes) {
        int kind() {
            return bytes[0];
        }

        void write(ByteArrayOutputStream to) {
            text(module, to);
            text(name, to);
            to.writeBytes(bytes);
        }
    }

    /** What a module gives. */
    record Export(String name, int kind, int number) {
        void write(ByteArrayOutputStream to) {
            text(name, to);
            to.write(kind);
            WasmFile.write(number, to);
        }
    }

    /** Kinds of sections. */
    static final int CUSTOM = 0;

    static final int TYPES = 1;
    static final int IMPORTS = 2;
    static final int FUNCTION_TYPES = 3;
    static final int TABLES = 4;
    static final int MEMORIES = 5;
    static final int GLOBALS = 6;
    static final int EXPORTS = 7;
    static final int START = 8;
    static final int REFERENCES = 9;
    static final int CODE = 10;
    static final int DATA = 11;
    static final int DATA_COUNT = 12;
    static final int TAGS = 13;
    private static final int FUNCTION_NAMES = 1;

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
        WasmCursor cursor = new WasmCursor(bytes, HEAD);
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
                WasmCursor cursor = section.cursor();
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
        return functionTypes().get(function);
    }

    /** The types of {@link #functions}. */
    List<Integer> functionTypes() {
        WasmCursor cursor = section(FUNCTION_TYPES).cursor();
        List<Integer> types = new ArrayList<>();
        for (int left = cursor.number(); left > 0; left--) {
            types.add(cursor.number());
        }
        return types;
    }

    /** The module with one more type, which stands alone, from these parts of it. */
    WasmFile withType(byte[]... parts) {
        Section types = section(TYPES);
        WasmCursor cursor = types.cursor();
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
        WasmCursor cursor = section(FUNCTION_TYPES).cursor();
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

    /** A number that may be less than 0, in LEB128. */
    static byte[] signed(int number) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int left = number;
        for (; left < -0x40 || left >= 0x40; left >>= 7) {
            bytes.write(left & 0x7f | 0x80);
        }
        bytes.write(left & 0x7f);
        return bytes.toByteArray();
    }

    static void text(String text, ByteArrayOutputStream bytes) {
        byte[] letters = text.getBytes(UTF_8);
        write(letters.length, bytes);
        bytes.writeBytes(letters);
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
                WasmCursor cursor = section.cursor();
                for (int left = cursor.number(); left > 0; left--) {
                    cursor.text();
                    cursor.text();
                    imported += cursor.skipImport() == kind ? 1 : 0;
                }
            }
        }
        return imported;
    }

    List<Import> imports() {
        List<Import> imports = new ArrayList<>();
        content(IMPORTS).ifPresent(cursor -> {
            for (int left = cursor.number(); left > 0; left--) {
                String module = cursor.text();
                String name = cursor.text();
                int begin = cursor.at;
                cursor.skipImport();
                imports.add(new Import(module, name, Arrays.copyOfRange(cursor.bytes, begin, cursor.at)));
            }
        });
        return imports;
    }

    WasmFile withImports(List<Import> imports) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        write(imports.size(), content);
        imports.forEach(each -> each.write(content));
        return withSection(IMPORTS, content);
    }

    List<Export> exports() {
        List<Export> exports = new ArrayList<>();
        content(EXPORTS).ifPresent(cursor -> {
            for (int left = cursor.number(); left > 0; left--) {
                exports.add(new Export(cursor.text(), cursor.next(), cursor.number()));
            }
        });
        return exports;
    }

    WasmFile withExports(List<Export> exports) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        write(exports.size(), content);
        exports.forEach(each -> each.write(content));
        return withSection(EXPORTS, content);
    }

    /** The module with other functions: their types, their code, and their names by place among these. */
    WasmFile withFunctions(List<Integer> types, List<byte[]> code, Map<Integer, String> names) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        write(types.size(), content);
        types.forEach(type -> write(type, content));
        return withSection(FUNCTION_TYPES, content).withCode(code).withNames(names);
    }

    private WasmFile withNames(Map<Integer, String> names) {
        int imported = imported(FUNCTION);
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        write(names.size(), list);
        new TreeMap<>(names).forEach((function, name) -> {
            write(function + imported, list);
            text(name, list);
        });
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(FUNCTION_NAMES);
        write(list.size(), content);
        content.writeBytes(list.toByteArray());
        return withCustom("name", content.toByteArray());
    }

    WasmTypes types() {
        return new WasmTypes(section(TYPES).cursor());
    }

    /** The module's own globals. */
    List<Global> globals() {
        Section section = section(GLOBALS);
        WasmCursor cursor = section.cursor();
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
        WasmCursor cursor = section(EXPORTS).cursor();
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

    private Section section(int id) {
        return find(id).orElseThrow();
    }

    private Optional<Section> find(int id) {
        return sections.stream().filter(section -> section.id() == id).findFirst();
    }

    /** What a section holds; nothing if there is no such section. */
    Optional<WasmCursor> content(int id) {
        return find(id).map(Section::cursor);
    }

    /** The module with this section, in place of the one that it has or where one of its kind belongs. */
    WasmFile withSection(int id, ByteArrayOutputStream content) {
        if (find(id).isPresent()) {
            return with(id, content);
        }
        List<Section> all = new ArrayList<>(sections);
        int at = 0;
        while (at < all.size() && place(all.get(at).id()) < place(id)) {
            at++;
        }
        all.add(at, section(id, content));
        return new WasmFile(all);
    }

    WasmFile withoutSection(int id) {
        return new WasmFile(
                sections.stream().filter(section -> section.id() != id).toList());
    }

    /** The module with a section of its own kind at its end, or without it if it is nothing. */
    WasmFile withCustom(String name, byte @Nullable [] content) {
        List<Section> all = new ArrayList<>(sections.stream()
                .filter(section -> section.id() != CUSTOM || !section.name().equals(name))
                .toList());
        if (content != null) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            text(name, bytes);
            int head = bytes.size();
            bytes.writeBytes(content);
            Section made = section(CUSTOM, bytes);
            all.add(new Section(CUSTOM, name, made.bytes(), made.content() + head));
        }
        return new WasmFile(all);
    }

    /** Where sections of this kind stand: as their numbers are, but for the youngest kinds. */
    private static double place(int id) {
        return switch (id) {
            case CUSTOM -> Double.POSITIVE_INFINITY;
            case TAGS -> MEMORIES + 0.5;
            case DATA_COUNT -> REFERENCES + 0.5;
            default -> id;
        };
    }

    private WasmFile with(int id, ByteArrayOutputStream content) {
        Section made = section(id, content);
        return new WasmFile(sections.stream()
                .map(section -> section.id() == id ? made : section)
                .toList());
    }

    private static Section section(int id, ByteArrayOutputStream content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(id);
        write(content.size(), bytes);
        int head = bytes.size();
        bytes.writeBytes(content.toByteArray());
        return new Section(id, KINDS.get(id), bytes.toByteArray(), head);
    }

    private static void readNames(Section section, BiConsumer<Integer, String> names) {
        WasmCursor cursor = section.cursor();
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
}
