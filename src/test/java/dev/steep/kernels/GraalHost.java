package dev.steep.kernels;

import dev.steep.kernels.host.Host;
import dev.steep.wasm.WasmRunner;
import java.util.ArrayDeque;
import java.util.Deque;

/** Runs modules by GraalWasm. Only the most recent ones stay alive: tests open thousands of them. */
public final class GraalHost implements Host {
    private static final int ALIVE = 8;

    private final Deque<WasmRunner> runners = new ArrayDeque<>();

    @Override
    public Instance instantiate(byte[] module) {
        if (runners.size() == ALIVE) {
            runners.remove().close();
        }
        WasmRunner runner = WasmRunner.of(module);
        runners.add(runner);
        return new Running(runner);
    }

    private record Running(WasmRunner runner) implements Instance {
        @Override
        public void call(String function, int... arguments) {
            Object[] boxed = new Object[arguments.length];
            for (int i = 0; i < boxed.length; i++) {
                boxed[i] = arguments[i];
            }
            runner.call(function, boxed);
        }

        @Override
        public void write(int address, float[] numbers) {
            runner.write(address, numbers);
        }

        @Override
        public void write(int address, int[] numbers) {
            runner.write(address, numbers);
        }

        @Override
        public void write(int address, byte[] bytes) {
            runner.write(address, bytes);
        }

        @Override
        public float[] floats(int address, int count) {
            return runner.floats(address, count);
        }
    }
}
