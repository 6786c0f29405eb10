package dev.steep.wasm;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListingTest {
    @Test
    void functionReadsLikeTheSpecification() {
        Module module = new Module();
        module.memory(1, "memory");
        Function function = module.function("scale", List.of(I32, I32, F32), List.of(), code -> {
            Local p = code.param(0);
            Local n = code.param(1);
            Local by = code.local(V128);
            code.get(code.param(2)).op(F32X4_SPLAT).set(by);
            code.repeat(n, () -> code.store(V128_STORE, p, 64, () -> code.load(V128_LOAD, p, 64)
                            .get(by)
                            .op(F32X4_MUL))
                    .add(p, 16));
        });
        assertEquals("""
                (func $scale (param i32 i32 f32)
                  (local v128)
                  local.get 2
                  f32x4.splat
                  local.set 3
                  loop
                    local.get 0
                    local.get 0
                    v128.load offset=64
                    local.get 3
                    f32x4.mul
                    v128.store offset=64
                    local.get 0
                    i32.const 16
                    i32.add
                    local.set 0
                    local.get 1
                    i32.const -1
                    i32.add
                    local.tee 1
                    br_if 0
                  end
                )
                """, function.listing());
    }

    @Test
    void moduleHasAllItsSections() {
        Module module = new Module();
        Function log = module.importFunction("host", "log", List.of(F32), List.of());
        module.importMemory("host", "memory", Limits.shared(1, 16));
        Global base = module.importGlobal("host", "base", I32, false);
        Global count = module.global(I64, code -> code.i64(-5));
        module.constant(V128, code -> code.f32x4(0.5f)).export("half");
        Signature pair = new Signature(List.of(I32), List.of(I32, F32));
        Function two = module.function("two", pair.params(), pair.results(), code -> code.get(code.param(0))
                .block(pair, label -> code.f32(Float.NaN))
                .get(base)
                .when(F32, () -> code.f32(1e10f), () -> code.f32(Float.NEGATIVE_INFINITY))
                .op(F32_ADD));
        module.table(List.of(two));
        module.function("main", List.of(), List.of(), code -> code.block(out ->
                                code.i32(3).i32(0).callIndirect(pair).call(log).brTable(List.of(out), out))
                        .get(count)
                        .drop()
                        .i32(8)
                        .i32x4(1, 2, 3, -4)
                        .op(V128_LOAD16_LANE, new Memarg(3, 1), 7)
                        .drop())
                .export("run it");
        module.data(7, new byte[] {'a', '"', 0, -1});
        assertEquals("""
                (module
                  (type (func (param f32)))
                  (type (func (param i32) (result i32 f32)))
                  (type (func))
                  (import "host" "log" (func $log (type 0) (param f32)))
                  (import "host" "memory" (memory 1 16 shared))
                  (import "host" "base" (global i32))
                  (table 1 funcref)
                  (global (mut i64) (i64.const -5))
                  (global v128 (v128.const f32x4 0.5 0.5 0.5 0.5))
                  (func $two (type 1) (param i32) (result i32 f32)
                    local.get 0
                    block (type 1) (param i32) (result i32 f32)
                      f32.const nan:0x400000
                    end
                    global.get 0
                    if (result f32)
                      f32.const 1.0E10
                    else
                      f32.const -inf
                    end
                    f32.add
                  )
                  (func $main (type 2)
                    block
                      i32.const 3
                      i32.const 0
                      call_indirect (type 1)
                      call $log
                      br_table 0 0
                    end
                    global.get 1
                    drop
                    i32.const 8
                    v128.const i32x4 1 2 3 -4
                    v128.load16_lane offset=3 align=1 7
                    drop
                  )
                  (export "half" (global 2))
                  (export "run it" (func $main))
                  (elem (i32.const 0) func $two)
                  (data (i32.const 7) "a\\22\\00\\ff")
                )
                """, module.listing());
    }

    @Test
    void otherBytesAreRefused() {
        assertThrows(IllegalStateException.class, () -> Listing.module(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}));
    }
}
