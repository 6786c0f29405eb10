package dev.steep.network;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Numbers;
import dev.steep.math.Shape;
import dev.steep.network.PlannedLayer.Extent;
import dev.steep.network.activation.Activation;
import dev.steep.network.activation.ActivationKnobs;
import dev.steep.network.layer.Neurons;
import dev.steep.network.layer.Weights;
import dev.steep.network.layer.core.ActivationLayer;
import dev.steep.network.layer.core.Dense;
import dev.steep.network.layer.core.Flatten;
import dev.steep.network.layer.core.FormulaLayer;
import dev.steep.network.layer.core.ReshapeLayer;
import dev.steep.network.loss.Loss;
import dev.steep.network.loss.Task;
import dev.steep.network.optimizer.Clipping;
import dev.steep.network.optimizer.OptimizerKnobs;
import dev.steep.network.optimizer.Schedule;
import dev.steep.network.weight.Constraint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be wrong with layers that fit together: the network as a whole, its output, its loss. */
final class Checks {
    private static final Set<Activation> PROBABLE =
            EnumSet.of(Activation.SOFTMAX, Activation.SIGMOID, Activation.HARD_SIGMOID);

    private final Design design;
    private final List<PlannedLayer> layers;
    private final List<Problem> problems = new ArrayList<>();

    Checks(Design design, List<PlannedLayer> layers) {
        this.design = design;
        this.layers = layers;
    }

    /** Everything that is wrong, what stops it first. */
    List<Problem> problems() {
        if (layers.isEmpty()) {
            stop(
                    Problem.WHOLE,
                    "The network is empty. Add a layer: " + finalLayerWords() + " gives " + wanted() + ".",
                    finalOffer(),
                    finalLayers(design.input()));
            return problems;
        }
        checkWeights();
        FormulaChecks.problem(layers).ifPresent(problems::add);
        if (checkOutput()) {
            checkLoss();
        }
        checkFlat();
        checkConstraints();
        design.optimizer()
                .get(OptimizerKnobs.SCHEDULE)
                .flatMap(Schedule::complaint)
                .ifPresent(this::warn);
        new Clipping(design.optimizer()).complaint().ifPresent(this::warn);
        return problems;
    }

    private void warn(String sentence) {
        problems.add(new Problem(Problem.WHOLE, false, sentence, Optional.empty()));
    }

    static boolean oneNumberForTwoClasses(Design design, Optional<Shape> output) {
        return design.task() instanceof Task.Classification
                && design.task().width() == 2
                && output.filter(shape -> shape.size() == 1).isPresent();
    }

    private void checkWeights() {
        if (layers.stream().anyMatch(layer -> extent(layer).trainable() > 0)) {
            return;
        }
        if (layers.stream()
                .anyMatch(layer -> !layer.trainable() && extent(layer).parameters() > 0)) {
            problems.add(new Problem(
                    Problem.WHOLE,
                    false,
                    "Every layer with weights is frozen, so training changes nothing. Set trainable to true in one of them.",
                    Optional.empty()));
        } else {
            stop(
                    Problem.WHOLE,
                    "No layer has weights, so there is nothing to train. Add " + finalLayerWords() + ".",
                    finalOffer(),
                    appended(finalLayers(output())));
        }
    }

    /** Whether the last layer gives what is asked for. */
    private boolean checkOutput() {
        Shape output = output();
        if (design.task() instanceof Task.Reconstruction) {
            return checkReconstruction(output);
        }
        if (output.rank() > 1) {
            stop(
                    last(),
                    "The last layer gives " + output + " instead of " + wanted() + ". Add Flatten and "
                            + finalLayerWords() + ".",
                    "Add Flatten and " + finalLayerWords(),
                    appended(finalLayers(output)));
            return false;
        }
        if (output.size() != design.task().width() && !oneNumberForTwoClasses(design, Optional.of(output))) {
            wrongWidth(output.size());
            return false;
        }
        return true;
    }

    /** As in Keras, what a network is to reconstruct has the shape of what it is given. */
    private boolean checkReconstruction(Shape output) {
        if (output.equals(design.task().shape())) {
            return true;
        }
        if (output.rank() == 1 && design.task().shape().rank() == 1) {
            wrongWidth(output.size());
            return false;
        }
        List<Choice> more = finalLayers(output);
        String words = more.stream().map(each -> each.phrase().toString()).collect(Collectors.joining(", "));
        stop(
                last(),
                "The last layer gives " + output + " instead of " + wanted() + ", the network's own input. Add " + words
                        + ".",
                "Add " + words,
                appended(more));
        return false;
    }

    private void wrongWidth(int width) {
        int wanted = design.task().width();
        String gives = "The last layer gives " + Numbers.count(width, "number") + " instead of " + wanted();
        int place = last();
        while (place > 0 && keepsNumbers(layers.get(place))) {
            place--;
        }
        PlannedLayer planned = layers.get(place);
        Optional<Knob<Integer>> size =
                planned.layer().size().filter(knob -> extent(planned).output().rank() == 1);
        if (size.isPresent()) {
            String knob = size.get().name();
            stop(
                    place,
                    gives + ". Set " + knob + " of " + planned.name() + " to " + wanted + ".",
                    "Set " + knob + " to " + wanted,
                    replaced(place, planned.choice().with(size.get(), wanted)));
        } else {
            stop(last(), gives + ". Add " + finalLayerWords() + ".", finalOffer(), appended(finalLayers(output())));
        }
    }

