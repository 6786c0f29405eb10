package dev.steep.site;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SizeReportTest {
    /** A module of an imported function and two others, {@code p.A::f} and {@code p.q.B@g}. */
    private static final byte[] MODULE = bytes("\0asm\1\0\0\0"
            + "\1\4\1\u0060\0\0" // one type, () -> ()
            + "\2\7\1\1m\1i\0\0" // import m.i
            + "\3\3\2\0\0" // two functions
            + "\12\10\2\2\0\13\3\0\1\13" // their code
            + "\0\34\4name\1\25\3\0\1i\1\6p.A::f\2\7p.q.B@g");

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void theModuleIsReadAndWrittenAsItIs() {
        assertArrayEquals(MODULE, WasmFile.of(MODULE).bytes());
    }

    @Test
    void everyFunctionHasItsNameAndCode() {
        WasmFile module = WasmFile.of(MODULE);
        assertEquals(Map.of(0, "p.A::f", 1, "p.q.B@g"), module.names());
        assertEquals(
                List.of(2, 3),
                module.functions().stream().map(code -> code.length).toList());
    }

    @Test
    void withoutNamesNothingElseIsGone() {
        byte[] without = WasmFile.of(MODULE).withoutNames().bytes();
        assertArrayEquals(Arrays.copyOf(MODULE, without.length), without);
        assertEquals(Map.of(), WasmFile.of(without).names());
    }

    @Test
    void aFunctionBelongsToThePackageOfItsClass() {
        assertEquals("dev.steep.ui", SizeReport.packageOf("dev.steep.ui.Lab$1::<init>"));
        assertEquals("java.util", SizeReport.packageOf("java.util.List@isSupertypes"));
        assertEquals("(made by TeaVM)", SizeReport.packageOf("teavm@initializer"));
        assertEquals("(made by TeaVM)", SizeReport.packageOf("&[java.lang.Object@isSupertypes"));
    }

    @Test
    void theReportHasALineForEachPackage() {
        String report =
                SizeReport.of(List.of(WasmFile.of(MODULE)), Map.of(Path.of("site", "steep.wasm"), MODULE), Map.of());
        assertTrue(report.contains("3  p.q (1)"), report);
        assertTrue(report.contains("2  p (1)"), report);
        assertTrue(report.contains(MODULE.length + "  steep.wasm"), report);
    }
}
