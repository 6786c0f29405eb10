package dev.steep.math.formula;

import dev.steep.math.expr.Expr;
import dev.steep.math.expr.Functions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The functions that a formula may call by name. */
public enum Named {
    ABS("abs", 1, x -> Expr.abs(x[0])),
    CEIL("ceil", 1, x -> Expr.neg(Expr.floor(Expr.neg(x[0])))),
    CLIP("clip", 3, x -> Functions.clip(x[0], x[1], x[2])),
    COS("cos", 1, x -> Expr.cos(x[0])),
    COSH("cosh", 1, x -> Expr.exp(x[0]).plus(Expr.exp(Expr.neg(x[0]))).over(2)),
    ELU("elu", 1, x -> Functions.elu(x[0])),
    ERF("erf", 1, x -> Expr.erf(x[0])),
    EXP("exp", 1, x -> Expr.exp(x[0])),
    EXPM1("expm1", 1, x -> Expr.expm1(x[0])),
    FLOOR("floor", 1, x -> Expr.floor(x[0])),
    GELU("gelu", 1, x -> Functions.gelu(x[0])),
    IF("if", 3, x -> Expr.select(x[0], x[1], x[2])),
    LN("ln", 1, x -> Expr.log(x[0])),
    /** The natural logarithm, as in every programming language. */
    LOG("log", 1, x -> Expr.log(x[0])),
    LOG1P("log1p", 1, x -> Expr.log1p(x[0])),
    MAX("max", 2, x -> Expr.max(x[0], x[1])),
    MIN("min", 2, x -> Expr.min(x[0], x[1])),
    MISH("mish", 1, x -> Functions.mish(x[0])),
    /** The same as the sign ^. */
    POW("pow", 2, x -> Functions.power(x[0], x[1])),
    RELU("relu", 1, x -> Functions.relu(x[0])),
    SIGMOID("sigmoid", 1, x -> Functions.sigmoid(x[0])),
    SIGN("sign", 1, x -> Functions.sign(x[0])),
    SILU("silu", 1, x -> Functions.silu(x[0])),
    SIN("sin", 1, x -> Expr.sin(x[0])),
    SINH("sinh", 1, x -> Expr.expm1(x[0]).minus(Expr.expm1(Expr.neg(x[0]))).over(2)),
    SOFTPLUS("softplus", 1, x -> Functions.softplus(x[0])),
    SOFTSIGN("softsign", 1, x -> Functions.softsign(x[0])),
    SQRT("sqrt", 1, x -> Expr.sqrt(x[0])),
    SQUARE("square", 1, x -> Functions.square(x[0])),
    SWISH("swish", 1, x -> Functions.silu(x[0])),
    TAN("tan", 1, x -> Expr.div(Expr.sin(x[0]), Expr.cos(x[0]))),
    TANH("tanh", 1, x -> Expr.tanh(x[0])),
    WHERE("where", 3, x -> Expr.select(x[0], x[1], x[2]));

    private interface Build {
        Expr of(Expr[] arguments);
    }

    private final String word;
    private final int arity;
    private final Build build;

    Named(String word, int arity, Build build) {
        this.word = word;
        this.arity = arity;
        this.build = build;
    }

    /** The name as typed. */
    public String word() {
        return word;
    }

    /** How many arguments it takes; min and max take more as well. */
    public int arity() {
        return arity;
    }

    /** The function of these arguments, at least as many as the arity. */
    public Expr of(Expr... arguments) {
        Expr result = build.of(arguments);
        for (int i = arity; i < arguments.length; i++) {
            result = build.of(new Expr[] {result, arguments[i]});
        }
        return result;
    }

    boolean takes(int count) {
        return count == arity || count > arity && (this == MIN || this == MAX);
    }

    static Optional<Named> find(String word) {
        return Arrays.stream(values()).filter(named -> named.word.equals(word)).findFirst();
    }

    static List<String> words() {
        List<String> words = new ArrayList<>();
        for (Named named : values()) {
            words.add(named.word);
        }
        return words;
    }
}
