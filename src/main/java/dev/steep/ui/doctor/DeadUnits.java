package dev.steep.ui.doctor;

import dev.steep.catalog.Numbers;
import dev.steep.protocol.LayerFacts;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.ZerosLook;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * More than half of a layer's units are 0 for every training sample, at the last two looks, and in ten epochs and more the
 * training loss has not come down by 5 % and does not fall steadily: a network that learns has no need of them. Or all units of a
 * layer are, after six epochs: then nothing that the network is given gets through it, however the loss jitters.
 */
final class DeadUnits implements Check {
    /** Of fewer units, half are few. */
    private static final int FEWEST = 4;

    private static final int EPOCHS = 10;
    private static final double LEARNED = 0.95;

    /** When a whole layer is dead, so many epochs are enough. */
    private static final int SURE = 6;

    @Override
    public String name() {
        return "dead";
    }

    @Override
    public List<Look> looks(Evidence evidence) {
        return evidence.layers().stream()
                .filter(DeadUnits::rests)
                .<Look>map(each -> new ZerosLook(each.output()))
                .toList();
    }

    private static boolean rests(LayerFacts layer) {
        return !layer.rests().isEmpty() && !layer.output().isEmpty();
    }

    @Override
    public Optional<Finding> look(Evidence evidence) {
        List<Evidence.Reading> last = evidence.last(2);
        boolean stands = !evidence.falls() && evidence.stands(EPOCHS, LEARNED);
        if (last.isEmpty() || !stands && evidence.epochs().size() < SURE) {
            return Optional.empty();
        }
        return IntStream.range(0, evidence.layers().size())
                .filter(place -> rests(evidence.layers().get(place)))
                .filter(place -> last.stream()
                        .allMatch(reading -> dead(reading, evidence.layers().get(place), !stands)))
                .mapToObj(place -> found(evidence, place, evidence.latest()))
                .findFirst();
    }

    private static float[] counted(Evidence.Reading reading, LayerFacts layer) {
        return reading.of(new ZerosLook(layer.output()));
    }

    private static boolean dead(Evidence.Reading reading, LayerFacts layer, boolean whole) {
        float[] counted = counted(reading, layer);
        return counted.length == 3
                && counted[1] >= FEWEST
                && (whole ? counted[0] == counted[1] : 2 * counted[0] > counted[1]);
    }

    private Finding found(Evidence evidence, int place, Evidence.Reading reading) {
        LayerFacts layer = evidence.layers().get(place);
        float[] counted = counted(reading, layer);
        String units = layer.shape().length == 3 ? "map" : "unit";
        String other = "leaky_relu";
        Optional<Finding.Remedy> remedy = Activations.with(evidence.recipe(), List.of(place), other)
                .map(recipe -> new Finding.Remedy("Use " + other + " in " + layer.name(), recipe));
        String sentence = Numbers.grouped((int) counted[0]) + " of " + Numbers.count((int) counted[1], units) + " of "
                + layer.name() + " are 0 for all " + Numbers.count((int) counted[2], "training sample")
                + ". No gradient gets past them, so they cannot learn: a lower learning rate, or an activation with a slope"
                + " below 0, helps.";
        return new Finding(name(), sentence, remedy).at(new Finding.Place.Layer(place, layer.name()));
    }
}
