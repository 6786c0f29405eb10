package dev.steep.catalog;

import dev.steep.math.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a knob may hold, and how that is written in a link. Reading never throws: what cannot be used is replaced by the
 * nearest thing that can, or else by the default, and {@code remarks} has a remark about it.
 *
 * @param <T> the type of its values
 */
public sealed interface Domain<T>
        permits Domain.Whole,
                Domain.Real,
                Domain.Flag,
                Domain.Word,
                Domain.Text,
                Domain.Name,
                Domain.Names,
                Domain.Sides,
                Domain.Wholes,
                Domain.Pick,
                Domain.Many,
                Domain.Maybe,
                FormulaDomain,
                RowDomain {
    /** Reads a value; {@code what} names it in sentences, {@code preset} is what to fall back on. */
    T read(Phrase phrase, T preset, String what, Remarks remarks);

    /** The phrase that {@link #read} turns back into this value, if it is {@link #settled}. */
    Phrase write(T value);

    /** The value itself, or the one that stands for all that mean the same, such as 0 for -0. */
    default T settled(T value) {
        return value;
    }

    /** The phrase with every knob within the value by its name, whether at its default or not. */
    default Phrase expanded(T value) {
        return write(value);
    }

    /** The value with every live knob within it at its default. */
    default T withoutLive(T value) {
        return value;
    }

    /** A whole number from low to high, both included. */
    record Whole(int low, int high) implements Domain<Integer> {
        @Override
        public Integer read(Phrase phrase, Integer preset, String what, Remarks remarks) {
            double number = Numbers.read(phrase.word());
            if (Double.isNaN(number) || !phrase.bare()) {
                return Numbers.fallback(phrase, "" + preset, what, "a whole number", preset, remarks);
            }
            int whole = (int) Math.max(low, Math.min(high, Math.rint(number)));
            if (whole != number || Numbers.vanished(phrase.word(), number)) {
                Numbers.moved(phrase, "" + whole, what, "a whole number from " + low + " to " + high, remarks);
            }
            return whole;
        }

        @Override
        public Phrase write(Integer value) {
            return Phrase.of("" + value);
        }
    }

    /** A real number from low to high, both included; {@code logarithmic} says how a slider should be spaced. */
    record Real(double low, double high, boolean logarithmic) implements Domain<Double> {
        @Override
        public Double read(Phrase phrase, Double preset, String what, Remarks remarks) {
            double number = Numbers.read(phrase.word());
            if (Double.isNaN(number) || !phrase.bare()) {
                return Numbers.fallback(phrase, Numbers.write(preset), what, "a number", preset, remarks);
            }
            double possible = settled(Math.max(low, Math.min(high, number)));
            if (possible != number || Numbers.vanished(phrase.word(), number)) {
                String range = "a number from " + Numbers.write(low) + " to " + Numbers.write(high);
                Numbers.moved(phrase, Numbers.write(possible), what, range, remarks);
            }
            return possible;
        }

        /** There is one zero: JavaScript writes -0 as 0, so that a recipe would not come back from a script as it was. */
        @Override
        public Double settled(Double value) {
            return value == 0 ? 0.0 : value;
        }

        @Override
        public Phrase write(Double value) {
            return Phrase.of(Numbers.write(value));
        }
    }

    /** Yes or no. */
    record Flag() implements Domain<Boolean> {
        @Override
        public Boolean read(Phrase phrase, Boolean preset, String what, Remarks remarks) {
            return switch (phrase.bare() ? phrase.word().toLowerCase() : "") {
                case "true", "yes", "1" -> true;
                case "false", "no", "0" -> false;
                default -> Numbers.fallback(phrase, "" + preset, what, "true or false", preset, remarks);
            };
        }

        @Override
        public Phrase write(Boolean value) {
            return Phrase.of("" + value);
        }
    }

    /**
     * One word of a list.
     *
     * @param labels another text for each word, which means the same; empty if there are none
     */
    record Word(List<String> words, List<String> labels) implements Domain<String> {
        public Word {
            words = List.copyOf(words);
            labels = List.copyOf(labels);
        }

        /** Words without labels. */
        public Word(List<String> words) {
            this(words, List.of());
        }

        @Override
        public String read(Phrase phrase, String preset, String what, Remarks remarks) {
            int label = labels.indexOf(phrase.word());
            String word = label < 0 ? phrase.word() : words.get(label);
            return words.contains(word) && phrase.bare()
                    ? word
                    : Numbers.fallback(phrase, preset, what, "one of " + String.join(", ", words), preset, remarks);
        }

        @Override
        public Phrase write(String value) {
            return Phrase.of(value);
        }
    }

    /** Free text. */
    record Text(int longest, Form form) implements Domain<String> {
        /** What a text is made of, where not any will do. */
        public interface Form {
            /** As much of the text as can be read. */
            String kept(String text);

            /** Which part cannot be read, and how much is kept. */
            String complaint(String text);
        }

        private static final Form ANY = new Form() {
            @Override
            public String kept(String text) {
                return text;
            }

            @Override
            public String complaint(String text) {
                return "";
            }
        };

        /** Any text. */
        Text(int longest) {
            this(longest, ANY);
        }

        @Override
        public String read(Phrase phrase, String preset, String what, Remarks remarks) {
            String kept = settled(phrase.word());
            boolean unfit = phrase.word().length() > longest || !phrase.bare();
            if (unfit || kept.isEmpty() && !Characters.wellFormed(phrase.word()).isEmpty()) {
                String wanted = unfit ? "text of at most " + longest + " characters" : form.complaint(phrase.word());
                return Numbers.fallback(phrase, preset, what, wanted, preset, remarks);
            }
            if (!kept.equals(Characters.wellFormed(phrase.word()))) {
                remarks.say("A part of " + what + " cannot be read; it should be " + form.complaint(phrase.word())
                        + " and used.");
            }
            return kept;
        }

        @Override
        public Phrase write(String value) {
            return Phrase.of(value);
        }

        @Override
        public String settled(String value) {
            return form.kept(Characters.wellFormed(value));
        }
    }

    /** A name: a letter, then letters, digits and underscores. Empty where it is to be given by the numbering. */
    record Name(int longest) implements Domain<String> {
        /** What is wrong with a name, if anything is. */
        public Optional<String> complaint(String name) {
            boolean valid = !name.isEmpty() && name.length() <= longest && isLetter(name.charAt(0));
            for (int i = 0; i < name.length() && valid; i++) {
                char c = name.charAt(i);
                valid = isLetter(c) || c >= '0' && c <= '9' || c == '_';
            }
            return valid ? Optional.empty() : Optional.of(rule());
        }

        private static boolean isLetter(char c) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
        }

        private String rule() {
            return "a letter, then letters, digits and _, at most " + longest + " together";
        }

        @Override
        public String read(Phrase phrase, String preset, String what, Remarks remarks) {
            boolean valid = phrase.bare() && complaint(phrase.word()).isEmpty();
            return valid || phrase.bare() && phrase.word().isEmpty()
                    ? phrase.word()
                    : Numbers.fallback(phrase, "the usual name", what, rule(), preset, remarks);
        }

        @Override
        public Phrase write(String value) {
            return Phrase.of(value);
        }
    }

    /** Names of other things of the experiment, in order; written as a list of picks is. */
    record Names(int most, int longest) implements Domain<List<String>> {
        @Override
        public List<String> read(Phrase phrase, List<String> preset, String what, Remarks remarks) {
            List<String> names = new ArrayList<>();
            for (Phrase.Argument each : Many.items(phrase)) {
                boolean valid = each.name().isEmpty()
                        && each.value().bare()
                        && new Name(longest).complaint(each.value().word()).isEmpty();
                if (valid && names.size() < most) {
                    names.add(each.value().word());
                } else {
                    String quoted = Remarks.quote(each.toString());
                    remarks.add(
                            Remarks.Treatment.LEFT_OUT,
                            quoted + " in " + what,
                            what + " cannot have " + quoted + (valid ? " beyond " + most + " names" : "")
                                    + "; it is a list of names, such as (conv2d,dense). It is left out.");
                }
            }
            return List.copyOf(names);
        }

        @Override
        public Phrase write(List<String> value) {
            return Many.list(value.stream().map(Phrase::of).toList());
        }

        @Override
        public List<String> settled(List<String> value) {
            return List.copyOf(value);
        }
    }

    /** A height and a width, each from low to high. */
    record Sides(int low, int high) implements Domain<Pair> {
        @Override
        public Pair read(Phrase phrase, Pair preset, String what, Remarks remarks) {
            String word = phrase.word();
            int x = word.indexOf('x');
            double height = Numbers.read(x < 0 ? word : word.substring(0, x));
            double width = x < 0 ? height : Numbers.read(word.substring(x + 1));
            boolean wrong = !(height == Math.rint(height) && width == Math.rint(width));
            if (wrong || height < low || height > high || width < low || width > high || !phrase.bare()) {
                String wanted = "a whole number (or two, such as 3x5) from " + low + " to " + high;
                return Numbers.fallback(phrase, "" + preset, what, wanted, preset, remarks);
            }
            return new Pair((int) height, (int) width);
        }

        @Override
        public Phrase write(Pair value) {
            return Phrase.of(value.toString());
        }
    }

    /** Several whole numbers from low to high, such as the lengths of axes; written as a {@link RowDomain} is. */
    record Wholes(int low, int high, int most) implements Domain<List<Integer>> {
        private RowDomain row() {
            return new RowDomain(low, high, false, most);
        }

        @Override
        public List<Integer> read(Phrase phrase, List<Integer> preset, String what, Remarks remarks) {
            List<Double> numbers = row().read(phrase, reals(preset), what, remarks);
            List<Integer> wholes =
                    numbers.stream().map(each -> (int) Math.rint(each)).toList();
            if (!reals(wholes).equals(numbers)) {
                Numbers.moved(phrase, "" + write(wholes), what, "whole numbers", remarks);
            }
            return wholes;
        }

        @Override
        public Phrase write(List<Integer> value) {
            return row().write(reals(value));
        }

        @Override
        public List<Integer> settled(List<Integer> value) {
            return List.copyOf(value);
        }

        private static List<Double> reals(List<Integer> wholes) {
            return wholes.stream().map(Integer::doubleValue).toList();
        }
    }

    /** A pick from a list of kinds, with knobs of its own, by any name that {@link NameReader} understands. */
    record Pick(Supplier<List<Kind>> kinds) implements Domain<Choice> {
        /** Whether one of its kinds is meant by this name. */
        public boolean knows(String name) {
            return NameReader.find(name, kinds.get()).isPresent();
        }

        @Override
        public Choice read(Phrase phrase, Choice preset, String what, Remarks remarks) {
            Optional<Kind> known = NameReader.find(phrase.word(), kinds.get());
            if (known.isPresent()) {
                return Choice.read(known.get(), phrase, remarks);
            }
            String unknown = what + " " + Remarks.quote(phrase) + NameReader.hint(phrase.word(), kinds.get());
            String used = preset.kind().name();
            remarks.add(
                    Remarks.Treatment.REPLACED,
                    unknown + " (" + used + " is used)",
                    "There is no " + unknown + "; using " + used + ".");
            return preset;
        }

        @Override
        public Phrase write(Choice value) {
            return value.phrase();
        }

        @Override
        public Phrase expanded(Choice value) {
            return value.expanded();
        }

        @Override
        public Choice withoutLive(Choice value) {
            return value.withoutLive();
        }
    }

    /**
     * Several picks from a list of kinds, in order, such as the layers of a network. Written {@code (a,b(3))}, a single one
     * without brackets.
     *
     * @param noun what one of them is called in sentences: {@code layer}
     * @param most how many there may be
     * @param limit says so: {@code A network may have 64 layers here}
     * @param anyCase whether capital letters and underscores do not matter
     * @param names what each is called among the others: {@code conv2d_1}
     */
    record Many(Supplier<List<Kind>> kinds, String noun, int most, String limit, boolean anyCase, ItemNames names)
            implements Domain<List<Choice>> {
        @Override
        public List<Choice> read(Phrase phrase, List<Choice> preset, String what, Remarks remarks) {
            List<Choice> all = new ArrayList<>();
            for (Phrase.Argument each : items(phrase)) {
                if (each.name().isEmpty()) {
                    item(each.value(), all.size(), remarks).ifPresent(all::add);
                } else {
                    String quoted = Remarks.quote(each.toString());
                    remarks.add(
                            Remarks.Treatment.LEFT_OUT,
                            quoted + " among " + what,
                            quoted + " stands in a list, where nothing has a name; it is ignored.");
                }
            }
            return names.given(all, remarks);
        }

        /** One of them, if it can be used; {@code place} are before it. */
        public Optional<Choice> item(Phrase phrase, int place, Remarks remarks) {
            Optional<Kind> known = anyCase
                    ? NameReader.find(phrase.word(), kinds.get())
                    : NameReader.exact(phrase.word(), kinds.get());
            String quoted = Remarks.quote(phrase);
            if (known.isEmpty()) {
                String unknown = quoted + NameReader.hint(phrase.word(), kinds.get());
                remarks.add(
                        Remarks.Treatment.LEFT_OUT,
                        "the unknown " + noun + " " + unknown,
                        "There is no " + noun + " " + unknown + "; it is left out.");
                return Optional.empty();
            }
            if (place >= most) {
                remarks.add(
                        Remarks.Treatment.LEFT_OUT,
                        "the " + noun + " " + quoted + " beyond the " + most + " that there may be",
                        limit + "; " + quoted + " is left out.");
                return Optional.empty();
            }
            return Optional.of(Choice.read(known.get(), phrase, remarks));
        }

        /** The phrases of a list: what stands in its brackets, or the only one. */
        public static List<Phrase.Argument> items(Phrase list) {
            return list.word().isEmpty() ? list.arguments() : List.of(Phrase.Argument.of(list));
        }

        @Override
        public Phrase write(List<Choice> value) {
            return list(names.bare(value).stream().map(Choice::phrase).toList());
        }

        @Override
        public Phrase expanded(List<Choice> value) {
            return list(names.bare(value).stream().map(Choice::expanded).toList());
        }

        static Phrase list(List<Phrase> items) {
            return items.size() == 1
                    ? items.get(0)
                    : new Phrase("", items.stream().map(Phrase.Argument::of).toList());
        }

        @Override
        public List<Choice> settled(List<Choice> value) {
            return names.given(value, new Remarks());
        }

        @Override
        public List<Choice> withoutLive(List<Choice> value) {
            return value.stream().map(Choice::withoutLive).toList();
        }
    }

    /** A value or "None"; {@code start} is what a control shows when it is first switched on. */
    record Maybe<T>(Domain<T> domain, T start) implements Domain<Optional<T>> {
        @Override
        public Optional<T> read(Phrase phrase, Optional<T> preset, String what, Remarks remarks) {
            boolean none = phrase.bare() && phrase.word().equalsIgnoreCase("none");
            return none ? Optional.empty() : Optional.of(domain.read(phrase, preset.orElse(start), what, remarks));
        }

        @Override
        public Phrase write(Optional<T> value) {
            return value.map(domain::write).orElse(Phrase.of("none"));
        }

        @Override
        public Optional<T> settled(Optional<T> value) {
            return value.map(domain::settled);
        }

        @Override
        public Phrase expanded(Optional<T> value) {
            return value.map(domain::expanded).orElse(Phrase.of("none"));
        }

        @Override
        public Optional<T> withoutLive(Optional<T> value) {
            return value.map(domain::withoutLive);
        }
    }
}
