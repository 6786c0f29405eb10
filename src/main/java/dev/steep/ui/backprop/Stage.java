package dev.steep.ui.backprop;

import dev.steep.ui.backprop.Pass.Stop;
import java.util.ArrayList;
import java.util.List;

/**
 * One stage of a training step: what is worked out next.
 *
 * @param phase of the step
 * @param stop the layer that it is about, by its place; -1 for the loss
 * @param tensor whose numbers, or whose derivatives, are worked out
 * @param words what is done
 */
public record Stage(Phase phase, int stop, String tensor, String words) {
    /** The parts of a step, in order. */
    public enum Phase {
        FORWARD("forward"),
        LOSS("loss"),
        BACKWARD("backward"),
        UPDATE("update");

        private final String word;

        Phase(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** All stages of a pass, in order. */
    public static List<Stage> of(Pass pass) {
        List<Stage> all = new ArrayList<>();
        for (int i = 0; i < pass.stops().size(); i++) {
            Stop stop = pass.stops().get(i);
            if (stop.activates()) {
                all.add(new Stage(
                        Phase.FORWARD, i, stop.before(), stop.name() + " adds up its inputs times its weights."));
                all.add(new Stage(Phase.FORWARD, i, stop.output(), stop.name() + " applies its activation."));
            } else {
                all.add(new Stage(Phase.FORWARD, i, stop.output(), stop.name() + " works out what it gives."));
            }
        }
        all.add(new Stage(Phase.LOSS, -1, "loss", "The loss compares the answer with the target."));
        for (int i = pass.stops().size() - 1; i >= 0; i--) {
            Stop stop = pass.stops().get(i);
            if (stop.back()) {
                all.add(new Stage(
                        Phase.BACKWARD, i, stop.output(), "How the loss changes with what " + stop.name() + " gives."));
            }
            if (stop.activates() && stop.backBefore()) {
                all.add(new Stage(
                        Phase.BACKWARD, i, stop.before(), "Back through the activation of " + stop.name() + "."));
            }
            for (Pass.Weight weight : stop.weights()) {
                if (weight.back()) {
                    all.add(new Stage(
                            Phase.BACKWARD,
                            i,
                            weight.tensor(),
                            "How the loss changes with the "
                                    + weight.tensor()
                                            .substring(weight.tensor().lastIndexOf('/') + 1)
                                            .replace('_', ' ')
                                    + " of " + stop.name() + "."));
                }
            }
        }
        for (int i = 0; i < pass.stops().size(); i++) {
            for (Pass.Weight weight : pass.stops().get(i).weights()) {
                if (weight.back() && all.get(all.size() - 1).phase != Phase.UPDATE) {
                    all.add(new Stage(
                            Phase.UPDATE,
                            i,
                            weight.tensor(),
                            "All weights move against their derivatives: " + pass.optimizer() + " says how far."));
                }
            }
        }
        return all;
    }

    /** Whether a tensor's numbers, or its derivatives, are known at a stage. */
    static boolean known(List<Stage> stages, int now, String tensor, boolean derivatives) {
        for (int i = 0; i <= now && i < stages.size(); i++) {
            Stage stage = stages.get(i);
            if (stage.tensor.equals(tensor)
                    && (stage.phase == Phase.BACKWARD) == derivatives
                    && stage.phase != Phase.UPDATE) {
                return true;
            }
        }
        return false;
    }
}
