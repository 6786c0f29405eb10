package dev.steep.data.generated.set;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.data.DataJob;
import dev.steep.data.Dataset;
import dev.steep.math.Random;
import java.util.function.BiFunction;

/**
 * One data set that is made in the page, declared in the file that makes it.
 *
 * @param group where pickers list it
 * @param kind its name, title, sentence and knobs
 * @param opening the experiment that it opens with, as a link writes it, without version and data
 * @param hint one sentence: what to try
 * @param maker makes it from its knobs and a seed
 */
public record GeneratedSet(
        Group group, Kind kind, String opening, String hint, BiFunction<Choice, Random, DataJob<Dataset>> maker) {
    /** A set that is made in slices, because its largest size takes longer than one. */
    public static GeneratedSet inSlices(
            Group group, Kind kind, String opening, String hint, BiFunction<Choice, Random, DataJob<Dataset>> maker) {
        return new GeneratedSet(group, kind, opening, hint, maker);
    }

    /** A set whose largest size takes no longer than a slice. */
    public static GeneratedSet atOnce(
            Group group, Kind kind, String opening, String hint, BiFunction<Choice, Random, Dataset> maker) {
        return new GeneratedSet(
                group,
                kind,
                opening,
                hint,
                (choice, random) -> DataJob.of("Making", () -> maker.apply(choice, random)));
    }
}
