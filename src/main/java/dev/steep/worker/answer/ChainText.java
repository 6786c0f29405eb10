package dev.steep.worker.answer;

import dev.steep.math.expr.Expr;
import dev.steep.math.expr.Op;
import dev.steep.math.expr.Typeset;
import dev.steep.network.Model;
import dev.steep.network.ModelLayer;
import dev.steep.network.PlannedLayer;
import dev.steep.network.layer.Recorded;
import dev.steep.protocol.look.Moment;
import dev.steep.reference.Backpropagation;
import dev.steep.reference.Backpropagation.Cell;
import dev.steep.reference.Backpropagation.Part;
import dev.steep.reference.Backpropagation.Term;
import dev.steep.reference.Backpropagation.Use;
import dev.steep.tape.Conv;
import dev.steep.tape.CrossEntropy;
import dev.steep.tape.Elementwise;
import dev.steep.tape.MatMul;
import dev.steep.tape.Noise;
import dev.steep.tape.Pool;
import dev.steep.tape.Softmax;
import dev.steep.tape.Step;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import dev.steep.worker.experiment.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A training step as the page and scripts are told of it: {@code Backprop} and {@code Chain} of {@code steep.d.ts}. */
final class ChainText {
    /** So many summands are told one by one: the largest. */
    private static final int MOST = 12;

    private final Model model;
    private final Backpropagation back;
    private final boolean batch;
    private final Set<Value> shown = new HashSet<>();
    private final Map<Value, Step> steps = new HashMap<>();

    ChainText(Model model, Backpropagation back, boolean batch) {
        this.model = model;
        this.back = back;
        this.batch = batch;
        shown.add(tape().value("input").orElseThrow());
        for (ModelLayer layer : model.layers()) {
            shown.add(layer.trained().output());
            shown.add(layer.trained().preActivation());
        }
        tape().steps(Tape.Phase.FORWARD).forEach(step -> steps.put(step.output(), step));
    }

    private Tape tape() {
        return model.program().training();
    }

    /** The way forward, layer by layer. */
    String overview(Moment moment) {
        Json json = new Json()
                .with("epoch", moment.epoch())
                .with("step", moment.step())
                .with("sample", moment.sample())
                .with("batch", batch)
                .with("samples", back.samples())
                .with("loss", back.loss())
                .with("input", model.program().train().input().name())
                .with("inputShape", model.program().train().input().shape().lengths())
                .with("optimizer", model.plan().design().optimizer().kind().name())
                .with("target", model.program().train().target().name())
                .with("terms", "loss/terms")
                .with("layers", layers());
        return json.text();
    }

    private List<String> layers() {
        List<String> all = new ArrayList<>();
        List<Value> outputs =
                model.layers().stream().map(layer -> layer.trained().output()).toList();
        Value input = model.program().train().input();
        for (ModelLayer layer : model.layers()) {
            PlannedLayer planned = layer.planned();
            Recorded trained = layer.trained();
            Json json = new Json()
                    .with("name", planned.name())
                    .with(
                            "from",
                            planned.inputs().stream()
                                    .map(place -> place == PlannedLayer.INPUT ? input : outputs.get(place))
                                    .map(value -> Json.quoted(value.name()))
                                    .toList())
                    .with("output", trained.output().name())
                    .with("before", trained.preActivation().name())
                    .with("shape", trained.output().shape().lengths())
                    .with("back", back.reaches(trained.output()))
                    .with("backBefore", back.reaches(trained.preActivation()))
                    .with(
                            "weights",
                            layer.weights().stream()
                                    .map(value -> new Json()
                                            .with("tensor", value.name())
                                            .with("shape", value.shape().lengths())
                                            .with("back", back.reaches(value))
                                            .text())
                                    .toList());
            trained.mask().ifPresent(mask -> json.with("mask", mask.name()));
            all.add(json.text());
        }
        return all;
    }

    /** How a number comes about, how the loss changes with it, and what a step makes of it. */
    String chain(Value value, int place, double nudge) {
        double number = back.numbers(value)[place];
        Json json = new Json()
                .with("tensor", value.name())
                .with("place", place)
                .with("role", value.role().name().toLowerCase(Locale.ROOT))
                .with("value", number);
        formed(value, place).ifPresent(text -> json.with("formed", text));
        json.with("reaches", back.reaches(value));
        if (back.reaches(value)) {
            json.with("derivative", back.derivatives(value)[place]);
            terms(json, back.terms(value, place));
        }
        boolean learns = tape().steps(Tape.Phase.UPDATE).stream()
                .anyMatch(step -> step.output().equals(value));
        if (nudge > 0 && value.role() == Value.Role.PARAMETER) {
            double below = back.lossWith(value, place, number - nudge);
            double above = back.lossWith(value, place, number + nudge);
            json.with(
                    "check",
                    new Json()
                            .with("nudge", nudge)
                            .with("below", below)
                            .with("above", above)
                            .with("slope", (above - below) / (2 * nudge)));
        }
        if (learns && value.role() == Value.Role.PARAMETER) {
            json.with("update", update(value, place));
        }
        return json.text();
    }

