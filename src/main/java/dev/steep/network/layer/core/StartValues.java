package dev.steep.network.layer.core;

import dev.steep.catalog.Numbers;
import dev.steep.math.Characters;
import dev.steep.math.formula.OwnLetters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the letters of a formula start from, as a learner types it: {@code a=100, k=0.1}. A letter that is not named starts from 1.
 *
 * @param numbers by letter
 * @param kept the text without what is wrong in it
 * @param complaint what is wrong first, if anything is
 */
record StartValues(Map<String, Double> numbers, String kept, Optional<String> complaint) {
    private static final double LARGEST = 1e30;

    /**
     * Reads them.
     *
     * @param letters that the formula has
     * @param variables what comes in
     */
    static StartValues read(String text, List<String> letters, List<String> variables) {
        Map<String, Double> numbers = new HashMap<>();
        List<String> kept = new ArrayList<>();
        Optional<String> complaint = Optional.empty();
        for (String part : Characters.parts(text.replace(';', ','), ',')) {
            String entry = part.strip();
            int sign = entry.indexOf('=');
            String name = sign < 0 ? "" : entry.substring(0, sign).strip();
            double number = sign < 0
                    ? Double.NaN
                    : Numbers.read(entry.substring(sign + 1).strip());
            Optional<String> wrong = entry.isEmpty()
                    ? Optional.empty()
                    : wrong(entry, name, number, letters, variables)
                            .or(() -> numbers.containsKey(name)
                                    ? Optional.of("start says twice what " + name + " begins with")
                                    : Optional.empty());
            if (wrong.isPresent()) {
                complaint = complaint.or(() -> wrong);
            } else if (!entry.isEmpty()) {
                numbers.put(name, number);
                kept.add(entry);
            }
        }
        return new StartValues(numbers, String.join(", ", kept), complaint);
    }

    /** A text of them without those of some letters. */
    static String without(String text, List<String> letters) {
        List<String> kept = new ArrayList<>();
        for (String part : Characters.parts(text.replace(';', ','), ',')) {
            String entry = part.strip();
            int sign = entry.indexOf('=');
            if (!letters.contains(sign < 0 ? "" : entry.substring(0, sign).strip())) {
                kept.add(entry);
            }
        }
        return String.join(",", kept);
    }

    private static Optional<String> wrong(
            String entry, String name, double number, List<String> letters, List<String> variables) {
        if (name.isEmpty()) {
            return Optional.of(
                    "start has \"" + shown(entry) + "\", where a letter, = and a number are wanted, as in a=1, k=0.1");
        }
        if (!letters.contains(name)) {
            String because = OwnLetters.complaint(name, variables)
                    .map(sentence -> ": " + bare(sentence))
                    .orElse(", which the formula does not have" + of(letters));
            return Optional.of("start names " + shown(name) + because);
        }
        return Math.abs(number) <= LARGEST
                ? Optional.empty()
                : Optional.of(
                        "start has \"" + shown(entry) + "\", where a number from -1e30 to 1e30 is wanted behind =");
    }

    private static String of(List<String> letters) {
        return letters.isEmpty() ? "" : "; it has " + String.join(", ", letters);
    }

    private static String bare(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String shown(String text) {
        return Characters.visible(Characters.shortened(text, 30));
    }

    double of(String letter) {
        return numbers.getOrDefault(letter, 1.0);
    }
}
