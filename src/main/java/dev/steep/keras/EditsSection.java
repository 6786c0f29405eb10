package dev.steep.keras;

import dev.steep.catalog.Numbers;
import dev.steep.recipe.Parts;
import dev.steep.recipe.SampleEdits;
import java.util.ArrayList;
import java.util.List;

/** Samples that were relabelled or removed by hand, by their rows; the split is that of the data as they came, as in the lab. */
final class EditsSection {
    private static final String PART = Parts.EDITS.name();

    private EditsSection() {}

    static void write(ScriptWriter script) {
        SampleEdits edits = SampleEdits.of(script.recipe());
        if (edits.none()) {
            return;
        }
        script.heading("Samples changed by hand, by their rows", PART);
        if (!script.recipe().usesFiles()) {
            script.comment(PART, "", "Rows of the lab's samples; those above are made by other random numbers.");
        }
        if (!edits.labels().isEmpty()) {
            List<String> labels = new ArrayList<>();
            edits.labels().forEach((row, label) -> labels.add(row + ": " + Numbers.write(label)));
            script.code(
                    PART,
                    "y = np.array(y)",
                    "for row, label in {" + String.join(", ", labels) + "}.items():",
                    "    y[row" + (script.classes() ? "" : ", 0") + "] = label");
        }
        if (!edits.removed().isEmpty()) {
            script.code(
                    PART,
                    "removed = ["
                            + String.join(
                                    ", ",
                                    edits.removed().stream()
                                            .map(row -> "" + row)
                                            .toList()) + "]",
                    "training = training[~np.isin(training, removed)]");
            if (SplitSection.validates(script)) {
                script.code(PART, "validation = validation[~np.isin(validation, removed)]");
            }
            if (SplitSection.tests(script)) {
                script.code(PART, "test = test[~np.isin(test, removed)]");
            }
        }
    }
}
