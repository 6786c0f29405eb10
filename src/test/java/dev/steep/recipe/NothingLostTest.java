package dev.steep.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.math.Random;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Nothing that a link says is lost without a word. What is lost is found without the reader's help: links of every kind are
 * mutated, and each word and number of the result must stand in the recipe, written with all its defaults, or in a notice.
 */
class NothingLostTest {
    private static final int MUTATIONS = Integer.getInteger("mutations", 15_000);
    private static final int MOST_NOTICES = 8;
    private static final int LONGEST_NOTICE = 1200;

    /** A pair such as 3 x 5 may be written with blanks. */
    private static final Pattern PAIR = Pattern.compile("(?<=\\d) *x *(?=\\d)");

    /** Longer words are not said as a whole. */
    private static final int LONGEST_WORD = 40;

    private static final Map<String, String> NORMAL = new HashMap<>();

    /** What links, objects and sentences are taken apart at, besides blanks. */
    private static final String SEPARATORS = "/(),='{}[]\":";

    private static final List<String> NOISE = List.of(
            "zq7",
            "(3)",
            ")",
            "(",
            "((",
            "))",
            "()",
            "=",
            "==",
            ",",
            ",zq7",
            "/",
            "//",
            "'",
            "''",
            "'zq7'",
            "%",
            "%41",
            "%zz",
            "1e99",
            "2.7",
            "-1",
            "1e-400",
            "99999999999999999999",
            "NaN",
            "relu",
            "units=9",
            "zq7=8",
            "\u202E",
            "\u0000",
            "\u00e9",
            "\ud83c\udf75",
            "\ud83d",
            "\udc00",
            " ",
            "\t",
            "<b>",
            "?",
            "#",
            "/zq7",
            "/data=sine",
            "/seed=9",
            "/fit(7)",
            "/Flatten",
            "/loss=huber",
            "/Dense(3)",
            "(zq7(zq7(zq7",
            "x",
            "none",
            "true",
            "[",
            "]");

    @Test
    void everyWordOfAMutatedLinkIsInTheRecipeOrInANotice() {
        Random random = new Random(11);
        List<String> links = new ArrayList<>();
        Experiments.all(random).forEach(recipe -> links.add(recipe.toString()));
        Experiments.all(random).forEach(recipe -> links.add(named(recipe)));
        int lossy = 0;
        List<String> silent = new ArrayList<>();
        List<String> unnamed = new ArrayList<>();
        for (int i = 0; i < MUTATIONS; i++) {
            String link = mutated(links, random);
            Reading reading = RecipeText.read(link);
            List<Set<String>> lost = lost(link, reading.recipe());
            if (!lost.isEmpty() || isUnbalanced(link)) {
                lossy++;
                String said = seen(String.join(" ", reading.notices()));
                lost.removeIf(spellings -> spellings.stream()
                        .anyMatch(
                                word -> said.contains(word) || word.length() > LONGEST_WORD && quotesPart(said, word)));
                String failure = link + " lost " + lost + " and says " + reading.notices();
                if (said.isEmpty()) {
                    silent.add(failure);
                } else if (!lost.isEmpty() && !isCut(said)) {
                    unnamed.add(failure);
                }
            }
            check(link, reading);
        }
        String outcome = MUTATIONS + " links, " + lossy + " lose something, " + silent.size() + " in silence, "
                + unnamed.size() + " without naming it";
        assertTrue(lossy > MUTATIONS / 4, "The test tests nothing: " + outcome);
        silent.addAll(unnamed);
        assertTrue(
                silent.isEmpty(),
                () -> outcome + ":\n" + String.join("\n", silent.subList(0, Math.min(20, silent.size()))));
    }

    /** Of a long word the part that is wrong is enough. */
    private static boolean quotesPart(String said, String word) {
        String[] parts = said.split("\"");
        for (int i = 1; i < parts.length; i += 2) {
            if (parts[i].length() >= 4 && word.contains(parts[i])) {
                return true;
            }
        }
        return false;
    }

    /** Whether a sentence quotes the beginning only, counts others, or refuses the whole link. */
    private static boolean isCut(String said) {
        return said.contains("…") || said.contains(" more") || said.contains("opening experiment is shown instead");
    }

    /** Few notices, short ones, without anything invisible; and what was read can be written and read again. */
    private static void check(String link, Reading reading) {
        assertTrue(reading.notices().size() <= MOST_NOTICES, () -> link + ": " + reading.notices());
        for (String notice : reading.notices()) {
            assertTrue(notice.length() <= LONGEST_NOTICE, () -> link + ": " + notice);
            assertEquals(notice.toLowerCase(Locale.ROOT), seen(notice), link);
        }
        Reading again = RecipeText.read(reading.recipe().toString());
        assertEquals(reading.recipe(), again.recipe(), link);
        assertEquals(reading.recipe().toString(), again.recipe().toString(), link);
    }

    @Test
    void validLinksLoseNothing() {
        for (Recipe recipe : Experiments.all(new Random(12))) {
            for (String link : List.of(recipe.toString(), named(recipe))) {
                Reading reading = RecipeText.read(link);
                assertEquals(List.of(), reading.notices(), link);
                assertEquals(recipe, reading.recipe(), link);
                assertEquals(List.of(), lost(link, reading.recipe()), link);
            }
        }
    }

