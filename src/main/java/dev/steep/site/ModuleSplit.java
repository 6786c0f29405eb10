package dev.steep.site;

import dev.steep.site.WasmCode.Node;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A module in two. The first part is what it needs before any function runs that may come later; the second has all else: functions,
 * globals and the texts that only they use. Where the first part refers to a function of the second, it has a stand-in, which calls
 * the import {@code steep.load} unless the second part is there, and then the function, by a table.
 *
 * <p>Both have the same types. The second imports from the first what it uses of it, by names that count its functions, then its
 * globals; its start fills the table, makes its classes and texts, and says that it is there.
 */
final class ModuleSplit {
    /** The module whose {@code load} is called with the number of the function that is wanted. */
    static final String LOADER = "steep";

    /** Of which module the second part imports what the first has. */
    static final String FIRST = "first";

    static final String TABLE = "later";

    private static final int GET_LOCAL = 0x20;
    private static final int GET_GLOBAL = 0x23;
    private static final int SET_GLOBAL = 0x24;
    private static final int CALL_INDIRECT = 0x11;
    private static final int NUMBER = 0x41;
    private static final int I32 = 0x7f;

    /**
     * Both parts, with names.
     *
     * @param later the functions that the first part has stand-ins for, by the number that a stand-in says
     */
    record Parts(WasmFile first, WasmFile second, List<String> later) {}

    /** Numbers of functions and globals in a part, by the numbers that they have in the whole. */
    private record Numbers(Map<Integer, Integer> functions, Map<Integer, Integer> globals) {
        Numbers() {
            this(new HashMap<>(), new HashMap<>());
        }

        int function(int whole) {
            return Objects.requireNonNull(functions.get(whole));
        }

        int global(int whole) {
            return Objects.requireNonNull(globals.get(whole));
        }

        byte[] rewritten(byte[] function) {
            return rewritten(WasmCode.of(function)).bytes();
        }

        WasmCode rewritten(WasmCode code) {
            Whole.each(
                    code,
                    node -> node.operands = WasmFile.number(
                            Whole.isOfFunction(node)
                                    ? function(Statements.number(node))
                                    : global(Statements.number(node))));
            return code;
        }

        WasmFile.Global rewritten(WasmFile.Global global) {
            return new WasmFile.Global(
                    global.head(), rewritten(WasmCode.ofConstant(global.made())).constant());
        }
    }

    /** The functions of a part, one after the other. */
    private static final class Code {
        final List<Integer> types = new ArrayList<>();
        final List<byte[]> bytes = new ArrayList<>();
        final Map<Integer, String> names = new TreeMap<>();

        void add(int type, byte[] code, String name) {
            names.put(types.size(), name);
            types.add(type);
            bytes.add(code);
        }
    }

    private final Whole whole;
    private final FirstPart needed;
    private final Set<Integer> kept;
    private final List<Integer> moved = new ArrayList<>();
    /** Functions with stand-ins, in the order of their places in the table. */
    private final List<Integer> called;

    private final StringPool.Texts firstTexts;
    private final StringPool.Texts secondTexts;
    private final Numbers first = new Numbers();
    private final Numbers second = new Numbers();
    /** What the second part needs of the first. */
    private final List<WasmFile.Export> shared = new ArrayList<>();

    private final int thereGlobal;
    private final int loading;
    private final int asking;

    private ModuleSplit(Whole whole, FirstPart needed) {
        this.whole = whole;
        this.needed = needed;
        kept = new TreeSet<>(needed.functions);
        called = List.copyOf(needed.standIns);
        firstTexts = whole.pool.texts(needed.globals::contains);
        secondTexts = whole.pool.texts(global -> !needed.globals.contains(global));
        thereGlobal = whole.endOfGlobals;
        loading = whole.types.size();
        asking = whole.types.size() + 1;
        kept.removeAll(needed.standIns);
        kept.add(whole.initializer);
        for (int i = whole.importedFunctions; i < whole.endOfFunctions; i++) {
            if (!kept.contains(i)) {
                moved.add(i);
            }
        }
    }

