package dev.steep.site;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A module's code taken apart: what instructions are in one stream, and what they say (which local, which function, which field) in
 * others, like beside like. A packer makes such streams a fifteenth smaller than the code as it stands. {@code web/lzma.js} puts them
 * together again, by the same table of instructions, which stands before the streams.
 *
 * <p>All numbers are LEB128: the length of the module, of what stands before the code of its functions, of what stands behind it; how
 * many functions; the table: for each instruction that says something its code, how many blocks it opens (2), leaves as they are (1) or
 * closes (0), how many items it says, and of each its kind and stream; how many streams, and the length of each. Then the bytes of all of
 * these.
 */
final class CodeStreams {
    /** What an instruction says. */
    private enum Item {
        /** A number. */
        NUMBER,
        /** A value's type: a number, or two for a reference. */
        TYPE,
        BYTE,
        FOUR_BYTES,
        EIGHT_BYTES,
        /** How many numbers follow, less one; then the numbers. */
        NUMBERS,
        /** How many types follow, then the types. */
        TYPES,
        /** How many catches follow; each is a kind, a number if the kind is less than 2, and another. */
        CATCHES
    }

    private record Said(Item item, int stream) {}

    private record Shape(int blocks, List<Said> said) {}

    private static final int CODE = 10;
    private static final int CODES = 0;
    private static final int LOCALS = 1;
    private static final int OPENS = 2;
    private static final int STAYS = 1;
    private static final int CLOSES = 0;
    private static final int END = 0x0b;

    private final Map<Integer, Shape> shapes = new TreeMap<>();
    private final Map<String, Integer> numbers = new TreeMap<>();
    private final List<ByteArrayOutputStream> streams = new ArrayList<>();

    private CodeStreams() {
        stream("codes");
        stream("locals");
    }

    /** The module apart; {@link #together} gives it back. */
    static byte[] apart(byte[] module) {
        return new CodeStreams().take(module);
    }

    private int stream(String name) {
        return numbers.computeIfAbsent(name, fresh -> {
            streams.add(new ByteArrayOutputStream());
            return streams.size() - 1;
        });
    }

