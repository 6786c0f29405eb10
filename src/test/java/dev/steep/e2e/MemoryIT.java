package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A lab that runs all day takes no more memory than one that has just begun. */
class MemoryIT {
    private static final String LONG = "1/data=circle(5000)/split(0)/Dense(8,tanh)/Dense(8,tanh)/Dense(1,tanh)"
            + "/optimizer=SGD(0.03)/loss=mean_squared_error/fit(10,10000)";

    /** 800 epochs more are remembered, and some code of the engine's is still compiled; one float for each step would be 1.6 MB. */
    private static final double LITTLE = 1_000_000;

    @ParameterizedTest
    @EnumSource
    void aLongRunTakesNoMoreThanAShortOne(Build build) {
        try (LabPage lab = LabPage.open(build)) {
            Devtools tools = new Devtools(lab);
            lab.call("load", LONG);
            lab.call("train", Map.of("steps", 330_000));
            double[] early = tools.heaps();
            String networks = tools.networks();
            lab.call("train", Map.of("steps", 400_000));
            double[] late = tools.heaps();
            for (int i = 0; i < 10 && !(late[0] - early[0] < LITTLE && late[1] - early[1] < LITTLE); i++) {
                lab.page().waitForTimeout(500); // on a busy machine some of what is garbage is collected later
                late = tools.heaps();
            }
            System.out.println("From 330,000 to 730,000 steps, " + build.name + ": page " + kilobytes(early[0], late[0])
                    + ", worker " + kilobytes(early[1], late[1]) + ", compiled networks " + networks);
            assertTrue(late[0] - early[0] < LITTLE, "The page: " + kilobytes(early[0], late[0]));
            assertTrue(late[1] - early[1] < LITTLE, "The worker: " + kilobytes(early[1], late[1]));
            assertTrue(networks.matches("\\[\\d+]"), "Memories of compiled networks: " + networks);
            assertEquals(networks, tools.networks());
        }
    }

    @ParameterizedTest
    @EnumSource
    void otherExperimentsLeaveNothingBehind(Build build) {
        try (LabPage lab = LabPage.open(build)) {
            Devtools tools = new Devtools(lab);
            int before = Integer.MAX_VALUE;
            for (int i = 0; i < 30; i++) {
                lab.call("load", LONG.replace("Dense(8", i % 2 == 0 ? "Dense(8" : "Dense(9"));
                lab.call("train", Map.of("steps", 50));
                before = i == 9 ? tools.nodes() : before;
            }
            int most = before + 20; // a few come and go; each experiment would leave at least six
            int now = tools.nodes();
            for (int i = 0; i < 20 && now > most; i++) {
                lab.page().waitForTimeout(100);
                now = tools.nodes();
            }
            assertTrue(now <= most, "Nodes of the page: " + before + ", and 20 experiments later " + now);
            tools.heaps();
            assertTrue(tools.networks().matches("\\[\\d+]"), "Memories of compiled networks: " + tools.networks());
        }
    }

    private static String kilobytes(double early, double late) {
        return (long) early / 1024 + " kB and then " + (long) late / 1024 + " kB";
    }
}
