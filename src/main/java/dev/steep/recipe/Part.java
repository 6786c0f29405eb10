package dev.steep.recipe;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import java.util.List;
import java.util.function.Supplier;

/**
 * One part of a recipe, such as the loss: declared once in {@link Parts}, and with that written and read in links and
 * objects, found by paths, and known to whoever asks what a change touches.
 *
 * @param <T> what it holds: a pick, a list of picks, a number
 * @param knob its name, what it may hold and its default; whether a change of all of it applies while training
 * @param noun what one of its values is called in sentences: {@code data set}
 * @param inLink how links write it
 * @param inObject how objects write it
 * @param group the member of an object that it stands in, such as {@code compile}; empty for the object itself
 * @param changes what another value of it changes
 */
public record Part<T>(Knob<T> knob, String noun, LinkForm inLink, ObjectForm inObject, String group, Changes changes) {
    /** What a recipe with another value of a part has to make anew. */
    public enum Changes {
        /** The samples, or how they are prepared and split, and with them everything else. */
        SAMPLES,
        /** The network. */
        NETWORK,
        /** How the network learns: the run, not what it begins with. */
        RUN,
        /** No number: only how the run is watched. */
        NOTHING
    }

    /** One pick of these kinds, written {@code loss=huber}. */
    static Part<Choice> pick(String name, String noun, Kind preset, Supplier<List<Kind>> kinds, Changes changes) {
        return new Part<>(
                Knob.pick(name, preset, kinds, "Which " + noun + "."),
                noun,
                LinkForm.NAMED,
                ObjectForm.value(),
                "",
                changes);
    }

    /** The knobs of a single kind, written {@code fit(32,20)}; {@code example} is an object of some of them. */
    static Part<Choice> settings(Kind kind, String example, Changes changes) {
        return new Part<>(
                Knob.pick(kind.name(), kind, () -> List.of(kind), kind.about()),
                kind.name(),
                LinkForm.BARE,
                ObjectForm.settings(kind, example),
                "",
                changes);
    }

    /** Several picks, written {@code metrics=(precision,recall)}. */
    static Part<List<Choice>> list(String name, Domain.Many domain, String about, Changes changes) {
        return new Part<>(
                Knob.list(name, domain, about),
                domain.noun(),
                LinkForm.NAMED,
                ObjectForm.list(domain.noun()),
                "",
                changes);
    }

    /** A single value, written {@code seed=42}. */
    static <T> Part<T> value(Knob<T> knob, String noun, Changes changes) {
        return new Part<>(knob, noun, LinkForm.NAMED, ObjectForm.value(), "", changes);
    }

    /** The same part, one that links always state. */
    Part<T> always() {
        return new Part<>(knob.required(), noun, inLink, inObject, group, changes);
    }

    /** The same part, one whose change applies while training. */
    Part<T> whileTraining() {
        return new Part<>(knob.whileTraining(), noun, inLink, inObject, group, changes);
    }

    /** The same part, written otherwise in links. */
    Part<T> inLink(LinkForm other) {
        return new Part<>(knob, noun, other, inObject, group, changes);
    }

    /** The same part, written otherwise in objects. */
    Part<T> inObject(ObjectForm other) {
        return new Part<>(knob, noun, inLink, other, group, changes);
    }

    /** The same part, one of a member of the object. */
    Part<T> within(String member) {
        return new Part<>(knob, noun, inLink, inObject, member, changes);
    }

    /** What links, objects and paths call it. */
    public String name() {
        return knob.name();
    }
}
