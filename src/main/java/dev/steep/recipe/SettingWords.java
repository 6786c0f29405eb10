package dev.steep.recipe;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Phrase;
import dev.steep.catalog.Remarks;
import dev.steep.math.Characters;
import dev.steep.network.layer.LayerOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The settings of an experiment as a person names them: {@code learning rate}, {@code conv2d filters}, {@code batch 64}. */
public final class SettingWords {
    private SettingWords() {}

    /**
     * A knob in its place.
     *
     * @param path where it is
     * @param place what it is there
     * @param name in words: {@code learning rate}
     * @param owner what it belongs to, if its name alone does not say that: {@code Adam}, {@code conv2d}; else empty
     */
    public record Setting(KnobPath path, KnobPath.Place<?> place, String name, String owner) {
        /** Its value, as links write it. */
        public String value() {
            return place.knob().domain() instanceof Domain.Many
                    ? ((List<?>) place.value()).isEmpty() ? "none" : "" + ((List<?>) place.value()).size()
                    : place.written().toString();
        }

        /** Whether it is one of a layer. */
        public boolean ofLayer() {
            return path.words().get(0).equals(Parts.LAYERS.name());
        }

        /** The kinds that it is a choice between; none if it is none, or there is only one. */
        public List<Kind> kinds() {
            Domain<?> domain = place.knob().domain() instanceof Domain.Maybe<?> maybe
                    ? maybe.domain()
                    : place.knob().domain();
            List<Kind> kinds = domain instanceof Domain.Pick pick
                    ? pick.kinds().get()
                    : domain instanceof Domain.Many many ? many.kinds().get() : List.of();
            return kinds.size() > 1 ? kinds : List.of();
        }

        /** The experiment with a kind picked here, or added to what is picked; what all kinds of a family have stays as it was. */
        @SuppressWarnings("unchecked") // the domain says what the place holds
        public Recipe with(Kind kind) {
            if (place.knob().domain() instanceof Domain.Many) {
                List<Choice> more = new ArrayList<>((List<Choice>) place.value());
                more.add(kind.choice());
                return ((KnobPath.Place<List<Choice>>) place).with(more);
            }
            return place.knob().domain() instanceof Domain.Maybe
                    ? ((KnobPath.Place<Optional<Choice>>) place).with(Optional.of(kind.choice()))
                    : ((KnobPath.Place<Choice>) place).with(kind.choice().withOptionsOf((Choice) place.value()));
        }

        private List<String> words() {
            List<String> words = new ArrayList<>();
            path.words().forEach(word -> words.addAll(Characters.parts(word.toLowerCase(Locale.ROOT), '_')));
            words.addAll(Characters.parts(owner.toLowerCase(Locale.ROOT), '_'));
            return words;
        }

        /** Whether each of these is the beginning of one of its words, or they are its initials, as {@code lr} is. */
        private boolean named(List<String> wanted) {
            List<String> own = words();
            boolean all = wanted.stream().allMatch(word -> own.stream().anyMatch(each -> each.startsWith(word)));
            return all
                    || wanted.size() == 1
                            && wanted.get(0).length() > 1
                            && initials().equals(wanted.get(0));
        }

        private String initials() {
            StringBuilder initials = new StringBuilder();
            Characters.parts(name, ' ').forEach(word -> initials.append(word.charAt(0)));
            return initials.toString();
        }
    }

    /**
     * A setting with another value.
     *
     * @param value as links write it
     * @param remark what could not be used as it was typed; empty if all could
     */
    public record Set(Setting setting, String value, Recipe recipe, String remark) {}

    /** All settings of an experiment that a person may look for, those of a layer first if one is named. */
    public static List<Setting> all(Recipe recipe, String layer) {
        List<Setting> first = new ArrayList<>();
        List<Setting> others = new ArrayList<>();
        for (KnobPath path : KnobPath.all(recipe)) {
            if (path.in(recipe) instanceof KnobPath.Place<?> place && offered(recipe, path, place.knob())) {
                Setting setting = new Setting(path, place, name(path), owner(recipe, path));
                (setting.ofLayer() && path.words().get(1).equals(layer) ? first : others).add(setting);
            }
        }
        first.addAll(others);
        return first;
    }