    /**
     * @param initializer the function that starts the module, counted as in {@link WasmFile#functions}
     * @param later whether the function of this name may be in the second part
     */
    static Parts of(WasmFile module, int initializer, Predicate<String> later) {
        Whole whole = new Whole(module, initializer);
        return new ModuleSplit(whole, new FirstPart(whole, later)).parts();
    }

    Parts parts() {
        WasmFile typed = whole.module
                .withType(new byte[] {0x60, 1, I32, 0})
                .withType(new byte[] {0x60, 1, I32, 1, I32})
                .withoutSection(WasmFile.DATA_COUNT);
        WasmFile firstPart = first(typed);
        WasmFile secondPart = second(typed);
        List<WasmFile.Export> exports = new ArrayList<>(firstPart.exports());
        exports.add(new WasmFile.Export(TABLE, WasmFile.TABLE, 0));
        exports.addAll(shared);
        return new Parts(
                firstPart.withExports(exports),
                secondPart,
                called.stream().map(function -> whole.name(function)).toList());
    }

    private WasmFile first(WasmFile typed) {
        List<WasmFile.Import> asked = new ArrayList<>();
        int nextFunction = number(asked, kept, first);
        int loader = nextFunction++;
        asked.add(function(LOADER, "load", loading));
        Code code = new Code();
        for (int function : kept) {
            if (function >= whole.importedFunctions) {
                first.functions().put(function, nextFunction++);
            }
        }
        for (int function : called) {
            first.functions().put(function, nextFunction++);
        }
        int asker = nextFunction;
        List<WasmFile.Global> made = new ArrayList<>();
        int there = numberGlobals(first);
        first.globals().put(thereGlobal, there);
        for (int global : needed.globals) {
            if (global >= whole.importedGlobals) {
                made.add(first.rewritten(whole.global(global)));
            }
        }
        made.add(new WasmFile.Global(new byte[] {I32, 1}, new byte[] {NUMBER, 0}));

        for (int function : kept) {
            if (function == whole.initializer) {
                code.add(whole.type(function), first.rewritten(initializer()), whole.name(function));
            } else if (function >= whole.importedFunctions) {
                code.add(whole.type(function), first.rewritten(whole.code(function)), whole.name(function));
            }
        }
        for (int i = 0; i < called.size(); i++) {
            int type = whole.type(called.get(i));
            code.add(type, standIn(i, type, asker), "(stand-in)@" + whole.name(called.get(i)));
        }
        code.add(asking, asker(loader, there), "(stand-in)@");
        List<WasmFile.Export> exports = whole.module.exports().stream()
                .map(export -> switch (export.kind()) {
                    case WasmFile.FUNCTION ->
                        new WasmFile.Export(export.name(), export.kind(), first.function(export.number()));
                    case WasmFile.GLOBAL ->
                        new WasmFile.Export(export.name(), export.kind(), first.global(export.number()));
                    default -> export;
                })
                .toList();
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        table.writeBytes(new byte[] {1, 0x70, 0});
        WasmFile.write(called.size(), table);
        WasmFile part = typed.withImports(asked)
                .withFunctions(code.types, code.bytes, code.names)
                .withSection(WasmFile.TABLES, table)
                .withGlobals(made)
                .withExports(exports)
                .withSection(WasmFile.START, bytes(first.function(whole.initializer)));
        WasmFile filled = whole.pool.isEmpty() ? part : part.withSection(WasmFile.DATA, whole.pool.data(firstTexts));
        return withReferences(filled, new ByteArrayOutputStream());
    }

    private byte[] initializer() {
        WasmCode code = WasmCode.of(whole.code(whole.initializer));
        List<Node> inside = code.root().inside;
        inside.clear();
        boolean textsMade = false;
        for (Statements.Statement statement : whole.statements) {
            if (whole.pool.isIn(statement)) {
                inside.addAll(textsMade ? List.of() : whole.pool.making(firstTexts));
                textsMade = true;
            } else if (statement.about() < 0 || needed.globals.contains(statement.about())) {
                inside.addAll(statement.code());
            }
        }
        return code.bytes();
    }

