package dev.steep.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RampTest {
    @Test
    void zeroIsExactlyNeutral() {
        assertEquals(0xf7f7f7, Scale.signed(3, false).colour(0));
        assertEquals(0x343a40, Scale.signed(0.001, true).colour(0));
    }

    @Test
    void signedEndsAreBlueAndOrange() {
        assertEquals(0x2166ac, Scale.signed(2, false).colour(-2));
        assertEquals(0xd95f0e, Scale.signed(2, false).colour(2));
    }

    /** Every palette that is blended from these colours has each of them at its place. */
    @Test
    void coloursOfAPaletteStandAtEvenDistances() {
        assertEquals(0x92c0de, Scale.signed(2, false).colour(-1));
        assertEquals(0x7e8078, Ramp.MAGNITUDE.colour(0.5));
        assertEquals(0x41506b, Ramp.MAGNITUDE.colour(0.25));
        assertEquals(0x404040, Ramp.GREY.colour(0.25));
        assertEquals(0x808080, Ramp.GREY.colour(0.5));
        assertEquals(Ramp.SIGNED.colour(1 / 3.0), Scale.signed(3, false).colour(-1));
    }

    @Test
    void numbersBeyondTheScaleGetItsEnds() {
        Scale scale = Scale.signed(2, false);
        assertEquals(scale.colour(2), scale.colour(1e30));
        assertEquals(scale.colour(-2), scale.colour(Double.NEGATIVE_INFINITY));
    }

    @Test
    void noNumberLooksLikeNone() {
        assertEquals(0xff00ff, Scale.signed(2, false).colour(Double.NaN));
    }

    @Test
    void aScaleWithoutExtentStillColours() {
        assertEquals(
                Scale.magnitude(new Range(0, 1)).colour(0),
                Scale.magnitude(new Range(0, 0)).colour(0));
    }

    @Test
    void magnitudesGetLighterAllTheWay() {
        double before = -1;
        for (int i = 0; i < 256; i += 3) { // neighbours may differ by the rounding to 8 bits alone
            double light = lightness(Ramp.MAGNITUDE.colour(i / 255.0));
            assertTrue(light > before, "at " + i + ": " + light + " after " + before);
            before = light;
        }
    }

    @Test
    void greyReachesBlackAndWhite() {
        assertEquals(0x000000, Ramp.GREY.colour(0));
        assertEquals(0xffffff, Ramp.GREY.colour(1));
    }

    @Test
    void tenClassesHaveTenColours() {
        assertEquals(10, IntStream.range(0, 10).map(ClassColours::of).distinct().count());
        assertEquals("#9444ad", ClassColours.css(0));
        assertEquals(ClassColours.css(3), ClassColours.css(13));
    }

    @Test
    void classesAreToldFromSigns() {
        for (int i = 0; i < 10; i++) {
            int colour = ClassColours.of(i);
            for (int sign : new int[] {0x2166ac, 0xd95f0e}) {
                float[] of = Color.RGBtoHSB(colour >> 16 & 255, colour >> 8 & 255, colour & 255, null);
                float[] signs = Color.RGBtoHSB(sign >> 16 & 255, sign >> 8 & 255, sign & 255, null);
                double apart = Math.abs(of[0] - signs[0]);
                assertTrue(of[1] < 0.1 || Math.min(apart, 1 - apart) * 360 > 25, ClassColours.css(i));
            }
        }
    }

    /** Relative luminance of sRGB, IEC 61966-2-1. */
    private static double lightness(int colour) {
        return 0.2126 * linear(colour >> 16 & 255) + 0.7152 * linear(colour >> 8 & 255) + 0.0722 * linear(colour & 255);
    }

    private static double linear(int level) {
        return Math.pow((level / 255.0 + 0.055) / 1.055, 2.4);
    }

    @Test
    void inBlackAndWhiteSignedNumbersKeepTheirOrder() {
        Ramp before = Ramp.signed(false);
        Ramp.print(true);
        try {
            int last = -1;
            for (double share = 0; share <= 1; share += 0.05) {
                int colour = Ramp.signed(true).colour(share);
                assertEquals(colour & 255, colour >> 16 & 255);
                assertTrue((colour & 255) > last);
                last = colour & 255;
            }
        } finally {
            Ramp.print(false);
        }
        assertEquals(before, Ramp.signed(false));
    }
}
