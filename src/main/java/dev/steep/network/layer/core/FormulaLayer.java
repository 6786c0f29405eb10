package dev.steep.network.layer.core;

import dev.steep.catalog.Choice;
import dev.steep.catalog.FormulaDomain;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Numbers;
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
 * {@code a * exp(-k x)} for radioactive decay. Each letter is a parameter of shape (1) and named after it. A formula of columns, such as
 * {@code a * x1 + b * x2^2 + c}, makes one number of each sample.
 */
public record FormulaLayer(Choice choice) implements Layer {
    private static final int LONGEST_START = 300;

    private static final FormulaDomain OF_X = new FormulaDomain(List.of("x"), true);

    /** What is computed. */
    public static final Knob<String> FORMULA = Knob.formula(
                    "formula",
                    "a x + b",
                    OF_X,
                    "What becomes of each number x, or of the columns x1, x2 together; training finds every other letter, such as a, k or phi.")
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
        return StartValues.read(choice.get(START), letters(), OF_X.inputs(choice.get(FORMULA)));
    }

    /** The places of the columns that it names, from 0; none if it is of each number by itself. */
    private List<Integer> columns() {
        List<String> inputs = OF_X.inputs(choice.get(FORMULA));
        return inputs.equals(OF_X.variables())
                ? List.of()
                : inputs.stream()
                        .map(name -> Integer.parseInt(name.substring(1)) - 1)
                        .toList();
    }

    private boolean isMistaken() {
        return OF_X.complaint(choice.get(FORMULA)).isPresent();
    }

    private Expr computed() {
        return OF_X.understood(choice.get(FORMULA)).computed();
    }

    @Override
    public Outcome fit(Shape input) {
        List<Integer> columns = columns();
        if (!columns.isEmpty() && input.rank() != 1) {
            return Outcome.fails(
                    "Formula names columns (x" + (columns.get(0) + 1)
                            + "), which only a row of numbers has, but is given " + input
                            + ". Put Flatten before it, or write x for each number by itself.",
                    "Insert Flatten",
                    Flatten.KIND.choice(),
                    choice);
        }
        if (!columns.isEmpty() && columns.get(columns.size() - 1) >= input.size()) {
            return Outcome.fails("Formula names x" + (columns.get(columns.size() - 1) + 1) + ", but is given "
                    + Numbers.count(input.size(), "number")
                    + (input.size() == 1
                            ? ": x1."
                            : ": x1" + (input.size() == 2 ? " and x" : " to x") + input.size() + ".")
                    + " Write a formula of those.");
        }
        StartValues start = start();
        return start.complaint().isEmpty() || isMistaken()
                ? new Outcome.Fits(columns.isEmpty() ? input : Shape.of(1))
                : Outcome.fails(
                        "In Formula, " + start.complaint().get() + ". Mend it, or leave it out: then it starts from 1.",
                        "Leave it out of start",
                        choice.with(START, start.kept()));
    }

    /** Another formula leaves the starts of letters behind that only the old one had; what was never a letter stays, and is said. */
    @Override
    public Choice edited(Choice before) {
        List<String> gone = new ArrayList<>(new FormulaLayer(before).letters());
        gone.removeAll(letters());
        return isMistaken() || gone.isEmpty()
                ? choice
                : choice.with(START, StartValues.without(choice.get(START), gone));
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
        int inputs = Math.max(1, columns().size()) + letters().size();
        for (int input = 1; input < inputs; input++) {
            operations += computed().derive(input).operations();
        }
        return operations;
    }

    @Override
    public String words() {
        return choice.get(FORMULA);
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        List<Value> inputs = new ArrayList<>();
        columns().forEach(place -> inputs.add(scope.tape().part(scope.name("x" + (place + 1)), x, place, Shape.of(1))));
        if (inputs.isEmpty()) {
            inputs.add(x);
        }
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
        List<Integer> columns = columns();
        for (int i = 0; i < columns.size(); i++) {
            String column = "x[:, " + columns.get(i) + ":" + (columns.get(i) + 1) + "]";
            formula = formula.substitute(i, Expr.input(i, column));
        }
        int first = Math.max(1, columns.size());
        List<String> body = new ArrayList<>(List.of("# " + Python.comment(text), "def build(self, input_shape):"));
        List<String> letters = letters();
        for (int i = 0; i < letters.size(); i++) {
            String field = "self." + field(letters.get(i));
            body.add("    " + field + " = self.add_weight(");
            body.add("        shape=(1,), initializer=keras.initializers.Constant("
                    + Python.number(start.of(letters.get(i))) + "), name=" + Python.text(letters.get(i)) + ")");
            formula = formula.substitute(first + i, Expr.input(first + i, field));
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
