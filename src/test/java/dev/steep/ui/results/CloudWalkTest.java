package dev.steep.ui.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.protocol.PcaLook;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Points of a projection: by keyboard from one to the next, and without turning round from one picture to the next. */
class CloudWalkTest {
    private static final PointCloud.Dot LEFT = new PointCloud.Dot(1, -1, 0, "");
    private static final PointCloud.Dot TWIN = new PointCloud.Dot(2, -1, 2, "");
    private static final PointCloud.Dot RIGHT = new PointCloud.Dot(3, 3, 1, "");
    private static final List<PointCloud.Dot> ALL = List.of(RIGHT, TWIN, LEFT);

    @Test
    void arrowKeysReachEveryDot() {
        Optional<PointCloud.Dot> at = CloudWalk.next(ALL, Optional.empty(), true, true);
        assertEquals(Optional.of(LEFT), at);
        at = CloudWalk.next(ALL, at, true, true);
        assertEquals(Optional.of(TWIN), at);
        at = CloudWalk.next(ALL, at, true, true);
        assertEquals(Optional.of(RIGHT), at);
        assertEquals(at, CloudWalk.next(ALL, at, true, true));
        assertEquals(Optional.of(TWIN), CloudWalk.next(ALL, at, true, false));
        assertEquals(Optional.of(TWIN), CloudWalk.next(ALL, at, false, true));
        assertEquals(Optional.of(LEFT), CloudWalk.next(ALL, at, false, false));
        assertEquals(Optional.empty(), CloudWalk.next(List.of(), Optional.empty(), true, true));
    }

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
