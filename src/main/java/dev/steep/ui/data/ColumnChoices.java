package dev.steep.ui.data;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Knob;
import dev.steep.data.file.ColumnUse;
import dev.steep.protocol.TableFacts;
import dev.steep.recipe.Predicted;
import dev.steep.recipe.Settings;
import dev.steep.ui.state.Lab;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person changes of a table: each change is a change of the recipe's data. */
final class ColumnChoices {
    private final Lab lab;

    ColumnChoices(Lab lab) {
        this.lab = lab;
    }

    /** Says what a column is for: a word of {@link TableFacts.Column#use}. */
    void use(TableFacts.Column column, String use) {
        Choice data = lab.recipe().data();
        if (use.equals("label")) {
            Choice without = said(data, column.name(), ColumnUse.AUTO, type(data, column.name()));
            open(without.with(Settings.LABEL, column.name()), column);
            return;
        }
        for (ColumnUse each : ColumnUse.values()) {
            if (each.kind().name().equals(use)) {
                open(said(data, column.name(), each, type(data, column.name())), column);
            }
        }
    }

    /** Says what a column holds: a word of {@link TableFacts.Column#type}. */
    void type(TableFacts.Column column, String type) {
        Choice data = lab.recipe().data();
        ColumnUse use = find(data, column.name()).map(ColumnUse::of).orElse(ColumnUse.AUTO);
        boolean leftOut = column.use().equals("drop") && use == ColumnUse.AUTO;
        open(said(data, column.name(), leftOut ? ColumnUse.FEATURE : use, Optional.of(type)), column);
    }

    /** Says how the file is to be read; nothing for what the lab finds. */
    <T> void read(Knob<Optional<T>> knob, Optional<T> value) {
        lab.change(lab.recipe().withData(lab.recipe().data().with(knob, value)));
    }

    /** Whatever was said of columns and of reading the file is forgotten. */
    void forget() {
        Choice data = lab.recipe().data();
        lab.change(lab.recipe()
                .withData(data.kind().choice().with(Settings.FILE_NAME, data.get(Settings.FILE_NAME))));
    }

    boolean saysAnything() {
        Choice data = lab.recipe().data();
        return data.is(Settings.FILE)
                && !data.equals(
                        data.kind().choice().with(Settings.FILE_NAME, data.get(Settings.FILE_NAME)));
    }

    /** Head, loss and metrics follow what is predicted then. */
    private void open(Choice data, TableFacts.Column changed) {
        var facts = lab.data();
        String label = data.get(Settings.LABEL).isEmpty() ? facts.label() : data.get(Settings.LABEL);
        Predicted predicted = Predicted.of(data, label, facts.columns(), facts.answers());
        int classes = predicted.classes() < 0 && changed.name().equals(label) ? changed.different() : predicted.classes();
        if (classes < 0) {
            lab.change(lab.recipe().withData(data));
        } else {
            lab.change(lab.recipe().withData(data), classes, predicted.numbers());
        }
    }

    private static Optional<Choice> find(Choice data, String column) {
        return data.get(ColumnUse.Knobs.COLUMNS).stream()
                .filter(each -> each.get(ColumnUse.Knobs.COLUMN).equals(column))
                .findFirst();
    }

    private static Optional<String> type(Choice data, String column) {
        return find(data, column).flatMap(each -> each.get(ColumnUse.Knobs.TYPE));
    }

    /** The same data with something else said of this column; what the lab finds by itself needs no word. */
    private static Choice said(Choice data, String column, ColumnUse use, Optional<String> type) {
        List<Choice> columns = new ArrayList<>(data.get(ColumnUse.Knobs.COLUMNS));
        columns.removeIf(each -> each.get(ColumnUse.Knobs.COLUMN).equals(column));
        if (use != ColumnUse.AUTO || type.isPresent()) {
            columns.add(use.kind()
                    .choice()
                    .with(ColumnUse.Knobs.COLUMN, column)
                    .with(ColumnUse.Knobs.TYPE, type));
        }
        return data.with(ColumnUse.Knobs.COLUMNS, columns);
    }
}
