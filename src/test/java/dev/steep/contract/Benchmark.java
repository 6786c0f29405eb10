package dev.steep.contract;

import dev.steep.reference.Reference;

/** Prints how many samples per second the reference trains: run its main, with the milliseconds to spend on each. */
public final class Benchmark {
    private Benchmark() {}

    public static void main(String[] arguments) {
        double milliseconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 1500;
        for (int round = 0; round < 3; round++) {
            for (String name : new String[] {"w1", "w2-sgd", "w2-adam", "w3"}) {
                double speed = Workload.of(name).run(new Reference(), milliseconds);
                System.out.println(name + ": " + Math.round(speed) + " samples/s");
            }
        }
    }
}
