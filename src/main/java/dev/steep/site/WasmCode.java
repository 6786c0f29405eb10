package dev.steep.site;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The instructions of one function as a tree: what stands between the head of a block and its end is inside of it, and a branch
 * knows the block that it leaves. So blocks can be put in and taken out, and depths are counted when it is written.
 */
final class WasmCode {
    static final int BLOCK = 0x02;
    static final int IF = 0x04;
    static final int THROW = 0x08;
    static final int RETURN = 0x0f;
    static final int CALL = 0x10;
    static final int FUNCTION = 0xd2;
    static final int DROP = 0x1a;
    static final int BRANCH_IF = 0x0d;
    static final int BRANCH_ON_NULL = 0xd5;
    static final int BRANCH_ON_VALUE = 0xd6;
    static final int BRANCH_ON_CAST = 0xfb18;
    static final int BRANCH_ON_FAILED_CAST = 0xfb19;

    private static final int LOOP = 0x03;
    private static final int ELSE = 0x05;
    private static final int TRY = 0x06;
    private static final int CATCH = 0x07;
    private static final int RETHROW = 0x09;
    private static final int END = 0x0b;
    private static final int BRANCH = 0x0c;
    private static final int BRANCH_TABLE = 0x0e;
    private static final int DELEGATE = 0x18;
    private static final int CATCH_ALL = 0x19;
    private static final int TRY_TABLE = 0x1f;
    private static final int REFERENCE = 0x63;

    /** An instruction; one that has an end has others inside, among them {@code else} and {@code catch}. */
    static final class Node {
        final int code;
        /** What it says beside its code, without the blocks that it leaves. */
        byte[] operands;
        /** The blocks it leaves; those of a table in order. */
        final List<Node> targets = new ArrayList<>();

        final List<Node> inside = new ArrayList<>();

        Node(int code, byte... operands) {
            this.code = code;
            this.operands = operands;
        }

        Node to(Node target) {
            targets.add(target);
            return this;
        }

        boolean hasEnd() {
            return code == 0 && this.operands == ROOT
                    || code >= BLOCK && code <= IF
                    || code == TRY
                    || code == TRY_TABLE;
        }

        boolean isTry() {
            return code == TRY || code == TRY_TABLE;
        }

        boolean is(int code, byte[] operands) {
            return this.code == code && Arrays.equals(this.operands, operands);
        }
    }

    private static final byte[] ROOT = new byte[0];

    private final byte[] locals;
    private final Node root = new Node(0, ROOT);

    private WasmCode(byte[] locals) {
        this.locals = locals;
    }

    /** The function itself, which branches may leave as they leave a block. */
    Node root() {
        return root;
    }

    /** Reads a function: the types of its locals, then its instructions. */
    static WasmCode of(byte[] function) {
        WasmCursor cursor = new WasmCursor(function, 0);
        for (int left = cursor.number(); left > 0; left--) {
            cursor.number();
            skipType(cursor);
        }
        WasmCode code = new WasmCode(Arrays.copyOf(function, cursor.at()));
        List<Node> open = new ArrayList<>(List.of(code.root));
        while (!open.isEmpty()) {
            Node node = read(function, cursor, open);
            if (node.code == END) {
                open.remove(open.size() - 1);
                continue;
            }
            open.get(open.size() - 1).inside.add(node);
            if (node.code == DELEGATE) {
                open.remove(open.size() - 1);
            } else if (node.hasEnd()) {
                open.add(node);
            }
        }
        return code;
    }

    /** The instructions that make a constant. */
    static WasmCode ofConstant(byte[] instructions) {
        ByteArrayOutputStream function = new ByteArrayOutputStream();
        function.write(0);
        function.writeBytes(instructions);
        function.write(END);
        return of(function.toByteArray());
    }

    /** The instructions alone, where they make a constant. */
    byte[] constant() {
        byte[] bytes = bytes();
        return Arrays.copyOfRange(bytes, 1, bytes.length - 1);
    }

