package dev.steep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.contract.Workload;
import org.junit.jupiter.api.Test;

/** Against the textbook's sums. */
class FlopsTest {
    @Test
    void aDenseLayerCountsThreeProductsAndTheFirstOneTwo() {
        assertEquals(10 * (2 * 2 * 16 + 3 * 2 * (64 + 8)), perStep("w1"));
        assertEquals(32 * (2 * 2 * 784 * 128 + 3 * 2 * 1280), perStep("w2-sgd"));
        assertEquals(perStep("w2-sgd"), perStep("w2-adam"));
    }

    @Test
    void aConvolutionCountsAWeightForEachTapOfEachOutput() {
        double convolutions = 2 * 2 * 28 * 28 * 9 * 8 + 3 * 2 * 14 * 14 * 72 * 16;
        double dense = 3 * 2 * (784 * 64 + 640);
        assertEquals(32 * (convolutions + dense), perStep("w3"));
    }

    private static double perStep(String workload) {
        Workload work = Workload.of(workload);
        return Flops.perStep(work.program(), work.batch());
    }
}
