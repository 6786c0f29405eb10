package dev.steep.worker.experiment;

import dev.steep.catalog.Choice;
import dev.steep.data.DataJob;
import dev.steep.data.Dataset;
import dev.steep.data.file.ContentStamp;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.FileSource;
import dev.steep.data.file.LabelChoice;
import dev.steep.data.file.NamedBytes;
import dev.steep.data.file.OwnFile;
import dev.steep.data.generated.BuiltIn;
import dev.steep.math.Random;
import dev.steep.protocol.ProblemFacts;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Where data sets come from: built-in ones are made, the student's own are kept here while the page is open. */
public final class DatasetStore {
    private static final FileResult MISSING = FileResult.nothing(List.of());

    private String ownName = "";
    private Optional<FileResult> own = Optional.empty();
    private Optional<Made> made = Optional.empty();

    private record Made(Choice choice, int seed, FileResult result) {}

    /** Whether two recipes are made of the same data, however they split and prepare it. */
    public static boolean sameDataset(Recipe a, Recipe b) {
        return a.data().equals(b.data()) && a.seed() == b.seed();
    }

    /** Makes the data set that a recipe asks for; the result has none if it is a file that is not here, or there is no room. */
    public DataJob<FileResult> job(Recipe recipe) {
        Choice choice = recipe.data();
        Optional<BuiltIn> builtIn = BuiltIn.of(choice);
        if (builtIn.isEmpty() && !isOwn(choice)) {
            return DataJob.of(() -> MISSING);
        }
        Optional<Made> same = made.filter(each -> each.choice.equals(choice) && each.seed == recipe.seed());
        if (same.isPresent()) {
            return DataJob.of(() -> same.get().result().instead(List.of()));
        }
        DataJob<FileResult> job = builtIn.isPresent()
                ? builtIn.get()
                        .job(choice, new Random(recipe.seed()).fork("data"))
                        .then(data -> DataJob.of(() -> FileResult.of(data, List.of())))
                : made.filter(each -> isOwn(each.choice))
                        .map(Made::result)
                        .or(() -> own)
                        .flatMap(FileResult::source)
                        .map(source -> source.with(choice))
                        .orElseGet(() -> DataJob.of(own::orElseThrow));
        return job.then(result -> DataJob.of(() -> remembered(choice, recipe.seed(), result)));
    }

    private FileResult remembered(Choice choice, int seed, FileResult result) {
        if (result.data().isPresent()) {
            made = Optional.of(new Made(choice, seed, result));
            if (isOwn(choice) && result.source().isPresent()) {
                own = own.map(
                        before -> result.stamped(before.stamp())); // another reading of the same file takes its place
            }
        }
        return result;
    }

    private boolean isOwn(Choice choice) {
        return own.filter(each -> Settings.isFile(choice)
                        && choice.get(OwnFile.NAME).equals(ownName)
                        && OwnFile.stamp(choice).filter(other(each)).isEmpty()
                        && choice.is(kept(each).kind()))
                .isPresent();
    }

    /** What a recipe asks for is not what was dropped under its name. */
    private static Predicate<ContentStamp> other(FileResult result) {
        return asked -> result.stamp().filter(asked::equals).isEmpty();
    }

    private static Choice kept(FileResult result) {
        return result.source().map(FileSource::choice).orElseGet(OwnFile.KIND::choice);
    }

    /**
     * A data set that is split and prepared, if there is one.
     *
     * @param notices what is to be said of it
     */
    public record Prepared(Optional<PreparedData> material, List<String> notices) {}

    /** Has the data set that came of a job split and prepared as a recipe asks. */
    public static DataJob<Prepared> preparing(FileResult result, Recipe recipe) {
        if (result.data().isEmpty()) {
            return DataJob.of(() -> new Prepared(Optional.empty(), List.of()));
        }
        return PreparedData.job(
                        result.data().get(),
                        result.source().map(FileSource::columns).orElse(List.of()),
                        result.label(),
                        recipe)
                .then(material -> DataJob.of(() -> {
                    List<String> notices = new ArrayList<>(result.told());
                    notices.addAll(material.edits().notices());
                    material.askedInVain(recipe).ifPresent(notices::add);
                    material.scaledInVain(recipe).ifPresent(notices::add);
                    notices.addAll(material.notices());
                    return new Prepared(Optional.of(material), notices);
                }));
    }

    /** Why no data set came of a job, and what would; nothing if it is merely a file that is not here. */
    public Optional<ProblemFacts> problem(FileResult result, Recipe recipe) {
        if (result.data().isPresent() || result.notices().isEmpty()) {
            return Optional.empty();
        }
        Optional<Choice> fitting = own.flatMap(FileResult::source)
                .map(source -> source.fitting(recipe.data()))
                .filter(choice -> !choice.equals(recipe.data()));
        return Optional.of(new ProblemFacts(
                -1,
                result.source().filter(source -> !source.columns().isEmpty()).isPresent()
                        ? result.notices()
                                .get(result.notices().size() - 1) // of a table, what stands in the way at last
                        : String.join(" ", result.notices()),
                fitting.map(choice -> recipe.withData(choice).toString()).orElse(""),
                fitting.isPresent() ? "Open them smaller" : ""));
    }

    /** The material that a recipe asks for, at once; nothing if it is a file that is not here. */
    public Optional<PreparedData> material(Recipe recipe, Consumer<String> notices) {
        Prepared prepared = preparing(job(recipe).finish(), recipe).finish();
        prepared.notices().forEach(notices);
        return prepared.material();
    }

    /**
     * The choice that asks for what was read, under its name.
     *
     * @param label the column that a recipe would like to be predicted; empty if it does not mind
     * @param asked what a recipe waits for; of the same content, it may know the address
     * @param address where it was fetched, if it was
     */
    public static Choice choice(FileResult reading, String label, Choice asked, String address) {
        Choice plain = kept(reading)
                .with(OwnFile.NAME, reading.data().map(Dataset::name).orElse(""))
                .with(OwnFile.CONTENT, reading.stamp().map(ContentStamp::text).orElse(""));
        boolean known = Settings.isFile(asked) && OwnFile.stamp(asked).equals(reading.stamp());
        plain = plain.with(OwnFile.ADDRESS, address.isEmpty() && known ? asked.get(OwnFile.ADDRESS) : address);
        List<LabelChoice> columns = reading.source().map(FileSource::columns).orElse(List.of());
        boolean there = columns.stream().anyMatch(column -> column.name().equals(label))
                && label.length() <= NamedBytes.LONGEST_NAME;
        return there ? plain.with(OwnFile.LABEL, label) : plain;
    }

    /** The data set that such a choice asks for: what was read, unless another column of it is to be predicted. */
    public static DataJob<FileResult> chosen(FileResult reading, Choice choice) {
        boolean other = choice.is(Settings.FILE)
                && !choice.get(OwnFile.LABEL).equals(kept(reading).get(OwnFile.LABEL));
        return other
                ? reading.source().orElseThrow().with(choice)
                : DataJob.of(() -> reading.instead(List.of())); // what there is to say of it has been said
    }

    /**
     * Keeps what was read, for the recipes that ask for it.
     *
     * @param choice that asks for it
     * @param chosen the data set that the choice asks for
     * @param seed of the recipe that asks for it
     */
    public void keep(FileResult reading, Choice choice, FileResult chosen, int seed) {
        own = Optional.of(reading);
        ownName = reading.data().map(Dataset::name).orElse("");
        remembered(choice, seed, chosen);
    }
}
