package dev.steep.e2e;

import dev.steep.catalog.Numbers;
import dev.steep.picture.SampleImage;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.look.ClassCountsLook;
import dev.steep.protocol.look.CorrelationLook;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.MeansLook;
import dev.steep.protocol.look.PointsLook;
import dev.steep.protocol.look.SampleLook;
import dev.steep.protocol.look.SampleTable;
import dev.steep.protocol.look.SamplesLook;
import dev.steep.protocol.look.SpreadLook;
import dev.steep.ui.element.AnswerText;
import dev.steep.ui.element.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the pages of the tab Data say, worked out again from the numbers that the same looks give another worker. */
final class DataTruth {
    private static final List<String> PARTS = List.of("training", "validation", "test", "removed");

    private final Mirror mirror;
    private final DataFacts data;
    private final Drawn.Picture picture;
    private final int[] wish;

    DataTruth(Mirror mirror, Drawn.Picture picture) {
        this.mirror = mirror;
        this.picture = picture;
        data = mirror.data();
        wish = Stream.of(picture.look().split(" "))
                .skip(1)
                .mapToInt(word -> (int) Double.parseDouble(word))
                .toArray();
    }

    Optional<String> fault() {
        List<Object> expected =
                switch (picture.kind()) {
                    case "samples" -> samples();
                    case "sample" -> sample();
                    case "points" -> points();
                    case "spread" -> spread();
                    case "correlation" -> correlation();
                    case "class-counts" -> counts();
                    default -> means();
                };
        List<Object> cells = picture.cells();
        boolean closedTable = picture.kind().equals("points") && cells.size() == 1; // nobody has asked for the table
        return closedTable && cells.get(0).equals(expected.get(0)) || cells.equals(expected)
                ? Optional.empty()
                : Optional.of("says " + brief(cells) + ", is " + brief(expected));
    }

    private static String brief(List<Object> cells) {
        String text = "" + cells;
        return text.substring(0, Math.min(600, text.length()));
    }

    private float[] look(Look look) {
        return mirror.look(look);
    }

    private String said(float[] numbers, int at) {
        String now = AnswerText.of(data, numbers[at + 2]);
        String before = numbers[at + 2] == numbers[at + 3] ? "" : " (was " + AnswerText.of(data, numbers[at + 3]) + ")";
        return "sample " + (int) numbers[at] + ", " + PARTS.get((int) numbers[at + 1]) + ", " + now + before;
    }

    private String image(float[] values, double low, double high) {
        int[] shape = data.shape();
        return Base64.getEncoder().encodeToString(SampleImage.pixels(values, shape[0], shape[1], shape[2], low, high));
    }

    private List<Object> samples() {
        float[] numbers = look(new SamplesLook(wish[0], wish[1], wish[2], wish[3]));
        List<Object> expected = new ArrayList<>();
        int width = SamplesLook.FIELDS + data.size();
        for (int at = SamplesLook.HEAD; at + width <= numbers.length; at += width) {
            float[] raw = Arrays.copyOfRange(numbers, at + SamplesLook.FIELDS, at + width);
            String second;
            if (data.image()) {
                second = image(raw, data.ranges()[0], data.ranges()[1]);
            } else {
                StringBuilder row = new StringBuilder("" + (int) numbers[at] + PARTS.get((int) numbers[at + 1])
                        + AnswerText.of(data, numbers[at + 2]));
                for (float each : raw) {
                    row.append(Figures.of(each));
                }
                second = row.toString();
            }
            expected.add(List.of(said(numbers, at), second));
        }
        return expected;
    }

    private List<Object> sample() {
        float[] numbers = look(new SampleLook(wish[0]));
        List<Object> expected = new ArrayList<>(List.of(numbers.length == 0 ? "" : said(numbers, 0)));
        if (data.image() && numbers.length > 0) {
            float[] raw = Arrays.copyOfRange(numbers, SamplesLook.FIELDS, numbers.length);
            expected.add(image(raw, data.ranges()[0], data.ranges()[1]));
        }
        return expected;
    }

