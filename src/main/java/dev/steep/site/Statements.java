package dev.steep.site;

import dev.steep.site.WasmCode.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The initializer that TeaVM writes, statement by statement. Nearly each is about one global: it fills in a class or a table of methods,
 * sets a field of one, or makes a text for JavaScript; so the statement belongs wherever its global is.
 */
final class Statements {
    private static final int GET_LOCAL = 0x20;
    private static final int TEE_LOCAL = 0x22;
    private static final int GET_GLOBAL = 0x23;
    private static final int SET_GLOBAL = 0x24;
    private static final int SET_FIELD = 0xfb05;
    private static final int NEW_ARRAY = 0xfb08;

    /**
     * Instructions that leave nothing behind.
     *
     * @param about the global that it is about; -1 if it is about none, or about more than that
     */
    record Statement(List<Node> code, int about) {
        boolean calls(byte[] function) {
            return code.get(code.size() - 1).is(WasmCode.CALL, function);
        }
    }

    private final WasmFile module;
    private final WasmTypes types;
    private final List<Integer> imported = new ArrayList<>();

    private Statements(WasmFile module) {
        this.module = module;
        this.types = module.types();
        for (WasmFile.Import each : module.imports()) {
            if (each.kind() == WasmFile.FUNCTION) {
                imported.add(new WasmCursor(each.bytes(), 1).number());
            }
        }
    }

    /** Of a function whose instructions are not nested, counted as in {@link WasmFile#functions}. */
    static List<Statement> of(WasmFile module, int function) {
        return new Statements(module)
                .read(WasmCode.of(module.functions().get(function)).root().inside);
    }

    private List<Statement> read(List<Node> code) {
        List<Integer> functionTypes = module.functionTypes();
        List<Statement> statements = new ArrayList<>();
        int begin = 0;
        int depth = 0;
        for (int i = 0; i < code.size(); i++) {
            Node node = code.get(i);
            depth += switch (node.code) {
                case GET_LOCAL, GET_GLOBAL, 0x41, 0xd0, WasmCode.FUNCTION -> 1;
                case TEE_LOCAL -> 0;
                case SET_GLOBAL, WasmCode.DROP, 0x6a, 0x6b -> -1;
                case 0x36, 0x3b, SET_FIELD -> -2;
                case NEW_ARRAY -> 1 - second(node);
                case WasmCode.CALL -> {
                    int called = number(node);
                    int type = called < imported.size()
                            ? imported.get(called)
                            : functionTypes.get(called - imported.size());
                    yield types.results(type) - types.parameters(type);
                }
                default ->
                    throw new IllegalStateException("TeaVM's initializer has an instruction that is new in it: "
                            + Integer.toHexString(node.code));
            };
            if (depth == 0) {
                List<Node> whole = code.subList(begin, i + 1);
                statements.add(new Statement(List.copyOf(whole), about(whole)));
                begin = i + 1;
            }
        }
        if (begin < code.size()) {
            throw new IllegalStateException("TeaVM's initializer ends in the middle of a statement.");
        }
        return statements;
    }

    private static int about(List<Node> code) {
        if (code.stream().anyMatch(node -> node.code == GET_LOCAL || node.code == TEE_LOCAL)) {
            return -1;
        }
        Node last = code.get(code.size() - 1);
        if (last.code == SET_GLOBAL) {
            return number(last);
        }
        Node first = code.get(0);
        return first.code == GET_GLOBAL && last.code != WasmCode.DROP ? number(first) : -1;
    }

    /** The globals in it. */
    static Set<Integer> globals(List<Node> code) {
        Set<Integer> globals = new LinkedHashSet<>();
        for (Node node : code) {
            if (node.code == GET_GLOBAL || node.code == SET_GLOBAL) {
                globals.add(number(node));
            }
        }
        return globals;
    }

    static int number(Node node) {
        return new WasmCursor(node.operands, 0).number();
    }

    private static int second(Node node) {
        WasmCursor cursor = new WasmCursor(node.operands, 0);
        cursor.number();
        return cursor.number();
    }
}
