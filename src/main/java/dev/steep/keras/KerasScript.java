package dev.steep.keras;

import dev.steep.catalog.Python;
import dev.steep.network.Plan;
import dev.steep.network.Summary;
import dev.steep.protocol.DataFacts;
import dev.steep.recipe.Parts;
import dev.steep.recipe.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A whole experiment as a Python script that runs as it is: data, split, preparation, network, training. */
public final class KerasScript {
    /**
     * A line of the script.
     *
     * @param text without the line feed
     * @param part what of the experiment it says, as the beginning of a {@link dev.steep.recipe.KnobPath}: {@code
     *     layers.conv2d}, {@code optimizer}; empty for what is the same in all scripts
     */
    public record Line(String text, String part) {}

    private static final List<String> ABOUT = List.of(
            "# An experiment of Steep as a Keras 3 script. It needs Keras and one of its back ends, such as jax:",
            "#     pip install keras jax numpy",
            "# Weights, the order of samples and dropout come from other random numbers than in the lab: curves are",
            "# alike, not equal.");

    private static final String PANDAS = "import pandas as pd";

    private KerasScript() {}

    /**
     * The script of an experiment.
     *
     * @param data what is known of its data set; {@link DataFacts#NONE} if nothing is
     */
    public static List<Line> of(Recipe recipe, DataFacts data) {
        ScriptWriter body = new ScriptWriter(recipe, data);
        DataSection.write(body);
        SplitSection.write(body);
        EditsSection.write(body);
        PrepareSection.write(body);
        NetworkSection.write(body);
        TrainingSection.write(body);

        List<Line> lines = new ArrayList<>();
        String also = body.imports().contains(PANDAS) ? " pandas" : "";
        ABOUT.forEach(line -> lines.add(new Line(line.endsWith(" numpy") ? line + also : line, "")));
        lines.add(new Line("# In the lab: #" + Python.comment(recipe.toString()), ""));
        lines.add(new Line("", ""));
        body.imports().forEach(line -> lines.add(new Line(line, "")));
        lines.add(new Line("", ""));
        String seed = Parts.SEED.name();
        lines.add(new Line("keras.utils.set_random_seed(" + recipe.seed() + ")", seed));
        if (body.lines().stream().anyMatch(line -> line.text().contains("rng."))) {
            lines.add(new Line("rng = np.random.default_rng(" + recipe.seed() + ")", seed));
        }
        lines.addAll(body.lines());
        return lines;
    }

    /** What {@code model.summary()} prints of the experiment's network; a sentence as long as its data are not known. */
    public static String summary(Recipe recipe, DataFacts data) {
        return summary(recipe, data, Summary::of);
    }

    /** The same after training has begun: with what the optimizer keeps. */
    public static String trainedSummary(Recipe recipe, DataFacts data) {
        return summary(recipe, data, Summary::trained);
    }

    private static String summary(Recipe recipe, DataFacts data, Function<Plan, String> text) {
        return new ScriptWriter(recipe, data)
                .plan()
                .map(text)
                .orElse("The network is summed up as soon as its data are there.");
    }

    /** The script as one text; each line ends with a line feed. */
    public static String text(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()).append('\n'));
        return text.toString();
    }
}
