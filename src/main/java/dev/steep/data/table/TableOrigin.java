package dev.steep.data.table;

import dev.steep.catalog.Numbers;
import dev.steep.data.Origin;
import dev.steep.data.Target;
import dev.steep.data.file.ColumnUse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The table behind a data set.
 *
 * @param label as it was understood
 * @param reasons why each column is not one to predict from, in the table's order
 * @param columns those to predict from, as they were understood
 * @param used which row of the table each sample is
 */
record TableOrigin(
        Table table,
        ColumnUses uses,
        Column label,
        Target target,
        List<Optional<String>> reasons,
        List<Column> columns,
        int[] used,
        List<String> sentences,
        String lost,
        String decision,
        List<Gap> gaps)
        implements Origin {
    private static final int BARS = 12;
    private static final int WORDS = 6;
    private static final int MOST_DIFFERENT = 1000;

    @Override
    public int total() {
        return Math.max(table.rows(), table.reading().total());
    }

    @Override
    public int rows() {
        return table.rows();
    }

    @Override
    public int width() {
        return table.all().size();
    }

    @Override
    public String name(int place) {
        return table.all().get(place).name();
    }

    @Override
    public Seen seen(int place) {
        Column found = table.all().get(place);
        Column column = uses.typed(found);
        boolean predicted = found.name().equals(label.name());
        ColumnUse use = uses.use(found);
        String role = predicted
                ? "label"
                : reasons.get(place).isEmpty()
                        ? "feature"
                        : use == ColumnUse.AUTO || use == ColumnUse.FEATURE
                                ? "drop"
                                : use.kind().name();
        boolean silent = predicted || !role.equals("drop") || use == ColumnUse.DROP;
        String odd = column instanceof Column.Numeric numbers && !numbers.odd().isEmpty()
                ? Numbers.count(numbers.odd().size(), "cell") + " without a number: " + examples(numbers)
                : "";
        return new Seen(
                found.name(),
                role,
                type(found, column, predicted),
                silent ? odd : reasons.get(place).orElse(""),
                column.gaps(),
                different(column),
                bars(column),
                ends(column));
    }

    private static String examples(Column.Numeric numbers) {
        String words = ColumnReader.examples(numbers.odd(), numbers.rows());
        return words.isEmpty() ? "infinite" : words;
    }

    /** A label of few whole numbers counts as classes. */
    private String type(Column found, Column column, boolean predicted) {
        Optional<String> said = uses.type(found.name());
        if (said.isPresent()) {
            return said.get();
        }
        return predicted
                ? target instanceof Target.Classes ? "category" : "number"
                : column instanceof Column.Numeric ? "number" : ColumnTypes.isDates(column) ? "date" : "category";
    }

    private static int different(Column column) {
        if (column instanceof Column.Textual texts) {
            return texts.words().size();
        }
        int different = ((Column.Numeric) column).values(MOST_DIFFERENT, false).size();
        return different == 0 ? MOST_DIFFERENT : different;
    }

    private static int[] bars(Column column) {
        if (column instanceof Column.Textual texts) {
            int[] counts = counts(texts);
            return Arrays.stream(frequent(counts)).map(word -> counts[word]).toArray();
        }
        PackedNumbers values = ((Column.Numeric) column).values();
        double[] ends = values.range();
        int[] bars = new int[BARS];
        for (int row = 0; row < values.size(); row++) {
            double value = values.at(row);
            if (!Double.isNaN(value)) {
                double place = ends[1] > ends[0] ? (value - ends[0]) / (ends[1] - ends[0]) * BARS : 0;
                bars[(int) Math.max(0, Math.min(BARS - 1, place))]++;
            }
        }
        return bars;
    }

    private static List<String> ends(Column column) {
        if (column instanceof Column.Textual texts) {
            return Arrays.stream(frequent(counts(texts)))
                    .mapToObj(word -> texts.words().get(word))
                    .toList();
        }
        double[] ends = ((Column.Numeric) column).values().range();
        return ends[0] > ends[1] ? List.of() : List.of(Numbers.write(ends[0]), Numbers.write(ends[1]));
    }

    private static int[] counts(Column.Textual texts) {
        int[] counts = new int[texts.words().size()];
        for (int row = 0; row < texts.rows(); row++) {
            int word = texts.word(row);
            if (word >= 0) {
                counts[word]++;
            }
        }
        return counts;
    }

    /** The most frequent words, the most frequent first; of equals, in their order. */
    private static int[] frequent(int[] counts) {
        boolean[] taken = new boolean[counts.length];
        int[] some = new int[Math.min(WORDS, counts.length)];
        for (int i = 0; i < some.length; i++) {
            int best = -1;
            for (int word = 0; word < counts.length; word++) {
                best = !taken[word] && (best < 0 || counts[word] > counts[best]) ? word : best;
            }
            taken[best] = true;
            some[i] = best;
        }
        return some;
    }

    @Override
    public String cell(int row, int place) {
        return table.reading().written().cell(row, place).orElseGet(() -> table.all()
                .get(place)
                .cell(row));
    }

    @Override
    public int[] counted() {
        List<String> predicted = new ArrayList<>(List.of(label.name()));
        uses.of(ColumnUse.TARGET).forEach(column -> predicted.add(column.name()));
        IntStream targets = predicted.stream().mapToInt(this::place).distinct();
        return IntStream.concat(targets, IntStream.range(0, reasons.size()).filter(i -> reasons.get(i)
                        .isEmpty()))
                .toArray();
    }

    private int place(String name) {
        for (int i = 0; i < width(); i++) {
            if (table.all().get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name);
    }

    @Override
    public List<String> understood() {
        return table.reading().words();
    }

    @Override
    public Optional<int[]> groups() {
        return uses.of(ColumnUse.GROUP).stream().findFirst().map(column -> {
            var words = (Column.Textual)
                    ColumnTypes.as(column, "category", table.reading().numerals(), new ArrayList<>());
            return Arrays.stream(used).map(words::word).toArray();
        });
    }

    @Override
    public Optional<float[]> weights() {
        return uses.weights()
                .filter(column -> !column.name().equals(label.name()))
                .map(column -> {
                    float[] weights = new float[used.length];
                    for (int i = 0; i < weights.length; i++) {
                        weights[i] = (float) column.number(used[i]);
                    }
                    return weights;
                });
    }

    @Override
    public Optional<double[]> times() {
        return uses.of(ColumnUse.TIME).stream().findFirst().map(column -> {
            String type = ColumnTypes.isDates(column) ? "date" : "ordinal";
            var numbers = (Column.Numeric)
                    ColumnTypes.as(column, type, table.reading().numerals(), new ArrayList<>());
            return Arrays.stream(used).mapToDouble(numbers::number).toArray();
        });
    }
}
