package dev.steep.recipe;

import dev.steep.catalog.Numbers;
import dev.steep.catalog.Remarks;
import dev.steep.data.image.ImageKnobs;
import dev.steep.math.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a person has changed of single samples: rows that are removed, and rows with another class or number. Rows are counted from 0 in
 * the data set as it came, whatever part they are of, so that another split keeps them. As a text, {@code 3,17-20,5=2}: rows 3 and 17 to 20
 * are removed, and row 5 is of the class at place 2 (or has the number 2, where numbers are predicted). Immutable.
 */
public final class SampleEdits {
    /** Samples that may be edited by hand; for more than that, a file is to be mended where it comes from. */
    public static final int MOST = 200;

    /** Characters of the text. */
    static final int LONGEST = 4000;

    public static final SampleEdits NONE = new SampleEdits(new TreeSet<>(), new TreeMap<>());

    private final TreeSet<Integer> removed;
    private final TreeMap<Integer, Double> labels;

    private SampleEdits(TreeSet<Integer> removed, TreeMap<Integer, Double> labels) {
        this.removed = removed;
        this.labels = labels;
    }

    /** Those of a recipe, as far as they can be read. */
    public static SampleEdits of(Recipe recipe) {
        return read(recipe.get(Parts.EDITS), new ArrayList<>());
    }

    /** Reads a text; what cannot be read is left out, and gets a sentence. */
    public static SampleEdits read(String text, List<String> notices) {
        SampleEdits edits = new SampleEdits(new TreeSet<>(), new TreeMap<>());
        boolean full = false;
        for (String part : Characters.parts(text, ',')) {
            String word = part.strip();
            int equals = word.indexOf('=');
            int dash = word.indexOf('-');
            int first = row(equals >= 0 ? word.substring(0, equals) : dash > 0 ? word.substring(0, dash) : word);
            int last = equals < 0 && dash > 0 ? row(word.substring(dash + 1)) : first;
            double label = equals >= 0 ? Numbers.read(word.substring(equals + 1)) : 0;
            if (first < 0 || last < first || !Double.isFinite(label)) {
                if (!word.isEmpty()) {
                    notices.add("The edit of samples " + Remarks.quote(word)
                            + " is not understood and left out. A row that is removed is written 3, several 3-7, a row with another label"
                            + " 3=1.");
                }
                continue;
            }
            for (int row = first; row <= last && !full; row++) {
                full = edits.count() >= MOST && !edits.touches(row);
                if (!full && equals >= 0) {
                    edits.labels.put(row, label);
                } else if (!full) {
                    edits.removed.add(row);
                }
            }
        }
        if (full) {
            notices.add(bound());
        }
        return edits;
    }

    /** What to say where there are too many. */
    public static String bound() {
        return "At most " + MOST + " samples can be edited by hand, so that the experiment still fits into a link."
                + " Mend the file where it comes from, and open it again.";
    }

    private static int row(String word) {
        double number = Numbers.read(word.strip());
        return number >= 0 && number <= Integer.MAX_VALUE && number == Math.rint(number) ? (int) number : -1;
    }

    /** The shortest text that says them. */
    public String text() {
        List<String> parts = new ArrayList<>();
        int first = -1;
        int last = -1;
        for (int row : removed) {
            if (last >= 0 && row == last + 1) {
                last = row;
            } else {
                add(parts, first, last);
                first = row;
                last = row;
            }
        }
        add(parts, first, last);
        labels.forEach((row, label) -> parts.add(row + "=" + Numbers.write(label)));
        return String.join(",", parts);
    }

    private static void add(List<String> parts, int first, int last) {
        if (first >= 0) {
            parts.add(first == last ? "" + first : first + "-" + last);
        }
    }

    /** The same in a recipe. */
    public Recipe in(Recipe recipe) {
        return recipe.with(Parts.EDITS, text());
    }

    /** Without this sample. */
    public SampleEdits remove(int row) {
        SampleEdits edits = copy();
        edits.removed.add(row);
        return edits;
    }

    /** With another class, by its place, or another number. */
    public SampleEdits relabel(int row, double label) {
        SampleEdits edits = copy();
        edits.labels.put(row, label);
        return edits;
    }

    /** With the label that it came with. */
    public SampleEdits unlabel(int row) {
        SampleEdits edits = copy();
        edits.labels.remove(row);
        return edits;
    }

    /** With a sample that was removed. */
    public SampleEdits putBack(int row) {
        SampleEdits edits = copy();
        edits.removed.remove(row);
        return edits;
    }

    private SampleEdits copy() {
        return new SampleEdits(new TreeSet<>(removed), new TreeMap<>(labels));
    }

    public boolean isRemoved(int row) {
        return removed.contains(row);
    }

    /** The class or number that a row has been given. */
    public OptionalDouble label(int row) {
        Double label = labels.get(row);
        return label == null ? OptionalDouble.empty() : OptionalDouble.of(label);
    }

    private boolean touches(int row) {
        return removed.contains(row) || labels.containsKey(row);
    }

    /** Rows that are removed, in order. */
    public List<Integer> removed() {
        return List.copyOf(removed);
    }

    /** Labels by their rows, in order. */
    public Map<Integer, Double> labels() {
        return new TreeMap<>(labels);
    }

    public int count() {
        return removed.size() + labels.size();
    }

    public boolean none() {
        return count() == 0;
    }

    /** Whether there is room for one more. */
    public boolean full() {
        return count() >= MOST;
    }

    /** {@code 3 samples removed, 2 relabelled} */
    public String words() {
        String gone = removed.isEmpty() ? "" : Numbers.count(removed.size(), "sample") + " removed";
        String other = labels.isEmpty()
                ? ""
                : removed.isEmpty()
                        ? Numbers.count(labels.size(), "sample") + " relabelled"
                        : labels.size() + " relabelled";
        return gone + (gone.isEmpty() || other.isEmpty() ? "" : ", ") + other;
    }

    /**
     * A recipe that was made from another one, without edits of samples that are not its own: other data, or data drawn by another seed,
     * have other rows. Whoever sets edits means them.
     */
    public static Recipe fitted(Recipe before, Recipe after) {
        String edits = after.get(Parts.EDITS);
        if (edits.isEmpty() || !edits.equals(before.get(Parts.EDITS)) || sameRows(before, after)) {
            return after;
        }
        return NONE.in(after);
    }

    private static boolean sameRows(Recipe before, Recipe after) {
        if (!before.data().is(after.data().kind())) {
            return false;
        }
        if (after.data().is(ImageKnobs.KIND)) { // size and colour change no row
            return before.data().get(Settings.FILE_NAME).equals(after.data().get(Settings.FILE_NAME));
        }
        return before.data().equals(after.data()) && (after.usesFiles() || before.seed() == after.seed());
    }
}
