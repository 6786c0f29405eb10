package dev.steep.wasm;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.Consumer;
import org.graalvm.polyglot.PolyglotException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlFlowTest {
    /** An instance with one function "f" from i32 to i32. */
    private static WasmRunner f(Consumer<Code> body) {
        Module module = new Module();
        module.function("f", List.of(I32), List.of(I32), body).export();
        return WasmRunner.of(module);
    }

    @Test
    void whenTakesOneOfTwoWays() {
        try (WasmRunner wasm = f(code -> code.get(code.param(0)).when(I32, () -> code.i32(10), () -> code.i32(20)))) {
            assertEquals(10, wasm.i32("f", -1));
            assertEquals(20, wasm.i32("f", 0));
        }
    }

    @Test
    void whenWithoutOtherwiseDoesNothing() {
        try (WasmRunner wasm = f(code -> {
            Local x = code.param(0);
            code.get(x).when(() -> code.set(x, 5)).get(x);
        })) {
            assertEquals(5, wasm.i32("f", 3));
            assertEquals(0, wasm.i32("f", 0));
        }
    }

    @Test
    void branchLeavesSeveralBlocksWithAValue() {
        try (WasmRunner wasm = f(code -> code.block(I32, outer -> {
            code.block(inner -> {
                code.get(code.param(0)).brIf(inner);
                code.i32(1).br(outer);
            });
            code.i32(2);
        }))) {
            assertEquals(1, wasm.i32("f", 0));
            assertEquals(2, wasm.i32("f", 1));
        }
    }

    @Test
    void branchTableChoosesByNumber() {
        try (WasmRunner wasm = f(code -> {
            Local x = code.param(0);
            code.block(other -> {
                code.block(second -> {
                    code.block(first -> code.get(x).brTable(List.of(first, second), other));
                    code.i32(100).ret();
                });
                code.i32(200).ret();
            });
            code.i32(300);
        })) {
            assertEquals(100, wasm.i32("f", 0));
            assertEquals(200, wasm.i32("f", 1));
            assertEquals(300, wasm.i32("f", 2));
            assertEquals(300, wasm.i32("f", -1));
        }
    }

    @Test
    void blocksTakeAndLeaveSeveralValues() {
        Signature swap = new Signature(List.of(I32, I32), List.of(I32, I32));
        try (WasmRunner wasm = f(code -> code.get(code.param(0))
                .i32(100)
                .block(swap, label -> {
                    Local top = code.local(I32);
                    Local below = code.local(I32);
                    code.set(top).set(below).get(top).get(below);
                })
                .op(I32_SUB))) {
            assertEquals(93, wasm.i32("f", 7));
        }
    }

    @Test
    void loopCarriesItsParametersAround() {
        Signature carried = new Signature(List.of(I32), List.of(I32));
        try (WasmRunner wasm = f(code -> {
            Local n = code.param(0);
            code.i32(1).loop(carried, again -> code.times(2).add(n, -1).get(n).brIf(again));
        })) {
            assertEquals(1024, wasm.i32("f", 10));
        }
    }

    @Test
    void unreachableTraps() {
        try (WasmRunner wasm =
                f(code -> code.get(code.param(0)).when(code::unreachable).i32(1))) {
            assertEquals(1, wasm.i32("f", 0));
            assertThrows(PolyglotException.class, () -> wasm.i32("f", 1));
        }
    }

    @Test
    void functionsCallEachOtherAndThemselves() {
        Module module = new Module();
        Function odd = module.declare("odd", List.of(I32), List.of(I32));
        Function even = module.function("even", List.of(I32), List.of(I32), code -> {
            Local n = code.param(0);
            code.get(n).when(I32, () -> code.get(n).plus(-1).call(odd), () -> code.i32(1));
        });
        odd.define(code -> {
            Local n = code.param(0);
            code.get(n).when(I32, () -> code.get(n).plus(-1).call(even), () -> code.i32(0));
        });
        even.export();
        try (WasmRunner wasm = WasmRunner.of(module)) {
            assertEquals(1, wasm.i32("even", 20));
            assertEquals(0, wasm.i32("even", 21));
        }
    }

    @Test
    void functionsAreCalledByTheirPlaceInTheTable() {
        Module module = new Module();
        Signature unary = new Signature(List.of(I32), List.of(I32));
        Function twice = module.function("twice", List.of(I32), List.of(I32), code -> code.get(code.param(0))
                .times(2));
        Function thrice = module.function("thrice", List.of(I32), List.of(I32), code -> code.get(code.param(0))
                .times(3));
        module.table(List.of(thrice, twice));
        module.function("f", List.of(I32, I32), List.of(I32), code -> code.get(code.param(1))
                        .get(code.param(0))
                        .callIndirect(unary))
                .export();
        try (WasmRunner wasm = WasmRunner.of(module)) {
            assertEquals(21, wasm.i32("f", 0, 7));
            assertEquals(14, wasm.i32("f", 1, 7));
            assertThrows(PolyglotException.class, () -> wasm.i32("f", 2, 7));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 9})
    void repeatRunsSoManyTimes(int times) {
        try (WasmRunner wasm = f(code -> {
            Local x = code.param(0);
            code.repeat(times, () -> code.add(x, 3)).get(x);
        })) {
            assertEquals(100 + 3 * times, wasm.i32("f", 100));
        }
    }

    @Test
    void repeatWithALocalCountsDownToZero() {
        try (WasmRunner wasm = f(code -> {
            Local n = code.param(0);
            Local sum = code.local(I32);
            code.zero(sum)
                    .repeat(n, () -> code.get(sum).get(n).op(I32_ADD).set(sum))
                    .get(sum)
                    .times(1000)
                    .get(n)
                    .op(I32_ADD);
        })) {
            assertEquals(10_000, wasm.i32("f", 4));
        }
    }

    @Test
    void countDownLeavesTheRemainder() {
        try (WasmRunner wasm = f(code -> {
            Local n = code.param(0);
            Local fours = code.local(I32);
            code.zero(fours)
                    .countDown(n, 4, () -> code.add(fours, 1))
                    .get(fours)
                    .times(10)
                    .get(n)
                    .op(I32_ADD);
        })) {
            assertEquals(23, wasm.i32("f", 11));
            assertEquals(3, wasm.i32("f", 3));
            assertEquals(10, wasm.i32("f", 4));
            assertEquals(0, wasm.i32("f", 0));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-3, 0, 1, 2, 3, 4, 5, 100})
    void rangeRunsAndEndsLikeAForLoop(int to) {
        int expectedSum = 0;
        int i = 0;
        for (; i < to; i += 2) {
            expectedSum += i + 1;
        }
        try (WasmRunner wasm = f(code -> {
            Local index = code.param(0);
            Local sum = code.local(I32);
            code.zero(sum).range(index, 0, to, 2, () -> code.get(sum)
                    .get(index)
                    .plus(1)
                    .op(I32_ADD)
                    .set(sum));
            code.get(sum).times(1000).get(index).op(I32_ADD);
        })) {
            assertEquals(1000 * expectedSum + i, wasm.i32("f", 77));
        }
    }

    @Test
    void rangeToALocalMayRunNever() {
        try (WasmRunner wasm = f(code -> {
            Local end = code.param(0);
            Local p = code.local(I32);
            Local runs = code.local(I32);
            code.set(p, 64)
                    .zero(runs)
                    .range(p, end, 16, () -> code.add(runs, 1))
                    .get(runs);
        })) {
            assertEquals(0, wasm.i32("f", 0));
            assertEquals(0, wasm.i32("f", 64));
            assertEquals(1, wasm.i32("f", 65));
            assertEquals(4, wasm.i32("f", 128));
        }
    }

    @Test
    void whileDoMayRunNeverAndDoWhileRunsOnce() {
        Module module = new Module();
        module.function("while", List.of(I32), List.of(I32), code -> {
                    Local n = code.param(0);
                    Local runs = code.local(I32);
                    code.zero(runs)
                            .whileDo(() -> code.get(n), () -> code.add(n, -1).add(runs, 1))
                            .get(runs);
                })
                .export();
        module.function("do", List.of(I32), List.of(I32), code -> {
                    Local n = code.param(0);
                    Local runs = code.local(I32);
                    code.zero(runs)
                            .doWhile(
                                    () -> code.add(runs, 1),
                                    () -> code.get(runs).get(n).op(I32_LT_S))
                            .get(runs);
                })
                .export();
        try (WasmRunner wasm = WasmRunner.of(module)) {
            assertEquals(0, wasm.i32("while", 0));
            assertEquals(5, wasm.i32("while", 5));
            assertEquals(1, wasm.i32("do", 0));
            assertEquals(5, wasm.i32("do", 5));
        }
    }
}
