package dev.steep.ui.doctor;

import dev.steep.catalog.Numbers;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.PreparedLook;
import dev.steep.ui.element.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A column of a table has the same number in all training samples, so that nothing can be learned from it. */
final class ConstantInput implements Check {
    private static final int FEWEST = 30;

    @Override
    public String name() {
        return "constant";
    }

    @Override
    public boolean ofData() {
        return true;
    }

    @Override
    public List<Look> once(Evidence evidence) {
        return evidence.facts().columns().isEmpty() || evidence.facts().parts()[0] < FEWEST
                ? List.of()
                : List.of(Outliers.look());
    }

    @Override
    public Optional<Finding> look(Evidence evidence) {
        float[] numbers = evidence.once(Outliers.look());
        List<String> names = evidence.facts().inputs();
        List<String> found = new ArrayList<>();
        double value = 0;
        for (int i = 0; i < PreparedLook.inputs(numbers) && i < names.size(); i++) {
            PreparedLook.Input input = PreparedLook.input(numbers, i);
            if (input.low(false) == input.high(false)
                    && evidence.facts().columns().contains(names.get(i))) {
                value = found.isEmpty() ? input.low(false) : value;
                found.add(names.get(i));
            }
        }
        if (found.isEmpty() || found.size() == names.size()) {
            return Optional.empty();
        }
        String more = found.size() == 1
                ? ""
                : " So are " + Numbers.count(found.size() - 1, "further column") + ", " + found.get(1)
                        + (found.size() > 2 ? " the first of them." : ".");
        return Optional.of(new Finding(
                name(),
                found.get(0) + " is " + Figures.of(value)
                        + " in every training sample that was looked at: nothing can be learned from it." + more,
                WithoutColumn.of(evidence, found.get(0))));
    }
}