    private void checkLoss() {
        Loss loss = Loss.of(design.loss());
        String name = loss.kind().name();
        int width = output().size();
        if (!loss.suits(design.task())) {
            Loss better = !(design.task() instanceof Task.Classification)
                    ? Loss.MEAN_SQUARED_ERROR
                    : width == 1 ? Loss.BINARY_CROSSENTROPY : Loss.CATEGORICAL_CROSSENTROPY;
            String about = !(design.task() instanceof Task.Classification)
                    ? " compares classes, but "
                            + (design.task() instanceof Task.Reconstruction
                                    ? "the answer here is the input itself"
                                    : "this data set asks for numbers")
                    : " compares numbers, but this data set asks for classes";
            stopByLoss(name + about, better);
        } else if (width == 1 && loss.needsEachClass()) {
            stopByLoss(
                    name + " needs one number for each class, but the last layer gives a single one",
                    Loss.BINARY_CROSSENTROPY);
        } else if (width == 1 && lastActivation().is(Activation.SOFTMAX.kind())) {
            Activation better =
                    !(design.task() instanceof Task.Classification) ? Activation.LINEAR : Activation.SIGMOID;
            problems.add(activationProblem(
                    true, "The softmax of a single number is always 1, so there is nothing to learn", better));
        } else if (loss.needsBothSigns() && PROBABLE.contains(Activation.of(lastActivation()))) {
            problems.add(activationProblem(
                    false,
                    name + " asks for less than -1 where a class is wrong and more than 1 where it is right, which "
                            + lastActivation().kind().name() + " does not give",
                    Activation.LINEAR));
        } else if (loss.isOfLogits(design.loss()) && PROBABLE.contains(Activation.of(lastActivation()))) {
            problems.add(activationProblem(
                    false,
                    name
                            + " with from_logits applies softmax or sigmoid itself, to numbers that are probabilities already",
                    Activation.LINEAR));
        } else if (Activation.isPerceptron(lastActivation())
                && loss != Loss.MEAN_ABSOLUTE_ERROR
                && loss != Loss.MEAN_SQUARED_ERROR) {
            Problem.Fix fix = new Problem.Fix(
                    "Set the loss to mean_absolute_error",
                    design.layers(),
                    Loss.MEAN_ABSOLUTE_ERROR.kind().choice());
            problems.add(new Problem(
                    Problem.WHOLE,
                    false,
                    "The perceptron learning rule moves weights by mistakes, which mean_absolute_error counts; " + name
                            + " does not. Pick mean_absolute_error.",
                    Optional.of(fix)));
        } else if (!loss.after(design.loss()).isEmpty() && !suits(loss, lastActivation()) && !endsWithLaw()) {
            String needs = loss == Loss.POISSON ? "positive numbers" : "probabilities";
            Activation first = loss.after(design.loss()).get(0);
            Activation better = first == Activation.SOFTMAX && width == 1 ? Activation.SIGMOID : first;
            problems.add(activationProblem(
                    false,
                    name + " needs " + needs + ", which "
                            + lastActivation().kind().name() + " does not give",
                    better));
        }
    }

    /** Whether a loss can make sense of what an activation gives; a formula is tried out. */
    private boolean suits(Loss loss, Choice activation) {
        Activation last = Activation.of(activation);
        if (last != Activation.FORMULA) {
            return loss.after(design.loss()).contains(last);
        }
        double[] x = new double[33];
        Arrays.setAll(x, i -> (i - 16) / 2.0);
        double most = loss == Loss.POISSON ? Double.POSITIVE_INFINITY : 1;
        return activation
                .curve()
                .filter(curve -> Arrays.stream(curve.at(x)[0]).allMatch(y -> y >= 0 && y <= most))
                .isPresent();
    }

    private void stopByLoss(String what, Loss better) {
        String name = better.kind().name();
        Problem.Fix fix = new Problem.Fix(
                "Set the loss to " + name, design.layers(), better.kind().choice());
        problems.add(new Problem(Problem.WHOLE, true, what + ". Pick " + name + ".", Optional.of(fix)));
    }

    private Problem activationProblem(boolean stops, String what, Activation better) {
        String name = better.kind().name();
        int place = lastWithNumbersOfItsOwn();
        Choice activation = better.kind().choice();
        List<Choice> repaired = layers.get(place)
                .layer()
                .activationKnob()
                .map(knob -> replaced(place, layers.get(place).choice().with(knob, activation)))
                .orElseGet(() ->
                        appended(List.of(ActivationLayer.KIND.choice().with(ActivationLayer.ACTIVATION, activation))));
        Problem.Fix fix = new Problem.Fix("Set the activation to " + name, repaired, design.loss());
        return new Problem(place, stops, what + ". Give the last layer the activation " + name + ".", Optional.of(fix));
    }

