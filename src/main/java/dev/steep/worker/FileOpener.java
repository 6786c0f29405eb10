package dev.steep.worker;

import dev.steep.catalog.Choice;
import dev.steep.data.DataJob;
import dev.steep.data.Dataset;
import dev.steep.data.Target;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.GivenFile;
import dev.steep.data.format.DataFiles;
import dev.steep.data.image.ImageDecoder;
import dev.steep.network.Plan;
import dev.steep.network.layer.core.Flatten;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.recipe.Presets;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.Settings;
import dev.steep.worker.experiment.DatasetStore;
import dev.steep.worker.experiment.Experiment;
import dev.steep.worker.experiment.LabState;
import dev.steep.worker.experiment.OwnArrays;
import dev.steep.worker.report.ReportSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens files and arrays: as what the open experiment waits for, or with a network that fits them. */
final class FileOpener {
    private final ImageDecoder decoder;
    private final DatasetStore datasets;
    private final LabState present;
    private final HeldRequests held;
    private final Opener opener;
    private final PastMoves past;
    private final ReportSink post;

    FileOpener(
            ImageDecoder decoder,
            DatasetStore datasets,
            LabState present,
            HeldRequests held,
            Opener opener,
            PastMoves past,
            ReportSink post) {
        this.decoder = decoder;
        this.datasets = datasets;
        this.present = present;
        this.held = held;
        this.opener = opener;
        this.past = past;
        this.post = post;
    }

    Optional<Report> openFiles(int id, Request.OpenFiles request) {
        List<GivenFile> files = request.files().stream()
                .map(file -> GivenFile.at(file.name(), file.content()))
                .toList();
        Optional<Choice> wanted = missing() ? Optional.of(before().data()) : Optional.empty();
        held.arrive(id, request, DataFiles.job(files, wanted, decoder), (to, reading) -> take(
                        to, reading, request.address())
                .ifPresent(report -> post.send(to, report)));
        return Reply.LATER;
    }

    Optional<Report> ownData(int id, Request.OwnData request) {
        return take(id, OwnArrays.read(request), "");
    }

    /**
     * An experiment that fits what was read.
     *
     * @param chosen the data set that its recipe asks for
     */
    private record Fitting(Recipe recipe, FileResult chosen, DatasetStore.Prepared prepared) {
        boolean sound() {
            return prepared.material()
                    .filter(each -> Plan.of(Experiment.design(recipe, each)).sound())
                    .isPresent();
        }
    }

    private Optional<Report> take(int id, FileResult reading, String address) {
        if (reading.data().isEmpty()) {
            return Reply.refuse(String.join(" ", reading.notices()));
        }
        past.backToPresent();
        Recipe before = before();
        boolean missing = missing();
        String label =
                missing && before.data().is(Settings.FILE) ? before.data().get(Settings.LABEL) : "";
        Choice asked = missing ? before.data() : Settings.FILE.choice();
        Recipe plain = before.withData(DatasetStore.choice(reading, label, asked, address));
        DataJob<Fitting> job = DatasetStore.chosen(reading, plain.data())
                .then(chosen -> missing
                        ? prepared(plain, chosen)
                                .then(waiting -> waiting.sound() ? DataJob.of(() -> waiting) : fitted(plain, chosen))
                        : fitted(plain, chosen));
        held.arrive(id, plain, job, (to, fitting) -> {
            datasets.keep(reading, plain.data(), fitting.chosen, plain.seed());
            List<String> notices = new ArrayList<>(reading.told());
            notices.addAll(fitting.recipe.equals(plain) ? fitting.prepared.notices() : fitting.chosen.told());
            opener.begin(to, fitting.recipe, fitting.prepared.material(), notices)
                    .ifPresent(report -> post.send(to, report));
        });
        return Reply.LATER;
    }

    private static DataJob<Fitting> prepared(Recipe recipe, FileResult chosen) {
        return DatasetStore.preparing(chosen, recipe)
                .then(prepared -> DataJob.of(() -> new Fitting(recipe, chosen, prepared)));
    }

    /** With layers that fit the data; pictures too small for convolutions are flattened. */
    private static DataJob<Fitting> fitted(Recipe plain, FileResult chosen) {
        Dataset data = chosen.data().orElseThrow();
        Recipe usual = fitting(plain, data, false);
        boolean flat =
                isPicture(data) && !Plan.of(Experiment.design(usual, data)).sound();
        return prepared(flat ? fitting(plain, data, true) : usual, chosen);
    }

    private Recipe before() {
        return present.experiment().map(Experiment::recipe).orElse(Presets.OPENING);
    }

    /** Whether the experiment waits for files. */
    private boolean missing() {
        return before().usesFiles() && present.material().isEmpty();
    }

    private static boolean isPicture(Dataset data) {
        return data.shape().rank() == 3;
    }

    /** The layers to begin with; pictures too small for convolutions are flattened. */
    private static Recipe fitting(Recipe recipe, Dataset data, boolean flattened) {
        boolean classes = data.y() instanceof Target.Classes;
        Recipe fitting =
                Presets.fitting(recipe, isPicture(data) && !flattened, data.y().width(), classes);
        return flattened
                ? fitting.withLayers(Stream.concat(Stream.of(Flatten.KIND.choice()), fitting.layers().stream())
                        .toList())
                : fitting;
    }
}
