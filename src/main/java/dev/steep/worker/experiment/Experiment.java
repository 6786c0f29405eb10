package dev.steep.worker.experiment;

import dev.steep.data.Batches;
import dev.steep.data.Dataset;
import dev.steep.data.file.OwnFile;
import dev.steep.engine.Backend;
import dev.steep.engine.TooLarge;
import dev.steep.engine.Trainer;
import dev.steep.math.Random;
import dev.steep.network.Design;
import dev.steep.network.Model;
import dev.steep.network.Plan;
import dev.steep.network.metric.Measure;
import dev.steep.network.optimizer.LearningRate;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.LayerFacts;
import dev.steep.protocol.ProblemFacts;
import dev.steep.protocol.Report;
import dev.steep.recipe.Pace;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * A recipe and what was made of it, as far as that goes: without its file there is no material, with a problem in the
 * network, or too large a one, no trainer.
 *
 * @param excess what it takes too much of
 * @param stopped why nothing at all was made of it, if that is so
 */
public record Experiment(
        Recipe recipe,
        Optional<PreparedData> material,
        Optional<Plan> plan,
        Optional<ProblemFacts> excess,
        Optional<Trainer> trainer,
        Optional<String> stopped) {
    /** As many as a small picture of them has places. */
    private static final int RATES = 225;

    public static Experiment of(Recipe recipe, Optional<PreparedData> material, Backend backend, DoubleSupplier clock) {
        Optional<Plan> plan = material.map(each -> Plan.of(design(recipe, each)));
        return plan.filter(
                        each -> each.sound() && CallbackChecks.problem(recipe).isEmpty())
                .map(sound -> affordable(recipe, material.orElseThrow(), sound, backend, clock))
                .orElseGet(() ->
                        new Experiment(recipe, material, plan, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** A recipe that nothing is made of, for this reason. */
    public static Experiment stopped(Recipe recipe, String reason) {
        return new Experiment(
                recipe, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(reason));
    }

    /** A recipe whose data there is no room for, or no way to make. */
    public static Experiment without(Recipe recipe, ProblemFacts problem) {
        return new Experiment(
                recipe, Optional.empty(), Optional.empty(), Optional.of(problem), Optional.empty(), Optional.empty());
    }

    /** The same without its network, which is then no longer held in memory. */
    Experiment closed() {
        return new Experiment(recipe, material, plan, excess, Optional.empty(), stopped);
    }

    /** Counted before it is opened: what would be too large has a problem instead of a trainer. */
    private static Experiment affordable(
            Recipe recipe, PreparedData material, Plan plan, Backend backend, DoubleSupplier clock) {
        Model model = Model.of(plan);
        Optional<ProblemFacts> excess = new ResourceCheck(recipe, material, model, backend).excess();
        Optional<Trainer> trainer = Optional.empty();
        if (excess.isEmpty()) {
            try {
                trainer = Optional.of(trainer(recipe, material, model, backend, clock));
            } catch (TooLarge other) {
                excess = new ResourceCheck(recipe, material, model, other.backend()).excess();
            } catch (OutOfMemoryError refused) {
                excess = Optional.of(
                        new ResourceCheck(recipe, material, model, backend).refused("" + refused.getMessage()));
            }
        }
        return new Experiment(recipe, Optional.of(material), Optional.of(plan), excess, trainer, Optional.empty());
    }

    public static Design design(Recipe recipe, PreparedData material) {
        return new Design(
                material.given().shape(),
                material.task(),
                recipe.layers(),
                recipe.loss(),
                recipe.optimizer(),
                recipe.seed(),
                material.weighted(recipe));
    }

    /** The design for pictures that are not prepared yet: that moves and stretches their numbers, and changes no shape. */
    public static Design design(Recipe recipe, Dataset pictures) {
        return new Design(
                pictures.shape(),
                PreparedData.task(pictures.y()),
                recipe.layers(),
                recipe.loss(),
                recipe.optimizer(),
                recipe.seed(),
                false);
    }

    private static Trainer trainer(
            Recipe recipe, PreparedData material, Model model, Backend backend, DoubleSupplier clock) {
        Batches batches = new Batches(
                material.split().training(),
                recipe.fit().get(Settings.BATCH_SIZE),
                recipe.fit().get(Settings.SHUFFLE),
                new Random(recipe.seed()));
        Trainer trainer = new Trainer(backend, model, material.supply(recipe), material.split(), batches, clock);
        trainer.measure(recipe.metrics());
        trainer.follow(recipe.callbacks(), recipe.fit().get(Settings.EPOCHS));
        return trainer;
    }

    /** This experiment going on under a recipe with other live knobs; nothing if it has to start anew. */
    public Optional<Experiment> retuned(Recipe other) {
        if (trainer.isEmpty()
                || !recipe.differsOnlyLive(other)
                || CallbackChecks.problem(other).isPresent()) {
            return Optional.empty();
        }
        Trainer running = trainer.get();
        Optional<Model> retuned = running.model().retuned(design(other, material.orElseThrow()));
        try {
            retuned.ifPresent(model -> {
                running.retune(model);
                running.measure(other.metrics());
                running.follow(other.callbacks(), other.fit().get(Settings.EPOCHS));
            });
        } catch (TooLarge | OutOfMemoryError refused) {
            return Optional.empty(); // opened anew, it says why
        }
        return retuned.map(model -> new Experiment(
                other, material, Optional.of(model.plan()), Optional.empty(), trainer, Optional.empty()));
    }

    /** How many epochs the recipe asks for. */
    public int epochs() {
        return recipe.fit().get(Settings.EPOCHS);
    }

    /** How fast it is meant to be watched. */
    public Pace pace() {
        return Pace.of(recipe, material.orElseThrow().data().shape());
    }

    /** What the page is told. */
    public Report.Opened opened(List<String> notices, boolean anew, LabState present) {
        List<String> sentences = new ArrayList<>(notices);
        material.flatMap(each -> each.weighedInVain(recipe)).ifPresent(sentences::add);
        material.flatMap(each -> each.comparedInVain(recipe)).ifPresent(sentences::add);
        plan.ifPresent(each -> {
            sentences.addAll(ExperimentFacts.warnings(each));
            sentences.addAll(Measure.unsuited(each.design().task(), each.targetWidth(), recipe.metrics()));
            sentences.addAll(CallbackChecks.idle(recipe, measures(each), validates()));
        });
        return new Report.Opened(
                recipe.toString(),
                List.copyOf(sentences),
                anew,
                material.map(each -> ExperimentFacts.data(each, present.tests().opened(each)))
                        .orElse(DataFacts.NONE),
                layers(),
                problems(),
                metrics(),
                rates(),
                present.rows(),
                present.chosenRow());
    }

    private List<String> metrics() {
        return plan.map(this::measures).orElse(List.of()).stream()
                .skip(1)
                .map(Measure::name)
                .toList();
    }

    private double[] rates() {
        return trainer.map(each ->
                        LearningRate.of(recipe.optimizer()).planned((double) epochs() * each.stepsPerEpoch(), RATES))
                .orElse(new double[0]);
    }

    private List<Measure> measures(Plan of) {
        return Measure.of(of.design().task(), of.targetWidth(), recipe.metrics());
    }

    private boolean validates() {
        return material.filter(each -> each.split().validation().length > 0).isPresent();
    }

    private List<LayerFacts> layers() {
        return plan.map(each -> ExperimentFacts.layers(each, trainer.map(Trainer::model)))
                .orElseGet(() -> recipe.layers().stream()
                        .map(layer -> new LayerFacts(
                                layer.kind().name(),
                                layer.kind().name(),
                                new int[0],
                                0,
                                0,
                                0,
                                "",
                                "",
                                "",
                                "",
                                "",
                                List.of(),
                                List.of()))
                        .toList());
    }

    /** Why it cannot be trained. */
    List<ProblemFacts> problems() {
        return plan.map(each -> excess.map(List::of).orElseGet(() -> wrong(each)))
                .orElseGet(() -> List.of(
                        excess.orElseGet(() -> stopped.map(ProblemFacts::of).orElseGet(this::missing))));
    }

    private List<ProblemFacts> wrong(Plan design) {
        List<ProblemFacts> all = new ArrayList<>(ExperimentFacts.problems(design, recipe));
        CallbackChecks.problem(recipe).ifPresent(all::add);
        return List.copyOf(all);
    }

    private ProblemFacts missing() {
        return ProblemFacts.of("This experiment uses " + OwnFile.named(recipe.data())
                + ", which a link cannot carry: drop the file here to go on, or pick a built-in data set.");
    }
}
