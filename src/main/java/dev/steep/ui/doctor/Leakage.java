package dev.steep.ui.doctor;

import dev.steep.protocol.DataFacts;
import dev.steep.protocol.look.AloneLook;
import dev.steep.protocol.look.Look;
import dev.steep.ui.element.Figures;
import java.util.List;
import java.util.Optional;

/**
 * One column of a table alone tells what is to be predicted: right for 99.5 % of the training samples, or as a number with a share of
 * 99.99 % of the variance. A table of one feature tells of no leak, nor do less than 50 samples.
 */
final class Leakage implements Check {
    private static final double RIGHT = 0.995;
    private static final double EXPLAINED = 0.9999;
    private static final int FEWEST = 50;

    @Override
    public String name() {
        return "leakage";
    }

    @Override
    public boolean ofData() {
        return true;
    }

    @Override
    public List<Look> once(Evidence evidence) {
        DataFacts facts = evidence.facts();
        boolean table = !facts.columns().isEmpty() && facts.features().size() > 1;
        return table && !facts.reconstructs() && facts.parts()[0] >= FEWEST ? List.of(look(facts)) : List.of();
    }

    private static AloneLook look(DataFacts facts) {
        return new AloneLook(facts.classes().size());
    }

    @Override
    public Optional<Finding> look(Evidence evidence) {
        DataFacts facts = evidence.facts();
        float[] told = evidence.once(look(facts));
        int best = 0;
        for (int i = 0; i < told.length; i++) {
            best = told[i] > told[best] ? i : best;
        }
        boolean classes = !facts.classes().isEmpty();
        if (told.length == 0
                || told[best] < (classes ? RIGHT : EXPLAINED)
                || best >= facts.features().size()) {
            return Optional.empty();
        }
        String share = told[best] == 1 ? "100" : Figures.fixed(Math.min(99.99, 100 * told[best]), 2);
        return Optional.of(new Finding(
                name(),
                facts.features().get(best) + " alone tells " + facts.label()
                        + (classes
                                ? " for " + share + " % of the training samples."
                                : ": it explains " + share + " % of the variance.")
                        + " If it is not known before the answer is, it gives the answer away.",
                WithoutColumn.of(evidence, facts.features().get(best))));
    }
}
