package dev.steep.network.callback;

import static dev.steep.network.callback.CallbackKnobs.SEPARATOR;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Python;

/** Keras' {@code CSVLogger}: it only writes, and the history has all that it would, so it keeps nothing in mind. */
record CsvLogger(Choice choice) implements Watch {
    /** The separators are written as Python writes them. */
    static KerasForm inKeras(String function) {
        return (choice, script) -> function + "(" + Python.text(script.file("training.csv"))
                + (choice.states(SEPARATOR) ? ", separator=\"" + choice.get(SEPARATOR) + "\"" : "") + ")";
    }

    @Override
    public Outcome after(EpochEnd end) {
        return Outcome.goOn(this);
    }

    @Override
    public double[] seen() {
        return new double[0];
    }

    @Override
    public Watch having(double[] seen) {
        return this;
    }
}
