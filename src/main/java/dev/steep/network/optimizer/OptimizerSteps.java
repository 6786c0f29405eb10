package dev.steep.network.optimizer;

import dev.steep.catalog.Choice;
import dev.steep.math.expr.Lanes;
import dev.steep.network.formula.StepContext;
import java.util.Arrays;
import java.util.List;

/**
 * An optimizer at work on a few weights that belong to no network: the formulas of its {@link UpdateRule}, computed in {@code double}
 * as the reference back end computes them, bit for bit.
 */
public final class OptimizerSteps {
    private final UpdateRule rule;
    private final Clipping clipping;
    private final Lanes[] formulas;

    /** The numbers of each letter: w, g, then slots and rates. */
    private final double[][] numbers;

    private final int[] offsets;
    private final int[] strides;
    private final int count;
    private int step;

    /** @param count of weights */
    public OptimizerSteps(Choice optimizer, int count) {
        this.count = count;
        rule = Optimizer.rule(optimizer);
        clipping = new Clipping(optimizer);
        List<UpdateRule.Meaning> letters = rule.letters();
        formulas = rule.assignments().stream()
                .map(each -> Lanes.of(each.formula()))
                .toArray(Lanes[]::new);
        numbers = new double[UpdateRule.FIRST_LETTER + letters.size()][count];
        offsets = new int[numbers.length];
        strides = new int[numbers.length];
        Arrays.fill(strides, 1);
        for (int i = 0; i < letters.size(); i++) {
            if (letters.get(i) instanceof UpdateRule.Slot slot) {
                Arrays.fill(numbers[UpdateRule.FIRST_LETTER + i], slot.initial());
            } else {
                strides[UpdateRule.FIRST_LETTER + i] = 0;
            }
        }
    }

    /** Changes the weights by one step; the first is step 1. */
    public void step(double[] weights, double[] gradient) {
        step++;
        numbers[0] = weights;
        numbers[1] = clipping.of(gradient);
        StepContext now = StepContext.of(step, 1);
        for (int i = 0; i < rule.letters().size(); i++) {
            if (rule.letters().get(i) instanceof UpdateRule.Rate rate) {
                numbers[UpdateRule.FIRST_LETTER + i][0] = rate.number().at(now);
            }
        }
        for (int i = 0; i < formulas.length; i++) {
            formulas[i].run(
                    count,
                    numbers,
                    offsets,
                    strides,
                    numbers[rule.assignments().get(i).target()],
                    0);
        }
    }
}