    /** All instructions with these codes, from the first to the last. */
    void each(Set<Integer> codes, Consumer<Node> use) {
        each(root, codes, use);
    }

    private static void each(Node node, Set<Integer> codes, Consumer<Node> use) {
        if (codes.contains(node.code)) {
            use.accept(node);
        }
        node.inside.forEach(inside -> each(inside, codes, use));
    }

    private static Node read(byte[] function, WasmCursor cursor, List<Node> open) {
        int code = cursor.next();
        if (code == 0xfb || code == 0xfc) {
            code = code << 8 | cursor.number();
        }
        ByteArrayOutputStream operands = new ByteArrayOutputStream();
        List<Node> targets = new ArrayList<>();
        int begin = cursor.at();
        switch (code) {
            case BRANCH, BRANCH_IF, BRANCH_ON_NULL, BRANCH_ON_VALUE, RETHROW, DELEGATE ->
                targets.add(target(open, cursor.number()));
            case BRANCH_TABLE -> {
                for (int left = cursor.number(); left >= 0; left--) {
                    targets.add(target(open, cursor.number()));
                }
            }
            case BRANCH_ON_CAST, BRANCH_ON_FAILED_CAST -> {
                operands.write(cursor.next());
                targets.add(target(open, cursor.number()));
                begin = cursor.at();
                cursor.number();
                cursor.number();
                operands.write(function, begin, cursor.at() - begin);
            }
            case TRY_TABLE -> {
                skipType(cursor);
                operands.write(function, begin, cursor.at() - begin);
                for (int left = cursor.number(); left > 0; left--) {
                    begin = cursor.at();
                    if (cursor.next() < 2) {
                        cursor.number();
                    }
                    operands.write(cursor.at() - begin);
                    operands.write(function, begin, cursor.at() - begin);
                    targets.add(target(open, cursor.number()));
                }
            }
            default -> {
                skip(code, cursor);
                operands.write(function, begin, cursor.at() - begin);
            }
        }
        Node node = new Node(code, operands.toByteArray());
        node.targets.addAll(targets);
        return node;
    }

    private static Node target(List<Node> open, int depth) {
        return open.get(open.size() - 1 - depth);
    }

    /** A value's type, or what a block has: those that name a type of the module take a second number. */
    private static void skipType(WasmCursor cursor) {
        int begin = cursor.at();
        cursor.number();
        if (cursor.at() == begin + 1 && (cursor.last() == REFERENCE || cursor.last() == REFERENCE + 1)) {
            cursor.number();
        }
    }

    /** Goes behind the end of instructions that have no blocks: those that make a constant. */
    static void skipConstant(WasmCursor cursor) {
        for (int code = cursor.next(); code != END; code = cursor.next()) {
            skip(code == 0xfb || code == 0xfc ? code << 8 | cursor.number() : code, cursor);
        }
    }

    private static void skip(int code, WasmCursor cursor) {
        switch (code) {
            case BLOCK, LOOP, IF, TRY -> skipType(cursor);
            case 0x1c -> {
                for (int left = cursor.number(); left > 0; left--) {
                    skipType(cursor);
                }
            }
            case 0x43 -> cursor.skip(4);
            case 0x44 -> cursor.skip(8);
            default -> {
                for (int left = numbers(code); left > 0; left--) {
                    cursor.number();
                }
            }
        }
    }