    /** Every knob that differs from its default, by its name. */
    private static String named(Recipe recipe) {
        return RecipeText.expanded(recipe);
    }

    private static String mutated(List<String> links, Random random) {
        StringBuilder text = new StringBuilder(links.get(random.below(links.size())));
        for (int k = random.below(3); k >= 0; k--) {
            int at = random.below(text.length() + 1);
            int length = random.below(Math.min(12, text.length() - at + 1));
            switch (random.below(8)) {
                case 0 -> text.delete(at, at + length);
                case 1, 2, 3 -> text.insert(at, NOISE.get(random.below(NOISE.size())));
                case 4 -> text.insert(at, text.substring(at, at + length));
                case 5 -> {
                    String other = links.get(random.below(links.size()));
                    int from = random.below(other.length());
                    text.insert(at, other.substring(from, from + random.below(other.length() - from + 1)));
                }
                case 6 -> {
                    String[] parts = text.toString().split("/");
                    String part = parts[random.below(parts.length)];
                    text.append('/').append(part);
                }
                default -> {
                    String piece = text.substring(at, at + length);
                    text.replace(
                            at, at + length, random.below(2) == 0 ? piece.toUpperCase(Locale.ROOT) : swapped(piece));
                }
            }
        }
        return text.toString();
    }

    private static String swapped(String piece) {
        return new StringBuilder(piece).reverse().toString();
    }

    /** The words and numbers of a link that its recipe does not hold, or not as often: each as it is spelled there. */
    private static List<Set<String>> lost(String link, Recipe recipe) {
        Map<String, Integer> text = counts(words(recipe.toString()));
        Map<String, Integer> object = counts(words(RecipeText.VERSION + " "
                + RecipeObject.write(recipe).replace("null", "none")
                + (recipe.data().is(Settings.FILE)
                        ? " name " + columns(recipe)
                        : ""))); // which the object calls "file"
        List<String> words = words(PAIR.matcher(link).replaceAll("x"));
        List<Set<String>> lost = new ArrayList<>();
        counts(words).forEach((word, count) -> {
            if (count > Math.max(text.getOrDefault(word, 0), object.getOrDefault(word, 0))) {
                lost.add(words.stream()
                        .filter(each -> word.equals(NORMAL.get(each)))
                        .collect(Collectors.toSet()));
            }
        });
        return lost;
    }

    /** Columns as a link in full has them: in an object they are lines of a link, without what is as usual. */
    private static String columns(Recipe recipe) {
        String full = named(recipe);
        int at = full.indexOf("columns=");
        return at < 0 ? "columns" : full.substring(at, full.indexOf("/prepare", at));
    }

    private static Map<String, Integer> counts(List<String> words) {
        Map<String, Integer> counts = new HashMap<>();
        words.forEach(word -> counts.merge(NORMAL.computeIfAbsent(word, NothingLostTest::normal), 1, Integer::sum));
        return counts;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(seen(text), SEPARATORS + " ");
        while (tokens.hasMoreTokens()) {
            words.add(tokens.nextToken());
        }
        return words;
    }

    /** Small letters, blanks for all that are like them, and U+FFFD for what cannot be seen. */
    private static String seen(String text) {
        StringBuilder seen = new StringBuilder();
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(c -> seen.appendCodePoint(Character.isWhitespace(c) ? ' ' : isUnseen(c) ? 0xFFFD : c));
        return seen.toString();
    }

    private static boolean isUnseen(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }

    /** What else Keras calls the kinds there are, without underscores, and what each is. */
    private static final Map<String, String> ALIASES = new HashMap<>();

    static {
        Experiments.kinds()
                .forEach(kind -> kind.aliases().forEach(alias -> ALIASES.put(plain(alias), plain(kind.name()))));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "");
    }

    /** Numbers by their value, squares by their side, yes and no by true and false. */
    private static String normal(String word) {
        int x = word.indexOf('x');
        if (x > 0 && word.substring(0, x).equals(word.substring(x + 1))) {
            return normal(word.substring(0, x)); // 3x3 is 3
        }
        if (word.equals("yes") || word.equals("no")) {
            return word.equals("yes") ? "true" : "false";
        }
        if (".+-0123456789".indexOf(word.charAt(0)) < 0) {
            String plain = plain(word);
            return ALIASES.getOrDefault(plain, plain);
        }
        try {
            double value = new BigDecimal(word).doubleValue();
            return value == 0 && word.matches("[+-]?[0.]*[1-9].*") ? word : "" + (value + 0.0);
        } catch (NumberFormatException | ArithmeticException notANumber) {
            return word;
        }
    }

    /** Whether brackets do not match. Apostrophes may hide brackets; of links with such nothing is claimed. */
    private static boolean isUnbalanced(String link) {
        int depth = 0;
        for (char c : link.toCharArray()) {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0) {
                break;
            }
        }
        return depth != 0 && link.indexOf('\'') < 0;
    }
}