    private void terms(Json json, List<Term> all) {
        List<Term> told = largest(all, Comparator.comparingDouble(term -> -Math.abs(term.product())));
        json.with("count", all.size())
                .with("rest", sum(all) - sum(told))
                .with("terms", told.stream().map(this::term).toList());
    }

    private static double sum(List<Term> terms) {
        return terms.stream()
                .filter(term -> term.derivative() != 0)
                .mapToDouble(Term::product)
                .sum();
    }

    /** The most telling ones, in the order in which they were. */
    private static <T> List<T> largest(List<T> all, Comparator<T> first) {
        if (all.size() <= MOST) {
            return all;
        }
        Set<T> chosen = new HashSet<>(all.stream().sorted(first).limit(MOST).toList());
        return all.stream().filter(chosen::contains).limit(MOST).toList();
    }

    private String term(Term term) {
        Value via = through(term.step().output());
        Json json = new Json()
                .with("tensor", via.name())
                .with("place", term.output())
                .with("slope", term.slope())
                .with("derivative", term.derivative());
        term.factor().ifPresent(number -> json.with("factor", number(number)));
        if (term.factor().isEmpty()) {
            slope(json, term);
        }
        return json.text();
    }

    /** What a slope is, where it is no number of the tape. */
    private void slope(Json json, Term term) {
        if (term.step() instanceof Elementwise step) {
            Expr slope = step.slopes().get(term.input()).simplify();
            if (slope.op() != Op.CONST) {
                formula(json, slope, step, term.output());
            }
        } else if (term.step() instanceof CrossEntropy step) {
            json.with("formula", Typeset.inline(Expr.input(0, "p").minus(Expr.input(1, "t"))))
                    .with(
                            "letters",
                            List.of(
                                    letter("p", new Cell(step.probabilities(), term.place())),
                                    letter("t", new Cell(step.target(), term.place()))));
        } else if (term.step() instanceof Softmax step) {
            Expr y = Expr.input(0, "y");
            boolean same = term.place() == term.output();
            json.with(
                    "formula",
                    Typeset.inline(same ? y.times(Expr.c(1).minus(y)) : Expr.neg(y.times(Expr.input(1, "z")))));
            List<String> letters = new ArrayList<>(List.of(letter("y", new Cell(step.output(), term.output()))));
            if (!same) {
                letters.add(letter("z", new Cell(step.output(), term.place())));
            }
            json.with("letters", letters);
        }
    }

    /** A formula over a step's inputs, followed by its output, and which numbers its letters stand for. */
    private void formula(Json json, Expr formula, Elementwise step, int output) {
        json.with("formula", Typeset.inline(formula))
                .with(
                        "letters",
                        formula.inputs().stream()
                                .map(input -> {
                                    boolean own = input.index() == step.inputs().size();
                                    Value value =
                                            own ? step.output() : step.inputs().get(input.index());
                                    int place = own ? output : Backpropagation.place(value, output, step.output());
                                    return letter(input.name(), new Cell(value, place));
                                })
                                .toList());
    }

    private String letter(String name, Cell number) {
        return number(number).with("letter", name).text();
    }

    private Json number(Cell number) {
        return new Json()
                .with("tensor", through(number.value()).name())
                .with("place", number.place())
                .with("value", back.numbers(number.value())[number.place()]);
    }

    /**
     * The tensor to name for one on the tape: weighted sums before their bias is added change as those with it, so these stand for
     * them.
     */
    private Value through(Value value) {
        List<Use> uses = back.uses(value);
        if (shown.contains(value) || uses.size() != 1 || !(uses.get(0).step() instanceof Elementwise step)) {
            return value;
        }
        boolean added = step.slopes().get(uses.get(0).input()).simplify().is(1)
                && shown.contains(step.output())
                && value.batched()
                && value.size() == step.output().size();
        return added ? step.output() : value;
    }

    /** How a number is computed. */
    private Optional<Json> formed(Value value, int place) {
        Step step = steps.get(value);
        if (step == null) {
            return Optional.empty();
        }
        Json json = new Json().with("words", step.sentence());
        if (step instanceof Noise) {
            return Optional.of(json.with("kind", "drawn"));
        }
        if (step instanceof Softmax softmax) {
            return Optional.of(parts(json.with("kind", "softmax"), back.parts(softmax, place)));
        }
        if (step instanceof CrossEntropy entropy) {
            return Optional.of(crossEntropy(json, entropy, place));
        }
        if (step instanceof Elementwise each && !isSum(each)) {
            formula(json.with("kind", "formula"), each.f().simplify(), each, place);
            return Optional.of(json);
        }
        boolean largest = step instanceof Pool pool && pool.kind() == Pool.Operation.MAX;
        return Optional.of(parts(json.with("kind", largest ? "largest" : "sum"), summands(step, place)));
    }

