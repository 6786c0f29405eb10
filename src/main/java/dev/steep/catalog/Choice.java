package dev.steep.catalog;

import dev.steep.catalog.Phrase.Argument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One pick: a kind with its knobs set. Immutable, and equal to another when it means the same.
 *
 * @param kind what was picked
 * @param settings values of the knobs that differ from their defaults, by name
 */
public record Choice(Kind kind, Map<String, Object> settings) {
    public Choice {
        settings = Collections.unmodifiableMap(new HashMap<>(settings)); // TeaVM's empty Map.copyOf divides by zero
    }

    /** The value of one of the kind's knobs. */
    @SuppressWarnings("unchecked") // with() and read() store nothing but the knob's own type
    public <T> T get(Knob<T> knob) {
        Object value = settings.get(knob.name());
        return value == null ? preset(knob) : (T) value;
    }

    /** The same pick with one knob changed. */
    public <T> Choice with(Knob<T> knob, T value) {
        Map<String, Object> changed = new LinkedHashMap<>(settings);
        T settled = knob.domain().settled(value);
        if (settled.equals(preset(knob))) {
            changed.remove(knob.name());
        } else {
            changed.put(knob.name(), settled);
        }
        return new Choice(kind, changed);
    }

    /** The same pick with the options of another one, as far as its kind has them too, such as an optimizer's schedule. */
    public Choice withOptionsOf(Choice other) {
        Choice changed = this;
        for (Knob<?> option : kind.options()) {
            changed = changed.withOption(option, other);
        }
        return changed;
    }

    /** AdamW always has a weight decay, others may have one: what is of one name need not be of one kind. */
    private <T> Choice withOption(Knob<T> option, Choice of) {
        boolean alike = of.kind()
                .knob(option.name())
                .filter(own -> own.domain().getClass() == option.domain().getClass())
                .isPresent();
        return alike && of.states(option) ? with(option, of.get(option)) : this;
    }

    /** A kind may give a shared knob another default, so the kind's own declaration counts. */
    @SuppressWarnings("unchecked")
    private <T> T preset(Knob<T> knob) {
        Knob<?> own = kind.knob(knob.name())
                .orElseThrow(() -> new IllegalArgumentException(kind.name() + " has no knob " + knob.name()));
        return (T) own.preset();
    }

    /** The same pick with every live knob, its own or of a pick within it, at its default. */
    public Choice withoutLive() {
        Choice without = this;
        for (Knob<?> knob : kind.all()) {
            without = without.withoutLive(knob);
        }
        return without;
    }

    private <T> Choice withoutLive(Knob<T> knob) {
        T now = get(knob);
        T without = knob.live() ? knob.preset() : knob.domain().withoutLive(now);
        return without.equals(now) ? this : with(knob, without);
    }

    /** What it does to a number, if that is all it does. */
    public Optional<Curve> curve() {
        return kind.curve().apply(this);
    }

    /** Its code in a Keras script. */
    public String inKeras(Python script) {
        return kind.keras().orElse(KerasForm.call(kind.name())).of(this, script);
    }

    /** Whether text forms state this knob: it differs from its default, or has none in Keras. */
    public boolean states(Knob<?> knob) {
        return settings.containsKey(knob.name()) || knob.always();
    }

    /** Whether it is of this kind. */
    public boolean is(Kind other) {
        return kind.name().equals(other.name());
    }

    /** The phrase for links: defaults are left out. */
    public Phrase phrase() {
        List<Argument> arguments = new ArrayList<>();
        boolean inOrder = true;
        for (Knob<?> knob : kind.knobs()) {
            if (states(knob)) {
                arguments.add(new Argument(inOrder ? "" : knob.name(), written(knob)));
            } else {
                inOrder = false;
            }
        }
        options(arguments);
        return new Phrase(kind.name(), arguments);
    }

    private <T> Phrase written(Knob<T> knob) {
        return knob.domain().write(get(knob));
    }

    /** The phrase with every parameter by its name, its own and those of picks within it, whether at its default or not. */
    public Phrase expanded() {
        List<Argument> arguments = new ArrayList<>();
        kind.knobs().forEach(knob -> arguments.add(new Argument(knob.name(), expanded(knob))));
        kind.options().stream()
                .filter(option -> settings.containsKey(option.name()))
                .forEach(option -> arguments.add(new Argument(option.name(), expanded(option))));
        return new Phrase(kind.name(), arguments);
    }

    private void options(List<Argument> arguments) {
        kind.options().stream()
                .filter(option -> settings.containsKey(option.name()))
                .forEach(option -> arguments.add(new Argument(option.name(), written(option))));
    }

    private <T> Phrase expanded(Knob<T> knob) {
        return knob.domain().expanded(get(knob));
    }

    /** Reads the knobs of a kind from a phrase's arguments; never throws. Of a knob that is given twice the last value counts. */
    public static Choice read(Kind kind, Phrase phrase, Remarks remarks) {
        Map<String, Phrase> given = new LinkedHashMap<>();
        int position = 0;
        for (Argument argument : phrase.arguments()) {
            boolean placed = argument.name().isEmpty();
            Optional<Knob<?>> knob = (placed ? kind.knob(position++) : kind.knob(argument.name()))
                    .map(named -> kind.instead(named, argument.value()).orElse(named));
            if (knob.isEmpty()) {
                unknown(kind, argument, remarks);
                continue;
            }
            String name = knob.get().name();
            Phrase earlier = given.remove(name);
            given.put(name, argument.value());
            if (earlier != null) {
                repeated(kind.name() + "'s " + name, earlier, argument.value(), remarks);
            }
        }
        Choice choice = kind.choice();
        for (Map.Entry<String, Phrase> each : given.entrySet()) {
            choice = choice.reading(kind.knob(each.getKey()).orElseThrow(), each.getValue(), remarks);
        }
        return choice;
    }

    private static void unknown(Kind kind, Argument argument, Remarks remarks) {
        String quoted = Remarks.quote(argument.toString());
        int count = kind.knobs().size();
        String has = !argument.name().isEmpty()
                ? " has no parameter " + Remarks.quote(argument.name())
                        + NameReader.hintOf(
                                argument.name(),
                                kind.all().stream().<String>map(Knob::name).toList())
                : count == 0 ? " has no parameters" : " has only " + Numbers.count(count, "parameter");
        remarks.add(
                Remarks.Treatment.LEFT_OUT,
                quoted + " of " + kind.name(),
                kind.name() + has + "; " + quoted + " is ignored. Remove it, or correct it.");
    }

    /** Remarks that something is given twice, so that the earlier value is not used. */
    public static void repeated(String what, Phrase earlier, Phrase later, Remarks remarks) {
        remarks.add(
                Remarks.Treatment.LEFT_OUT,
                what + " " + Remarks.quote(earlier) + ", which is given again",
                what + " is given more than once; " + Remarks.quote(earlier) + " is not used, only "
                        + Remarks.quote(later) + ", the last, is.");
    }

    private <T> Choice reading(Knob<T> knob, Phrase argument, Remarks remarks) {
        String what = knob.domain() instanceof Domain.Pick ? knob.name() : kind.name() + "'s " + knob.name();
        return with(knob, knob.domain().read(argument, knob.preset(), what, remarks));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Choice
                && kind.name().equals(((Choice) other).kind.name())
                && settings.equals(((Choice) other).settings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind.name(), settings);
    }

    @Override
    public String toString() {
        return phrase().toString();
    }
}
