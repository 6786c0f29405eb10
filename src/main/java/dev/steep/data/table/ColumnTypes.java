package dev.steep.data.table;

import dev.steep.catalog.Numbers;
import dev.steep.data.file.NoticeText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Columns taken for something else than what they seem to hold. */
final class ColumnTypes {
    /** Share of a column's different texts that are dates in a column of dates. */
    private static final double DATES = 0.9;

    /** Words that people put into an order, each list from little to much. */
    private static final List<List<String>> ORDERS = List.of(
            List.of("none", "very low", "low", "medium", "high", "very high"),
            List.of("low", "moderate", "high", "severe"),
            List.of("xs", "s", "m", "l", "xl", "xxl"),
            List.of("tiny", "small", "medium", "large", "huge"),
            List.of("very poor", "poor", "fair", "average", "good", "very good", "excellent"),
            List.of("fair", "good", "very good", "premium", "ideal"),
            List.of("po", "fa", "ta", "gd", "ex"),
            List.of("never", "rarely", "sometimes", "often", "always"),
            List.of("first", "second", "third", "fourth", "fifth"),
            List.of("strongly disagree", "disagree", "neutral", "agree", "strongly agree"),
            List.of("no", "yes"),
            List.of("false", "true"),
            List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
            List.of(
                    "january",
                    "february",
                    "march",
                    "april",
                    "may",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december"));

    private ColumnTypes() {}

    /** Whether a column of texts holds dates or times. */
    static boolean isDates(Column column) {
        return column instanceof Column.Textual texts && texts.words().size() > 1 && Dates.claims(texts.words(), DATES);
    }

    /** The column as this type; what that changes is said. */
    static Column as(Column column, String type, Numerals numerals, List<String> notices) {
        return switch (type) {
            case "category" -> column instanceof Column.Numeric numbers ? words(numbers) : column;
            case "ordinal" -> column instanceof Column.Textual texts ? ranks(texts, notices) : column;
            case "date" -> column instanceof Column.Textual texts ? days(texts, notices) : column;
            case "number" -> column instanceof Column.Textual texts ? numbers(texts, numerals, notices) : column;
            default -> column;
        };
    }

    /** Each different number, and each text among them, is a word; the numbers in their order. */
    private static Column words(Column.Numeric numbers) {
        Map<Double, Integer> places = new HashMap<>();
        for (int row = 0; row < numbers.rows(); row++) {
            double value = numbers.number(row);
            if (!Double.isNaN(value)) {
                places.put(value, 0);
            }
        }
        Double[] order = places.keySet().toArray(new Double[0]);
        Arrays.sort(order);
        List<String> words = new ArrayList<>();
        for (Double value : order) {
            places.put(value, words.size());
            words.add(Numbers.write(value));
        }
        Map<String, Integer> odd = new LinkedHashMap<>();
        PackedNumbers.Builder index = new PackedNumbers.Builder(1, numbers.rows());
        for (int row = 0; row < numbers.rows(); row++) {
            String text = numbers.odd().get(row);
            double value = numbers.number(row);
            if (text != null && !odd.containsKey(text)) {
                odd.put(text, words.size());
                words.add(text);
            }
            index.addPlace(text != null ? odd.getOrDefault(text, -1) : places.getOrDefault(value, -1));
        }
        return new Column.Textual(numbers.name(), words, index.build());
    }

    /** The rank of each word: in an order that people have, else as numbers or by the alphabet. */
    private static Column ranks(Column.Textual texts, List<String> notices) {
        List<String> order = ordered(texts.words());
        double[] rank = new double[order.size()];
        for (int i = 0; i < rank.length; i++) {
            rank[i] = order.indexOf(texts.words().get(i));
        }
        notices.add(NoticeText.name(texts.name()) + " counts as ranks: " + ranked(order) + ".");
        return mapped(texts, rank);
    }

    private static String ranked(List<String> order) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            some.add(i + " " + order.get(i));
        }
        return NoticeText.list(some);
    }

    /** The words from little to much. */
    static List<String> ordered(List<String> words) {
        for (List<String> order : ORDERS) {
            if (words.stream().allMatch(word -> order.contains(word.toLowerCase()))) {
                return words.stream()
                        .sorted(Comparator.comparingInt(word -> order.indexOf(word.toLowerCase())))
                        .toList();
            }
        }
        boolean numbers = words.stream().noneMatch(word -> Double.isNaN(Numbers.read(word)));
        return numbers
                ? words.stream()
                        .sorted(Comparator.comparingDouble(Numbers::read))
                        .toList()
                : words;
    }

    private static Column days(Column.Textual texts, List<String> notices) {
        Dates dates = Dates.of(texts.words());
        double[] days = new double[texts.words().size()];
        for (int i = 0; i < days.length; i++) {
            days[i] = dates.day(texts.words().get(i));
        }
        Column.Numeric column = mapped(texts, days);
        notices.add(NoticeText.name(texts.name()) + " counts as days since 1 January 1970"
                + (column.odd().isEmpty()
                        ? "."
                        : "; " + Numbers.count(column.odd().size(), "cell") + " with no date (such as "
                                + ColumnReader.examples(column.odd(), column.rows()) + ") became gaps."));
        return column;
    }

    private static Column numbers(Column.Textual texts, Numerals numerals, List<String> notices) {
        double[] numbers = new double[texts.words().size()];
        for (int i = 0; i < numbers.length; i++) {
            double number = numerals.number(texts.words().get(i));
            numbers[i] = Cell.isInfinite(texts.words().get(i), number) ? Double.NaN : number;
        }
        Column.Numeric column = mapped(texts, numbers);
        if (!column.odd().isEmpty()) {
            notices.add(NoticeText.name(texts.name()) + " is taken for numbers; "
                    + Numbers.count(column.odd().size(), "cell") + " with other text (such as "
                    + ColumnReader.examples(column.odd(), column.rows()) + ") became gaps.");
        }
        return column;
    }

    private static Column.Numeric mapped(Column.Textual texts, double[] numbers) {
        PackedNumbers.Builder values = new PackedNumbers.Builder(1, texts.rows());
        Map<Integer, String> odd = new HashMap<>();
        for (int row = 0; row < texts.rows(); row++) {
            int word = texts.word(row);
            double value = word < 0 ? Double.NaN : numbers[word];
            values.add(value);
            if (word >= 0 && Double.isNaN(value)) {
                odd.put(row, texts.words().get(word));
            }
        }
        return new Column.Numeric(texts.name(), values.build(), odd);
    }
}
