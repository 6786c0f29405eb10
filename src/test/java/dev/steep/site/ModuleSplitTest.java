package dev.steep.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.wasm.WasmRunner;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.graalvm.polyglot.PolyglotException;
import org.junit.jupiter.api.Test;

class ModuleSplitTest {
    /**
     * The start sets two globals, 5 and 7. {@code now(x) = both(then(x)) + 5}, {@code then(x) = both(x + 7)}, {@code both(x) = x + 1};
     * nobody calls {@code never}.
     */
    private static final byte[] MODULE = module(
            "01 09 02  60 00 00  60 01 7f 01 7f",
            "03 06 05  00 01 01 01 01",
            "06 0b 02  7f 01 41 00 0b  7f 01 41 00 0b",
            "07 07 01  03 6e 6f 77 00 01",
            "08 01 00",
            "0a 2f 05"
                    + "0a 00 41 05 24 00 41 07 24 01 0b"
                    + "0b 00 20 00 10 02 10 03 23 00 6a 0b"
                    + "09 00 20 00 23 01 6a 10 03 0b"
                    + "07 00 20 00 41 01 6a 0b"
                    + "04 00 20 00 0b");

    private static final List<String> NAMES =
            List.of("teavm@initializer", "p.A::now", "p.B::then@caller", "p.A::both", "p.B::never");

    /** Has {@code steep.load}, which ends in a trap. */
    private static final byte[] LOADER =
            module("01 05 01  60 01 7f 00", "03 02 01 00", "07 08 01  04 6c 6f 61 64 00 00", "0a 05 01  03 00 00 0b");

    /** Gives what the first part gives. */
    private static final byte[] ASKING = module(
            "01 06 01  60 01 7f 01 7f", "02 0d 01  05 66 69 72 73 74 03 6e 6f 77 00 00", "07 07 01  03 6e 6f 77 00 00");

    private static byte[] module(String... sections) {
        return HexFormat.of().parseHex(("00 61 73 6d 01 00 00 00" + String.join("", sections)).replace(" ", ""));
    }

    private static ModuleSplit.Parts split(Set<String> later) {
        WasmFile module = WasmFile.of(MODULE);
        Map<Integer, String> names = new LinkedHashMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            names.put(i, NAMES.get(i));
        }
        return ModuleSplit.of(
                module.withFunctions(module.functionTypes(), module.functions(), names), 0, later::contains);
    }

    @Test
    void theTwoPartsDoWhatTheOneDoes() {
        assertEquals(15, WasmRunner.of(MODULE).i32("now", 1));
        ModuleSplit.Parts parts = split(Set.of("p.B::then@caller"));
        Map<String, byte[]> modules = new LinkedHashMap<>();
        modules.put("steep", LOADER);
        modules.put("first", parts.first().bytes());
        try (WasmRunner alone = WasmRunner.of(ASKING, modules)) {
            assertThrows(PolyglotException.class, () -> alone.i32("now", 1));
        }
        modules.put("second", parts.second().bytes());
        try (WasmRunner both = WasmRunner.of(ASKING, modules)) {
            assertEquals(15, both.i32("now", 1));
        }
    }

    @Test
    void whatOnlyLaterFunctionsUseComesLater() {
        ModuleSplit.Parts parts = split(Set.of("p.B::then@caller"));
        assertEquals(List.of("p.B::then@caller"), parts.later());
        assertEquals(2, parts.first().globals().size(), "5, and whether the second part is there");
        assertEquals(1, parts.second().globals().size(), "7");
        Set<String> names = new TreeSet<>(parts.second().names().values());
        assertEquals(Set.of("p.B::then@caller", "p.B::never", "teavm@initializer"), names);
        assertFalse(parts.first().names().containsValue("p.B::then@caller"));
    }

    @Test
    void aFunctionThatIsShorterThanItsStandInComesAtOnce() {
        ModuleSplit.Parts parts = split(Set.of("p.A::both"));
        assertEquals(List.of(), parts.later());
        assertTrue(parts.first().names().containsValue("p.A::both"));
    }

    @Test
    void lambdasAndCallersBelongToTheirMethod() {
        assertEquals(new Later.Place("p.A", "run"), Later.place("p.A::run_2@caller"));
        assertEquals(new Later.Place("p.A", "run$"), Later.place("p.A$run$lambda$_3_0::accept@caller"));
        assertEquals(new Later.Place("p.A", "run$"), Later.place("p.A::lambda$run$7"));
        assertEquals(new Later.Place("p.A", "<init>$"), Later.place("p.A$lambda$new$7$lambda$_1_0::accept"));
        assertEquals(new Later.Place("p.A$B", "@isSupertypes"), Later.place("p.A$B@isSupertypes"));
        assertEquals(new Later.Place("", "teavm@initializer"), Later.place("teavm@initializer"));
    }

    @Test
    void theListHasClassesAndMethodsThatDidNotRun() {
        String ui = "dev.steep.ui.";
        List<String> all = List.of(
                ui + "A::a",
                ui + "A::b_0",
                ui + "A$b$lambda$_1_0::get",
                "p.B::c",
                "p.C::d",
                "p.C::e",
                "teavm@initializer");
        List<String> lines = Later.lines(all, List.of(ui + "A::a", "p.C::d"));
        assertEquals(List.of(ui + "A b b$", "p.B"), lines);
        Later later = new Later(lines);
        assertTrue(later.has(ui + "A::b_1") && later.has("p.B::new") && later.has(ui + "A$b$lambda$_9_3::get"));
        assertFalse(later.has(ui + "A::a") || later.has(ui + "A::fresh") || later.has("teavm@initializer"));
        assertFalse(later.has("p.C::d") || later.has("p.C::e"), "a class that runs comes as a whole");
    }

    @Test
    void numbersAreWrittenWithTheirSign() {
        for (Map.Entry<Integer, String> each : Map.of(0, "00", 63, "3f", 64, "c000", -1, "7f", 309_975, "d7f512")
                .entrySet()) {
            assertEquals(each.getValue(), HexFormat.of().formatHex(WasmFile.signed(each.getKey())));
        }
    }
}
