package dev.steep.data.generated.image;

import dev.steep.math.Random;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/**
 * How people write the ten digits: several ways each, as strokes through points. A digit stands in a box 100 high, x to
 * the right and y down; the pen passes smoothly through the points, turns sharply at those marked {@code !}, and is
 * lifted at {@code /}.
 */
final class DigitShapes {
    /** One way to write a digit; {@code share} says how common it is among the ways of that digit. */
    record Way(double share, List<Stroke> strokes) {}

    /** Points of one stroke in units of the digit's height, and at which of them the pen turns sharply. */
    record Stroke(double[] x, double[] y, boolean[] corner) {}

    private static final List<List<Way>> DIGITS = List.of(
            List.of(
                    way(4, "56,3 36,8 23,30 20,56 28,86 48,98 68,88 80,60 77,28 64,7 50,3"),
                    way(4, "64,11 46,2 29,17 21,48 27,82 48,98 69,86 79,52 72,21 54,6 42,12"),
                    way(2, "38,10 24,34 22,66 36,94 58,97 76,76 78,38 66,10 48,2 36,12"),
                    way(2, "50,4 70,14 79,46 72,82 50,98 29,84 21,50 29,16 52,3"),
                    way(0.4, "54,3 34,10 22,34 22,66 34,92 52,98 70,86 79,56 74,22 60,4 50,4 / 76,10 52,48 24,92")),
            List.of(
                    way(6, "51,2 50,34 50,68 49,98"),
                    way(2, "54,1 50,30 47,64 48,98"),
                    way(3, "34,24 45,15 54,2! 53,36 52,70 52,98"),
                    way(2, "40,17 52,3! 51,50 50,98"),
                    way(2, "34,22 46,13 53,3! 52,50 52,97 / 30,97 52,98 74,96")),
            List.of(
                    way(4, "24,25 33,8 52,2 70,12 72,32 60,54 40,76 21,96! 48,95 80,95"),
                    way(3, "26,22 40,4 62,4 73,22 66,46 46,72 29,92 20,92 22,82 36,82 52,92 68,97 83,89"),
                    way(3, "28,18 48,2 70,16 66,42 44,68 22,93! 38,86 58,96 81,91"),
                    way(1, "22,14 46,6 68,10 72,30 56,58 24,92! 50,97 78,93")),
            List.of(
                    way(4, "26,14 46,2 68,10 70,30 56,44 40,47! 60,50 76,66 70,88 48,99 23,88"),
                    way(2, "24,6 48,5 73,4! 60,20 45,40! 64,43 78,62 72,88 48,98 21,90"),
                    way(2, "26,12 48,2 68,15 63,37 46,49 39,44 49,42 67,51 77,72 63,94 41,98 21,87"),
                    way(2, "30,8 54,3 68,18 60,38 42,45! 66,56 72,76 58,94 34,98 18,90")),
            List.of(
                    way(4, "32,4 27,32 20,60! 50,60 86,56 / 66,22 64,56 61,98"),
                    way(3, "66,98 66,50 67,3! 44,32 19,66! 50,67 87,64"),
                    way(1, "24,6 21,34 28,56 48,60 84,52 / 76,8 70,50 65,98"),
                    way(2, "60,2 38,34 17,66! 50,66 87,63 / 65,40 64,66 61,98")),
            List.of(
                    way(4, "73,4 52,5 33,5! 31,24 28,43! 48,36 70,44 78,66 68,90 46,98 21,88"),
                    way(4, "35,6 33,24 29,44! 50,37 72,48 76,70 62,93 40,98 21,90 / 35,7 56,6 78,2"),
                    way(2, "71,6 46,5 32,18 34,36 54,46 72,58 74,79 56,96 25,93"),
                    way(1, "70,4 34,7! 30,46! 62,46 75,66 64,92 24,96")),
            List.of(
                    way(4, "67,4 45,17 29,44 24,72 36,94 56,98 72,84 70,65 54,56 36,62 26,77"),
                    way(3, "60,1 38,34 22,70 33,96 61,97 74,78 62,60 41,61 26,78"),
                    way(2, "54,2 35,34 27,66 31,90 46,98 61,90 63,76 51,67 37,73 30,85"),
                    way(1, "74,10 56,3 34,18 23,52 28,86 50,99 71,88 72,66 54,54 34,62 27,74")),
            List.of(
                    way(4, "21,8 48,7 77,4! 62,42 46,98"),
                    way(3, "21,9 48,7 77,5! 61,46 46,98 / 38,52 56,50 76,48"),
                    way(2, "23,23 24,9! 50,8 78,5! 63,38 53,68 50,98"),
                    way(2, "19,11 38,4 58,9 79,4! 57,44 49,70 47,98"),
                    way(1, "24,10 50,4 70,8 70,24 58,56 50,98")),
            List.of(
                    way(4, "67,14 48,2 30,13 34,34 54,48 72,66 68,90 48,99 28,88 30,66 50,48 68,32 68,14 57,5"),
                    way(2, "50,3 32,12 33,36 50,46 67,36 68,12 49,3 / 50,46 28,60 26,86 50,98 74,86 72,60 48,46"),
                    way(3, "73,8 52,2 32,12 36,36 56,50 72,72 60,96 36,94 28,74 44,52 64,34 77,12"),
                    way(2, "46,46 30,28 40,5 62,6 68,26 50,46 29,70 34,94 60,98 73,78 58,54 42,44")),
            List.of(
                    way(3, "70,20 54,4 34,10 26,32 36,50 56,48 70,28 72,17 74,50 68,82 50,98 31,91"),
                    way(4, "71,18 52,4 32,14 26,36 40,52 60,44 72,14! 71,55 68,98"),
                    way(3, "68,14 48,3 30,18 32,42 50,48 66,34 71,13! 65,55 52,98"),
                    way(1, "60,48 36,50 26,30 36,8 58,4 72,20 70,52 58,80 42,98")));

    private DigitShapes() {}

    /** One of the ways to write this digit, common ones more often. */
    static Way pick(int digit, Random random) {
        List<Way> ways = DIGITS.get(digit);
        double all = 0;
        for (Way way : ways) {
            all += way.share;
        }
        double left = random.uniform(0, all);
        for (Way way : ways) {
            left -= way.share;
            if (left < 0) {
                return way;
            }
        }
        return ways.get(0);
    }

    private static Way way(double share, String drawing) {
        List<Stroke> strokes = new ArrayList<>();
        for (String stroke : pieces(drawing, "/")) {
            strokes.add(stroke(pieces(stroke, " ")));
        }
        return new Way(share, List.copyOf(strokes));
    }

    private static List<String> pieces(String text, String between) {
        List<String> pieces = new ArrayList<>();
        StringTokenizer rest = new StringTokenizer(text, between);
        while (rest.hasMoreTokens()) {
            pieces.add(rest.nextToken());
        }
        return pieces;
    }

    private static Stroke stroke(List<String> points) {
        double[] x = new double[points.size()];
        double[] y = new double[points.size()];
        boolean[] corner = new boolean[points.size()];
        for (int i = 0; i < points.size(); i++) {
            String point = points.get(i);
            corner[i] = point.endsWith("!");
            int comma = point.indexOf(',');
            x[i] = Integer.parseInt(point.substring(0, comma)) / 100.0;
            y[i] = Integer.parseInt(point.substring(comma + 1, point.length() - (corner[i] ? 1 : 0))) / 100.0;
        }
        return new Stroke(x, y, corner);
    }
}
