package dev.steep.data.generated.sky;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.Dataset;
import dev.steep.data.Target;
import dev.steep.data.generated.BuiltIn;
import dev.steep.data.generated.BuiltInTest;
import dev.steep.data.generated.set.Poisson;
import dev.steep.math.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The physics of the data sets, by arithmetic of another kind. */
class SkyPhysicsTest {
    /** The light within one half-light radius, by the light within a thousand. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 4, 6})
    void halfOfTheLightLiesWithinTheHalfLightRadius(double n) {
        double inside = 0;
        double all = 0;
        double step = 1e-3;
        for (double log = -12; log < Math.log(1e4); log += step) {
            double r = Math.exp(log);
            double light = Sersic.brightness(n, r) * r * r * step; // 2 pi r dr, with dr = r d log r
            all += light;
            inside += r < 1 ? light : 0;
        }
        assertEquals(0.5, inside / all, 1e-3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2.5, 4, 6})
    void profileOfTheTableIsTheFormulas(double n) {
        Sersic table = new Sersic(n);
        for (double r = 0.02; r < 8; r *= 1.17) {
            double truth = Math.exp(-Sersic.b(n) * (Math.pow(r, 1 / n) - 1));
            assertEquals(truth, table.at(r), 0.01 * truth, "R = " + r);
        }
    }

    @Test
    void noLightIsLostByBlurring() {
        Sky sky = new Sky(32);
        sky.spot(0.3, -1.2, 0.6, 700);
        sky.add((x, y) -> x * x + y * y < 25 ? 1 : 0, 300);
        double sum = 0;
        for (double pixel : sky.seen(0.8)) {
            sum += pixel;
        }
        assertEquals(1000, sum, 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 3, 80, 5000})
    void countsHaveTheMeanAndTheVarianceOfPoisson(double mean) {
        Random random = new Random(11);
        int draws = 20_000;
        double sum = 0;
        double squares = 0;
        int none = 0;
        for (int i = 0; i < draws; i++) {
            int count = Poisson.draw(mean, random);
            sum += count;
            squares += (count - mean) * (count - mean);
            none += count == 0 ? 1 : 0;
        }
        assertEquals(mean, sum / draws, 5 * Math.sqrt(mean / draws));
        assertEquals(mean, squares / draws, 5 * mean * Math.sqrt((2 + 1 / mean) / draws));
        double nothing = Math.exp(-mean);
        assertEquals(nothing, none / (double) draws, 5 * Math.sqrt(nothing / draws) + 1e-12);
    }

    /** All galaxies of the volume, against Simpson's rule over Schechter's law in luminosities. */
    @Test
    void galaxiesAreAsManyAsTheLawSays() {
        double volume = 1e6;
        Dataset set = BuiltIn.SCHECHTER.make(BuiltInTest.choice(BuiltIn.SCHECHTER, "volume=1e6"), new Random(3));
        double counted = 0;
        for (int i = 0; i < set.count(); i++) {
            double root = ((Target.Numbers) set.y()).values()[i];
            counted += root * root * volume / 1000 * 7 / set.count();
        }
        double brightest = Math.pow(10, 0.4 * (-20.44 + 23));
        double faintest = Math.pow(10, 0.4 * (-20.44 + 16));
        double law = 0;
        int parts = 20_000;
        double step = (Math.log(brightest) - Math.log(faintest)) / parts;
        for (int i = 0; i <= parts; i++) {
            double l = faintest * Math.exp(i * step);
            double weight = i == 0 || i == parts ? 1 : i % 2 == 1 ? 4 : 2;
            law += weight * step / 3 * l * Math.pow(l, -1.05) * Math.exp(-l);
        }
        double expected = 0.0149 * law * volume;
        assertEquals(expected, counted, 4 * Math.sqrt(expected));
    }

