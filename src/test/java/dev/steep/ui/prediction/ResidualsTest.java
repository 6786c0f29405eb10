package dev.steep.ui.prediction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ResidualsTest {
    @Test
    void trueLessPredictedByInput() {
        float none = Float.NaN;
        float[] said = {7, 2, 1.5f, none, 3, -1, 1, none, 99, 0, 0, none};
        Residuals residuals = Residuals.of(said, Map.of(7, new double[] {4, 2}, 3, new double[] {-2, -1}));
        assertArrayEquals(new double[][] {{-2, 4}, {-2, 0.5}}, residuals.table());
        assertEquals(Math.sqrt(4.25 / 2), residuals.rmse(), 1e-15);
    }

    @Test
    void ofNothingThereIsNoError() {
        assertTrue(Double.isNaN(Residuals.of(new float[0], Map.of()).rmse()));
    }
}