    private void checkConstraints() {
        for (int i = 0; i < layers.size(); i++) {
            for (Weights weights :
                    layers.get(i).layer().weights(extent(layers.get(i)).input())) {
                Optional<String> complaint = Constraint.complaint(weights.constraint());
                if (complaint.isPresent()) {
                    problems.add(new Problem(i, false, complaint.get(), Optional.empty()));
                }
            }
        }
    }

    private void checkFlat() {
        for (int i = 0; i < layers.size(); i++) {
            Choice activation = layers.get(i).layer().activation();
            if (Activation.of(activation).flat(activation)) {
                boolean typed = activation.is(Activation.FORMULA.kind());
                String what = typed
                        ? "The formula " + activation.get(ActivationKnobs.FORMULA)
                        : activation.kind().name();
                problems.add(new Problem(
                        i,
                        false,
                        what + " is flat, so no gradient gets past "
                                + layers.get(i).name()
                                + " and nothing up to it learns. "
                                + (typed ? "Write one with a slope." : "Pick sigmoid, its smooth relative."),
                        typed ? Optional.empty() : perceptron(i, activation)));
            }
        }
    }

    /** A step at the end can be trained by a rule of its own. */
    private Optional<Problem.Fix> perceptron(int place, Choice activation) {
        return layers.get(place)
                .layer()
                .activationKnob()
                .filter(knob -> place == lastWithNumbersOfItsOwn() && activation.is(Activation.HEAVISIDE.kind()))
                .map(knob -> new Problem.Fix(
                        "Train it by the perceptron rule",
                        replaced(
                                place,
                                layers.get(place)
                                        .choice()
                                        .with(knob, activation.with(ActivationKnobs.UPDATE, "perceptron"))),
                        design.loss()));
    }

    /** The activation that the output's numbers went through last. */
    /** Whether a formula has the last word, whose numbers may be of any sign. */
    private boolean endsWithLaw() {
        return design.layers().get(lastWithNumbersOfItsOwn()).is(FormulaLayer.KIND);
    }

    private Choice lastActivation() {
        return layers.get(lastWithNumbersOfItsOwn()).layer().activation();
    }

    private int lastWithNumbersOfItsOwn() {
        int place = last();
        while (place > 0 && layers.get(place).layer().passesOn()) {
            place--;
        }
        return place;
    }

    /** Whether it gives as many numbers as it is given. */
    private static boolean keepsNumbers(PlannedLayer layer) {
        boolean asMany = extent(layer).input().equals(extent(layer).output());
        return layer.layer().passesOn()
                || asMany && layer.layer().size().isEmpty() && layer.inputs().size() == 1;
    }

    private String wanted() {
        String each = design.task() instanceof Task.Classification ? ", one for each class" : "";
        return design.task().shape().rank() > 1
                ? design.task().shape().toString()
                : Numbers.count(design.task().width(), "number") + each;
    }

    private Choice finalLayer() {
        Activation activation =
                !(design.task() instanceof Task.Classification) ? Activation.LINEAR : Activation.SOFTMAX;
        return Dense.KIND
                .choice()
                .with(Dense.UNITS, design.task().width())
                .with(Neurons.ACTIVATION, activation.kind().choice());
    }

    private List<Choice> finalLayers(Shape input) {
        Shape wanted = design.task().shape();
        List<Choice> more = new ArrayList<>();
        boolean asMany = design.task() instanceof Task.Reconstruction && input.size() == wanted.size();
        if (!asMany && input.rank() > 1) {
            more.add(Flatten.KIND.choice());
        }
        if (!asMany) {
            more.add(finalLayer());
        }
        if (wanted.rank() > 1) {
            more.add(ReshapeLayer.KIND
                    .choice()
                    .with(
                            ReshapeLayer.TARGET_SHAPE,
                            Arrays.stream(wanted.lengths()).boxed().toList()));
        }
        return more;
    }

    private String finalLayerWords() {
        return finalLayer().phrase().toString();
    }

    private String finalOffer() {
        return "Add " + finalLayerWords();
    }

    private void stop(int layer, String sentence, String offer, List<Choice> repaired) {
        problems.add(new Problem(layer, true, sentence, Optional.of(new Problem.Fix(offer, repaired, design.loss()))));
    }

    private List<Choice> appended(List<Choice> more) {
        List<Choice> all = new ArrayList<>(design.layers());
        all.addAll(more);
        return all;
    }

    private List<Choice> replaced(int place, Choice choice) {
        List<Choice> all = new ArrayList<>(design.layers());
        all.set(place, choice);
        return all;
    }

    private int last() {
        return layers.size() - 1;
    }

    private Shape output() {
        return extent(layers.get(last())).output();
    }

    /** Checks are only made of layers that fit. */
    private static Extent extent(PlannedLayer layer) {
        return layer.extent().orElseThrow();
    }
}
