package dev.steep.ui.doctor;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.network.callback.Callback;
import dev.steep.network.callback.CallbackKnobs;
import dev.steep.protocol.EpochLog;
import dev.steep.recipe.Parts;
import dev.steep.recipe.Recipe;
import dev.steep.ui.element.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The training loss goes on falling while the validation loss has turned and rises: the network learns its samples by heart. Found when
 * the mean validation loss of the last three epochs is 10 % above the best and the training loss is 10 % below that of the best epoch,
 * which is at least three epochs ago.
 */
final class Overfitting implements Check {
    private static final int LATEST = 3;
    private static final double TURNED = 1.1;

    @Override
    public String name() {
        return "overfitting";
    }

    @Override
    public Optional<Finding> look(Recipe recipe, List<EpochLog> epochs) {
        int count = epochs.size();
        if (count < 2 * LATEST || !epochs.stream().allMatch(each -> Double.isFinite(each.valLoss()))) {
            return Optional.empty();
        }
        int best = 0;
        for (int i = 1; i < count; i++) {
            best = epochs.get(i).valLoss() < epochs.get(best).valLoss() ? i : best;
        }
        double latest = 0;
        for (EpochLog each : epochs.subList(count - LATEST, count)) {
            latest += each.valLoss() / LATEST;
        }
        EpochLog turn = epochs.get(best);
        EpochLog last = epochs.get(count - 1);
        boolean found = count - 1 - best >= LATEST
                && latest > TURNED * turn.valLoss()
                && last.loss() * TURNED < turn.loss();
        return found ? Optional.of(new Finding(name(), words(turn, last), remedy(recipe))) : Optional.empty();
    }

    private static String words(EpochLog turn, EpochLog last) {
        return "Overfitting since epoch " + turn.epoch() + ": the training loss still falls ("
                + Figures.of(turn.loss()) + " to " + Figures.of(last.loss()) + "), but the validation loss rises ("
                + Figures.of(turn.valLoss()) + " to " + Figures.of(last.valLoss())
                + "). More samples, a smaller network, Dropout or an earlier end help.";
    }

    /** Keras' EarlyStopping, with the best weights brought back, unless there is one. */
    private static Optional<Finding.Remedy> remedy(Recipe recipe) {
        String name = "EarlyStopping";
        boolean there = recipe.callbacks().stream().anyMatch(each -> each.kind().name().equals(name));
        Optional<Kind> kind = Callback.kinds().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
        if (there || kind.isEmpty()) {
            return Optional.empty();
        }
        List<Choice> callbacks = new ArrayList<>(recipe.callbacks());
        callbacks.add(kind.get().choice().with(CallbackKnobs.RESTORE_BEST_WEIGHTS, true).with(CallbackKnobs.PATIENCE, LATEST));
        return Optional.of(new Finding.Remedy("Add early stopping", recipe.with(Parts.CALLBACKS, callbacks)));
    }
}
