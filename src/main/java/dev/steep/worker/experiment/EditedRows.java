package dev.steep.worker.experiment;

import dev.steep.catalog.Numbers;
import dev.steep.data.Dataset;
import dev.steep.data.Split;
import dev.steep.data.Target;
import dev.steep.recipe.Parts;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.SampleEdits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A data set after samples were removed or relabelled by hand. The split is drawn from the data as they came, and removed rows are taken
 * out of its parts: so no edit moves another sample from one part to another.
 *
 * @param data with other labels, and the same rows
 * @param came the labels that it came with
 * @param notices what of the edits is not used
 */
record EditedRows(Dataset data, Target came, SampleEdits edits, List<String> notices) {
    static EditedRows of(Dataset came, Recipe recipe) {
        List<String> notices = new ArrayList<>();
        SampleEdits edits = SampleEdits.read(recipe.get(Parts.EDITS), notices);
        if (edits.none()) {
            return new EditedRows(came, came.y(), edits, List.copyOf(notices));
        }
        int count = came.count();
        long beyond = edits.removed().stream().filter(row -> row >= count).count();
        List<Integer> wrong = new ArrayList<>();
        Target other = relabelled(came.y(), edits.labels(), wrong);
        if (beyond + wrong.size() > 0) {
            notices.add(Numbers.count((int) beyond + wrong.size(), "edit")
                    + " of samples cannot be used here: the data set has "
                    + Numbers.grouped(count) + " rows, counted from 0"
                    + (came.y() instanceof Target.Classes classes
                            ? ", and " + classes.names().size() + " classes."
                            : "."));
        }
        Dataset data = new Dataset(
                came.name(), came.shape(), came.x(), other, came.features(), came.parts(), came.origin());
        return new EditedRows(data, came.y(), edits, List.copyOf(notices));
    }

    private static Target relabelled(Target y, Map<Integer, Double> labels, List<Integer> wrong) {
        if (labels.isEmpty()) {
            return y;
        }
        if (y instanceof Target.Classes classes) {
            int[] index = classes.index().clone();
            labels.forEach((row, label) -> {
                boolean known = row < index.length
                        && label == Math.rint(label)
                        && label >= 0
                        && label < classes.names().size();
                if (known) {
                    index[row] = (int) (double) label;
                } else {
                    wrong.add(row);
                }
            });
            return new Target.Classes(index, classes.names());
        }
        Target.Numbers numbers = (Target.Numbers) y;
        float[] values = numbers.values().clone();
        labels.forEach((row, label) -> {
            if (row < numbers.count()) {
                values[row * numbers.width()] = (float) (double) label;
            } else {
                wrong.add(row);
            }
        });
        return new Target.Numbers(values, numbers.width(), numbers.names());
    }

    /** A split without the rows that are removed; one row at least is left for training. */
    Split without(Split split) {
        if (edits.removed().isEmpty()) {
            return split;
        }
        int[] training = kept(split.training());
        return new Split(
                training.length == 0 ? Arrays.copyOf(split.training(), 1) : training,
                kept(split.validation()),
                kept(split.test()));
    }

    private int[] kept(int[] rows) {
        return Arrays.stream(rows).filter(row -> !edits.isRemoved(row)).toArray();
    }

    boolean sameAs(EditedRows other) {
        return edits.text().equals(other.edits.text());
    }

    /** Whether each sample has the same label. */
    boolean sameTargets(EditedRows other) {
        return came == other.came && edits.labels().equals(other.edits.labels());
    }
}
