package dev.steep.ui.share;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Numbers;
import dev.steep.recipe.Parts;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.Settings;
import dev.steep.recipe.TableChoice;
import java.util.ArrayList;
import java.util.List;

/**
 * What a link takes along, in words, and what it cannot.
 *
 * @param along a few words for each thing
 * @param behind a sentence for each
 */
public record Travels(List<String> along, List<String> behind) {
    public Travels {
        along = List.copyOf(along);
        behind = List.copyOf(behind);
    }

    /**
     * Of an experiment.
     *
     * @param samples how many the data set has
     * @param testOpened how often its test part was opened
     */
    public static Travels of(Recipe recipe, int samples, int testOpened) {
        List<String> along = new ArrayList<>();
        List<String> behind = new ArrayList<>();
        Choice data = recipe.data();
        if (recipe.usesFiles()) {
            along.add("how your data are read, prepared and split");
            behind.add("Your own data, which never leave this page: who opens the link has to have "
                    + (data.get(Settings.FILE_NAME).isEmpty() ? "the same file" : TableChoice.named(data))
                    + ", and is asked for it.");
        } else {
            along.add("the data set, " + data.kind().title() + " (" + Numbers.count(samples, "sample")
                    + ", made anew), and how it is prepared and split");
        }
        int layers = recipe.layers().size();
        along.add(layers == 0 ? "no layers yet" : Numbers.count(layers, "layer") + ", with all settings");
        along.add("loss " + recipe.loss().kind().name() + ", optimizer "
                + recipe.optimizer().kind().name() + extras(recipe));
        along.add(Numbers.count(recipe.fit().get(Settings.EPOCHS), "epoch") + " in batches of "
                + Numbers.grouped(recipe.fit().get(Settings.BATCH_SIZE)));
        along.add("the seed, " + recipe.seed() + ": the same first weights, and the same run to the last bit");
        behind.add("The weights: who opens the link trains from the beginning.");
        if (testOpened > 0) {
            behind.add("That the test part was opened " + Numbers.count(testOpened, "time")
                    + " here: say so with its score.");
        }
        return new Travels(along, behind);
    }

    private static String extras(Recipe recipe) {
        int metrics = recipe.get(Parts.METRICS).size();
        int callbacks = recipe.callbacks().size();
        return (metrics == 0 ? "" : ", " + Numbers.count(metrics, "metric"))
                + (callbacks == 0 ? "" : ", " + Numbers.count(callbacks, "callback"));
    }
}
