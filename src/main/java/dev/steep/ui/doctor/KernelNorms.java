package dev.steep.ui.doctor;

import dev.steep.protocol.LayerFacts;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.Norms;
import dev.steep.protocol.look.NormsLook;
import java.util.List;

/** Norms of the kernels of layers that learn. */
final class KernelNorms {
    private KernelNorms() {}

    static List<Look> looks(Evidence evidence) {
        return evidence.learning().stream()
                .<Look>map(place -> look(evidence.layers().get(place)))
                .toList();
    }

    private static NormsLook look(LayerFacts layer) {
        return new NormsLook(layer.kernel());
    }

    /** Of a layer's kernel; everything is NaN where they are not known. */
    static Norms of(Evidence.Reading reading, LayerFacts layer) {
        return Norms.of(reading.of(look(layer)));
    }

    /** The root mean square of the gradient of a layer's kernel. */
    static double size(Evidence.Reading reading, LayerFacts layer) {
        Norms norms = of(reading, layer);
        return norms.rootMeanSquare(norms.gradient());
    }
}
