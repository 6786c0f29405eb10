package dev.steep.worker;

import dev.steep.data.file.FileResult;
import dev.steep.engine.Trainer;
import dev.steep.network.Model;
import dev.steep.protocol.ProblemFacts;
import dev.steep.protocol.Report;
import dev.steep.protocol.Report.Progress.State;
import dev.steep.protocol.Request;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.RecipeText;
import dev.steep.worker.answer.Answers;
import dev.steep.worker.experiment.Backends;
import dev.steep.worker.experiment.CarryOver;
import dev.steep.worker.experiment.DatasetStore;
import dev.steep.worker.experiment.EarlierRuns;
import dev.steep.worker.experiment.Experiment;
import dev.steep.worker.experiment.Journal;
import dev.steep.worker.experiment.LabState;
import dev.steep.worker.experiment.Past;
import dev.steep.worker.experiment.PreparedData;
import dev.steep.worker.experiment.Run;
import dev.steep.worker.experiment.RunPacket;
import dev.steep.worker.report.ReportSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/** Opens experiments: a recipe as soon as its data are there, as it is or with a run that was kept of it. */
final class Opener {
    private static final String ANOTHER = "Another experiment was opened before this one was evaluated.";

    private final Backends machinery;
    private final DatasetStore datasets;
    private final LabState present;
    private final Arrival arrival;
    private final HeldRequests held;
    private final Answers answers;
    private final TrainingTurns training;
    private final PastMoves past;
    private final ReportSink post;
    private final DoubleSupplier clock;

    /** @param held waits for the data of {@code arrival} */
    Opener(
            Backends machinery,
            DatasetStore datasets,
            LabState present,
            Arrival arrival,
            HeldRequests held,
            Answers answers,
            TrainingTurns training,
            PastMoves past,
            ReportSink post,
            DoubleSupplier clock) {
        this.machinery = machinery;
        this.datasets = datasets;
        this.present = present;
        this.arrival = arrival;
        this.held = held;
        this.answers = answers;
        this.training = training;
        this.past = past;
        this.post = post;
        this.clock = clock;
    }

    Optional<Report> open(int id, Request.Open request) {
        var reading = RecipeText.read(request.recipe());
        Recipe recipe = reading.recipe();
        past.backToPresent();
        Optional<Experiment> retuned = present.experiment().flatMap(open -> open.retuned(recipe));
        if (retuned.isPresent()) {
            held.giveUp();
            String before = present.experiment().orElseThrow().recipe().toString();
            if (!recipe.toString().equals(before)) {
                present.past().changed(retuned.get().trainer().orElseThrow(), Journal.Change.KNOBS, recipe.toString());
            }
            if (!retuned.get().pace().equals(present.experiment().orElseThrow().pace())) {
                present.run(present.run().map(Run::atPace)); // whoever sets a pace means the training that is under way
            }
            present.open(retuned.get());
            post.send(id, retuned.get().opened(reading.notices(), false, present));
            if (present.past().news(present.trainer())) {
                training.tellKept(); // a callback that is gone keeps nothing
            }
            training.report(retuned.get());
            return Reply.LATER;
        }
        List<String> notices = new ArrayList<>(reading.notices());
        return withData(id, new Opening(recipe, notices, (to, material) -> begin(to, recipe, material, notices)));
    }

    Optional<Report> reopen(int id, Request.Reopen request) {
        var reading = RecipeText.read(request.recipe());
        Recipe recipe = reading.recipe();
        List<String> notices = new ArrayList<>(reading.notices());
        past.backToPresent();
        return withData(
                id,
                new Opening(
                        recipe,
                        notices,
                        (to, material) -> reopened(to, recipe, material, notices, model -> present.past()
                                .kept(request.key()))));
    }

    Optional<Report> recover(int id, Request.Recover request) {
        var reading = RecipeText.read(request.recipe());
        Recipe recipe = reading.recipe();
        List<String> notices = new ArrayList<>(reading.notices());
        return withData(
                id,
                new Opening(
                        recipe,
                        notices,
                        (to, material) -> reopened(
                                to, recipe, material, notices, model -> RunPacket.read(request.run(), model))));
    }

    Optional<Report> openStopped(int id, Request.OpenStopped request) {
        held.giveUp();
        var reading = RecipeText.read(request.recipe());
        return begin(id, Experiment.stopped(reading.recipe(), request.reason()), reading.notices());
    }

    /** Opens a recipe as soon as its data are there. */
    private Optional<Report> withData(int id, Opening opening) {
        Optional<PreparedData> known = present.experiment()
                .filter(open -> open.recipe().sameData(opening.recipe))
                .flatMap(Experiment::material);
        if (known.isPresent()) {
            held.giveUp();
            return opening.then.open(id, known);
        }
        Optional<Opening> preparing = arrival.purpose(Preparing.class).map(Preparing::opening);
        if (arrival.purpose(Opening.class).filter(opening::sameDataset).isPresent()) {
            arrival.readdress(id, opening, FileResult.class, opening::take);
        } else if (preparing.filter(opening::samePreparation).isPresent()) {
            arrival.readdress(id, new Preparing(opening), DatasetStore.Prepared.class, opening::take);
        } else if (preparing.filter(opening::sameDataset).isPresent()) {
            held.arriveInstead(id, opening, datasets.job(opening.recipe), opening::take);
        } else {
            held.arrive(id, opening, datasets.job(opening.recipe), opening::take);
        }
        return Reply.LATER;
    }

