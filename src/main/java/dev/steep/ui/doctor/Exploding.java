package dev.steep.ui.doctor;

import dev.steep.protocol.EpochLog;
import dev.steep.protocol.LayerFacts;
import dev.steep.protocol.look.Look;
import dev.steep.ui.element.Figures;
import java.util.List;
import java.util.Optional;

/**
 * A gradient grows without end: it is more than a hundred times what it was when it was first looked at, and the training loss more than
 * ten times that after the first epoch. Once numbers have overflowed, the engine's diagnosis is said instead.
 */
final class Exploding implements Check {
    private static final double GROWN = 100;
    private static final double WORSE = 10;

    @Override
    public String name() {
        return "exploding";
    }

    @Override
    public List<Look> looks(Evidence evidence) {
        return KernelNorms.looks(evidence);
    }

    @Override
    public Optional<Finding> look(Evidence evidence) {
        List<Evidence.Reading> readings = evidence.readings();
        List<EpochLog> epochs = evidence.epochs();
        if (readings.size() < 2 || epochs.size() < 2) {
            return Optional.empty();
        }
        Evidence.Reading from = readings.get(0);
        Evidence.Reading to = readings.get(readings.size() - 1);
        EpochLog first = epochs.get(0);
        EpochLog last = epochs.get(epochs.size() - 1);
        if (!(last.loss() > WORSE * first.loss())) {
            return Optional.empty();
        }
        return evidence.learning().stream()
                .map(evidence.layers()::get)
                .filter(layer -> grown(from, to, layer))
                .findFirst()
                .map(layer -> new Finding(
                                name(),
                                "The gradient of " + layer.kernel() + " explodes: its norm was "
                                        + Figures.of(KernelNorms.of(from, layer).gradient()) + " after epoch "
                                        + from.epoch() + " and is "
                                        + Figures.of(KernelNorms.of(to, layer).gradient()) + " after epoch "
                                        + to.epoch()
                                        + "; the training loss rose from " + Figures.of(first.loss()) + " to "
                                        + Figures.of(last.loss()) + ". Steps are too long.",
                                Rates.lower(evidence.recipe()))
                        .at(new Finding.Place.View("norms", "Show the norms")));
    }

    private static boolean grown(Evidence.Reading from, Evidence.Reading to, LayerFacts layer) {
        return KernelNorms.of(to, layer).gradient()
                > GROWN * KernelNorms.of(from, layer).gradient();
    }
}
