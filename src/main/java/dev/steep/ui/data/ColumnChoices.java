package dev.steep.ui.data;

import dev.steep.catalog.Choice;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.TableFacts;
import dev.steep.recipe.MissingValues;
import dev.steep.recipe.Predicted;
import dev.steep.recipe.Settings;
import dev.steep.recipe.TableChoice;
import dev.steep.ui.state.Lab;

/** What a person changes of a table: each change is a change of the recipe's data. */
final class ColumnChoices {
    private final Lab lab;

    ColumnChoices(Lab lab) {
        this.lab = lab;
    }

    /** Says what a column is for: a word of {@link TableFacts.Column#use}. */
    void use(TableFacts.Column column, String use) {
        open(TableChoice.use(lab.recipe().data(), column.name(), use), column);
    }

    /** Says what a column holds: a word of {@link TableFacts.Column#type}. */
    void type(TableFacts.Column column, String type) {
        boolean leftOut = column.use().equals("drop");
        open(TableChoice.type(lab.recipe().data(), column.name(), type, leftOut), column);
    }

    /** Says how the file is to be read. */
    void read(String option, String word) {
        lab.change(lab.recipe().withData(TableChoice.reading(lab.recipe().data(), option, word)));
    }

    /** Whatever was said of columns and of reading the file is forgotten. */
    void forget() {
        lab.change(MissingValues.alike(lab.recipe())
                .withData(TableChoice.plain(lab.recipe().data())));
    }

    boolean saysAnything() {
        Choice data = lab.recipe().data();
        return data.is(Settings.FILE) && !data.equals(TableChoice.plain(data));
    }

    /** Head, loss and metrics follow what is predicted then. */
    private void open(Choice data, TableFacts.Column changed) {
        DataFacts facts = lab.data();
        String label = TableChoice.label(data, facts.label());
        Predicted predicted = Predicted.of(data, label, facts.columns(), facts.answers());
        int classes =
                predicted.classes() < 0 && changed.name().equals(label) ? changed.different() : predicted.classes();
        if (classes < 0) {
            lab.change(lab.recipe().withData(data));
        } else {
            lab.change(lab.recipe().withData(data), classes, predicted.numbers());
        }
    }
}
