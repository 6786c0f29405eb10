package dev.steep.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.math.PointText.Point;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PointTextTest {
    @Test
    void pointsComeBack() {
        Random random = new Random(6);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            points.add(new Point(random.below(PointText.GROUPS), random.below(1024), random.below(1024)));
        }
        String text = PointText.write(points);
        assertEquals(4 * 300, text.length());
        assertEquals(points, PointText.read(text));
    }

    @Test
    void whatIsNoPointIsLeftOut() {
        assertEquals(List.of(), PointText.read(""));
        assertEquals(List.of(new Point(0, 0, 0)), PointText.read("AAAA"));
        assertEquals(List.of(new Point(0, 0, 0)), PointText.read("A é/AAAAAA"));
        assertEquals(List.of(), PointText.read("____")); // group 15
    }
}
