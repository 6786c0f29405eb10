package dev.steep.worker.experiment;

import dev.steep.catalog.Choice;
import dev.steep.data.Dataset;
import dev.steep.data.file.NamedBytes;
import dev.steep.data.format.DataFiles;
import dev.steep.data.generated.BuiltIn;
import dev.steep.data.table.Column;
import dev.steep.data.table.FileResult;
import dev.steep.data.table.Table;
import dev.steep.math.Random;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.Settings;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where data sets come from: built-in ones are made, the student's own are kept here while the page is open. */
public final class DatasetStore {
    private String ownName = "";
    private Optional<FileResult> own = Optional.empty();
    private Optional<Made> made = Optional.empty();

    private record Made(Choice choice, int seed, Dataset data) {}

    /** The material that a recipe asks for; nothing if it is a file that is not here. */
    public Optional<PreparedData> material(Recipe recipe, Consumer<String> notices) {
        Optional<PreparedData> material = find(recipe, notices);
        material.flatMap(each -> each.askedInVain(recipe)).ifPresent(notices);
        return material;
    }

    private Optional<PreparedData> find(Recipe recipe, Consumer<String> notices) {
        Optional<BuiltIn> builtIn = BuiltIn.of(recipe.data());
        if (builtIn.isPresent()) {
            return Optional.of(PreparedData.of(make(builtIn.get(), recipe), List.of(), "", recipe));
        }
        if (own.isEmpty() || !recipe.data().get(Settings.FILE_NAME).equals(ownName)) {
            return Optional.empty();
        }
        return labelled(own.get(), recipe, notices);
    }

    private Dataset make(BuiltIn set, Recipe recipe) {
        Choice choice = recipe.data();
        Optional<Made> same = made.filter(each -> each.choice.equals(choice) && each.seed == recipe.seed());
        if (same.isEmpty()) {
            Dataset data = set.make(choice, new Random(recipe.seed()).fork("data"));
            same = Optional.of(new Made(choice, recipe.seed(), data));
            made = same;
        }
        return same.orElseThrow().data;
    }

    private static Optional<PreparedData> labelled(FileResult reading, Recipe recipe, Consumer<String> notices) {
        String wanted = recipe.data().get(Settings.LABEL);
        List<String> columns = columns(reading);
        String usual = reading.table().map(Table::usualLabel).orElse("");
        FileResult labelled = reading;
        String label = usual;
        if (!wanted.isEmpty() && !wanted.equals(usual) && !columns.isEmpty()) {
            FileResult other = reading.withLabel(wanted);
            other.notices().forEach(notices);
            if (other.data().isPresent()) {
                labelled = other;
                label = wanted;
            } else {
                notices.accept("The column " + usual + " is predicted instead.");
            }
        }
        String column = label;
        return labelled.data().map(data -> PreparedData.of(data, columns, column, recipe));
    }

    private static List<String> columns(FileResult reading) {
        return reading.table()
                .map(table -> table.columns().stream().map(Column::name).toList())
                .orElse(List.of());
    }

    /** Reads files; they take the place of earlier ones only if a data set can be made of them. */
    public static FileResult read(List<NamedBytes> files) {
        return DataFiles.read(files);
    }

    /** Keeps what was read under its name, and returns the choice that asks for it. */
    public Choice keep(FileResult reading, String label) {
        own = Optional.of(reading);
        ownName = reading.data().map(Dataset::name).orElse("");
        List<String> columns = columns(reading);
        String known = columns.contains(label) && label.length() <= NamedBytes.LONGEST_NAME ? label : "";
        return Settings.FILE.choice().with(Settings.FILE_NAME, ownName).with(Settings.LABEL, known);
    }
}
