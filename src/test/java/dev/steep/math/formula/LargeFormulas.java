package dev.steep.math.formula;

import dev.steep.math.Random;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Formulas of at most 1,000 characters that grow: written out as trees, they or their slopes would be exponentially large, or very
 * deep, or have very many operations.
 */
public final class LargeFormulas {
    /** Nearly as deep as brackets may be nested. */
    private static final int DEEP = 57;

    private static final String[] FUNCTIONS = {
        "abs",
        "cosh",
        "elu",
        "erf",
        "exp",
        "gelu",
        "log",
        "mish",
        "relu",
        "sigmoid",
        "sign",
        "silu",
        "sin",
        "sinh",
        "softplus",
        "softsign",
        "sqrt",
        "square",
        "tan",
        "tanh",
        "floor",
        "cos"
    };

    private LargeFormulas() {}

    /** Each with what it is called. */
    public static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        for (int n : new int[] {16, 20, DEEP}) {
            all.put(n + " bars", "|".repeat(n) + "x" + "|".repeat(n));
            all.put(n + " bars and sums", "|".repeat(n) + "x" + "+1|".repeat(n));
        }
        for (int n : new int[] {240, 491, 499}) {
            all.put(n + " x", "x*".repeat(n) + "x");
        }
        for (String function : FUNCTIONS) {
            all.put("nested " + function, nested(function + "(", "x", ")"));
            all.put("nested sum " + function, nested(function + "(x+", "x", ")"));
            all.put("nested product " + function, nested(function + "(x*", "x+2", ")"));
            all.put("sum of " + function, list("+", 60, i -> function + "(x+" + i + ")"));
            all.put("product of " + function, list("*", 60, i -> function + "(x+" + i + ")"));
        }
        all.put("190 factors", "(x+1)".repeat(190));
        all.put("different factors", list("", 150, i -> "(x+" + i + ")"));
        all.put("squares", "x" + "²".repeat(900));
        all.put("cubes", "x" + "³".repeat(900));
        all.put("squares and cubes", "(x+1)" + "²³".repeat(450));
        all.put("tower of whole powers", nested("(", "x+1", ")^64"));
        all.put("tower of odd powers", nested("(", "x+1", ")^63+1"));
        all.put("tower of powers", "x^".repeat(DEEP - 1) + "x");
        all.put("powers of powers", nested("(", "x", ")^x"));
        all.put("roots of roots", nested("(", "x", ")^.3"));
        all.put("product of powers", list("*", 90, i -> "(x+" + i % 10 + ")^." + i % 9 + "1"));
        all.put("product of high powers", list("", 100, i -> "(x+" + i + ")^63"));
        all.put(
                "max and min",
                list("", 40, i -> i % 2 == 0 ? "max(x+" + i + "," : "min(" + i + "-x,") + "x" + ")".repeat(40));
        all.put("max of sines", nested("max(sin(x)+", "x", ",x)"));
        all.put("clips", nested("clip(x,", "x", ",1)"));
        all.put(
                "product of choices",
                list("*", 45, i -> "(x>" + i + "?0:x>-" + i + "?" + (2 * i + 3) + ":" + (3 * i + 5) + ")"));
        all.put("product of steps", list("*", 90, i -> "(x>" + i + "?1:0)"));
        all.put("choices in conditions", nested("(", "x", ">0?x:-x)"));
        all.put("quotients", "x" + "/x".repeat(490));
        all.put("continued fraction", nested("1/(1+", "x", ")"));
        all.put("logarithm of a product", "log(" + "x*".repeat(450) + "x)");
        all.put("logarithms of sums", nested("log(1+", "x*x", ")"));
        all.put("differences", nested("x*(1-", "x", ")"));
        all.put("signs", "-".repeat(DEEP - 1) + "x");
        all.put("sum of x", "x" + "+x".repeat(490));
        all.put("sum of ones", "x" + "+1".repeat(490));
        all.put("doubled by squaring", nested("(", "x+1", ")²+x"));
        return all;
    }

    private static String nested(String before, String innermost, String after) {
        int times = Math.min(DEEP, (Formula.LONGEST - innermost.length()) / (before.length() + after.length()));
        return before.repeat(times) + innermost + after.repeat(times);
    }

    /** As many as fit. */
    private static String list(String sign, int most, IntFunction<String> each) {
        for (int n = most; ; n--) {
            String text = IntStream.range(0, n).mapToObj(each).collect(Collectors.joining(sign));
            if (text.length() <= Formula.LONGEST - 300) {
                return text;
            }
        }
    }

    /** Something of the kind, by chance: parts are put into patterns that use them once or twice. */
    static String random(Random random) {
        String[] patterns = {
            "|%|",
            "|%|",
            "(%)²",
            "(%)³",
            "(%)^64",
            "(%)^7",
            "(%)^x",
            "(%)^.3",
            "(%)*(x+1)",
            "x*(%)",
            "x/(%)",
            "(%)/x",
            "1-(%)",
            "x-(%)",
            "max(x,%)",
            "min(%,1)",
            "max(%,-x)",
            "clip(%,-1,x)",
            "x>(%)?x:1",
            "(%)>0?(x):-x",
            "(x>1?0:x>0?3:5)*(%)",
            "sign(%)*(x)",
            "e^(%)",
            "log(1+e^(%))",
            "1/(1+e^(-(%)))"
        };
        List<String> all = new ArrayList<>(List.of(patterns));
        for (String function : FUNCTIONS) {
            all.add(function + "(%)");
        }
        int few = 1 + random.below(6);
        List<String> used = new ArrayList<>();
        for (int i = 0; i < few; i++) {
            used.add(all.get(random.below(all.size())));
        }
        String text = "x";
        while (true) {
            String next = used.get(random.below(few)).replace("%", text);
            if (next.length() > Formula.LONGEST / 2 || isTooDeep(next)) {
                break;
            }
            text = next;
        }
        String twice = text + "*x+" + text;
        return random.below(2) == 0 || isTooDeep(twice) ? text : twice;
    }

    private static boolean isTooDeep(String text) {
        return Formula.read(text, "x") instanceof Formula.Mistake mistake
                && mistake.message().contains("nested");
    }
}