    private byte[] take(byte[] module) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        ByteArrayOutputStream tail = new ByteArrayOutputStream();
        head.write(module, 0, WasmFile.HEAD);
        int functions = 0;
        for (WasmFile.Section section : WasmFile.of(module).sections()) {
            if (section.id() == CODE) {
                WasmCursor cursor = section.cursor();
                functions = cursor.number();
                head.write(section.bytes(), 0, cursor.at());
                for (int left = functions; left > 0; left--) {
                    cursor.number();
                    function(section.bytes(), cursor);
                }
            } else {
                (functions == 0 ? head : tail).writeBytes(section.bytes());
            }
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int number : new int[] {module.length, head.size(), tail.size(), functions, shapes.size()}) {
            WasmFile.write(number, all);
        }
        shapes.forEach((code, shape) -> {
            WasmFile.write(code, all);
            WasmFile.write(shape.blocks(), all);
            WasmFile.write(shape.said().size(), all);
            shape.said().forEach(said -> {
                WasmFile.write(said.item().ordinal(), all);
                WasmFile.write(said.stream(), all);
            });
        });
        WasmFile.write(streams.size(), all);
        streams.forEach(each -> WasmFile.write(each.size(), all));
        all.writeBytes(head.toByteArray());
        all.writeBytes(tail.toByteArray());
        streams.forEach(each -> all.writeBytes(each.toByteArray()));
        return all.toByteArray();
    }

    private void function(byte[] code, WasmCursor cursor) {
        int begin = cursor.at();
        for (int left = cursor.number(); left > 0; left--) {
            cursor.number();
            skip(Item.TYPE, cursor);
        }
        streams.get(LOCALS).write(code, begin, cursor.at() - begin);
        int depth = 1;
        while (depth > 0) {
            begin = cursor.at();
            int which = cursor.next();
            if (which == 0xfb || which == 0xfc) {
                which = which << 8 | cursor.number();
            }
            streams.get(CODES).write(code, begin, cursor.at() - begin);
            Shape shape = shape(which);
            for (Said said : shape.said()) {
                begin = cursor.at();
                skip(said.item(), cursor);
                streams.get(said.stream()).write(code, begin, cursor.at() - begin);
            }
            depth += shape.blocks() - STAYS;
        }
    }

    /** The table has what says something or counts blocks; all others are plain. */
    private Shape shape(int code) {
        Shape known = shapes.get(code);
        if (known != null) {
            return known;
        }
        List<Said> said = said(code);
        int blocks = code >= 0x02 && code <= 0x04 || code == 0x06 || code == 0x1f
                ? OPENS
                : code == END || code == 0x18 ? CLOSES : STAYS;
        Shape shape = new Shape(blocks, said);
        if (!said.isEmpty() || blocks != STAYS) {
            shapes.put(code, shape);
        }
        return shape;
    }

    private List<Said> said(int code) {
        return switch (code) {
            case 0x02, 0x03, 0x04, 0x06 -> List.of(new Said(Item.TYPE, stream("blocks")));
            case 0x09, 0x0c, 0x0d, 0x18, 0xd5, 0xd6 -> List.of(new Said(Item.NUMBER, stream("branches")));
            case 0x0e -> List.of(new Said(Item.NUMBERS, stream("branches")));
            case 0x1c -> List.of(new Said(Item.TYPES, stream("types")));
            case 0x1f -> List.of(new Said(Item.TYPE, stream("blocks")), new Said(Item.CATCHES, stream("blocks")));
            case 0x20, 0x21, 0x22 -> List.of(new Said(Item.NUMBER, stream("local")));
            case 0x43 -> List.of(new Said(Item.FOUR_BYTES, stream("floats")));
            case 0x44 -> List.of(new Said(Item.EIGHT_BYTES, stream("doubles")));
            case WasmCode.BRANCH_ON_CAST, WasmCode.BRANCH_ON_FAILED_CAST -> {
                Said number = new Said(Item.NUMBER, stream("casts"));
                yield List.of(new Said(Item.BYTE, stream("casts")), number, number, number);
            }
            default -> {
                boolean memory = code >= 0x28 && code <= 0x3e;
                int count = WasmCode.numbers(code);
                List<Said> said = new ArrayList<>();
                for (int i = 0; i < count; i++) {
                    said.add(new Said(Item.NUMBER, stream(memory ? "memory" : "of " + code)));
                }
                yield said;
            }
        };
    }

    private static void skip(Item item, WasmCursor cursor) {
        switch (item) {
            case NUMBER -> cursor.number();
            case TYPE -> {
                int begin = cursor.at();
                cursor.number();
                if (cursor.at() == begin + 1 && (cursor.last() == 0x63 || cursor.last() == 0x64)) {
                    cursor.number();
                }
            }
            case BYTE -> cursor.skip(1);
            case FOUR_BYTES -> cursor.skip(4);
            case EIGHT_BYTES -> cursor.skip(8);
            case NUMBERS -> {
                for (int left = cursor.number(); left >= 0; left--) {
                    cursor.number();
                }
            }
            case TYPES -> {
                for (int left = cursor.number(); left > 0; left--) {
                    skip(Item.TYPE, cursor);
                }
            }
            case CATCHES -> {
                for (int left = cursor.number(); left > 0; left--) {
                    if (cursor.next() < 2) {
                        cursor.number();
                    }
                    cursor.number();
                }
            }
        }
    }

    /** The module again. */
    static byte[] together(byte[] apart) {
        WasmCursor from = new WasmCursor(apart, 0);
        from.number();
        int head = from.number();
        int tail = from.number();
        int functions = from.number();
        Map<Integer, Shape> shapes = new TreeMap<>();
        for (int left = from.number(); left > 0; left--) {
            int code = from.number();
            int blocks = from.number();
            List<Said> said = new ArrayList<>();
            for (int items = from.number(); items > 0; items--) {
                said.add(new Said(Item.values()[from.number()], from.number()));
            }
            shapes.put(code, new Shape(blocks, said));
        }
        int[] lengths = new int[from.number()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = from.number();
        }
        int at = from.at() + head + tail;
        WasmCursor[] streams = new WasmCursor[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            streams[i] = new WasmCursor(apart, at);
            at += lengths[i];
        }
        ByteArrayOutputStream module = new ByteArrayOutputStream();
        module.write(apart, from.at(), head);
        for (int left = functions; left > 0; left--) {
            byte[] function = function(apart, shapes, streams);
            WasmFile.write(function.length, module);
            module.writeBytes(function);
        }
        module.write(apart, from.at() + head, tail);
        return module.toByteArray();
    }

    private static byte[] function(byte[] apart, Map<Integer, Shape> shapes, WasmCursor[] streams) {
        ByteArrayOutputStream code = new ByteArrayOutputStream();
        int begin = streams[LOCALS].at();
        for (int left = streams[LOCALS].number(); left > 0; left--) {
            streams[LOCALS].number();
            skip(Item.TYPE, streams[LOCALS]);
        }
        code.write(apart, begin, streams[LOCALS].at() - begin);
        Shape plain = new Shape(STAYS, List.of());
        int depth = 1;
        while (depth > 0) {
            begin = streams[CODES].at();
            int which = streams[CODES].next();
            if (which == 0xfb || which == 0xfc) {
                which = which << 8 | streams[CODES].number();
            }
            code.write(apart, begin, streams[CODES].at() - begin);
            Shape shape = shapes.getOrDefault(which, plain);
            for (Said said : shape.said()) {
                begin = streams[said.stream()].at();
                skip(said.item(), streams[said.stream()]);
                code.write(apart, begin, streams[said.stream()].at() - begin);
            }
            depth += shape.blocks() - STAYS;
        }
        return code.toByteArray();
    }

    /**
     * The module packed as small as it gets.
     *
     * @throws IllegalStateException if it cannot be put together again to the byte
     */
    static byte[] pack(byte[] module) {
        byte[] apart = apart(module);
        if (!Arrays.equals(module, together(apart))) {
            throw new IllegalStateException("The module's code, taken apart, does not come back as it was.");
        }
        byte[] least = Lzma.pack(apart);
        for (int context = 0; context <= 2; context++) {
            byte[] packed = Lzma.pack(apart, context, 0, 0);
            least = packed.length < least.length ? packed : least;
        }
        return least;
    }
}
