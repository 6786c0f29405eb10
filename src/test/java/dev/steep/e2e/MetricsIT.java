package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Metrics as a person picks them, and as a script reads them. */
class MetricsIT {
    @ParameterizedTest
    @EnumSource
    void metricsAreMeasuredWhereTheyAreAskedFor(Build build) {
    }
}
