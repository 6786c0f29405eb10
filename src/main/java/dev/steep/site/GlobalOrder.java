package dev.steep.site;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * Globals in the order in which the initializer comes to them, then the functions: numbers that follow each other differ in one
 * byte, which compresses better. The most used, whose numbers have one byte alone, stay in front.
 */
final class GlobalOrder {
    /** Those that read one, and those that set it. */
    private static final Set<Integer> CODES = Set.of(0x23, 0x24);

    private static final int OF_ONE_BYTE = 128;

    private final int imported;
    private final List<WasmFile.Global> globals;
    /** Old numbers in their new order. */
    private final Set<Integer> order = new LinkedHashSet<>();

    private GlobalOrder(WasmFile module) {
        imported = module.imported(WasmFile.GLOBAL);
        globals = module.globals();
    }

    /** @param first the function that is walked through first, counted as in {@link WasmFile#functions} */
    static WasmFile in(WasmFile module, int first) {
        GlobalOrder order = new GlobalOrder(module);
        order.find(module.functions(), first);
        return order.renumbered(module);
    }

    private void find(List<byte[]> functions, int first) {
        for (int i = 0; i < imported; i++) {
            order.add(i);
        }
        for (int i = imported; i < OF_ONE_BYTE && i < imported + globals.size(); i++) {
            place(i);
        }
        place(WasmCode.of(functions.get(first)));
        for (byte[] function : functions) {
            place(WasmCode.of(function));
        }
        for (int i = 0; i < globals.size(); i++) {
            place(imported + i);
        }
    }

    /** One that another is made of comes before it. */
    private void place(int global) {
        if (!order.contains(global)) {
            place(WasmCode.ofConstant(globals.get(global - imported).made()));
            order.add(global);
        }
    }

    private void place(WasmCode code) {
        code.each(CODES, node -> place(number(node)));
    }

    private WasmFile renumbered(WasmFile module) {
        int[] numbers = new int[imported + globals.size()];
        int next = 0;
        for (int old : order) {
            numbers[old] = next++;
        }
        List<WasmFile.Global> written = new ArrayList<>();
        for (int old : order) {
            if (old >= imported) {
                WasmFile.Global global = globals.get(old - imported);
                WasmCode made = renumbered(WasmCode.ofConstant(global.made()), numbers);
                written.add(new WasmFile.Global(global.head(), made.constant()));
            }
        }
        IntUnaryOperator number = old -> numbers[old];
        return module.withGlobals(written)
                .withExportedGlobals(number)
                .withEach(function -> renumbered(WasmCode.of(function), numbers).bytes());
    }

    private static WasmCode renumbered(WasmCode code, int[] numbers) {
        code.each(CODES, node -> node.operands = WasmFile.number(numbers[number(node)]));
        return code;
    }

    private static int number(WasmCode.Node node) {
        return new WasmCursor(node.operands, 0).number();
    }
}