    @Test
    void transitIsAsDeepAndAsLongAsItsFormulasSay() {
        Transits.Orbit orbit = new Transits.Orbit(0.1, 4, 0.3);
        assertEquals(0.01, orbit.missing(0, 0, 0), 1e-12);
        double mu = Math.sqrt(1 - 0.3 * 0.3);
        double intensity = 1 - 0.4 * (1 - mu) - 0.26 * (1 - mu) * (1 - mu);
        assertEquals(0.01 * intensity / (1 - 0.4 / 3 - 0.26 / 6), orbit.missing(0, 0.4, 0.26), 1e-4);
        double a = 4.2 * Math.pow(4, 2.0 / 3);
        double sine = Math.sqrt(1 - 0.3 * 0.3 / (a * a));
        double duration = 24 * 4 / Math.PI * Math.asin(Math.sqrt(1.1 * 1.1 - 0.3 * 0.3) / (a * sine));
        double end = 0;
        while (orbit.missing(end, 0.4, 0.26) > 0) {
            end += 0.001;
        }
        assertEquals(duration / 2, end, 0.02);
        assertEquals(215, 4.2 * Math.pow(365.25, 2.0 / 3), 1); // the earth is 215 solar radii away
    }

    /** Magnitudes are averages over box filters, here summed up in small steps; the break passes from g to r at z = 0.36. */
    @Test
    void magnitudesAreThoseOfTheShiftedSpectrum() {
        double[] low = {3251.5, 3996.5, 5475, 6712.5, 8247};
        double[] high = {3850.5, 5375.5, 6857, 8247.5, 9617};
        double[] magnitudes = new double[5];
        for (double z : new double[] {0.05, 0.36, 0.6}) {
            for (double blue : new double[] {0, 0.5, 1}) {
                PhotometricRedshift.magnitudes(z, blue, magnitudes);
                for (int band = 0; band < 5; band++) {
                    double sum = 0;
                    int parts = 20_000;
                    double step = Math.log(high[band] / low[band]) / parts;
                    for (int i = 0; i < parts; i++) {
                        double rest = low[band] * Math.exp((i + 0.5) * step) / (1 + z) / 4000;
                        sum += rest > 1
                                ? Math.pow(rest, 1.5 - 1.2 * blue)
                                : Math.pow(rest, 3.2 - 2.4 * blue) / (1.85 - 0.55 * blue);
                    }
                    assertEquals(-2.5 * Math.log10(sum / parts), magnitudes[band], 2e-3, "z = " + z);
                }
            }
        }
    }

    @Test
    void errorsAreAFifthOfAMagnitudeAtFiveSigma() {
        assertEquals(Math.sqrt(0.02 * 0.02 + 0.04), Photometry.error(2, 23.1), 1e-9);
        assertTrue(Photometry.error(2, 17) < 0.021);
    }

    /** Masses and fluxes of the sizes that the lecture warns of. */
    @Test
    void fluxesAreTinyAndMassesLarge() {
        Dataset set = BuiltIn.FLUX_MASS.make(BuiltInTest.choice(BuiltIn.FLUX_MASS, "size=500"), new Random(4));
        double flux = 0;
        double mass = 0;
        for (int row = 0; row < 500; row++) {
            flux += Math.log10(set.x().at(row, 0)) / 500;
            mass += Math.log10(set.x().at(row, 1)) / 500;
        }
        assertEquals(-5.7, flux, 0.5);
        assertEquals(10.1, mass, 0.1);
    }

    @Test
    void firstSampleOfThePatternIsTheLectures() {
        Dataset set = BuiltIn.PATTERN.make(BuiltIn.PATTERN.kind().choice(), new Random(5));
        assertEquals(0, set.y().group(0));
        int[][] kernel = {{0, 1, 0}, {1, 0, 1}, {0, 1, 0}};
        int[] expected = {2, 4, 7, 7, 4, 2};
        for (int column = 0; column < 6; column++) {
            double sum = 0;
            for (int i = 0; i < 9; i++) {
                sum += kernel[i / 3][i % 3] * set.x().at(0, i / 3 * 8 + column + i % 3);
            }
            assertEquals(expected[column], sum);
        }
    }
}
