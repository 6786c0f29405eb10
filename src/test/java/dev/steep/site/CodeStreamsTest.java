package dev.steep.site;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Code that is taken apart comes back to the byte; {@code LzmaIT} has the page's own program put it together. */
class CodeStreamsTest {
    /** Bodies of functions with every form of instruction that there is. */
    private static final List<String> FUNCTIONS = List.of(
            "00 0b",
            "01 02 63 01 02 40 03 7f 0c 01 0e 02 00 01 02 0b 04 40 0f 05 0d 01 0b 0b 41 80 7f 1a 0b",
            "00 02 6e 20 00 fb 18 03 00 6e 6d 1a 1f 40 02 00 05 00 03 01 0b 0b 1a 0b",
            "02 02 63 07 01 7c 43 00 00 80 3f 1a 44 18 2d 44 54 fb 21 09 40 21 02 20 02 42 ff ff ff ff 0f 1a 1a 0b",
            "00 20 00 fb 02 83 01 02 fb 05 03 00 d0 6e 1c 01 7f 1c 02 64 09 7f 28 02 80 80 01 fc 0a 00 00 10 ff 7f d2 05 0b",
            "00 06 40 08 00 07 00 09 00 19 18 00 0b");

    /** A module with these functions and something before and behind them; more than 127, so that lengths differ in length. */
    static byte[] module() {
        ByteArrayOutputStream code = new ByteArrayOutputStream();
        int count = 150;
        WasmFile.write(count, code);
        Random random = new Random(3);
        for (int i = 0; i < count; i++) {
            byte[] body = i == 77 ? large() : bytes(FUNCTIONS.get(random.nextInt(FUNCTIONS.size())));
            WasmFile.write(body.length, code);
            code.writeBytes(body);
        }
        ByteArrayOutputStream module = new ByteArrayOutputStream();
        module.writeBytes(bytes("00 61 73 6d 01 00 00 00  01 04 01 60 00 00"));
        module.write(10);
        WasmFile.write(code.size(), module);
        module.writeBytes(code.toByteArray());
        module.writeBytes(bytes("0b 03 00 01 02"));
        return module.toByteArray();
    }

    private static byte[] large() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(0);
        for (int i = 0; i < 9000; i++) {
            body.writeBytes(bytes("41 05 1a"));
        }
        body.write(0x0b);
        return body.toByteArray();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    @Test
    void codeComesBackAsItWas() {
        assertArrayEquals(module(), CodeStreams.together(CodeStreams.apart(module())));
    }

    @Test
    void aModuleWithoutCodeDoesToo() {
        byte[] empty = bytes("00 61 73 6d 01 00 00 00  01 04 01 60 00 00");
        assertArrayEquals(empty, CodeStreams.together(CodeStreams.apart(empty)));
    }
}
