package dev.steep.ui.inside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.protocol.look.PcaLook;
import org.junit.jupiter.api.Test;

/** A projection does not turn round from one picture to the next, and says what its axes are. */
class PcaViewTest {
    @Test
    void aPictureThatTurnsRoundIsTurnedBack() {
        SteadySigns signs = new SteadySigns();
        float[] first = {0.5f, 0.3f, 7, 0, 2, -1, 8, 1, -2, 1};
        float[] next = {0.5f, 0.3f, 7, 0, -2.1f, -0.9f, 8, 1, 2, 1.2f};
        assertArrayEquals(new double[] {1, 1}, signs.of(first));
        assertArrayEquals(new double[] {-1, 1}, signs.of(next));
        assertArrayEquals(new double[] {-1, 1}, signs.of(next));
        assertArrayEquals(new double[] {1, 1}, signs.of(first));
        signs.forget();
        assertArrayEquals(new double[] {1, 1}, signs.of(next));
    }

    @Test
    void sharesAreSaidInPercent() {
        float[] numbers = new float[PcaLook.HEAD];
        numbers[0] = 0.4125f;
        numbers[1] = 0.18f;
        assertEquals(
                "Across: component 1, 41.2 % of the variance among 80 validation samples. Up: component 2, 18.0 %.",
                PcaView.words(numbers, "80 validation samples"));
    }
}
