package dev.steep.site;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SharedThrowsTest {
    private static final String SUPPORT = "org.teavm.backend.wasm.runtime.WasmGCSupport::";
    private static final Map<String, Integer> FUNCTIONS =
            Map.of(SUPPORT + "npe", 5, SUPPORT + "aiiobe", 6, SUPPORT + "cce", 7);

    /** (block (result (ref 1)) (br_on_non_null 0 (local.get 0)) (throw 0 (call 5))), drop. */
    private static final String NULL_CHECK = "02 64 01  20 00  d6 00  10 05  08 00  0b  1a";

    private static final String SHARED_NULL_CHECK = "20 00  d5 00  1a";

    private static byte[] code(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static void becomes(String before, String after) {
        assertArrayEquals(code(after), SharedThrows.in(code(before), FUNCTIONS));
    }

    @Test
    void codeIsReadAndWrittenAsItIs() {
        String branches = "01 02 63 01  02 40 03 7f 0c 01 0e 02 00 01 02 0b 04 40 0f 05 0d 01 0b 0b  41 80 7f 1a  0b";
        assertArrayEquals(code(branches), WasmCode.of(code(branches)).bytes());
        String casts = "00 02 6e 20 00 fb 18 03 00 6e 6d 1a 1f 40 01 01 00 00 01 0b 0b 1a 0b";
        assertArrayEquals(code(casts), WasmCode.of(code(casts)).bytes());
    }

    @Test
    void nullsOfAFunctionAreThrownInOnePlace() {
        becomes(
                "00" + NULL_CHECK + NULL_CHECK + "0b",
                "00  02 40" + SHARED_NULL_CHECK + SHARED_NULL_CHECK + "0f 0b  10 05  08 00  0b");
    }

    @Test
    void branchesOutOfAChangedBlockStillLeaveTheSame() {
        String inside = "02 64 01  02 64 01  20 00  0d 02  20 00  d6 00  10 05  08 00  0b  d6 00  10 05  08 00  0b  1a";
        String shared = "20 00  0d 00  20 00  d5 01  d5 01  1a";
        becomes("00  02 40" + inside + "0b 0b", "00  02 40  02 40" + shared + "0b  0f 0b  10 05  08 00  0b");
    }

    @Test
    void anIndexIsComparedOnce() {
        String check = "20 01  20 00  fb 0f  48  20 01  41 00  4e  71  45  04 40  10 06  08 00  0b";
        String shared = "20 01  20 00  fb 0f  4f  0d 00";
        becomes("00" + check + check + "0b", "00  02 40" + shared + shared + "0f 0b  10 06  08 00  0b");
    }

    @Test
    void aFailedCastTakesItsValueAlong() {
        String check = "02 63 01  20 00  fb 18 03 00 6d 01  1a  10 07  08 00  0b  1a";
        String shared = "20 00  fb 19 03 00 6d 01  1a";
        becomes("00" + check + check + "0b", "00  02 6e" + shared + shared + "0f 0b  1a  10 07  08 00  0b");
    }

    @Test
    void whatThrowsWithinATryStays() {
        byte[] code = code("00  1f 40 00" + NULL_CHECK + NULL_CHECK + "0b 0b");
        assertSame(code, SharedThrows.in(code, FUNCTIONS));
    }
}
