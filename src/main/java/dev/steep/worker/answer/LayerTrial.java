package dev.steep.worker.answer;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.Phrase;
import dev.steep.catalog.Remarks;
import dev.steep.data.FloatSamples;
import dev.steep.data.Rescaling;
import dev.steep.data.Target;
import dev.steep.engine.Batch;
import dev.steep.engine.Machine;
import dev.steep.engine.Supply;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.network.Design;
import dev.steep.network.LayerAlone;
import dev.steep.network.Plan;
import dev.steep.network.PlannedLayer;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.loss.Loss;
import dev.steep.network.loss.Task;
import dev.steep.network.optimizer.Optimizer;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.recipe.Parts;
import dev.steep.reference.Reference;
import dev.steep.tape.Tape;
import java.util.List;
import java.util.Optional;

/** A layer that is tried out by itself, on the back end that is the definition: for help, which shows what layers do. */
final class LayerTrial {
    private static final int MOST_NUMBERS = 10_000;
    private static final int MOST_OUTPUTS = 16;
    private static final int MOST_INPUTS = 2;
    /** Multiplications, or weights: well below a tenth of a second. */
    private static final long MOST_WORK = 3_000_000;

    private LayerTrial() {}

    static Report of(Inquiry.TryLayer inquiry) {
        boolean fits = inquiry.shape().length >= 1 && inquiry.shape().length <= 3;
        long size = 1;
        for (int length : inquiry.shape()) {
            fits &= length >= 1 && length <= MOST_NUMBERS;
            size = Math.min(size * Math.max(1, length), Integer.MAX_VALUE);
        }
        int inputs = (int) (inquiry.input().length / Math.max(1, size));
        if (!fits || size > MOST_NUMBERS || inputs < 1 || inputs * size != inquiry.input().length) {
            return new Report.Refused("A layer is tried with up to " + MOST_NUMBERS
                    + " numbers, as many as its input has, of one to three axes.");
        } else if (inquiry.count() < 1 || inquiry.count() > MOST_OUTPUTS) {
            return new Report.Refused("A layer is tried from 1 to " + MOST_OUTPUTS + " times at once.");
        }
        Domain.Many layers = (Domain.Many) Parts.LAYERS.knob().domain();
        Remarks remarks = new Remarks();
        Optional<Choice> layer = layers.item(Phrase.read(inquiry.layer(), remarks), 0, remarks);
        boolean joins = layer.filter(choice -> choice.kind().options().contains(LayerOptions.FROM))
                .isPresent();
        if (inputs > (joins ? MOST_INPUTS : 1)) {
            return new Report.Refused("This layer takes " + (joins ? "up to " + MOST_INPUTS + " inputs" : "one input")
                    + " here, not " + inputs + ".");
        }
        return layer.map(choice -> of(choice, inquiry, inputs))
                .orElseGet(() -> new Report.Refused(String.join(" ", remarks.sentences())));
    }

    private static Report of(Choice layer, Inquiry.TryLayer inquiry, int inputs) {
        Plan plan = Plan.of(new Design(
                Shape.of(inquiry.shape()),
                new Task.Regression(1),
                List.of(layer),
                Loss.MEAN_SQUARED_ERROR.kind().choice(),
                Optimizer.SGD.kind().choice(),
                inquiry.seed()));
        PlannedLayer planned = plan.layers().get(0);
        Optional<PlannedLayer.Extent> extent = planned.extent();
        if (extent.isEmpty()) {
            return new Report.Refused(plan.problems().get(0).sentence());
        }
        long work = extent.get().multiplyAdds() + extent.get().output().count();
        if (extent.get().parameters() > MOST_WORK || work > MOST_WORK / inquiry.count()) {
            return new Report.Refused("This layer is too large to be tried out.");
        }
        return run(LayerAlone.joining(plan, 0, inputs), inquiry);
    }

    /** A batch of the same sample again and again. */
    private static Report run(LayerAlone alone, Inquiry.TryLayer inquiry) {
        int count = inquiry.count();
        Supply supply = new Supply(
                new FloatSamples(inquiry.input(), inquiry.input().length),
                Rescaling.NONE,
                new Target.Numbers(new float[1], 1, List.of("")));
        Machine machine = new Reference().open(alone.program(), supply, count);
        alone.weights().forEach(machine::write);
        int seed = Random.mix(inquiry.seed());
        machine.run(new Batch(new int[count], 0, count, seed, alone.scalars(count)), Tape.Phase.FORWARD);
        int[] lengths = alone.output().shape().lengths();
        int[] shape = new int[lengths.length + 1];
        shape[0] = count;
        System.arraycopy(lengths, 0, shape, 1, lengths.length);
        return new Report.Numbers(machine.read(alone.output()), shape);
    }
}
