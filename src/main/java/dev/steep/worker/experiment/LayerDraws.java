package dev.steep.worker.experiment;

import dev.steep.data.FloatSamples;
import dev.steep.data.Rescaling;
import dev.steep.data.Target;
import dev.steep.engine.Batch;
import dev.steep.engine.Machine;
import dev.steep.engine.Supply;
import dev.steep.math.Random;
import dev.steep.network.LayerAlone;
import dev.steep.network.Model;
import dev.steep.network.Plan;
import dev.steep.network.PlannedLayer;
import dev.steep.reference.Reference;
import dev.steep.tape.Tape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What layers that draw random numbers make of the chosen sample in training, a few times over. Each such layer runs by itself, on
 * the back end that is the definition: the machine that trains knows nothing of it, and its random numbers stay as they are. The
 * draws depend on the recipe's seed alone, so that a picture changes only where the sample or a setting does; then they are worked
 * out anew.
 */
public final class LayerDraws {
    private static final float[] NOTHING = {};

    private final Map<String, Kept> kept = new HashMap<>();

    private record Kept(PlannedLayer layer, int place, int seed, int count, float[] input, float[] numbers) {
        boolean suits(PlannedLayer other, int otherPlace, int otherSeed, int otherCount, float[] otherInput) {
            return layer.equals(other)
                    && place == otherPlace
                    && seed == otherSeed
                    && count == otherCount
                    && Arrays.equals(input, otherInput);
        }
    }

    /**
     * So many draws, one after the other; nothing if there is no such layer, or if it draws nothing.
     *
     * @param tensors reads what a layer is given
     */
    public float[] of(Model model, String name, int count, Function<String, float[]> tensors) {
        List<PlannedLayer> layers = model.plan().layers();
        for (int place = 0; place < layers.size(); place++) {
            PlannedLayer layer = layers.get(place);
            if (layer.name().equals(name) && layer.layer().draws()) {
                return of(model, place, count, tensors.apply(input(model, layer)));
            }
        }
        return NOTHING;
    }

    /**
     * What the layers that augment make of a sample in training, so many times, one after the other; nothing if there are none.
     *
     * @param prepared the sample
     * @param round other random numbers for each
     */
    public static float[] augmented(Plan plan, float[] prepared, int count, int round) {
        int seed = Random.mix(plan.design().seed() + round);
        return LayerAlone.augmentation(plan)
                .map(chain -> draw(chain, prepared, count, seed))
                .orElse(NOTHING);
    }

    private static String input(Model model, PlannedLayer layer) {
        int before = layer.inputs().get(0);
        return before == PlannedLayer.INPUT
                ? model.program().predict().input().name()
                : model.layers().get(before).output().name();
    }

    private float[] of(Model model, int place, int count, float[] input) {
        PlannedLayer layer = model.plan().layers().get(place);
        int seed = Random.mix(model.plan().design().seed());
        Kept known = kept.get(layer.name());
        if (known != null && known.suits(layer, place, seed, count, input)) {
            return known.numbers;
        }
        float[] numbers = input.length == 0 ? NOTHING : draw(LayerAlone.of(model.plan(), place), input, count, seed);
        kept.put(layer.name(), new Kept(layer, place, seed, count, input, numbers));
        return numbers;
    }

    /** A batch of the same sample again and again. */
    private static float[] draw(LayerAlone alone, float[] input, int count, int seed) {
        Supply supply = new Supply(
                new FloatSamples(input, input.length),
                Rescaling.NONE,
                new Target.Numbers(new float[1], 1, List.of("")));
        Machine machine = new Reference().open(alone.program(), supply, count);
        machine.run(new Batch(new int[count], 0, count, seed, alone.scalars(count)), Tape.Phase.FORWARD);
        return machine.read(alone.output());
    }
}
