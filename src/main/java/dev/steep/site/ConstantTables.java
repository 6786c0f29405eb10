package dev.steep.site;

import dev.steep.site.WasmCode.Node;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tables of virtual methods as constants. TeaVM makes them empty, and its initializer then fills in method after method, 11 bytes
 * each; a table that is made with its methods takes 3 of each. A table knows its class, so that one call fills in both.
 */
final class ConstantTables {
    private static final String INITIALIZER = "teavm@initializer";
    private static final String FILL = "teavm@objectVirtualTable";
    private static final String FILL_CLASS = "teavm@fillRegularClass";
    private static final int DEFAULT = 0xfb01;
    private static final int FUNCTION = 0xd2;
    private static final int GET_LOCAL = 0x20;
    private static final int GET_GLOBAL = 0x23;
    private static final int GET_FIELD = 0xfb02;
    private static final int SET_FIELD = 0xfb05;
    private static final int NOT_NULL = 0xd4;
    private static final int NUMBER = 0x41;
    private static final byte[] NEW = {(byte) 0xfb, 0};
    private static final byte[] FIRST = {0};

    /** A table: its type, and the instruction for each field that a constant can have. */
    private static final class Table {
        final int type;
        final Map<Integer, Node> fields = new TreeMap<>();
        int set;

        Table(int type) {
            this.type = type;
        }

        /** One without methods of its own is not worth it. */
        boolean pays() {
            return set > 0;
        }

