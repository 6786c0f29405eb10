package dev.steep.site;

import dev.steep.site.WasmCode.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Java's exceptions for null, failed casts and wrong indices, written once in each function: TeaVM makes a block of each place that
 * may throw one, 10 bytes at 21,000 places, which become a branch of 2 to a place behind the function's end. What is inside of a
 * {@code try} stays as it is, since it must throw there.
 */
final class SharedThrows {
    private static final String SUPPORT = "org.teavm.backend.wasm.runtime.WasmGCSupport::";
    private static final int GET_LOCAL = 0x20;
    private static final int TEE_LOCAL = 0x22;
    private static final int GREATER_OR_EQUAL_UNSIGNED = 0x4f;
    /** array.len, i32.lt_s, local.get, i32.const, i32.ge_s, i32.and, i32.eqz. */
    private static final int[] CHECK = {0xfb0f, 0x48, GET_LOCAL, 0x41, 0x4e, 0x71, 0x45};

    private static final byte NOTHING = 0x40;
    private static final byte ANY = 0x6e;

    /** An exception: the two instructions that throw it, and the block at whose end they stand, once it is needed. */
    private static final class Exception {
        final byte[] maker;
        final byte block;

        @Nullable
        Node end;

        @Nullable
        Node thrown;

        Exception(Map<String, Integer> functions, String name, byte block) {
            maker = WasmFile.number(functions.getOrDefault(SUPPORT + name, -1));
            this.block = block;
        }

        /** Do the last two of these instructions throw it? */
        boolean endsIn(List<Node> code) {
            int size = code.size();
            boolean ends = size >= 2
                    && code.get(size - 1).code == WasmCode.THROW
                    && code.get(size - 2).is(WasmCode.CALL, maker);
            if (ends) {
                thrown = code.get(size - 1);
            }
            return ends;
        }

        Node end() {
            if (end == null) {
                end = new Node(WasmCode.BLOCK, block);
            }
            return end;
        }
    }

    private final Exception isNull;
    private final Exception wrongIndex;
    private final Exception failedCast;

    private SharedThrows(Map<String, Integer> functions) {
        isNull = new Exception(functions, "npe", NOTHING);
        wrongIndex = new Exception(functions, "aiiobe", NOTHING);
        failedCast = new Exception(functions, "cce", ANY);
    }

    /**
     * The function, or what is shorter.
     *
     * @param functions the number of each function by name
     */
    static byte[] in(byte[] function, Map<String, Integer> functions) {
        WasmCode code = WasmCode.of(function);
        SharedThrows shared = new SharedThrows(functions);
        shared.rewrite(code.root());
        shared.wrap(code.root());
        byte[] rewritten = code.bytes();
        return rewritten.length < function.length ? rewritten : function;
    }

    private void rewrite(Node node) {
        List<Node> before = new ArrayList<>(node.inside);
        node.inside.clear();
        for (Node each : before) {
            if (!each.isTry()) {
                rewrite(each);
            }
            List<Node> code = each.inside;
            int size = code.size();
            if (each.code == WasmCode.IF && size == 2 && wrongIndex.endsIn(code)) {
                compareOnce(node.inside);
                node.inside.add(new Node(WasmCode.BRANCH_IF).to(wrongIndex.end()));
            } else if (isCheck(each, 3, WasmCode.BRANCH_ON_VALUE) && isNull.endsIn(code)) {
                node.inside.addAll(code.subList(0, size - 3));
                node.inside.add(new Node(WasmCode.BRANCH_ON_NULL).to(isNull.end()));
            } else if (isCheck(each, 4, WasmCode.BRANCH_ON_CAST)
                    && code.get(size - 3).code == WasmCode.DROP
                    && failedCast.endsIn(code)) {
                node.inside.addAll(code.subList(0, size - 4));
                node.inside.add(
                        new Node(WasmCode.BRANCH_ON_FAILED_CAST, code.get(size - 4).operands).to(failedCast.end()));
            } else {
                node.inside.add(each);
            }
        }
    }

    /** {@code !(i < length && i >= 0)}, which is one comparison of numbers without a sign, since no length is negative. */
    private static void compareOnce(List<Node> code) {
        int end = code.size();
        if (end < CHECK.length + 2) {
            return;
        }
        for (int i = 0; i < CHECK.length; i++) {
            if (code.get(end - CHECK.length + i).code != CHECK[i]) {
                return;
            }
        }
        byte[] index = code.get(end - 5).operands;
        Node before = code.get(end - CHECK.length - 2);
        Node array = code.get(end - CHECK.length - 1);
        boolean same = Arrays.equals(before.operands, index) && (before.code == GET_LOCAL || before.code == TEE_LOCAL);
        if (same && array.code == GET_LOCAL && Arrays.equals(code.get(end - 4).operands, new byte[] {0})) {
            code.subList(end - CHECK.length + 1, end).clear();
            code.add(new Node(GREATER_OR_EQUAL_UNSIGNED));
        }
    }

    /** A block that nothing leaves but the instruction so far from its end. */
    private static boolean isCheck(Node block, int fromEnd, int code) {
        int at = block.inside.size() - fromEnd;
        if (block.code != WasmCode.BLOCK || at < 0) {
            return false;
        }
        Node branch = block.inside.get(at);
        return branch.code == code && branch.targets.get(0) == block && leaving(block, block) == 1;
    }

    private static int leaving(Node block, Node from) {
        int count = 0;
        for (Node each : from.inside) {
            for (Node target : each.targets) {
                count += target == block ? 1 : 0;
            }
            count += leaving(block, each);
        }
        return count;
    }

    private void wrap(Node root) {
        for (Exception each : List.of(failedCast, wrongIndex, isNull)) {
            if (each.end != null && each.thrown != null) {
                each.end.inside.addAll(root.inside);
                if (!ends(each.end.inside)) {
                    each.end.inside.add(new Node(WasmCode.RETURN));
                }
                root.inside.clear();
                root.inside.add(each.end);
                if (each.block == ANY) {
                    root.inside.add(new Node(WasmCode.DROP));
                }
                root.inside.add(new Node(WasmCode.CALL, each.maker));
                root.inside.add(new Node(WasmCode.THROW, each.thrown.operands));
            }
        }
    }

    private static boolean ends(List<Node> code) {
        int last = code.isEmpty() ? 0 : code.get(code.size() - 1).code;
        return last == WasmCode.RETURN || last == WasmCode.THROW;
    }
}
