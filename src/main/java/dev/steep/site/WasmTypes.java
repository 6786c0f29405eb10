package dev.steep.site;

import java.util.ArrayList;
import java.util.List;

/** The types of a module: of structures which fields they have. */
final class WasmTypes {
    private static final int GROUP = 0x4e;
    private static final int FINAL = 0x4f;
    private static final int OPEN = 0x50;
    private static final int ARRAY = 0x5e;
    private static final int STRUCTURE = 0x5f;
    private static final int FUNCTION = 0x60;
    private static final byte[] NO_OBJECT = {(byte) 0xd0, 0x71};
    private static final byte[] NO_EXTERNAL = {(byte) 0xd0, 0x72};
    private static final byte[] NO_FUNCTION = {(byte) 0xd0, 0x73};

    /** A field: its type's first byte, and what that refers to. */
    private record Field(int type, int reference) {}

    private record Type(int kind, List<Field> fields, int parameters, int results) {}

    private final List<Type> types = new ArrayList<>();

    WasmTypes(WasmCursor cursor) {
        for (int left = cursor.number(); left > 0; left--) {
            int head = cursor.next();
            if (head == GROUP) {
                for (int inside = cursor.number(); inside > 0; inside--) {
                    types.add(read(cursor.next(), cursor));
                }
            } else {
                types.add(read(head, cursor));
            }
        }
    }

    private static Type read(int head, WasmCursor cursor) {
        int kind = head;
        if (head == FINAL || head == OPEN) {
            for (int left = cursor.number(); left > 0; left--) {
                cursor.number();
            }
            kind = cursor.next();
        }
        List<Field> fields = new ArrayList<>();
        int[] lists = new int[2];
        switch (kind) {
            case FUNCTION -> {
                for (int i = 0; i < lists.length; i++) {
                    lists[i] = cursor.number();
                    for (int left = lists[i]; left > 0; left--) {
                        field(cursor);
                    }
                }
            }
            case ARRAY -> {
                field(cursor);
                cursor.next();
            }
            case STRUCTURE -> {
                for (int left = cursor.number(); left > 0; left--) {
                    fields.add(field(cursor));
                    cursor.next();
                }
            }
            default -> throw new IllegalArgumentException("Types of kind " + kind + " are unknown.");
        }
        return new Type(kind, fields, lists[0], lists[1]);
    }

    private static Field field(WasmCursor cursor) {
        int type = cursor.next();
        return new Field(type, type == 0x63 || type == 0x64 ? reference(cursor) : type);
    }

    /** The number of a type; kinds that are no type of the module have one byte, and end in the sign of a negative number. */
    private static int reference(WasmCursor cursor) {
        int begin = cursor.at();
        int number = cursor.number();
        return cursor.at() == begin + 1 && number >= 0x40 ? number - 0x80 : number;
    }

    int size() {
        return types.size();
    }

    /** How many values a function of this type takes. */
    int parameters(int type) {
        return types.get(type).parameters();
    }

    /** How many values a function of this type gives. */
    int results(int type) {
        return types.get(type).results();
    }

    int fields(int type) {
        return types.get(type).fields().size();
    }

    /** The instruction for what a field has that was not set. */
    byte[] nothing(int type, int index) {
        Field field = types.get(type).fields().get(index);
        return switch (field.type()) {
            case 0x63 -> none(field.reference());
            case 0x7f, 0x78, 0x77 -> new byte[] {0x41, 0};
            case 0x7e -> new byte[] {0x42, 0};
            default -> none(field.type() - 0x80);
        };
    }

    private byte[] none(int reference) {
        if (reference >= 0) {
            return types.get(reference).kind() == FUNCTION ? NO_FUNCTION : NO_OBJECT;
        }
        return switch (reference + 0x80) {
            case 0x6f, 0x72 -> NO_EXTERNAL;
            case 0x70, 0x73 -> NO_FUNCTION;
            case 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x71 -> NO_OBJECT;
            default -> throw new IllegalArgumentException("A field of type " + reference + " is unknown.");
        };
    }
}
