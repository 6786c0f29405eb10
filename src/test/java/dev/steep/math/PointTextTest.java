package dev.steep.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.data.generated.plane.OwnPoints;
import dev.steep.math.PointText.Point;
import dev.steep.recipe.Reading;
import dev.steep.recipe.RecipeText;
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
        assertEquals(List.of(new Point(0, 0, 0)), PointText.read("A é/AAAA"));
        assertEquals(List.of(), PointText.read("____")); // group 15
    }

    /** After a character too many each four would be another point. */
    @Test
    void pointsAfterAMissingCharacterAreNotGuessed() {
        String text = PointText.write(List.of(new Point(1, 2, 3), new Point(2, 500, 600), new Point(3, 7, 8)));
        assertEquals(List.of(new Point(1, 2, 3)), PointText.read(text.substring(0, 5) + "!" + text.substring(5)));
        assertEquals(2, PointText.read(text.substring(0, 10)).size());
    }

    /** The second of four points is broken. */
    @Test
    void brokenPointInALinkIsNamedAndTheOthersAreKept() {
        Reading reading = RecipeText.read("1/data=points(BrigB!9ICSC_A76B)/Dense(1)");
        assertEquals(
                List.of(
                        "A part of points's points cannot be read; it should be four characters of base64url for each point;"
                                + " \"B!9I\", point 2 of 4, is none. 3 points can be read and used."),
                reading.notices());
        assertEquals(
                "BrigCSC_A76B",
                reading.recipe().data().get(OwnPoints.POINTS),
                reading.recipe().toString());
        assertEquals(List.of(), RecipeText.read(reading.recipe().toString()).notices());
    }

    @Test
    void textWithoutAnyPointFallsBackAndSaysSo() {
        Reading reading = RecipeText.read("1/data=points(nonsense!)/Dense(1)");
        assertEquals(1, reading.notices().size(), reading.notices() + "");
    }
}