    private byte[] starter() {
        WasmCode code = WasmCode.ofConstant(new byte[0]);
        List<Node> inside = code.root().inside;
        boolean textsMade = false;
        for (Statements.Statement statement : whole.statements) {
            if (whole.pool.isIn(statement)) {
                inside.addAll(textsMade ? List.of() : whole.pool.making(secondTexts));
                textsMade = true;
            } else if (statement.about() >= 0 && !needed.globals.contains(statement.about())) {
                inside.addAll(statement.code());
            }
        }
        inside.add(new Node(NUMBER, (byte) 1));
        inside.add(new Node(SET_GLOBAL, WasmFile.number(thereGlobal)));
        return code.bytes();
    }

    /** Its arguments, then the place in the table; what is called there has the same type. */
    private byte[] standIn(int place, int type, int asker) {
        WasmCode code = WasmCode.ofConstant(new byte[0]);
        List<Node> inside = code.root().inside;
        for (int i = 0; i < whole.types.parameters(type); i++) {
            inside.add(new Node(GET_LOCAL, WasmFile.number(i)));
        }
        inside.add(new Node(NUMBER, WasmFile.signed(place)));
        inside.add(new Node(WasmCode.CALL, WasmFile.number(asker)));
        ByteArrayOutputStream indirect = new ByteArrayOutputStream();
        WasmFile.write(type, indirect);
        indirect.write(0);
        inside.add(new Node(CALL_INDIRECT, indirect.toByteArray()));
        return code.bytes();
    }

    /** Gives back the place in the table, once the second part is there. */
    private byte[] asker(int loader, int there) {
        WasmCode code = WasmCode.ofConstant(new byte[0]);
        List<Node> inside = code.root().inside;
        Node missing = new Node(WasmCode.IF, (byte) 0x40);
        missing.inside.add(new Node(GET_LOCAL, (byte) 0));
        missing.inside.add(new Node(WasmCode.CALL, WasmFile.number(loader)));
        inside.add(new Node(GET_GLOBAL, WasmFile.number(there)));
        inside.add(new Node(0x45));
        inside.add(missing);
        inside.add(new Node(GET_LOCAL, (byte) 0));
        return code.bytes();
    }

    private WasmFile second(WasmFile typed) {
        byte[] starter = starter();
        Set<Integer> used = new TreeSet<>();
        Set<Integer> read = new TreeSet<>();
        Consumer<Node> use = node -> (Whole.isOfFunction(node) ? used : read).add(Statements.number(node));
        moved.forEach(function -> Whole.each(WasmCode.of(whole.code(function)), use));
        Whole.each(WasmCode.of(starter), use);
        List<Integer> own = new ArrayList<>();
        for (int global = whole.importedGlobals; global < thereGlobal; global++) {
            if (!needed.globals.contains(global)) {
                own.add(global);
                Whole.each(WasmCode.ofConstant(whole.global(global).made()), use);
            }
        }
        own.forEach(read::remove);
        moved.forEach(used::remove);

        List<WasmFile.Import> asked = new ArrayList<>();
        int nextFunction = number(asked, used, second);
        int ordinal = 0;
        for (int function : used) {
            if (function >= whole.importedFunctions) {
                asked.add(function(FIRST, String.valueOf(ordinal), whole.type(function)));
                shared.add(new WasmFile.Export(String.valueOf(ordinal++), WasmFile.FUNCTION, first.function(function)));
                second.functions().put(function, nextFunction++);
            }
        }
        int nextGlobal = 0;
        for (int global = 0; global < whole.importedGlobals; global++) {
            second.globals().put(global, nextGlobal++);
        }
        for (int global : read) {
            if (global >= whole.importedGlobals) {
                ByteArrayOutputStream head = new ByteArrayOutputStream();
                head.write(WasmFile.GLOBAL);
                head.writeBytes(
                        global == thereGlobal
                                ? new byte[] {I32, 1}
                                : whole.global(global).head());
                asked.add(new WasmFile.Import(FIRST, String.valueOf(ordinal), head.toByteArray()));
                shared.add(new WasmFile.Export(String.valueOf(ordinal++), WasmFile.GLOBAL, first.global(global)));
                second.globals().put(global, nextGlobal++);
            }
        }
        for (int global : own) {
            second.globals().put(global, nextGlobal++);
        }
        for (int function : moved) {
            second.functions().put(function, nextFunction++);
        }
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        table.writeBytes(new byte[] {WasmFile.TABLE, 0x70, 0});
        WasmFile.write(called.size(), table);
        asked.add(new WasmFile.Import(FIRST, TABLE, table.toByteArray()));
        for (WasmFile.Export export : whole.module.exports()) {
            if (export.kind() == WasmFile.TAG) {
                asked.add(new WasmFile.Import(FIRST, export.name(), tag(export.number())));
            }
        }
        Code code = new Code();
        for (int function : moved) {
            code.add(whole.type(function), second.rewritten(whole.code(function)), whole.name(function));
        }
        code.add(whole.type(whole.initializer), second.rewritten(starter), "teavm@initializer");

        ByteArrayOutputStream active = new ByteArrayOutputStream();
        active.writeBytes(new byte[] {0, NUMBER, 0, 0x0b});
        WasmFile.write(called.size(), active);
        called.forEach(function -> WasmFile.write(second.function(function), active));
        List<WasmFile.Global> made = own.stream()
                .map(global -> second.rewritten(whole.global(global)))
                .toList();
        WasmFile part = typed.withImports(asked)
                .withFunctions(code.types, code.bytes, code.names)
                .withoutSection(WasmFile.TAGS)
                .withoutSection(WasmFile.EXPORTS)
                .withGlobals(made)
                .withSection(WasmFile.START, bytes(nextFunction))
                .withoutSection(WasmFile.DATA)
                .withCustom("teavm.memoryRequirements", null)
                .withCustom("teavm.imports", null);
        WasmFile filled =
                whole.pool.isEmpty() ? part : part.withSection(WasmFile.DATA, StringPool.data(firstTexts, secondTexts));
        return withReferences(filled, active);
    }

