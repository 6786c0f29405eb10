package dev.steep.worker;

import dev.steep.catalog.Domain;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.data.generated.BuiltIn;
import dev.steep.math.Random;
import dev.steep.network.Layers;
import dev.steep.network.optimizer.Optimizer;
import dev.steep.network.weight.Initializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Links that ask for as much as can be asked for, made from what the catalog declares. */
public final class HugeRecipes {
    private static final List<String> BEYOND =
            List.of("2147483647", "2147483648", "4294967297", "1e9", "1e308", "-1", "999", "99999999999999999999");

    private HugeRecipes() {}

    /** A link with a few layers, or a great many, whose numbers are small, as large as they may be, or beyond. */
    public static String link(Random random) {
        List<String> parts = new ArrayList<>();
        Kind data = random.below(3) > 0 ? BuiltIn.DIGITS.kind() : pick(BuiltIn.kinds(), random);
        parts.add("1/data=" + data.name() + "(size=" + (random.below(40) == 0 ? "2e9" : "10") + ")");
        int layers = random.below(6) == 0 ? 70 : 1 + random.below(7);
        for (int i = 0; i < layers; i++) {
            parts.add(choice(pick(Layers.kinds(), random), random));
        }
        if (random.below(3) > 0) {
            parts.add("Flatten");
            parts.add(data == BuiltIn.DIGITS.kind() ? "Dense(10,softmax)" : "Dense(1,sigmoid)");
        }
        parts.add("loss=" + (data == BuiltIn.DIGITS.kind() ? "categorical_crossentropy" : "mean_squared_error"));
        parts.add("optimizer=" + pick(Optimizer.kinds(), random).name());
        parts.add("fit(" + number(1, 1024, random) + "," + number(1, 10_000, random) + ")");
        parts.add("seed=" + number(0, 999_999_999, random));
        return String.join("/", parts);
    }

    private static String choice(Kind kind, Random random) {
        List<String> knobs = new ArrayList<>();
        for (Knob<?> knob : kind.knobs()) {
            if (knob.name().equals("kernel_initializer")) {
                knobs.add(knob.name() + "=" + pick(Initializer.kinds(), random).name());
            } else {
                value(knob.domain(), random).ifPresent(value -> knobs.add(knob.name() + "=" + value));
            }
        }
        return kind.name() + "(" + String.join(",", knobs) + ")";
    }

    private static Optional<String> value(Domain<?> domain, Random random) {
        if (domain instanceof Domain.Whole whole) {
            return Optional.of(number(whole.low(), whole.high(), random));
        } else if (domain instanceof Domain.Sides sides) {
            boolean small = random.below(2) == 0;
            return Optional.of(number(sides.low(), small ? 5 : sides.high(), random) + "x"
                    + number(sides.low(), small ? 5 : sides.high(), random));
        } else if (domain instanceof Domain.Maybe<?> maybe) {
            return random.below(2) == 0 ? Optional.empty() : value(maybe.domain(), random);
        } else if (domain instanceof Domain.Word word) {
            return Optional.of(word.words().get(random.below(word.words().size())));
        }
        return Optional.empty();
    }

    private static String number(int low, int high, Random random) {
        return switch (random.below(6)) {
            case 0 -> "" + high;
            case 1 -> BEYOND.get(random.below(BEYOND.size()));
            case 2 -> "" + (low + random.below(high - low + 1));
            default -> "" + (low + random.below(Math.min(40, high - low + 1)));
        };
    }

    private static Kind pick(List<Kind> kinds, Random random) {
        return kinds.get(random.below(kinds.size()));
    }
}
