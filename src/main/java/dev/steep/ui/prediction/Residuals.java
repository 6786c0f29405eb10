package dev.steep.ui.prediction;

import dev.steep.protocol.DataFacts;
import dev.steep.protocol.look.PredictionsLook;
import dev.steep.ui.element.AnswerText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How far true numbers lie from what the network says: true less predicted, at the one input of each sample.
 *
 * @param places inputs, rising, with the residual there
 */
record Residuals(List<double[]> places) {
    /**
     * Of the samples of a part.
     *
     * @param said the numbers of a {@link PredictionsLook}
     * @param samples input and true number by row
     */
    static Residuals of(float[] said, Map<Integer, double[]> samples) {
        List<double[]> places = new ArrayList<>();
        for (int at = 0; at + PredictionsLook.FIELDS <= said.length; at += PredictionsLook.FIELDS) {
            double[] sample = samples.get((int) said[at]);
            if (sample != null) {
                places.add(new double[] {sample[0], sample[1] - said[at + 2]});
            }
        }
        places.sort(Comparator.comparingDouble(each -> each[0]));
        return new Residuals(places);
    }

    /** Places and residuals. */
    double[][] table() {
        double[][] table = new double[2][places.size()];
        for (int i = 0; i < places.size(); i++) {
            table[0][i] = places.get(i)[0];
            table[1][i] = places.get(i)[1];
        }
        return table;
    }

    /** The root of the mean squared residual; NaN of none. */
    double rmse() {
        double sum = 0;
        for (double[] each : places) {
            sum += each[1] * each[1];
        }
        return Math.sqrt(sum / places.size());
    }

    /** {@code training RMSE 0.12}. */
    String sentence(String part, DataFacts data) {
        return part + (places.isEmpty() ? " not predicted yet" : " RMSE " + AnswerText.number(data, 0, rmse()));
    }
}
