package dev.steep.site;

import dev.steep.site.WasmCode.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A module that is to be split, taken to pieces. Functions and globals have their numbers in it, with those that are imported. */
final class Whole {
    private static final int GET_GLOBAL = 0x23;
    private static final int SET_GLOBAL = 0x24;
    private static final int TAIL_CALL = 0x12;
    private static final Set<Integer> FUNCTION_CODES = Set.of(WasmCode.CALL, TAIL_CALL, WasmCode.FUNCTION);
    private static final Set<Integer> GLOBAL_CODES = Set.of(GET_GLOBAL, SET_GLOBAL);

    final WasmFile module;
    final WasmTypes types;
    final List<WasmFile.Import> imports;
    final int importedFunctions;
    final int importedGlobals;
    /** The number behind those of the globals. */
    final int endOfGlobals;
    /** The number behind those of the functions. */
    final int endOfFunctions;

    final int initializer;
    final List<Statements.Statement> statements;
    final StringPool pool;

    private final List<byte[]> functions;
    private final List<Integer> functionTypes;
    private final List<WasmFile.Global> globals;
    private final Map<Integer, String> names;

    /** @param initializer counted as in {@link WasmFile#functions} */
    Whole(WasmFile module, int initializer) {
        this.module = module;
        types = module.types();
        functions = module.functions();
        functionTypes = module.functionTypes();
        globals = module.globals();
        imports = module.imports();
        names = module.names();
        importedFunctions = module.imported(WasmFile.FUNCTION);
        importedGlobals = module.imported(WasmFile.GLOBAL);
        endOfGlobals = importedGlobals + globals.size();
        endOfFunctions = importedFunctions + functions.size();
        this.initializer = importedFunctions + initializer;
        statements = Statements.of(module, initializer);
        pool = StringPool.of(module, statements);
    }

    byte[] code(int function) {
        return functions.get(function - importedFunctions);
    }

    int type(int function) {
        return functionTypes.get(function - importedFunctions);
    }

    String name(int function) {
        return names.getOrDefault(function - importedFunctions, "");
    }

    WasmFile.Global global(int global) {
        return globals.get(global - importedGlobals);
    }

    WasmCode made(int global) {
        return WasmCode.ofConstant(global(global).made());
    }

    /** Does an instruction name a function? */
    static boolean isOfFunction(Node node) {
        return FUNCTION_CODES.contains(node.code);
    }

    /** Does an instruction name a global? */
    static boolean isOfGlobal(Node node) {
        return GLOBAL_CODES.contains(node.code);
    }

    /** All instructions that name a function or a global. */
    static void each(WasmCode code, Consumer<Node> use) {
        code.each(FUNCTION_CODES, use);
        code.each(GLOBAL_CODES, use);
    }
}