        byte[] bytes(WasmTypes types) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int i = 0; i < types.fields(type); i++) {
                Node value = fields.get(i);
                if (value == null) {
                    bytes.writeBytes(types.nothing(type, i));
                } else {
                    bytes.write(value.code);
                    bytes.writeBytes(value.operands);
                }
            }
            bytes.writeBytes(NEW);
            WasmFile.write(type, bytes);
            return bytes.toByteArray();
        }
    }

    private final WasmFile module;
    private final WasmTypes types;
    private final List<WasmFile.Global> globals;
    private final int importedGlobals;
    private final byte[] fill;
    private final byte[] fillClass;
    /** Ties a table to its class. */
    private final byte[] tie;
    /** Fills in the class of a table, and ties it to the table. */
    private final byte[] fillBoth;
    /** Of classes that are filled in, the tables that know them. */
    private final Map<Integer, Integer> known = new HashMap<>();

    private final Map<Integer, Node> usual = new HashMap<>();
    private final Map<Integer, Table> tables = new HashMap<>();

    private ConstantTables(WasmFile module, int fill, int fillClass) {
        this.module = module;
        this.types = module.types();
        this.globals = module.globals();
        this.importedGlobals = module.imported(WasmFile.GLOBAL);
        this.fill = WasmFile.number(fill);
        this.fillClass = WasmFile.number(fillClass);
        int next = module.imported(WasmFile.FUNCTION) + module.functions().size();
        this.tie = WasmFile.number(next);
        this.fillBoth = WasmFile.number(next + 1);
    }

    /** The module with such tables. */
    static WasmFile in(WasmFile module) {
        Map<String, Integer> numbers = module.numbers();
        Integer fill = numbers.get(FILL);
        Integer fillClass = numbers.get(FILL_CLASS);
        if (fill == null || fillClass == null) {
            throw new IllegalStateException("This version of TeaVM has no " + FILL + " or " + FILL_CLASS + ".");
        }
        int imported = module.imported(WasmFile.FUNCTION);
        return new ConstantTables(module, fill, fillClass).rewritten(initializer(module), fill - imported);
    }

    /** The function that fills in classes and strings, counted as in {@link WasmFile#functions}. */
    static int initializer(WasmFile module) {
        Integer number = module.numbers().get(INITIALIZER);
        if (number == null) {
            throw new IllegalStateException("This version of TeaVM has no " + INITIALIZER + ".");
        }
        return number - module.imported(WasmFile.FUNCTION);
    }

    private WasmFile rewritten(int initializer, int fill) {
        WasmCode tying = WasmCode.of(module.functions().get(fill));
        takeUsual(tying.root().inside);
        WasmCode code = WasmCode.of(module.functions().get(initializer));
        find(code.root().inside);
        collect(code.root().inside);
        tables.values().removeIf(table -> !table.pays());
        Node classOfTable = tying.root().inside.stream()
                .filter(node -> node.code == SET_FIELD)
                .findFirst()
                .orElseThrow();
        knowClasses(code.root().inside, field(classOfTable));
        remove(code.root().inside);

        List<WasmFile.Global> written = new ArrayList<>();
        for (int i = 0; i < globals.size(); i++) {
            Table table = tables.get(i + importedGlobals);
            WasmFile.Global global = globals.get(i);
            written.add(table == null ? global : new WasmFile.Global(global.head(), table.bytes(types)));
        }
        List<byte[]> functions = new ArrayList<>(module.functions());
        functions.set(initializer, code.bytes());
        functions.add(tying.bytes());
        functions.add(fillingBoth(classOfTable.operands));
        byte[] table = WasmFile.number(new WasmCursor(classOfTable.operands, 0).number());
        return module.withGlobals(written)
                .withType(new byte[] {0x60, 3, 0x64}, table, new byte[] {0x7f, 0x7f, 0})
                .withFunctions(functions, module.typeOf(fill), types.size());
    }

    /** What every table begins with, which the function that fills one in no longer does. */
    private void takeUsual(List<Node> code) {
        for (int i = 0; i + 2 < code.size(); ) {
            if (code.get(i).is(GET_LOCAL, FIRST) && isMethod(code, i)) {
                usual.put(field(code.get(i + 2)), code.get(i + 1));
                code.subList(i, i + 3).clear();
            } else {
                i++;
            }
        }
    }

    /** The tables that are filled in once; one that other code changes too is left alone. */
    private void find(List<Node> code) {
        Set<Integer> twice = new HashSet<>();
        for (int i = 0; i + 2 < code.size(); i++) {
            Integer table = global(code.get(i));
            if (table != null && code.get(i + 2).is(WasmCode.CALL, fill)) {
                Integer type = globals.get(table - importedGlobals).made(DEFAULT);
                if (type == null || tables.containsKey(table)) {
                    twice.add(table);
                } else {
                    Table found = new Table(type);
                    found.fields.putAll(usual);
                    tables.put(table, found);
                }
            }
        }
        tables.keySet().removeAll(twice);
    }

    private void collect(List<Node> code) {
        for (int i = 0; i + 2 < code.size(); i++) {
            Table table = tables.get(global(code.get(i)));
            if (table != null && isMethod(code, i)) {
                table.fields.put(field(code.get(i + 2)), code.get(i + 1));
                table.set++;
            }
        }
    }

    private void knowClasses(List<Node> code, int field) {
        Set<Integer> filled = new HashSet<>();
        for (int i = 0; i + 3 < code.size(); i++) {
            if (isFilled(code, i)) {
                filled.add(global(code.get(i)));
            }
        }
        for (int i = 0; i + 2 < code.size(); i++) {
            Integer number = global(code.get(i));
            Table table = tables.get(number);
            Integer type = global(code.get(i + 1));
            if (table != null && code.get(i + 2).is(WasmCode.CALL, fill) && filled.contains(type)) {
                table.fields.put(field, code.get(i + 1));
                known.put(type, number);
            }
        }
    }

    private boolean isFilled(List<Node> code, int at) {
        return at + 3 < code.size()
                && code.get(at).code == GET_GLOBAL
                && code.get(at + 1).code == NUMBER
                && code.get(at + 2).code == NUMBER
                && code.get(at + 3).is(WasmCode.CALL, fillClass);
    }

    private byte[] fillingBoth(byte[] classOfTable) {
        WasmCode code = WasmCode.ofConstant(new byte[0]);
        List<Node> getClass =
                List.of(new Node(GET_LOCAL, FIRST), new Node(GET_FIELD, classOfTable), new Node(NOT_NULL));
        List<Node> inside = code.root().inside;
        inside.addAll(getClass);
        inside.add(new Node(GET_LOCAL, (byte) 1));
        inside.add(new Node(GET_LOCAL, (byte) 2));
        inside.add(new Node(WasmCode.CALL, fillClass));
        inside.add(new Node(GET_LOCAL, FIRST));
        inside.addAll(getClass);
        inside.add(new Node(WasmCode.CALL, tie));
        return code.bytes();
    }

    private void remove(List<Node> code) {
        List<Node> kept = new ArrayList<>();
        for (int i = 0; i < code.size(); i++) {
            Node node = code.get(i);
            boolean whole = i + 2 < code.size() && tables.containsKey(global(node));
            if (whole && isMethod(code, i)) {
                i += 2;
            } else if (whole && code.get(i + 2).is(WasmCode.CALL, fill)) {
                if (!known.containsKey(global(code.get(i + 1)))) {
                    kept.addAll(List.of(node, code.get(i + 1), new Node(WasmCode.CALL, tie)));
                }
                i += 2;
            } else if (isFilled(code, i) && known.containsKey(global(node))) {
                int table = known.getOrDefault(global(node), -1);
                kept.add(new Node(GET_GLOBAL, WasmFile.number(table)));
                kept.addAll(List.of(code.get(i + 1), code.get(i + 2), new Node(WasmCode.CALL, fillBoth)));
                i += 3;
            } else {
                kept.add(node);
            }
        }
        code.clear();
        code.addAll(kept);
    }

    private static boolean isMethod(List<Node> code, int at) {
        return code.get(at + 1).code == FUNCTION && code.get(at + 2).code == SET_FIELD;
    }

    private static int field(Node set) {
        WasmCursor cursor = new WasmCursor(set.operands, 0);
        cursor.number();
        return cursor.number();
    }

    private static @Nullable Integer global(Node node) {
        return node.code == GET_GLOBAL ? new WasmCursor(node.operands, 0).number() : null;
    }
}