    /** Layers, data sets and what a section is called are found otherwise; names and wiring are no single values. */
    private static boolean offered(Recipe recipe, KnobPath path, Knob<?> knob) {
        String part = path.words().get(0);
        boolean layers = part.equals(Parts.LAYERS.name());
        boolean file = part.equals(Parts.DATA.name()) && recipe.usesFiles();
        return switch (path.words().size()) {
            case 1 ->
                !layers
                        && !part.equals(Parts.DATA.name())
                        && Parts.find(part)
                                .filter(found -> found.inLink() == LinkForm.BARE)
                                .isEmpty();
            case 2 -> !layers && !(file && Settings.OF_FILES.contains(knob)) && !isItem(part);
            default ->
                !knob.name().equals(LayerOptions.NAME.name()) && !knob.name().equals(LayerOptions.FROM.name());
        };
    }

    private static boolean isItem(String part) {
        return part.equals(Parts.METRICS.name()) || part.equals(Parts.CALLBACKS.name());
    }

    private static String name(KnobPath path) {
        return path.words().get(path.words().size() - 1).replace('_', ' ');
    }

    /** A layer's or an item's name, or what is picked around it. */
    private static String owner(Recipe recipe, KnobPath path) {
        List<String> words = path.words();
        if (words.size() < 2 || words.size() == 2 && isSection(words.get(0))) {
            return "";
        }
        List<String> around = words.subList(0, words.size() - 1);
        if (words.get(0).equals(Parts.LAYERS.name())) {
            return String.join(" ", around.subList(1, around.size()));
        }
        KnobPath.Found found = new KnobPath(around).in(recipe);
        Object value = found instanceof KnobPath.Place<?> place ? place.value() : "";
        Object picked = value instanceof Optional<?> maybe && maybe.isPresent() ? maybe.get() : value;
        return picked instanceof Choice choice ? choice.kind().name() : "";
    }

    private static boolean isSection(String part) {
        return Parts.find(part).filter(found -> found.inLink() == LinkForm.BARE).isPresent();
    }

    /** The settings that a text names and gives a value: {@code learning rate 0.01}, {@code padding=same}. */
    public static List<Set> typed(List<Setting> settings, String text) {
        String spaced = spaced(text);
        List<String> words = new ArrayList<>(Characters.parts(spaced, ' '));
        words.removeIf(String::isEmpty);
        List<Set> found = new ArrayList<>();
        for (int names = words.size() - 1; names > 0 && found.isEmpty(); names--) {
            List<String> wanted = new ArrayList<>();
            words.subList(0, names)
                    .forEach(word -> wanted.addAll(
                            Characters.parts(word.toLowerCase(Locale.ROOT).replace('_', ' '), ' ')));
            String value = String.join(" ", words.subList(names, words.size()));
            for (Setting setting : settings) {
                if (setting.named(wanted) && !(setting.place().knob().domain() instanceof Domain.Many)) {
                    set(setting, value).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /** A first {@code =} between name and value is as good as a blank. */
    private static String spaced(String text) {
        int equals = text.indexOf('=');
        int bracket = text.indexOf('(');
        return equals > 0 && (bracket < 0 || equals < bracket)
                ? text.substring(0, equals) + " " + text.substring(equals + 1)
                : text;
    }

    /** With a value that it can have, or with the nearest to it. */
    private static Optional<Set> set(Setting setting, String value) {
        Remarks remarks = new Remarks();
        Phrase phrase = Phrase.read(value, remarks);
        if (!remarks.isEmpty()) {
            return Optional.empty();
        }
        Reading reading = setting.place().with(phrase, remarks);
        String after = setting.path().in(reading.recipe()) instanceof KnobPath.Place<?> place
                ? place.written().toString()
                : value;
        boolean understood = remarks.hasOnly(Remarks.Treatment.MOVED);
        return understood
                ? Optional.of(new Set(setting, after, reading.recipe(), String.join(" ", reading.notices())))
                : Optional.empty();
    }
}