    private Json crossEntropy(Json json, CrossEntropy step, int sample) {
        double[] target = back.numbers(step.target());
        int n = step.x().size();
        int right = 0;
        for (int i = 0; i < n; i++) {
            right = target[sample * n + i] > target[sample * n + right] ? i : right;
        }
        return json.with("kind", "formula")
                .with("formula", Typeset.inline(Expr.neg(Expr.log(Expr.input(0, "p")))))
                .with("letters", List.of(letter("p", new Cell(step.probabilities(), sample * n + right))));
    }

    private static boolean isSum(Elementwise step) {
        return step.slopes().stream().allMatch(slope -> slope.simplify().is(1));
    }

    /** Of a sum, its summands; those of a weighted sum that only gets its bias are its own. */
    private List<Part> summands(Step step, int place) {
        List<Part> all = new ArrayList<>();
        for (Part part : back.parts(step, place)) {
            Value read = part.number().value();
            Optional<Step> inner = Optional.ofNullable(steps.get(read))
                    .filter(each -> each instanceof MatMul || each instanceof Conv)
                    .filter(each -> step instanceof Elementwise && through(read).equals(step.output()));
            if (inner.isPresent()) {
                all.addAll(0, weighted(inner.get(), part.number().place()));
            } else if (!(step instanceof MatMul || step instanceof Conv) || part.input() == 0) {
                all.add(part);
            }
        }
        return all;
    }

    private List<Part> weighted(Step step, int place) {
        return back.parts(step, place).stream()
                .filter(part -> part.input() == 0)
                .toList();
    }

    private Json parts(Json json, List<Part> all) {
        List<Part> told = largest(all, Comparator.comparingDouble(part -> -Math.abs(amount(part))));
        return json.with("count", all.size())
                .with("rest", amount(all) - amount(told))
                .with("parts", told.stream().map(this::part).toList());
    }

    private double amount(List<Part> parts) {
        return parts.stream().mapToDouble(this::amount).sum();
    }

    private double amount(Part part) {
        return part.slope() * back.numbers(part.number().value())[part.number().place()];
    }

    private String part(Part part) {
        Json json = number(part.number()).with("slope", part.slope());
        part.factor().ifPresent(factor -> json.with("factor", number(factor)));
        return json.text();
    }

    /** What a training step makes of a weight, formula by formula: what the optimizer remembers comes first. */
    private Json update(Value weight, int place) {
        Map<Value, Double> now = new HashMap<>();
        List<String> told = new ArrayList<>();
        double to = back.updated(weight)[place];
        for (Step each : tape().steps(Tape.Phase.UPDATE)) {
            if (each instanceof Elementwise step && isOf(step.output(), weight)) {
                told.add(assignment(step, place, now));
            }
        }
        return new Json()
                .with("from", back.numbers(weight)[place])
                .with("to", to)
                .with("steps", told);
    }

    private boolean isOf(Value value, Value weight) {
        return value.equals(weight)
                || value.role() == Value.Role.SLOT && value.name().startsWith(weight.name() + "/");
    }

    private String assignment(Elementwise step, int place, Map<Value, Double> now) {
        double[] letters = new double[step.inputs().size()];
        List<String> told = new ArrayList<>();
        String name = "";
        Expr formula = step.f();
        for (Expr input : step.f().inputs()) {
            String letter = input.name().equals("learning_rate") ? "rate" : input.name();
            formula = formula.substitute(input.index(), Expr.input(input.index(), letter));
            Value value = step.inputs().get(input.index());
            double number = value.role() == Value.Role.GRADIENT
                    ? gradient(value, step.output(), place)
                    : now.computeIfAbsent(value, each -> back.numbers(each)[place % each.size()]);
            letters[input.index()] = number;
            told.add(new Json()
                    .with("letter", letter)
                    .with("tensor", value.name())
                    .with("value", number)
                    .text());
            name = value.equals(step.output()) ? input.name() : name;
        }
        double before = now.computeIfAbsent(step.output(), each -> back.numbers(each)[place]);
        double after = step.f().evaluate(letters);
        now.put(step.output(), after);
        String slot = step.output().name().substring(step.output().name().lastIndexOf('/') + 1);
        boolean isWeight = step.output().role() == Value.Role.PARAMETER;
        return new Json()
                .with("tensor", step.output().name())
                .with("from", before)
                .with("to", after)
                .with("formula", Typeset.equation(name.isEmpty() ? isWeight ? "w" : slot : name, formula))
                .with("letters", told)
                .text();
    }

    /** The gradient that the update uses: that of the weight which it changes. */
    private double gradient(Value gradient, Value target, int place) {
        Value weight = model.parameters().stream()
                .filter(each -> isOf(target, each))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody's gradient: " + gradient));
        return back.derivatives(weight)[place];
    }
}
