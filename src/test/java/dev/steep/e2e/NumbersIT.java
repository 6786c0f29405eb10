package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers as a script hears them. */
class NumbersIT {
    /** Keras 3.15 says 13.5, 19.5 and 19.5; a step of 1e-6 changes the fifth digit. */
    @ParameterizedTest
    @EnumSource
    void everyLossIncludesThePenaltiesAsInKeras(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            lab.eval("steep.ready");
            lab.eval("steep.setData({x: [1, 2, 3, 4], xShape: [4, 1], y: [0, 0, 0, 0]})");
            lab.call(
                    "load",
                    "1/data=file(arrays from a script)/prepare(none)/split(0.5)"
                            + "/Dense(1,use_bias=false,kernel_initializer=constant(3),kernel_regularizer=L2(1))"
                            + "/loss=mean_absolute_error/optimizer=SGD(1e-6)/fit(2,shuffle=false)");
            Map<?, ?> epoch = (Map<?, ?>) ((List<?>) lab.call("train", Map.of("epochs", 1))).get(0);
            assertEquals(13.5, number(epoch.get("loss")), 1e-3);
            assertEquals(19.5, number(epoch.get("val_loss")), 1e-3);
            assertEquals(13.5, number(lab.eval("steep.evaluate().then(parts => parts.training.loss)")), 1e-3);
            assertEquals(19.5, number(lab.eval("steep.evaluate().then(parts => parts.validation.loss)")), 1e-3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void softplusKeepsSmallValuesHoweverItIsWritten(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            lab.eval("steep.ready");
            for (String activation : List.of("softplus", "formula('log(1+exp(x))')", "formula('log1p(exp(x))')")) {
                lab.call(
                        "load",
                        "1/data=sine/prepare(none)/Dense(1,activation=" + activation
                                + ",kernel_initializer=ones)/loss=mean_squared_error");
                double value = number(lab.eval("steep.predict([-17], 1).then(said => said[0])"));
                assertEquals(4.139937718785167e-8, value, 1e-6 * value, activation);
            }
        }
    }

    /** However busy the machine is. */
    @ParameterizedTest
    @EnumSource
    void noShareOfThePeakIsAboveOne(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            lab.eval("steep.ready");
            for (int i = 0; i < 5; i++) {
                Map<?, ?> result = (Map<?, ?>) lab.call("bench", "gemm", Map.of("ms", 100));
                double share = number(result.get("share"));
                assertTrue(share > 0 && share <= 1, result.toString());
            }
        }
    }

    private static double number(Object json) {
        return ((Number) json).doubleValue();
    }
}
