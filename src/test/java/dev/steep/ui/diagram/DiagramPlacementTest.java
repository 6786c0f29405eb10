package dev.steep.ui.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiagramPlacementTest {
    private static DiagramPlacement.Spot spot(int left, int width) {
        return new DiagramPlacement.Spot(left, 40, width, 34, 34, 42, 1, 1);
    }

    /** {@code average_pooling2d} beside {@code flatten}, as on a phone. */
    @Test
    void namesAboveNarrowColumnsDoNotReachEachOther() {
        DiagramPlacement placed = new DiagramPlacement(List.of(spot(130, 94), spot(266, 64), spot(374, 16)), 400, 200);
        assertEquals(76, placed.headRoom(1));
        assertEquals(76, placed.headRoom(2));
        for (int i = 0; i < 2; i++) {
            int apart = placed.spots().get(i + 1).left()
                    + placed.spots().get(i + 1).width() / 2
                    - placed.spots().get(i).left()
                    - placed.spots().get(i).width() / 2;
            assertTrue(placed.headRoom(i) / 2.0 + placed.headRoom(i + 1) / 2.0 < apart, "" + i);
        }
        assertEquals(400, new DiagramPlacement(List.of(spot(0, 34)), 400, 200).headRoom(0));
    }
}
