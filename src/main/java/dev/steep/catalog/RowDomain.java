package dev.steep.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Several numbers in order, each from low to high. Written {@code (100,250)}, a single one without brackets.
 *
 * @param rising whether each has to be larger than the one before
 * @param most how many there may be
 */
public record RowDomain(double low, double high, boolean rising, int most) implements Domain<List<Double>> {
    @Override
    public List<Double> read(Phrase phrase, List<Double> preset, String what, Remarks remarks) {
        List<Double> numbers = new ArrayList<>();
        boolean vanished = false;
        for (Phrase.Argument each : Domain.Many.items(phrase)) {
            boolean plain = each.name().isEmpty() && each.value().bare();
            vanished |= read(plain ? each.value().word() : "none", numbers);
        }
        if (complaint(numbers).isPresent()) {
            return Numbers.fallback(phrase, "" + write(preset), what, rule(), preset, remarks);
        }
        if (vanished) {
            Numbers.moved(phrase, "" + write(numbers), what, rule(), remarks);
        }
        return List.copyOf(numbers);
    }

    /**
     * One number of a link, or all those of an object, which arrive as {@code 100x250} or {@code [100,250,300]}. Returns whether one of them
     * is too small for a double, and so was read as 0.
     */
    private static boolean read(String word, List<Double> into) {
        boolean vanished = false;
        boolean brackets = word.startsWith("[") && word.endsWith("]");
        String rest = brackets ? word.substring(1, word.length() - 1) : word;
        for (int end = 0; end >= 0; rest = rest.substring(end + 1)) {
            end = rest.indexOf(brackets ? ',' : 'x');
            String each = end < 0 ? rest : rest.substring(0, end);
            double number = Numbers.read(each);
            vanished |= Numbers.vanished(each, number);
            into.add(number == 0 ? 0.0 : number);
        }
        return vanished;
    }

    /** What is wrong with these numbers, if anything is. */
    public Optional<String> complaint(List<Double> numbers) {
        boolean valid = !numbers.isEmpty() && numbers.size() <= most;
        for (int i = 0; i < numbers.size() && valid; i++) {
            double number = numbers.get(i);
            valid = number >= low && number <= high && !(rising && i > 0 && number <= numbers.get(i - 1));
        }
        return valid ? Optional.empty() : Optional.of(rule());
    }

    private String rule() {
        return "1 to " + most + " numbers from " + Numbers.write(low) + " to " + Numbers.write(high)
                + (rising ? ", each larger than the one before" : "");
    }

    @Override
    public Phrase write(List<Double> value) {
        List<Phrase.Argument> items = value.stream()
                .map(each -> Phrase.Argument.of(Phrase.of(Numbers.write(each))))
                .toList();
        return items.size() == 1 ? items.get(0).value() : new Phrase("", items);
    }
}
