package dev.steep.network.layer.core;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Python;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.math.expr.Print;
import dev.steep.network.layer.Layer;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.Outcome;
import dev.steep.network.layer.Recorded;
import dev.steep.network.layer.Scope;
import dev.steep.network.layer.Weights;
import dev.steep.network.weight.Initializer;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A parametric model of data: a formula of each number x that comes in, whose other letters are numbers that training finds, such as
 * {@code a * exp(-k x)} for radioactive decay. Each letter is a parameter of shape (1) and named after it.
 */
public record FormulaLayer(Choice choice) implements Layer {
    private static final int LONGEST_START = 300;

    private static final Domain.Expression OF_X = new Domain.Expression(List.of("x"), true);

    /** What is computed. */
    public static final Knob<String> FORMULA = Knob.formula(
                    "formula",
                    "a x + b",
                    OF_X,
                    "What becomes of each number x that comes in; every other letter, such as a, k or phi, is a number that training finds.")
            .required();

    /** What the letters start from. */
    public static final Knob<String> START = Knob.text(
            "start", "", LONGEST_START, "What the letters start from, as in a=100, k=0.1; the others start from 1.");

    public static final Kind KIND = LayerOptions.kind(
                    "Formula",
                    "Formula",
                    "A model of your own, such as a * exp(-k x): training finds its letters, with their errors.",
                    FORMULA,
                    START)
            .inKeras((choice, script) -> new FormulaLayer(choice).inKeras(script));

    /** The letters that training finds, in the order in which they first occur. */
    public List<String> letters() {
        return OF_X.letters(choice.get(FORMULA));
    }

    private StartValues start() {
        return StartValues.read(choice.get(START), letters(), OF_X.variables());
    }

    private boolean isMistaken() {
        return OF_X.complaint(choice.get(FORMULA)).isPresent();
    }

    private Expr computed() {
        return OF_X.understood(choice.get(FORMULA)).computed();
    }

    @Override
    public Outcome fit(Shape input) {
        StartValues start = start();
        return start.complaint().isEmpty() || isMistaken()
                ? new Outcome.Fits(input)
                : Outcome.fails(
                        "In Formula, " + start.complaint().get() + ". Mend it, or leave it out: then it starts from 1.",
                        "Leave it out of start",
                        choice.with(START, start.kept()));
    }

    @Override
    public List<Weights> weights(Shape input) {
        StartValues start = start();
        return letters().stream()
                .map(letter -> Weights.of(
                        letter,
                        Shape.of(1),
                        Initializer.CONSTANT.kind().choice().with(Initializer.Knobs.VALUE, start.of(letter))))
                .toList();
    }

    @Override
    public int typedOperations() {
        int operations = OF_X.understood(choice.get(FORMULA)).operations();
        for (int letter = 1; letter <= letters().size(); letter++) {
            operations += computed().derive(letter).operations();
        }
        return operations;
    }

    @Override
    public String words() {
        return choice.get(FORMULA);
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        List<Value> inputs = new ArrayList<>(List.of(x));
        letters().forEach(letter -> inputs.add(scope.weights(letter)));
        return Recorded.of(scope.tape().elementwise(scope.name("output"), computed(), inputs.toArray(Value[]::new)));
    }

    /** A layer class with a weight for each letter. */
    private String inKeras(Python script) {
        String text = choice.get(FORMULA);
        OF_X.complaint(text).ifPresent(script::note);
        script.needs(Print.KERAS_IMPORT);
        StartValues start = start();
        Expr formula = computed();
        List<String> body = new ArrayList<>(List.of("# " + Python.comment(text), "def build(self, input_shape):"));
        List<String> letters = letters();
        for (int i = 0; i < letters.size(); i++) {
            String field = "self." + field(letters.get(i));
            body.add("    " + field + " = self.add_weight(");
            body.add("        shape=(1,), initializer=keras.initializers.Constant("
                    + Python.number(start.of(letters.get(i))) + "), name=" + Python.text(letters.get(i)) + ")");
            formula = formula.substitute(1 + i, Expr.input(1 + i, field));
        }
        if (letters.isEmpty()) {
            body.add("    pass");
        }
        body.add("");
        body.add("def call(self, x):");
        Print.kerasBody(formula).forEach(line -> body.add("    " + line));
        List<String> options = new ArrayList<>();
        if (!LayerOptions.trainable(choice)) {
            options.add("trainable=False");
        }
        return script.type("Formula", "keras.layers.Layer", body) + "(" + String.join(", ", options) + ")";
    }

    /** A field's name in Python, where lambda is a word of the language. */
    private static String field(String letter) {
        return letter.equals("lambda") ? "lambda_" : letter;
    }
}