    private List<Object> points() {
        int[] columns = Arrays.copyOfRange(wish, 1, 1 + wish[0]);
        float[] numbers = look(new PointsLook(columns, wish[1 + wish[0]]));
        int width = PointsLook.FIELDS + columns.length;
        int count = (numbers.length - 1) / width;
        List<Object> expected = new ArrayList<>();
        expected.add(
                count < (int) numbers[0]
                        ? Numbers.grouped(count) + " of " + Numbers.count((int) numbers[0], "sample")
                                + ", drawn evenly."
                        : Numbers.count(count, "sample") + ".");
        for (int i = 0; i < Math.min(500, count); i++) {
            int at = 1 + i * width;
            expected.add("" + (int) numbers[at]);
            expected.add(PARTS.get((int) numbers[at + 1]));
            expected.add(AnswerText.of(data, numbers[at + 2]));
            for (int k = 0; k < columns.length; k++) {
                expected.add(Figures.of(numbers[at + PointsLook.FIELDS + k]));
            }
        }
        return expected;
    }

    private List<Object> spread() {
        float[] numbers = look(new SpreadLook(wish[0], wish[1], wish[2]));
        int bins = (int) numbers[2];
        List<Object> expected = new ArrayList<>();
        List<Object> bars = new ArrayList<>();
        for (int group = 0; group < (int) numbers[3]; group++) {
            int at = SpreadLook.HEAD + group * (SpreadLook.FIELDS + bins);
            expected.add(Numbers.grouped((long) numbers[at]));
            for (int i = 1; i < SpreadLook.FIELDS; i++) {
                expected.add(Float.isNaN(numbers[at + i]) ? "–" : Figures.of(numbers[at + i]));
            }
            double low = numbers[0];
            double wide = (double) numbers[1] - low;
            for (int i = 0; i < bins; i++) {
                bars.add(Figures.of(low + wide * i / bins) + " to " + Figures.of(low + wide * (i + 1) / bins) + ": "
                        + (long) numbers[at + SpreadLook.FIELDS + i]);
            }
        }
        expected.addAll(bars);
        return expected;
    }

    private List<Object> correlation() {
        float[] numbers = look(new CorrelationLook(Arrays.copyOfRange(wish, 1, 1 + wish[0]), wish[1 + wish[0]]));
        List<Object> expected = new ArrayList<>();
        for (int i = 1; i < numbers.length; i++) {
            expected.add(Float.isNaN(numbers[i]) ? "–" : Figures.fixed(numbers[i], 2));
        }
        return expected;
    }

    private List<Object> counts() {
        float[] numbers = look(new ClassCountsLook());
        float[] total = new float[ClassCountsLook.FIELDS];
        for (int i = 0; i < numbers.length; i++) {
            total[i % ClassCountsLook.FIELDS] += numbers[i];
        }
        List<Object> expected = new ArrayList<>();
        for (int at = 0; at < numbers.length; at += ClassCountsLook.FIELDS) {
            int all = 0;
            for (int part = 0; part < ClassCountsLook.FIELDS; part++) {
                int count = (int) numbers[at + part];
                if (total[part] != 0) {
                    expected.add(count < 0 ? "closed" : Numbers.grouped(count));
                }
                all += part < SampleTable.REMOVED ? Math.max(0, count) : 0;
            }
            expected.add(Numbers.grouped(all));
        }
        return expected;
    }

    private List<Object> means() {
        float[] numbers = look(new MeansLook(wish[0], wish[1]));
        int size = data.size();
        double widest = 0;
        for (int group = 0; group < (int) numbers[0]; group++) {
            for (int i = 0; i < size; i++) {
                widest = Math.max(widest, numbers[1 + group * (1 + 2 * size) + 1 + size + i]);
            }
        }
        List<Object> expected = new ArrayList<>();
        for (int group = 0; group < (int) numbers[0]; group++) {
            int at = 1 + group * (1 + 2 * size) + 1;
            expected.add(image(Arrays.copyOfRange(numbers, at, at + size), data.ranges()[0], data.ranges()[1]));
            expected.add(image(Arrays.copyOfRange(numbers, at + size, at + 2 * size), 0, widest));
        }
        return expected;
    }
}