    /** How many numbers follow, in LEB128. */
    static int numbers(int code) {
        if (code >= 0x28 && code <= 0x3e) {
            return 2; // memory: alignment and offset
        }
        if (code >= 0x45 && code <= 0xc4) {
            return 0; // arithmetic
        }
        return switch (code) {
            case 0x00, 0x01, ELSE, THROW_REFERENCE, END, RETURN, CATCH_ALL, DROP, 0x1b, 0xd1, 0xd3, 0xd4 -> 0;
            case CATCH, THROW, CALL, 0x12, 0x14, 0x15, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26 -> 1;
            case 0x3f, 0x40, 0x41, 0x42, 0xd0, 0xd2 -> 1;
            case 0x11, 0x13 -> 2;
            case 0xfb00, 0xfb01, 0xfb06, 0xfb07, 0xfb0b, 0xfb0c, 0xfb0d, 0xfb0e, 0xfb10 -> 1;
            case 0xfb14, 0xfb15, 0xfb16, 0xfb17 -> 1;
            case 0xfb02, 0xfb03, 0xfb04, 0xfb05, 0xfb08, 0xfb09, 0xfb0a, 0xfb11, 0xfb12, 0xfb13 -> 2;
            case 0xfb0f, 0xfb1a, 0xfb1b, 0xfb1c, 0xfb1d, 0xfb1e -> 0;
            case 0xfc00, 0xfc01, 0xfc02, 0xfc03, 0xfc04, 0xfc05, 0xfc06, 0xfc07 -> 0;
            case 0xfc09, 0xfc0b, 0xfc0d, 0xfc0f, 0xfc10, 0xfc11 -> 1;
            case 0xfc08, 0xfc0a, 0xfc0c, 0xfc0e -> 2;
            default -> throw new IllegalArgumentException("Instruction " + Integer.toHexString(code) + " is unknown.");
        };
    }

    private static final int THROW_REFERENCE = 0x0a;

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(locals);
        writeInside(root, new ArrayList<>(), bytes);
        return bytes.toByteArray();
    }

    private static void writeInside(Node node, List<Node> open, ByteArrayOutputStream bytes) {
        open.add(node);
        boolean delegated = false;
        for (Node each : node.inside) {
            if (each.code == DELEGATE) {
                open.remove(open.size() - 1);
                delegated = true;
            }
            write(each, open, bytes);
        }
        if (!delegated) {
            bytes.write(END);
            open.remove(open.size() - 1);
        }
    }

    private static void write(Node node, List<Node> open, ByteArrayOutputStream bytes) {
        if (node.code > 0xff) {
            bytes.write(node.code >> 8);
            WasmFile.write(node.code & 0xff, bytes);
        } else {
            bytes.write(node.code);
        }
        switch (node.code) {
            case BRANCH_TABLE -> {
                WasmFile.write(node.targets.size() - 1, bytes);
                node.targets.forEach(target -> WasmFile.write(depth(open, target), bytes));
            }
            case BRANCH_ON_CAST, BRANCH_ON_FAILED_CAST -> {
                bytes.write(node.operands[0]);
                WasmFile.write(depth(open, node.targets.get(0)), bytes);
                bytes.write(node.operands, 1, node.operands.length - 1);
            }
            case TRY_TABLE -> writeTryTable(node, open, bytes);
            default -> {
                bytes.writeBytes(node.operands);
                node.targets.forEach(target -> WasmFile.write(depth(open, target), bytes));
            }
        }
        if (node.hasEnd()) {
            writeInside(node, open, bytes);
        }
    }

    private static void writeTryTable(Node node, List<Node> open, ByteArrayOutputStream bytes) {
        WasmCursor cursor = new WasmCursor(node.operands, 0);
        skipType(cursor);
        bytes.write(node.operands, 0, cursor.at());
        WasmFile.write(node.targets.size(), bytes);
        for (Node target : node.targets) {
            int length = cursor.next();
            bytes.write(node.operands, cursor.at(), length);
            cursor.skip(length);
            WasmFile.write(depth(open, target), bytes);
        }
    }

    private static int depth(List<Node> open, Node target) {
        int at = open.lastIndexOf(target);
        if (at < 0) {
            throw new IllegalStateException("A branch leaves a block that it is not in.");
        }
        return open.size() - 1 - at;
    }
}
