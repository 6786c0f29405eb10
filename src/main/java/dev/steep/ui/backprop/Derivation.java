package dev.steep.ui.backprop;

import java.util.List;
import java.util.Optional;

/**
 * How one number comes about, how the loss changes with it, and what a training step makes of it.
 *
 * @param place which number
 * @param value what it is
 * @param formed how it is computed; nothing for what is given
 * @param reaches whether the loss depends on it
 * @param derivative of the loss with respect to it
 * @param terms the summands of the chain rule, the largest of them
 * @param count how many there are in all
 * @param rest what those that are not told come to
 */
public record Derivation(
        Place place,
        double value,
        Optional<Formed> formed,
        boolean reaches,
        double derivative,
        List<Term> terms,
        int count,
        double rest,
        Optional<Check> check,
        Optional<Update> update) {
    /** A number where it is used. */
    public record Use(Place place, double value) {
        static Use of(Told told) {
            return new Use(Place.of(told), told.number("value"));
        }
    }

    /** What a letter of a formula stands for. */
    public record Letter(String letter, Use use) {
        static List<Letter> of(Told told) {
            return told.objects("letters").stream()
                    .map(each -> new Letter(each.word("letter"), Use.of(each)))
                    .toList();
        }
    }

    /**
     * How a number is computed.
     *
     * @param kind sum, formula, largest, softmax or drawn
     * @param words the step in words
     * @param formula typeset, of a formula
     * @param parts of a sum, what is added up: the largest
     * @param count how many there are in all
     * @param rest what those that are not told come to
     */
    public record Formed(
            String kind, String words, String formula, List<Letter> letters, List<Part> parts, int count, double rest) {
        static Formed of(Told told) {
            return new Formed(
                    told.word("kind"),
                    told.word("words"),
                    told.word("formula"),
                    Letter.of(told),
                    told.objects("parts").stream()
                            .map(part -> new Part(
                                    Use.of(part),
                                    part.number("slope"),
                                    part.object("factor").map(Use::of)))
                            .toList(),
                    told.members().has("count") ? told.whole("count") : 0,
                    told.number("rest"));
        }
    }

    /** A summand: a number times its slope, which may be another number. */
    public record Part(Use use, double slope, Optional<Use> factor) {}

    /**
     * A summand of the chain rule.
     *
     * @param via the number that is computed from this one, with the derivative of the loss with respect to it
     * @param slope how that number changes with this one
     * @param factor the number that the slope is, if it is one
     * @param formula of the slope, if it has one
     */
    public record Term(Use via, double slope, Optional<Use> factor, String formula, List<Letter> letters) {
        double product() {
            return slope * via.value();
        }
    }

    /** The loss with a weight a little smaller and a little larger, and the slope that follows. */
    public record Check(double nudge, double below, double above, double slope) {}

    /** What the optimizer makes of a weight. */
    public record Update(double from, double to, List<Assignment> steps) {}

    /** One formula of the optimizer. */
    public record Assignment(String tensor, double from, double to, String formula, List<Letter> letters) {}

    /** As the worker tells of it. */
    public static Derivation read(String json) {
        Told told = Told.read(json);
        return new Derivation(
                Place.of(told),
                told.number("value"),
                told.object("formed").map(Formed::of),
                told.flag("reaches"),
                told.number("derivative"),
                told.objects("terms").stream()
                        .map(term -> new Term(
                                new Use(Place.of(term), term.number("derivative")),
                                term.number("slope"),
                                term.object("factor").map(Use::of),
                                term.word("formula"),
                                Letter.of(term)))
                        .toList(),
                told.members().has("count") ? told.whole("count") : 0,
                told.number("rest"),
                told.object("check")
                        .map(check -> new Check(
                                check.number("nudge"),
                                check.number("below"),
                                check.number("above"),
                                check.number("slope"))),
                told.object("update")
                        .map(update -> new Update(
                                update.number("from"),
                                update.number("to"),
                                update.objects("steps").stream()
                                        .map(step -> new Assignment(
                                                step.word("tensor"),
                                                step.number("from"),
                                                step.number("to"),
                                                step.word("formula"),
                                                step.objects("letters").stream()
                                                        .map(each -> new Letter(
                                                                each.word("letter"),
                                                                new Use(
                                                                        new Place(each.word("tensor"), 0),
                                                                        each.number("value"))))
                                                        .toList()))
                                        .toList())));
    }
}
