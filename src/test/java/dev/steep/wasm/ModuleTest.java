package dev.steep.wasm;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.PolyglotException;
import org.junit.jupiter.api.Test;

class ModuleTest {
    @Test
    void emptyModuleIsValid() {
        WasmRunner.of(new Module()).close();
    }

    @Test
    void dataIsInMemoryFromTheStart() {
        Module module = new Module();
        module.memory(2, "memory");
        module.data(100, 1.5f, -2f).data(2 * Limits.PAGE - 3, new byte[] {7, 8, 9});
        try (WasmRunner wasm = WasmRunner.of(module)) {
            assertArrayEquals(new float[] {0f, 1.5f, -2f, 0f}, wasm.floats(96, 4));
            assertArrayEquals(new byte[] {7, 8, 9}, wasm.bytes(2 * Limits.PAGE - 3, 3));
        }
    }

    @Test
    void dataOutsideOfTheMemoryIsRefused() {
        Module module = new Module();
        assertThrows(IllegalStateException.class, () -> module.data(0, new byte[1]));
        module.memory(1, "memory");
        assertThrows(IllegalStateException.class, () -> module.data(Limits.PAGE - 3, 1f));
    }

    @Test
    void memoryGrowsToItsMaximumAndNoFurther() {
        Module module = new Module();
        module.memory(Limits.between(1, 3)).export("memory");
        module.function("grow", List.of(I32), List.of(I32), code -> code.get(code.param(0))
                        .memoryGrow())
                .export();
        module.function("size", List.of(), List.of(I32), Code::memorySize).export();
        module.function("last", List.of(I32), List.of(I32), code -> code.load(I32_LOAD, code.param(0), 0))
                .export();
        try (WasmRunner wasm = WasmRunner.of(module)) {
            assertThrows(PolyglotException.class, () -> wasm.i32("last", Limits.PAGE - 3));
            assertEquals(1, wasm.i32("grow", 2));
            assertEquals(0, wasm.i32("last", Limits.PAGE - 3));
            assertEquals(-1, wasm.i32("grow", 1));
            assertEquals(3, wasm.i32("size"));
        }
    }

    @Test
    void memoryIsFilledAndCopied() {
        Module module = new Module();
        module.memory(1, "memory");
        module.function("f", List.of(), List.of(), code -> code.i32(4)
                        .i32(0x55)
                        .i32(3)
                        .memoryFill()
                        .i32(5)
                        .i32(4)
                        .i32(3)
                        .memoryCopy()
                        .i32(0)
                        .i32(7)
                        .i32(2)
                        .memoryCopy())
                .export();
        try (WasmRunner wasm = WasmRunner.of(module)) {
            wasm.call("f");
            assertArrayEquals(new byte[] {0x55, 0, 0, 0, 0x55, 0x55, 0x55, 0x55, 0}, wasm.bytes(0, 9));
        }
    }

    @Test
    void importsAreThoseOfTheNamedModule() {
        Module host = new Module();
        host.memory(Limits.between(1, 4)).export("memory");
        host.constant(I32, code -> code.i32(64)).export("base");
        host.function("twice", List.of(F32), List.of(F32), code -> code.get(code.param(0))
                        .f32(2)
                        .op(F32_MUL))
                .export();

        Module module = new Module();
        Function twice = module.importFunction("host", "twice", List.of(F32), List.of(F32));
        module.importMemory("host", "memory", Limits.atLeast(1));
        Global base = module.importGlobal("host", "base", I32, false);
        module.function("f", List.of(), List.of(), code -> {
                    Local p = code.local(I32);
                    code.get(base).set(p).store(F32_STORE, p, 4, () -> code.load(F32_LOAD, p, 0)
                            .call(twice));
                })
                .export();
        try (WasmRunner wasm = WasmRunner.of(module, Map.of("host", host))) {
            wasm.write(64, 21f);
            wasm.call("f");
            assertEquals(42f, wasm.floats(68, 1)[0]);
        }
    }

    @Test
    void importsComeFirst() {
        Module module = new Module();
        module.function("f", List.of(), List.of(), code -> {});
        module.global(I32, code -> code.i32(1));
        assertThrows(IllegalStateException.class, () -> module.importFunction("a", "b", List.of(), List.of()));
        assertThrows(IllegalStateException.class, () -> module.importGlobal("a", "b", I32, true));
    }

    @Test
    void globalsKeepTheirValueBetweenCalls() {
        Module module = new Module();
        Global steps = module.global(I64, code -> code.i64(1L << 40));
        module.function(
                        "next",
                        List.of(),
                        List.of(I64),
                        code -> code.get(steps).i64(1).op(I64_ADD).set(steps).get(steps))
                .export();
        try (WasmRunner wasm = WasmRunner.of(module)) {
            assertEquals((1L << 40) + 1, wasm.i64("next"));
            assertEquals((1L << 40) + 2, wasm.i64("next"));
        }
    }

    @Test
    void globalsStartWithAConstant() {
        Module module = new Module();
        assertThrows(
                IllegalStateException.class,
                () -> module.global(I32, code -> code.i32(1).op(I32_EQZ)));
        assertThrows(IllegalStateException.class, () -> module.constant(I32, code -> code.unreachable()));
    }

    @Test
    void namesAreExportedOnceAndMemoryIsOne() {
        Module module = new Module();
        module.memory(1, "memory");
        Function f = module.function("f", List.of(), List.of(), code -> {}).export();
        assertThrows(IllegalStateException.class, f::export);
        assertThrows(IllegalStateException.class, () -> module.memory(1, "other"));
    }

    @Test
    void declaredFunctionsMustBeDefinedOnce() {
        Module module = new Module();
        Function f = module.declare("f", List.of(), List.of());
        assertThrows(IllegalStateException.class, module::bytes);
        f.define(code -> {});
        WasmRunner.of(module).close();
        assertThrows(IllegalStateException.class, () -> f.define(code -> {}));
    }

    @Test
    void limitsAreChecked() {
        assertThrows(IllegalArgumentException.class, () -> Limits.between(2, 1));
        assertThrows(IllegalArgumentException.class, () -> Limits.atLeast(-1));
        assertThrows(IllegalArgumentException.class, () -> Limits.between(1, 65537));
        assertEquals(1, Limits.pages(1));
        assertEquals(1, Limits.pages(65536));
        assertEquals(2, Limits.pages(65537));
    }

    @Test
    void theSameModuleIsTheSameBytes() {
        assertArrayEquals(Samples.all().bytes(), Samples.all().bytes());
    }
}
