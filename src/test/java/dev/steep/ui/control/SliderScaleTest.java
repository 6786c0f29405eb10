package dev.steep.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.catalog.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A slider reaches both ends of its domain, goes up at every place, and stands where its number is. */
class SliderScaleTest {
    static SliderScale[] scales() {
        return new SliderScale[] {
            SliderScale.of(new Domain.Real(1e-6, 10, true)),
            SliderScale.of(new Domain.Real(0, 0.95, false)),
            SliderScale.of(new Domain.Real(-3, 3, false)),
            SliderScale.of(new Domain.Whole(1, 64)),
            SliderScale.of(new Domain.Whole(0, 20)),
        };
    }

    @ParameterizedTest
    @MethodSource("scales")
    void bothEndsAreReached(SliderScale scale) {
        assertEquals(scale.low(), scale.at(0));
        assertEquals(scale.high(), scale.at(scale.steps()));
    }

    @ParameterizedTest
    @MethodSource("scales")
    void everyPlaceIsHigherThanTheOneBefore(SliderScale scale) {
        for (int place = 1; place <= scale.steps(); place++) {
            assertTrue(scale.at(place) > scale.at(place - 1), "at place " + place);
        }
    }

    @ParameterizedTest
    @MethodSource("scales")
    void theSliderStandsWhereItsNumberIs(SliderScale scale) {
        for (int place = 0; place <= scale.steps(); place++) {
            assertEquals(place, scale.of(scale.at(place)));
        }
    }

    @Test
    void aWideRangeOfWholeNumbersHasOnlyWholeNumbers() {
        SliderScale scale = SliderScale.of(new Domain.Whole(1, 4096));
        for (int place = 0; place <= scale.steps(); place++) {
            assertEquals(Math.rint(scale.at(place)), scale.at(place));
        }
    }

    @Test
    void tooManyNumbersHaveNoSlider() {
        assertEquals(0, SliderScale.of(new Domain.Whole(0, 999_999_999)).steps());
    }
}
