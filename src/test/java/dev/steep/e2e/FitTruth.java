package dev.steep.e2e;

import dev.steep.picture.Range;
import dev.steep.protocol.look.DataPart;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** What is to be seen of a fitted curve: a line through the network's answers, and nothing of a line where there are none. */
final class FitTruth {
    /** The line is this much greener than red; dots and grid are grey. */
    private static final int GREEN = 40;

    private final Drawn.Picture picture;
    private final IntPredicate coloured;
    private final float[] answers;
    private final Range up;

    FitTruth(Mirror mirror, Drawn.Picture picture, float[] answers) {
        this(mirror, picture, answers, colour -> (colour >> 8 & 255) - (colour >> 16 & 255) > GREEN);
    }

    /**
     * Of another line of the chart.
     *
     * @param coloured whether a colour, 0xRRGGBB, is the line's, or blended with what lies below it
     */
    FitTruth(Mirror mirror, Drawn.Picture picture, float[] answers, IntPredicate coloured) {
        this.picture = picture;
        this.coloured = coloured;
        this.answers = answers;
        Range truths = Range.of(mirror.samples(DataPart.TRAINING).y())
                .with(Range.of(mirror.samples(DataPart.VALIDATION).y()));
        double room = Math.max(1e-6, (truths.high() - truths.low()) * 0.15);
        up = new Range(truths.low() - room, truths.high() + room);
    }

    Optional<String> fault() {
        List<Object> plot = picture.cells(); // left, top, width, height
        if (plot.isEmpty()) {
            return Optional.of("has no chart");
        }
        int inside = 0;
        int met = 0;
        for (int i = 2; i < 159; i++) {
            double share = answers.length == 0 ? 2 : (up.high() - answers[i]) / (up.high() - up.low());
            if (!(share > 0.02 && share < 0.98)) {
                continue;
            }
            inside++;
            double x = number(plot, 0) + number(plot, 2) * i / 160;
            double y = number(plot, 1) + number(plot, 3) * share;
            met += line((int) Math.rint(x), y) ? 1 : 0;
        }
        if (answers.length == 0 || Float.isNaN(answers[0])) {
            int pixels = 0;
            int left = (int) number(plot, 0);
            int top = (int) number(plot, 1);
            for (int x = left; x < left + number(plot, 2); x++) { // beyond lie the axes' words
                for (int y = top; y < top + number(plot, 3); y += 4) {
                    pixels += line(x, y) ? 1 : 0;
                }
            }
            return pixels == 0
                    ? Optional.empty()
                    : Optional.of("has a line of " + pixels + " pixels where there are no answers");
        }
        return met >= 0.95 * inside && inside > 20
                ? Optional.empty()
                : Optional.of("passes through " + met + " of " + inside + " answers");
    }

    /** Whether the line's colour is within two pixels. */
    private boolean line(int x, double y) {
        for (int row = (int) y - 2; row <= y + 2; row++) {
            if (row >= 0 && row < picture.height() && x >= 0 && x < picture.width()) {
                if (coloured.test(picture.colour(x, row).orElse(0x808080))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static double number(List<Object> plot, int at) {
        return ((Number) plot.get(at)).doubleValue();
    }
}