    /** What is done when the data are there. */
    private interface Then {
        Optional<Report> open(int id, Optional<PreparedData> material);
    }

    /** The purpose of data that are there, and being prepared. */
    private record Preparing(Opening opening) {}

    /** A recipe whose data are on their way, and what is done when they are there and prepared. */
    private final class Opening {
        private final Recipe recipe;
        private final List<String> notices;
        private final Then then;

        Opening(Recipe recipe, List<String> notices, Then then) {
            this.recipe = recipe;
            this.notices = notices;
            this.then = then;
        }

        boolean sameDataset(Opening other) {
            return DatasetStore.sameDataset(recipe, other.recipe);
        }

        boolean samePreparation(Opening other) {
            return recipe.sameData(other.recipe);
        }

        void take(int id, FileResult made) {
            Optional<ProblemFacts> problem = datasets.problem(made, recipe);
            if (problem.isPresent()) {
                begin(id, Experiment.without(recipe, problem.get()), notices);
            } else {
                held.arrive(id, new Preparing(this), DatasetStore.preparing(made, recipe), this::take);
            }
        }

        void take(int id, DatasetStore.Prepared prepared) {
            notices.addAll(prepared.notices());
            then.open(id, prepared.material()).ifPresent(report -> post.send(id, report));
        }
    }

    /** Opens an experiment with the run that was kept of it. */
    private Optional<Report> reopened(
            int id,
            Recipe recipe,
            Optional<PreparedData> material,
            List<String> notices,
            Function<Model, Optional<EarlierRuns.Kept>> kept) {
        training.stopIfTraining();
        answers.refuse(ANOTHER);
        present.close();
        present.keepWaiting(Optional.empty());
        Experiment fresh = made(recipe, material);
        Optional<EarlierRuns.Kept> fitting = fresh.trainer().map(Trainer::model).flatMap(model -> kept.apply(model)
                .filter(run -> run.snapshot().suits(model)));
        if (fitting.isEmpty()) {
            if (fresh.trainer().isPresent()) {
                notices.add("The weights of that time are not kept any more, so training starts from the beginning.");
            }
            return begin(id, fresh, notices);
        }
        Trainer trainer = fresh.trainer().orElseThrow();
        training.reports().afresh();
        training.reports()
                .report(fresh, State.PAUSED, clock.getAsDouble()); // of no step: what was drawn of the other run goes
        training.reports().afresh();
        trainer.restore(fitting.get().snapshot());
        present.past()
                .begin(new Past.Recording(
                        fitting.get().journal(), fresh.trainer(), fitting.get().checkpoints()));
        return opened(id, fresh, notices, trainer.step() == 0);
    }

    /** Makes this the experiment, and has a run that fits go on in it. */
    Optional<Report> begin(int id, Recipe recipe, Optional<PreparedData> material, List<String> notices) {
        Optional<CarryOver> carried = present.carried(recipe);
        if (carried.isEmpty()) {
            training.stopIfTraining();
        }
        answers.refuse(ANOTHER);
        present.close(); // there is no memory for two networks
        Experiment fresh = made(recipe, material);
        if (fresh.trainer().isPresent()) {
            notices.addAll(machinery.usual().remarks());
        }
        present.keepWaiting(fresh.trainer().isPresent() ? Optional.empty() : carried);
        Optional<List<String>> goingOn = carried.flatMap(run -> fresh.trainer().flatMap(run::into));
        goingOn.ifPresent(notices::addAll);
        if (carried.isPresent() && fresh.trainer().isEmpty()) {
            training.reports()
                    .waiting(carried.get()
                            .state()); // first, so that the end of training does not say that there is no run
            training.stopIfTraining();
            return opened(id, fresh, notices, true);
        }
        boolean anew = goingOn.isEmpty() || fresh.trainer().orElseThrow().step() == 0;
        if (anew) {
            return begin(id, fresh, notices);
        }
        present.past().edited(fresh.trainer().orElseThrow(), recipe.toString());
        return opened(id, fresh, notices, false);
    }

    /** An experiment with its network, if it can have one; to make a large one takes long. */
    private Experiment made(Recipe recipe, Optional<PreparedData> material) {
        post.alive();
        Experiment fresh = Experiment.of(recipe, material, machinery.usual(), clock);
        post.alive();
        return fresh;
    }

    /** Makes this the experiment and starts anew. */
    private Optional<Report> begin(int id, Experiment fresh, List<String> notices) {
        training.stopIfTraining();
        training.reports().afresh();
        present.past().begin(new Past.Recording(fresh.recipe().toString(), fresh.trainer()));
        return opened(id, fresh, notices, true);
    }

    private Optional<Report> opened(int id, Experiment fresh, List<String> notices, boolean anew) {
        present.open(fresh);
        post.send(id, fresh.opened(notices, anew, present));
        training.tellKept();
        answers.opened(); // after the page knows of it, so that panels ask for what it has
        training.report(fresh);
        return Reply.LATER;
    }
}
