package dev.steep.worker.experiment;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Curve;
import dev.steep.data.Origin;
import dev.steep.data.Target;
import dev.steep.data.file.LabelChoice;
import dev.steep.math.Shape;
import dev.steep.network.Model;
import dev.steep.network.ModelLayer;
import dev.steep.network.Plan;
import dev.steep.network.PlannedLayer;
import dev.steep.network.Problem;
import dev.steep.network.Working;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.LayerFacts;
import dev.steep.protocol.ProblemFacts;
import dev.steep.recipe.Recipe;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the page is told of an experiment. */
public final class ExperimentFacts {
    private ExperimentFacts() {}

    static DataFacts data(PreparedData material, int testOpened) {
        var data = material.data();
        boolean classes = data.y() instanceof Target.Classes;
        var split = material.split();
        return new DataFacts(
                data.name(),
                data.shape().lengths(),
                classes ? data.y().names() : List.of(),
                classes ? List.of() : data.y().names(),
                data.features(),
                material.given().features(),
                material.ranges(),
                new int[] {split.training().length, split.validation().length, split.test().length},
                material.test(),
                testOpened,
                material.columns().stream().map(LabelChoice::name).toList(),
                material.columns().stream().mapToInt(LabelChoice::classes).toArray(),
                material.label(),
                data.origin().map(Origin::kept).orElse(List.of()),
                material.reconstructs());
    }

    /** Of a model's layers, or as far as a plan without one knows. */
    static List<LayerFacts> layers(Plan plan, Optional<Model> model) {
        List<LayerFacts> facts = new ArrayList<>();
        for (int i = 0; i < plan.layers().size(); i++) {
            int place = i;
            facts.add(layer(plan, i, model.map(each -> each.layers().get(place))));
        }
        return facts;
    }

    private static LayerFacts layer(Plan plan, int place, Optional<ModelLayer> built) {
        PlannedLayer planned = plan.layers().get(place);
        var extent = planned.extent();
        return new LayerFacts(
                planned.name(),
                planned.choice().kind().name(),
                extent.map(PlannedLayer.Extent::output).map(Shape::lengths).orElse(new int[0]),
                count(extent.map(PlannedLayer.Extent::parameters)),
                count(extent.map(PlannedLayer.Extent::trainable)),
                extent.map(PlannedLayer.Extent::multiplyAdds).orElse(0L),
                weights(planned, built, "kernel"),
                weights(planned, built, "bias"),
                built.map(each -> each.output().name()).orElse(""),
                resting(planned),
                built.flatMap(ModelLayer::mask).map(Value::name).orElse(""),
                built.map(ModelLayer::weights).orElse(List.of()).stream()
                        .filter(value -> value.role() == Value.Role.STATE)
                        .map(Value::name)
                        .toList(),
                Working.of(plan, place).stream()
                        .flatMap(each -> Stream.of(each.name(), each.value(), each.how()))
                        .toList());
    }

    /** What layers give whose activation rests at 0 for a range of numbers, as relu does. */
    public static List<Value> resting(Model model) {
        return model.layers().stream()
                .filter(layer -> !resting(layer.planned()).isEmpty())
                .map(ModelLayer::output)
                .toList();
    }

    /** The activation of a layer that rests at 0; empty if it does not. */
    private static String resting(PlannedLayer planned) {
        Choice activation = planned.layer().activation();
        return activation.curve().filter(ExperimentFacts::rests).isPresent()
                ? activation.kind().name()
                : "";
    }

    private static boolean rests(Curve curve) {
        double[] x = new double[65];
        Arrays.setAll(x, i -> (i - 32) / 4.0);
        double[] y = curve.at(x)[0];
        boolean rests = false;
        for (int i = 1; i < x.length; i++) {
            rests |= y[i] == 0 && y[i - 1] == 0;
        }
        return rests;
    }

    private static int count(Optional<Long> numbers) {
        return (int) Math.min(Integer.MAX_VALUE, numbers.orElse(0L));
    }

    private static String weights(PlannedLayer planned, Optional<ModelLayer> built, String what) {
        String name = planned.name() + "/" + what;
        return built.filter(each ->
                        each.weights().stream().anyMatch(value -> value.name().equals(name)))
                .map(each -> name)
                .orElse("");
    }

    /** What stops the plan, each with the recipe in which it is mended. */
    static List<ProblemFacts> problems(Plan plan, Recipe recipe) {
        return plan.problems().stream()
                .filter(Problem::stops)
                .map(each -> new ProblemFacts(
                        each.layer(),
                        each.sentence(),
                        remedy(each, recipe),
                        each.fix().map(Problem.Fix::offer).orElse("")))
                .toList();
    }

    private static String remedy(Problem problem, Recipe recipe) {
        return problem.fix()
                .map(fix -> recipe.withLayers(fix.layers()).withLoss(fix.loss()).toString())
                .orElse("");
    }

    /** What does not stop the plan but is worth a word. */
    static List<String> warnings(Plan plan) {
        return plan.problems().stream()
                .filter(each -> !each.stops())
                .map(Problem::sentence)
                .toList();
    }
}
