package dev.steep.recipe;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.FormulaDomain;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Pair;
import dev.steep.catalog.RowDomain;
import dev.steep.data.file.ColumnUse;
import dev.steep.data.file.OwnFile;
import dev.steep.data.generated.BuiltIn;
import dev.steep.math.Random;
import dev.steep.network.layer.core.Dense;
import dev.steep.network.optimizer.OptimizerKnobs;
import dev.steep.network.optimizer.Schedule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Experiments of every kind that can be picked, found from the declarations. */
public final class Experiments {
    private static final List<String> TEXTS =
            List.of("iris.csv", "", "petal length", "it's (1), a/b=c", "größe", "🍵 tea", "none", "1e5");
    private static final List<String> FORMULAS =
            List.of("x * sigmoid(1.702 x)", "max(0, x)^2", "|x|^(1/2) == 2 ? max(0, x) : x", "x²", "3");

    private Experiments() {}

    /** All that can be picked, anywhere in a recipe: found from its parts, and from the knobs of what they may hold. */
    public static List<Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (Part<?> part : Parts.ALL) {
            collect(pickable(part.knob().domain()), kinds);
        }
        return List.copyOf(kinds.values());
    }

    private static void collect(List<Kind> found, Map<String, Kind> into) {
        for (Kind kind : found) {
            if (into.put(kind.name(), kind) == null) {
                kind.all().forEach(knob -> collect(pickable(knob.domain()), into));
            }
        }
    }

    private static List<Kind> pickable(Domain<?> domain) {
        if (domain instanceof Domain.Pick pick) {
            return pick.kinds().get();
        } else if (domain instanceof Domain.Many many) {
            return many.kinds().get();
        }
        return domain instanceof Domain.Maybe<?> maybe ? pickable(maybe.domain()) : List.of();
    }

    /** The presets, and for each kind one experiment with its defaults and some with other values. */
    static List<Recipe> all(Random random) {
        List<Recipe> all = new ArrayList<>();
        for (BuiltIn data : BuiltIn.values()) {
            all.add(Presets.opening(data));
        }
        for (Kind kind : kinds()) {
            all.add(with(kind.choice()));
            all.add(with(any(kind, random)));
            all.add(with(any(kind, random)).withSeed(random.below(1_000_000_000)));
        }
        return all;
    }

    /** An experiment in which this pick has its place. */
    public static Recipe with(Choice choice) {
        Recipe plain = RecipeText.read("1/data=xor/Dense(4,activation=relu)/Dense(1,activation=sigmoid)/fit(16,30)")
                .recipe();
        for (Part<?> part : Parts.ALL) {
            if (pickable(part.knob().domain()).stream().anyMatch(choice::is)) {
                return with(plain, part, choice);
            }
        }
        if (Schedule.kinds().stream().anyMatch(choice::is)) {
            return plain.withOptimizer(plain.optimizer().with(OptimizerKnobs.SCHEDULE, Optional.of(choice)));
        }
        for (Knob<?> knob : Settings.PREPARE.all()) {
            if (pickable(knob.domain()).stream().anyMatch(choice::is)) {
                return plain.withPrepare(plain.prepare().with(listOf(knob), List.of(choice)));
            }
        }
        if (ColumnUse.kinds().stream().anyMatch(choice::is)) {
            return plain.withData(OwnFile.KIND.choice().with(ColumnUse.Knobs.COLUMNS, List.of(choice)));
        }
        return plain.withLayers(List.of(holder(choice), plain.layers().get(1)));
    }

    @SuppressWarnings("unchecked") // what preparation holds of picks are lists
    private static Knob<List<Choice>> listOf(Knob<?> knob) {
        return (Knob<List<Choice>>) knob;
    }

    @SuppressWarnings("unchecked") // a part that can hold this pick holds picks, or lists of them
    private static Recipe with(Recipe plain, Part<?> part, Choice choice) {
        if (part.knob().domain() instanceof Domain.Pick) {
            return plain.with((Part<Choice>) part, choice);
        }
        List<Choice> items = new ArrayList<>(plain.get((Part<List<Choice>>) part));
        if (!items.isEmpty()) {
            items.remove(items.size() - 1);
        }
        items.add(choice);
        return plain.with((Part<List<Choice>>) part, items);
    }

    /** A dense layer that holds this pick in its first knob that can. */
    @SuppressWarnings("unchecked") // a knob of picks holds choices
    private static Choice holder(Choice choice) {
        for (Knob<?> knob : Dense.KIND.all()) {
            if (knob.domain() instanceof Domain.Pick pick
                    && pick.kinds().get().stream().anyMatch(choice::is)) {
                return Dense.KIND.choice().with((Knob<Choice>) knob, choice);
            }
        }
        throw new AssertionError("No knob of Dense holds " + choice);
    }

    /** A pick of this kind with any values. */
    public static Choice any(Kind kind, Random random) {
        Choice choice = kind.choice();
        for (Knob<?> knob : kind.knobs()) {
            choice = any(choice, knob, random);
        }
        return choice;
    }

    private static <T> Choice any(Choice choice, Knob<T> knob, Random random) {
        return choice.with(knob, any(knob.domain(), random));
    }

    /** Any value of a domain. */
    @SuppressWarnings("unchecked") // each domain gives one of its own values
    public static <T> T any(Domain<T> domain, Random random) {
        return (T) value(domain, random);
    }

    private static Object value(Domain<?> domain, Random random) {
        if (domain instanceof Domain.Whole whole) {
            return whole.low() + (int) ((double) (whole.high() - whole.low()) * random.uniform(0, 1));
        } else if (domain instanceof Domain.Real real) {
            double number = Math.rint(1000 * random.uniform(real.low(), real.high())) / 1000;
            return Math.max(real.low(), Math.min(real.high(), number));
        } else if (domain instanceof Domain.Flag) {
            return random.below(2) == 0;
        } else if (domain instanceof Domain.Word word) {
            return word.words().get(random.below(word.words().size()));
        } else if (domain instanceof Domain.Text) {
            return TEXTS.get(random.below(TEXTS.size()));
        } else if (domain instanceof FormulaDomain) {
            return FORMULAS.get(random.below(FORMULAS.size()));
        } else if (domain instanceof Domain.Sides sides) {
            int span = sides.high() - sides.low() + 1;
            return new Pair(sides.low() + random.below(span), sides.low() + random.below(span));
        } else if (domain instanceof Domain.Pick pick) {
            List<Kind> kinds = pick.kinds().get();
            return any(kinds.get(random.below(kinds.size())), random);
        } else if (domain instanceof Domain.Names) {
            return List.of("input");
        } else if (domain instanceof Domain.Wholes wholes) {
            List<Integer> numbers = new ArrayList<>();
            for (int i = 1 + random.below(wholes.most()); i > 0; i--) {
                numbers.add(wholes.low() + random.below(1 + Math.min(9, wholes.high() - wholes.low())));
            }
            return numbers;
        } else if (domain instanceof RowDomain row) {
            List<Double> numbers = new ArrayList<>();
            for (int i = Math.min(row.most(), 1 + random.below(4)); i > 0; i--) {
                double before = numbers.isEmpty() || !row.rising() ? row.low() : numbers.get(numbers.size() - 1);
                numbers.add(Math.rint(1000 * (before + random.uniform(0.01, 0.2) * (row.high() - row.low()))) / 1000);
            }
            return numbers;
        } else if (domain instanceof Domain.Many many) {
            List<Kind> kinds = many.kinds().get();
            List<Choice> some = new ArrayList<>();
            for (int i = random.below(4); i > 0; i--) {
                some.add(any(kinds.get(random.below(kinds.size())), random));
            }
            return some;
        } else if (domain instanceof Domain.Maybe<?> maybe) {
            return random.below(2) == 0 ? Optional.empty() : Optional.of(value(maybe.domain(), random));
        }
        throw new AssertionError("No value is known for " + domain);
    }
}
