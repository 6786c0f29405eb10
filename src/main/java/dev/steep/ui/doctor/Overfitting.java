package dev.steep.ui.doctor;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.network.callback.Callback;
import dev.steep.network.callback.CallbackKnobs;
import dev.steep.protocol.EpochLog;
import dev.steep.recipe.Parts;
import dev.steep.recipe.Recipe;
import dev.steep.ui.element.Figures;
import dev.steep.ui.state.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The training loss goes on falling while the validation loss has turned and rises: the network learns its samples by heart. Found when
 * there is a {@link Turn}; or when in ten epochs and more the training loss came below a third of the validation loss, and that has not
 * fallen by 5 % in the last third of them.
 */
final class Overfitting implements Check {
    private static final int LONG = 10;
    private static final double APART = 3;
    private static final double STILL = 0.95;
    private static final String HELP = "More samples, a smaller network, Dropout or an earlier end help.";

    @Override
    public String name() {
        return "overfitting";
    }

    @Override
    public Optional<Finding> look(Evidence evidence) {
        Recipe recipe = evidence.recipe();
        List<EpochLog> epochs = evidence.epochs();
        int count = epochs.size();
        Optional<Turn> turn = Turn.of(epochs);
        if (turn.isPresent()) {
            return Optional.of(new Finding(name(), words(turn.get()), remedy(recipe)));
        }
        if (!Turn.tells(epochs)) {
            return Optional.empty();
        }
        double latest = Turn.latest(epochs);
        EpochLog last = epochs.get(count - 1);
        boolean apart = count >= LONG
                && last.loss() * APART < latest
                && latest > STILL * epochs.get(count - 1 - count / Turn.LATEST).valLoss();
        return apart ? Optional.of(new Finding(name(), words(last), remedy(recipe))) : Optional.empty();
    }

    private static String words(EpochLog last) {
        return "Overfitting: the training loss is down to " + Figures.of(last.loss())
                + ", but the validation loss stays at " + Figures.of(last.valLoss()) + ". " + HELP;
    }

    private static String words(Turn found) {
        EpochLog turn = found.best();
        EpochLog last = found.last();
        return "Overfitting since epoch " + turn.epoch() + ": the training loss still falls ("
                + Figures.of(turn.loss()) + " to " + Figures.of(last.loss()) + "), but the validation loss rises ("
                + Figures.of(turn.valLoss()) + " to " + Figures.of(last.valLoss())
                + "). " + HELP;
    }

    /** Keras' EarlyStopping, with the best weights brought back, unless there is one. */
    private static Optional<Finding.Remedy> remedy(Recipe recipe) {
        String name = "EarlyStopping";
        boolean there =
                recipe.callbacks().stream().anyMatch(each -> each.kind().name().equals(name));
        Optional<Kind> kind = Callback.kinds().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
        if (there || kind.isEmpty()) {
            return Optional.empty();
        }
        List<Choice> callbacks = new ArrayList<>(recipe.callbacks());
        callbacks.add(kind.get()
                .choice()
                .with(CallbackKnobs.RESTORE_BEST_WEIGHTS, true)
                .with(CallbackKnobs.PATIENCE, Turn.LATEST));
        return Optional.of(new Finding.Remedy("Add early stopping", recipe.with(Parts.CALLBACKS, callbacks)));
    }
}
