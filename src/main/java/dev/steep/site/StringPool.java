package dev.steep.site;

import dev.steep.site.WasmCode.Node;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The texts of a program: they lie in its memory one after the other, and the initializer makes an object of each, in their order, which
 * it does not remember by place but by how far it has come. So a part of them may follow later, from where the others end.
 */
final class StringPool {
    private static final int GET_GLOBAL = 0x23;
    private static final int NEW_ARRAY = 0xfb08;
    private static final int NUMBER = 0x41;
    private static final int END = 0x0b;
    /** The longest array that browsers make of what was said one by one. */
    private static final int MOST = 10_000;

    /** Texts: the objects' globals, and what lies in memory. */
    record Texts(List<Integer> globals, byte[] bytes) {}

    private final Set<Statements.Statement> statements = new HashSet<>();
    private final List<Integer> globals = new ArrayList<>();
    private final List<byte[]> texts = new ArrayList<>();
    private byte[] arrayType = {};
    private byte[] maker = {};
    private byte[] behind = {};
    private int length;

    private StringPool() {}

    static StringPool of(WasmFile module, List<Statements.Statement> statements) {
        StringPool pool = new StringPool();
        for (Statements.Statement each : statements) {
            List<Node> code = each.code();
            int size = code.size();
            if (size >= 2 && code.get(size - 2).code == NEW_ARRAY && code.get(size - 1).code == WasmCode.CALL) {
                pool.statements.add(each);
                code.subList(0, size - 2).forEach(node -> pool.globals.add(Statements.number(node)));
                pool.arrayType = WasmFile.number(Statements.number(code.get(size - 2)));
                pool.maker = code.get(size - 1).operands;
            }
        }
        if (!pool.globals.isEmpty()) {
            pool.read(module.content(WasmFile.DATA).orElseThrow());
        }
        return pool;
    }

    private void read(WasmCursor cursor) {
        boolean whole = cursor.number() == 1
                && cursor.next() == 0
                && cursor.next() == NUMBER
                && cursor.next() == 0
                && cursor.next() == END;
        if (!whole) {
            throw new IllegalStateException(
                    "TeaVM's texts are not where they were: at the beginning of the one piece of data.");
        }
        byte[] data = cursor.rest(cursor.number());
        int at = 0;
        for (int i = 0; i < globals.size(); i++) {
            int end = end(data, at);
            texts.add(Arrays.copyOfRange(data, at, end));
            at = end;
        }
        length = at;
        behind = Arrays.copyOfRange(data, at, data.length);
    }

    /** The end of a text: its length in Java's characters, then UTF-8. */
    private static int end(byte[] data, int begin) {
        WasmCursor cursor = new WasmCursor(data, begin);
        for (int left = cursor.number(); left > 0; left--) {
            int first = cursor.next();
            if (first >= 0xf0) {
                cursor.skip(3);
                left--;
            } else if (first >= 0xe0) {
                cursor.skip(2);
            } else if (first >= 0x80) {
                cursor.skip(1);
            }
        }
        return cursor.at();
    }

    boolean isEmpty() {
        return globals.isEmpty();
    }

    /** Does this statement make texts? */
    boolean isIn(Statements.Statement statement) {
        return statements.contains(statement);
    }

    Texts texts(IntPredicate wanted) {
        List<Integer> chosen = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < globals.size(); i++) {
            if (wanted.test(globals.get(i))) {
                chosen.add(globals.get(i));
                bytes.writeBytes(texts.get(i));
            }
        }
        return new Texts(chosen, bytes.toByteArray());
    }

    /** The instructions that make these. */
    List<Node> making(Texts made) {
        List<Node> code = new ArrayList<>();
        for (int begin = 0; begin < made.globals().size(); begin += MOST) {
            List<Integer> some = made.globals()
                    .subList(begin, Math.min(begin + MOST, made.globals().size()));
            some.forEach(global -> code.add(new Node(GET_GLOBAL, WasmFile.number(global))));
            ByteArrayOutputStream array = new ByteArrayOutputStream();
            array.writeBytes(arrayType);
            WasmFile.write(some.size(), array);
            code.add(new Node(NEW_ARRAY, array.toByteArray()));
            code.add(new Node(WasmCode.CALL, maker));
        }
        return code;
    }

    /** What lies in memory for the first part of a module: its texts, and what is no text where it was. */
    ByteArrayOutputStream data(Texts first) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        WasmFile.write(behind.length > 0 ? 2 : 1, content);
        piece(0, first.bytes(), content);
        if (behind.length > 0) {
            piece(length, behind, content);
        }
        return content;
    }

    /** The same for the second part, behind the first's texts. */
    static ByteArrayOutputStream data(Texts first, Texts second) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(1);
        piece(first.bytes().length, second.bytes(), content);
        return content;
    }

    private static void piece(int at, byte[] bytes, ByteArrayOutputStream content) {
        content.write(0);
        content.write(NUMBER);
        content.writeBytes(WasmFile.signed(at));
        content.write(END);
        WasmFile.write(bytes.length, content);
        content.writeBytes(bytes);
    }
}
