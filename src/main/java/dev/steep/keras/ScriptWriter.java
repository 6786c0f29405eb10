package dev.steep.keras;

import dev.steep.catalog.Python;
import dev.steep.keras.KerasScript.Line;
import dev.steep.math.Shape;
import dev.steep.network.Design;
import dev.steep.network.Plan;
import dev.steep.network.loss.Task;
import dev.steep.protocol.DataFacts;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A script while its sections write it, with what they have to know of the experiment. */
final class ScriptWriter {
    private static final int WIDEST = 100;

    private final Recipe recipe;
    private final DataFacts data;
    private final Optional<Plan> plan;
    private final Python python = new Python();
    private final List<Line> lines = new ArrayList<>();

    ScriptWriter(Recipe recipe, DataFacts data) {
        this.recipe = recipe;
        this.data = data;
        plan = knowsData() ? Optional.of(Plan.of(design())) : Optional.empty();
        python.needs("import keras");
        python.needs("import numpy as np");
    }

    private Design design() {
        Task task = Settings.reconstructs(recipe)
                ? new Task.Reconstruction(Shape.of(data.inputShape()))
                : data.classes().isEmpty()
                        ? new Task.Regression(Math.max(1, data.targets().size()))
                        : new Task.Classification(data.classes());
        return new Design(
                Shape.of(data.inputShape()), task, recipe.layers(), recipe.loss(), recipe.optimizer(), recipe.seed());
    }

    Recipe recipe() {
        return recipe;
    }

    DataFacts data() {
        return data;
    }

    /** Whether there is a data set; a file of which a link only has the name is not. */
    boolean knowsData() {
        return data.shape().length > 0;
    }

    /** What becomes of the network, if the data set is known. */
    Optional<Plan> plan() {
        return plan;
    }

    /** Whether one of several classes is asked for. */
    boolean asksClasses() {
        return classes() && !Settings.reconstructs(recipe);
    }

    /** Whether samples are of classes; without a data set, whether the loss is one for classes only. */
    boolean classes() {
        return knowsData()
                ? !data.classes().isEmpty()
                : !dev.steep.network.loss.Loss.of(recipe.loss()).suits(new Task.Regression(1));
    }

    /** What forms of picks add to. */
    Python python() {
        return python;
    }

    /** Begins a section. */
    void heading(String title, String part) {
        lines.add(new Line("", ""));
        lines.add(new Line("# " + Python.comment(title), part));
    }

    /** Adds lines of code. */
    void code(String part, String... all) {
        for (String line : all) {
            lines.add(new Line(line, part));
        }
    }

    /** Adds code of several lines, after the functions and sentences that it asked for. */
    void statements(String part, String code) {
        definitions(part);
        notes(part, "");
        int from = 0;
        for (int end = code.indexOf('\n'); end >= 0; end = code.indexOf('\n', from)) {
            code(part, code.substring(from, end));
            from = end + 1;
        }
        if (from < code.length()) {
            code(part, code.substring(from));
        }
    }

    /** Adds the functions that were asked for since the last time. */
    void definitions(String part) {
        List<String> definitions = python.takeDefinitions();
        if (!definitions.isEmpty()) {
            code("", "", "");
            definitions.forEach(line -> lines.add(new Line(line, line.isEmpty() ? "" : part)));
        }
    }

    /** Adds the sentences that were asked for since the last time, as comments. */
    void notes(String part, String indent) {
        python.takeNotes().forEach(sentence -> comment(part, indent, sentence));
    }

    /** Adds a sentence as a comment, wrapped. */
    void comment(String part, String indent, String sentence) {
        wrapped(Python.comment(sentence), " ", indent + "# ").forEach(line -> code(part, line));
    }

    /** A text broken where {@code at} stands, so that lines are no wider than they should be; {@code at} stays at their ends. */
    static List<String> wrapped(String text, String at, String indent) {
        List<String> wrapped = new ArrayList<>();
        String rest = text;
        int room = WIDEST - indent.length();
        while (rest.length() > room) {
            int end = rest.lastIndexOf(at, room - at.length());
            end = end <= 0 ? rest.indexOf(at, room - at.length()) : end;
            if (end < 0) {
                break;
            }
            wrapped.add((indent + rest.substring(0, end + at.length())).stripTrailing());
            rest = rest.substring(end + at.length());
        }
        wrapped.add(indent + rest);
        return wrapped;
    }

    List<Line> lines() {
        return lines;
    }

    /** In the usual order: whole packages, then what is taken out of Keras, on one line. */
    List<String> imports() {
        String of = "from keras import ";
        List<String> taken = new ArrayList<>();
        List<String> imports = new ArrayList<>();
        for (String line : python.imports()) {
            if (line.startsWith(of)) {
                taken.add(line.substring(of.length()));
            } else {
                imports.add(line);
            }
        }
        imports.sort(null);
        if (!taken.isEmpty()) {
            taken.sort(null);
            imports.add(of + String.join(", ", taken));
        }
        return imports;
    }
}
