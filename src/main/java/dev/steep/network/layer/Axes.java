package dev.steep.network.layer;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Knob;
import dev.steep.math.Shape;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The axes of a sample along which a layer works. What it does is defined along the last axis; other axes are brought there first, and
 * back afterwards.
 *
 * @param input the shape of a sample
 * @param places counted from 0, ascending
 */
public record Axes(Shape input, List<Integer> places) {
    /** As many as a sample has at most. */
    private static final int MOST = 4;

    /** Along which axes, in Keras' counting: the batch is axis 0, and -1 is the last. */
    public static Knob<List<Integer>> knob(String about) {
        return Knob.wholes("axis", List.of(-1), -MOST, MOST, MOST, about);
    }

    /** Those that were picked and fit. */
    public static Axes of(List<Integer> picked, Shape input) {
        return new Axes(
                input, picked.stream().map(axis -> place(axis, input)).sorted().toList());
    }

    private static int place(int axis, Shape input) {
        return axis < 0 ? input.rank() + axis : axis - 1;
    }

    /** The input itself if it has these axes, each named once. */
    public static Outcome fit(Choice choice, List<Integer> picked, Shape input, Choice repaired) {
        String name = choice.kind().name();
        List<Integer> places = new ArrayList<>();
        for (int axis : picked) {
            int place = place(axis, input);
            if (place == -1) {
                return fails("Axis " + axis + " is the batch, and " + name + " takes each sample by itself", repaired);
            }
            if (place < 0 || place >= input.rank()) {
                return fails(
                        name + " has no axis " + axis + " to work along, since it is given " + input
                                + ", with axes from 1 to " + input.rank(),
                        repaired);
            }
            if (places.contains(place)) {
                return fails(name + " names axis " + (place + 1) + " twice", repaired);
            }
            places.add(place);
        }
        return new Outcome.Fits(input);
    }

    private static Outcome fails(String what, Choice repaired) {
        return Outcome.fails(what + ". Set axis to -1, the last.", "Set axis to -1", repaired);
    }

    /** Their lengths. */
    public Shape shape() {
        return Shape.of(places.stream().mapToInt(input::length).toArray());
    }

    /** For each number of a sample, in order, which number of a tensor of {@link #shape} has the same places on these axes. */
    public int[] owners() {
        int[] owners = new int[input.size()];
        for (int i = 0; i < owners.length; i++) {
            int rest = i;
            int step = 1;
            for (int axis = input.rank() - 1; axis >= 0; axis--) {
                if (places.contains(axis)) {
                    owners[i] += rest % input.length(axis) * step;
                    step *= input.length(axis);
                }
                rest /= input.length(axis);
            }
        }
        return owners;
    }

    /** Whether it is the last one alone, or none. */
    public boolean only() {
        return last() && places.size() < 2;
    }

    /** Whether they are the last ones already. */
    private boolean last() {
        return order().equals(new Axes(input, List.of()).order());
    }

    /** All axes, these last. */
    private List<Integer> order() {
        List<Integer> order = new ArrayList<>();
        for (int axis = 0; axis < input.rank(); axis++) {
            if (!places.contains(axis)) {
                order.add(axis);
            }
        }
        order.addAll(places);
        return order;
    }

    /** What a layer does along the last axis. */
    public interface Work {
        /** Records it; its result has this name and the shape of what it was given. */
        Value record(String name, Value rows);
    }

    /** Has something done along these axes, as if they were one, and the last. */
    public Value along(Scope scope, Value x, Work work) {
        if (only()) {
            return work.record(scope.name("output"), x);
        }
        Tape tape = scope.tape();
        List<Integer> order = order();
        Value moved = last() ? x : tape.permute(scope.name("moved"), x, order);
        Value rows = places.size() < 2 ? moved : tape.reshape(scope.name("rows"), moved, rows());
        Value done = work.record(scope.name("done"), rows);
        Value apart =
                places.size() < 2 ? done : tape.reshape(scope.name(last() ? "output" : "apart"), done, moved.shape());
        List<Integer> back = new ArrayList<>();
        for (int axis = 0; axis < order.size(); axis++) {
            back.add(order.indexOf(axis));
        }
        return last() ? apart : tape.permute(scope.name("output"), apart, back);
    }

    /** The other axes, and these as one behind them. */
    private Shape rows() {
        List<Integer> lengths = new ArrayList<>();
        for (int axis = 0; axis < input.rank(); axis++) {
            if (!places.contains(axis)) {
                lengths.add(input.length(axis));
            }
        }
        lengths.add(shape().size());
        return Shape.of(lengths.stream().mapToInt(each -> each).toArray());
    }
}
