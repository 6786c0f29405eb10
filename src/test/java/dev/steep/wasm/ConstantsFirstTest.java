package dev.steep.wasm;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.I32;
import static dev.steep.wasm.Type.V128;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Constants that a loop asks for are loaded before it, once, and keep their locals to themselves until it ends. */
class ConstantsFirstTest {
    private static final int CONSTANTS = 64;
    private static final int RESULTS = 1024;

    /** Each round's scopes reuse their locals, in which a constant that shared one would be lost by the second round. */
    private static void rounds(Code code) {
        Local at = code.local(I32);
        code.set(at, RESULTS);
        code.repeat(3, () -> {
            code.scope(() -> {
                Local[] used = code.locals(V128, 3);
                for (Local each : used) {
                    code.f32x4Splat(100).set(each);
                }
                code.get(used[0]).get(used[1]).op(F32X4_ADD).get(used[2]).op(F32X4_ADD);
                code.f32x4Splat(0.5f).op(F32X4_MUL).set(used[0]);
                code.store(V128_STORE, at, 0, used[0]);
            });
            code.scope(() -> {
                Local sum = code.local(V128);
                code.load(V128_LOAD, at, 0).f32x4Splat(7).op(F32X4_ADD).set(sum);
                code.store(V128_STORE, at, 0, sum);
            });
            code.add(at, 16);
        });
    }

    private static Module module(int room, boolean first) {
        Module module = new Module();
        module.memory(1, "memory");
        module.constants(CONSTANTS, room);
        module.function("run", List.of(), List.of(), code -> {
                    if (first) {
                        code.constantsFirst(() -> rounds(code));
                    } else {
                        rounds(code);
                    }
                })
                .export();
        return module;
    }

    private static float[] run(Module module) {
        try (WasmRunner wasm = WasmRunner.of(module.bytes())) {
            wasm.call("run");
            return wasm.floats(RESULTS, 12);
        }
    }

    private static int count(String text, String what) {
        return text.split(what, -1).length - 1;
    }

    @Test
    void valuesAreTheSameAsWithoutIt() {
        float[] expected = new float[12];
        Arrays.fill(expected, 157);
        assertArrayEquals(expected, run(module(64, false)));
        assertArrayEquals(expected, run(module(64, true)));
    }

    @Test
    void eachIsLoadedOnceAndBeforeTheLoop() {
        String listing = Listing.function(module(64, true).bytes(), 0);
        assertEquals(3, count(listing, "v128.load32_splat"), listing);
        assertTrue(listing.lastIndexOf("v128.load32_splat") < listing.indexOf("loop"), listing);
        assertEquals(5, count(Listing.function(module(64, false).bytes(), 0), "v128.load32_splat"));
    }

    @Test
    void whatHasNoRoomInTheTableIsWrittenIntoTheCode() {
        Module module = module(4, true);
        assertEquals(2, count(Listing.function(module.bytes(), 0), "v128.const"));
        assertArrayEquals(new float[] {157, 157}, new float[] {run(module)[0], run(module)[11]});
    }

    @Test
    void anInnerOneLeavesItsConstantsToTheOuter() {
        Module module = new Module();
        module.memory(1, "memory");
        module.constants(CONSTANTS, 64);
        module.function(
                "run",
                List.of(),
                List.of(V128),
                code -> code.constantsFirst(() -> {
                    Local x = code.local(V128);
                    code.f32x4Splat(2).set(x);
                    code.constantsFirst(() -> code.get(x)
                            .f32x4Splat(2)
                            .op(F32X4_ADD)
                            .f32x4Splat(3)
                            .op(F32X4_ADD));
                }));
        assertEquals(2, count(Listing.function(module.bytes(), 0), "v128.load32_splat"));
    }
}
