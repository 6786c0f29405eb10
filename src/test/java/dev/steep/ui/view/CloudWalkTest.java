package dev.steep.ui.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Points of a cloud, by keyboard from one to the next. */
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
}