    /** Takes over what is imported, of functions these; returns the number of the next function. */
    private int number(List<WasmFile.Import> asked, Set<Integer> wanted, Numbers numbers) {
        int function = 0;
        int next = 0;
        for (WasmFile.Import each : whole.imports) {
            if (each.kind() != WasmFile.FUNCTION) {
                asked.add(each);
            } else {
                if (wanted.contains(function)) {
                    asked.add(each);
                    numbers.functions().put(function, next++);
                }
                function++;
            }
        }
        return next;
    }

    /** Numbers those of the first part, and returns the next number. */
    private int numberGlobals(Numbers numbers) {
        for (int i = 0; i < whole.importedGlobals; i++) {
            numbers.globals().put(i, i);
        }
        int next = whole.importedGlobals;
        for (int global : needed.globals) {
            if (global >= whole.importedGlobals) {
                numbers.globals().put(global, next++);
            }
        }
        return next;
    }

    private byte[] tag(int number) {
        WasmCursor cursor = whole.module.content(WasmFile.TAGS).orElseThrow();
        if (cursor.number() != 1 || number != 0) {
            throw new IllegalStateException("TeaVM has one kind of exception no more.");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(WasmFile.TAG);
        bytes.write(cursor.next());
        WasmFile.write(cursor.number(), bytes);
        return bytes.toByteArray();
    }

    private WasmFile.Import function(String from, String name, int type) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(WasmFile.FUNCTION);
        WasmFile.write(type, bytes);
        return new WasmFile.Import(from, name, bytes.toByteArray());
    }

    private static ByteArrayOutputStream bytes(int number) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        WasmFile.write(number, bytes);
        return bytes;
    }

    /** The module with a list of what its code refers to, behind what fills a table, if anything does. */
    private static WasmFile withReferences(WasmFile module, ByteArrayOutputStream active) {
        Set<Integer> referred = new TreeSet<>();
        module.functions().forEach(function -> WasmCode.of(function)
                .each(Set.of(WasmCode.FUNCTION), node -> referred.add(Statements.number(node))));
        module.globals().forEach(global -> WasmCode.ofConstant(global.made())
                .each(Set.of(WasmCode.FUNCTION), node -> referred.remove(Statements.number(node))));
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(active.size() > 0 ? 2 : 1);
        content.writeBytes(active.toByteArray());
        content.writeBytes(new byte[] {3, 0});
        WasmFile.write(referred.size(), content);
        referred.forEach(function -> WasmFile.write(function, content));
        return module.withSection(WasmFile.REFERENCES, content);
    }
}
