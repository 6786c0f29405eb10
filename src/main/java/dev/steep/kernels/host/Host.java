package dev.steep.kernels.host;

/** Who runs WebAssembly: the browser, or in tests a library on the JVM. */
public interface Host {
    /** Compiles and starts a module that exports its memory as {@code memory}. */
    Instance instantiate(byte[] module);

    /** A running module. Addresses are bytes; numbers cross in bulk. */
    interface Instance {
        /** Calls an exported function without result. */
        void call(String function, int... arguments);

        void write(int address, float[] numbers);

        void write(int address, int[] numbers);

        void write(int address, byte[] bytes);

        float[] floats(int address, int count);

        /**
         * Writes numbers, calls a function of two parameters, and reads what it left behind: as one, since in the browser
         * crossing the border costs as much as a small network's training step.
         *
         * @param address where the numbers go
         * @param results where to read from
         */
        default float[] exchange(
                int address, int[] numbers, String function, int first, int second, int results, int count) {
            write(address, numbers);
            call(function, first, second);
            return floats(results, count);
        }
    }
}
