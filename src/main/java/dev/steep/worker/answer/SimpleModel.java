package dev.steep.worker.answer;

import dev.steep.engine.baseline.BaselineFit;
import dev.steep.engine.baseline.BaselineKind;
import dev.steep.protocol.look.Look;
import dev.steep.worker.experiment.PreparedData;
import java.util.function.BooleanSupplier;

/** A simple model of the data that are open; what it is asked is prepared as for the network. */
final class SimpleModel implements Look.Simple {
    private final PreparedData material;
    private final BaselineFit fit;
    private final double[] says;

    SimpleModel(PreparedData material, int model) {
        this.material = material;
        fit = new BaselineFit(material.unweighted(), material.split(), BaselineKind.values()[model]);
        says = new double[fit.outputs()];
    }

    static boolean known(int model) {
        return model >= 0 && model < BaselineKind.values().length;
    }

    @Override
    public boolean advance(BooleanSupplier over) {
        return fit.advance(over);
    }

    @Override
    public int width() {
        return fit.hindrance().isPresent() ? 0 : fit.outputs();
    }

    @Override
    public void says(float[] raw, float[] into, int at) {
        fit.predict(material.prepared(raw), says);
        for (int i = 0; i < says.length; i++) {
            into[at + i] = (float) says[i];
        }
    }
}
