package dev.steep.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

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
        if (value.equals(preset(knob))) {
            changed.remove(knob.name());
        } else {
            changed.put(knob.name(), value);
        }
        return new Choice(kind, changed);
    }

    /** A kind may give a shared knob another default, so the kind's own declaration counts. */
    @SuppressWarnings("unchecked")
    private <T> T preset(Knob<T> knob) {
        Knob<?> own = kind.knob(knob.name())
                .orElseThrow(() -> new IllegalArgumentException(kind.name() + " has no knob " + knob.name()));
        return (T) own.preset();
    }

    /** The same pick with every live knob, its own or of a pick within it, at its default. */
    public Choice settled() {
        Choice settled = this;
        for (Knob<?> knob : kind.knobs()) {
            settled = settled.settling(knob);
        }
        return settled;
    }

    @SuppressWarnings("unchecked") // a Choice is only ever held by a knob of choices
    private <T> Choice settling(Knob<T> knob) {
        if (knob.live()) {
            return with(knob, knob.preset());
        }
        T value = get(knob);
        return value instanceof Choice nested ? with((Knob<Choice>) knob, nested.settled()) : this;
    }

    /** What it does to a number, if that is all it does. */
    public Optional<Curve> curve() {
        return kind.curve().apply(this);
    }

    /** Whether it is of this kind. */
    public boolean is(Kind other) {
        return kind.name().equals(other.name());
    }

    /** The phrase for links: defaults are left out. */
    public Phrase phrase() {
        List<Phrase> positional = new ArrayList<>();
        Map<String, Phrase> named = new LinkedHashMap<>();
        boolean inOrder = true;
        for (Knob<?> knob : kind.knobs()) {
            if (!settings.containsKey(knob.name()) && !knob.always()) {
                inOrder = false;
            } else if (inOrder) {
                positional.add(written(knob));
            } else {
                named.put(knob.name(), written(knob));
            }
        }
        return new Phrase(kind.name(), positional, named);
    }

    private <T> Phrase written(Knob<T> knob) {
        return knob.domain().write(get(knob));
    }

    /** Reads the knobs of a kind from a phrase's arguments; never throws. */
    public static Choice read(Kind kind, Phrase phrase, Consumer<String> notices) {
        Choice choice = kind.choice();
        int position = 0;
        for (Phrase argument : phrase.positional()) {
            if (position == kind.knobs().size()) {
                notices.accept(kind.name() + " has only " + Numbers.count(position, "parameter") + "; \"" + argument
                        + "\" is ignored.");
                break;
            }
            choice = choice.reading(kind.knobs().get(position++), argument, notices);
        }
        for (Map.Entry<String, Phrase> argument : phrase.named().entrySet()) {
            Knob<?> knob = kind.knob(argument.getKey()).orElse(null);
            if (knob == null) {
                notices.accept(kind.name() + " has no parameter \"" + argument.getKey() + "\"; it is ignored.");
            } else {
                choice = choice.reading(knob, argument.getValue(), notices);
            }
        }
        return choice;
    }

    private <T> Choice reading(Knob<T> knob, Phrase argument, Consumer<String> notices) {
        String what = knob.domain() instanceof Domain.Pick ? knob.name() : kind.name() + "'s " + knob.name();
        return with(knob, knob.domain().read(argument, knob.preset(), what, notices));
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
