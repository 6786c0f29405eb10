package dev.steep.engine;

import dev.steep.network.Model;
import dev.steep.network.ModelLayer;
import dev.steep.network.PlannedLayer;
import dev.steep.network.layer.normalization.Adapted;
import dev.steep.tape.Value;

/** Before the first step, layers that adapt measure what they are given over the training part: Keras' {@code adapt}. */
final class Adapting {
    private static final int MOST_AT_ONCE = 256;

    private final Model model;
    private final Machine machine;
    private final Supply supply;
    private final int[] rows;

    Adapting(Model model, Machine machine, Supply supply, int[] rows) {
        this.model = model;
        this.machine = machine;
        this.supply = supply;
        this.rows = rows;
    }

    /** Measures for all of them, those in front first: what comes later sees numbers that are normalized already. */
    void run() {
        for (ModelLayer layer : model.layers()) {
            if (layer.planned().layer().adapts()) {
                adapt(layer);
            }
        }
    }

    private void adapt(ModelLayer layer) {
        Value mean = state(layer, Adapted.MEAN);
        int before = layer.planned().inputs().get(0);
        Value input = before == PlannedLayer.INPUT
                ? model.program().predict().input()
                : model.layers().get(before).output();
        Adapted adapted = new Adapted(mean.size(), layer.planned().layer().measured(input.shape()));
        int most = Math.min(MOST_AT_ONCE, machine.predictionRows());
        double[] numbers = new double[most * input.size()];
        for (int from = 0; from < rows.length; from += most) {
            int count = Math.min(most, rows.length - from);
            if (before == PlannedLayer.INPUT) {
                supply.x().gather(rows, from, count, supply.scale(), numbers);
            } else {
                look(input, from, count, numbers);
            }
            adapted.add(numbers, count);
        }
        machine.write(mean, adapted.mean());
        machine.write(state(layer, Adapted.VARIANCE), adapted.variance());
    }

    private void look(Value input, int from, int count, double[] into) {
        double[] scalars = model.scalars(model.program().prediction(), 1, count);
        machine.evaluate(new Batch(rows, from, count, 0, scalars));
        float[] read = machine.read(input);
        for (int i = 0; i < count * input.size(); i++) {
            into[i] = read[i];
        }
    }

    private static Value state(ModelLayer layer, String name) {
        String full = layer.planned().name() + "/" + name;
        return layer.weights().stream()
                .filter(value -> value.name().equals(full))
                .findFirst()
                .orElseThrow();
    }
}
