package dev.steep.site.help;

import dev.steep.catalog.Domain;
import dev.steep.catalog.FormulaDomain;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Numbers;
import dev.steep.catalog.RowDomain;
import dev.steep.recipe.Family;
import java.util.List;
import java.util.Locale;

/** What a parameter may be, in words with {@link Markup}. */
final class DomainWords {
    private DomainWords() {}

    static String of(Domain<?> domain) {
        if (domain instanceof Domain.Whole whole) {
            return "a whole number from " + Numbers.grouped(whole.low()) + " to " + Numbers.grouped(whole.high());
        } else if (domain instanceof Domain.Real real) {
            return "a number from " + Numbers.write(real.low()) + " to " + Numbers.write(real.high());
        } else if (domain instanceof Domain.Flag) {
            return "True or False";
        } else if (domain instanceof Domain.Word word) {
            return "one of " + String.join(", ", word.words());
        } else if (domain instanceof Domain.Sides sides) {
            return "a whole number from " + sides.low() + " to " + sides.high() + ", or two: height and width";
        } else if (domain instanceof RowDomain row) {
            return "up to " + row.most() + " numbers from " + Numbers.write(row.low()) + " to "
                    + Numbers.write(row.high());
        } else if (domain instanceof Domain.Maybe<?> maybe) {
            return "None, or " + of(maybe.domain());
        } else if (domain instanceof Domain.Pick pick) {
            return oneOf(pick.kinds().get());
        } else if (domain instanceof Domain.Many many) {
            return "a list of " + many.noun() + "s";
        } else if (domain instanceof FormulaDomain expression) {
            return "a formula of " + String.join(", ", expression.variables())
                    + (expression.lettered() ? " and letters of its own" : "");
        } else if (domain instanceof Domain.Names) {
            return "names of layers";
        }
        return "a text";
    }

    private static String oneOf(List<Kind> kinds) {
        return kinds.stream()
                .findFirst()
                .flatMap(Family::of)
                .map(family ->
                        "one of the [[" + family.title().toLowerCase(Locale.ROOT) + "|shelf-" + family.id() + "]]")
                .orElseGet(() -> "one of "
                        + String.join(", ", kinds.stream().map(Kind::name).toList()));
    }
}
