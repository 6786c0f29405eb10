package dev.steep.data.generated.sky;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Python;
import dev.steep.data.DataJob;
import dev.steep.data.Dataset;
import dev.steep.data.generated.image.ImageSet;
import dev.steep.data.generated.image.Turned;
import dev.steep.data.generated.set.GeneratedSet;
import dev.steep.data.generated.set.Group;
import dev.steep.data.generated.set.SharedKnobs;
import dev.steep.math.Random;
import java.util.List;

/**
 * Radio galaxies after Fanaroff and Riley (1974): FRI are brightest in the inner half of their jets, which flare and fade; FRII end in hot
 * spots; compact ones show no outflow at all. Cores are as bright as they like, and outflows of every size, so neither tells the class.
 */
public final class RadioGalaxies {
    private static final Knob<Double> NOISE = Knob.real(
            "noise", 0.04, 0, 0.5, "The noise of the receiver, by the brightest pixel of a source; 0 has none.");

    private static final Kind KIND = Kind.of(
                    "radio",
                    "Radio galaxies",
                    "Jets that fade (FRI), jets that end in hot spots (FRII), or none: outflows of galaxies, 32 × 32 pixels.",
                    SharedKnobs.SIZE.preset(1500),
                    NOISE)
            .inKeras(RadioGalaxies::inKeras);

    public static final GeneratedSet SET = GeneratedSet.inSlices(
            Group.ASTRONOMY,
            KIND,
            "Conv2D(8,3,padding=same,activation=relu)/MaxPooling2D/Conv2D(16,3,padding=same,activation=relu)/MaxPooling2D"
                    + "/Conv2D(16,3,padding=same,activation=relu)/MaxPooling2D/Flatten/Dropout(0.3)/Dense(3,softmax)"
                    + "/optimizer=Adam(0.002)/fit(32,20)",
            "Compare with Baselines: a linear model cannot find a hot spot that may be anywhere. Then train on 100 images, with RandomRotation and without.",
            RadioGalaxies::job);

    static final int SIDE = 32;
    private static final double BEAM = 1.1;
    private static final int KNOTS = 14;

    private RadioGalaxies() {}

    private static String inKeras(Choice choice, Python script) {
        return SharedKnobs.inKeras(choice, script) + """
                px, py = np.meshgrid(np.arange(32) - 15.5, np.arange(32) - 15.5)


                def spot(u, v, sigma, flux):
                    s = np.hypot(sigma, 1.1)
                    return flux / s**2 * np.exp(-((px - u) ** 2 + (py - v) ** 2) / 2 / s**2)


                y = rng.permutation(np.arange(size) % 3)  # 0 FRI, 1 FRII, 2 compact
                x = np.empty((size, 32, 32, 1))
                for i in range(size):
                    turn, length, bend = rng.uniform(0, 2 * np.pi), rng.uniform(4, 11), 0.12 * rng.normal()
                    cu, cv = rng.normal(0, 3.5, 2)
                    light = spot(cu, cv, rng.uniform(0.3, 1), 2 if y[i] == 2 else rng.uniform(0.1, 1))
                    for side in (-1, 1) if y[i] < 2 else ():
                        share, peak, hot = rng.uniform(0.6, 1), rng.uniform(0.25, 0.45), rng.uniform(0.85, 1)
                        for t in (np.arange(14) + 0.5) / 14:
                            along, aside = side * t * length, bend * (t * length) ** 2 / 4 * (y[i] == 0)
                            if y[i] == 0:
                                s, f = 0.3 + 2 * t, 0.5 / (1 + ((t - peak) / 0.2) ** 4) + 0.16 * (1 - t)
                            else:
                                s, f = 1.5, 0.06 * (t > 0.4) * (t < hot)
                            u, v = along * np.cos(turn) - aside * np.sin(turn), along * np.sin(turn) + aside * np.cos(turn)
                            light = light + spot(cu + u, cv + v, s, share * f)
                        if y[i] == 1:
                            u, v = side * hot * length * np.cos(turn), side * hot * length * np.sin(turn)
                            light = light + spot(cu + u, cv + v, 0.5, share)
                    light = light / light.max() + noise * rng.normal(size=light.shape)
                    light = np.arcsinh(light / 0.1)
                    x[i, :, :, 0] = np.clip(32 + 223 * light / light.max(), 0, 255)
                """;
    }

    static DataJob<Dataset> job(Choice choice, Random random) {
        double noise = choice.get(NOISE);
        Sky sky = new Sky(SIDE);
        return ImageSet.job(choice, SIDE, List.of("FRI", "FRII", "compact"), random, (label, own, bytes, at) -> {
            sky.darken();
            draw(sky, label, own);
            double brightest = 0;
            for (double pixel : sky.seen(BEAM)) {
                brightest = Math.max(brightest, pixel);
            }
            sky.hiss(noise * brightest, own);
            sky.develop(0.1 * brightest, bytes, at);
        });
    }

    private static void draw(Sky sky, int label, Random random) {
        Turned place = Turned.any(random, 3.5 * random.normal(), 3.5 * random.normal());
        double length = random.uniform(4, 11);
        double bend = 0.12 * random.normal();
        double core = random.uniform(0.3, 1);
        sky.spot(place.x(), place.y(), core, label == 2 ? 2 : random.uniform(0.1, 1));
        for (int side = -1; side <= 1 && label < 2; side += 2) {
            double share = random.uniform(0.6, 1); // one jet comes towards us, and looks brighter
            if (label == 0) {
                fading(sky, place, side * length, bend, share, random.uniform(0.25, 0.45));
            } else {
                hot(sky, place, side * length * random.uniform(0.85, 1), share);
            }
        }
    }

    /** A jet of class I: brightest at {@code peak} of its length, wider and fainter from there on, sometimes bent. */
    private static void fading(Sky sky, Turned place, double length, double bend, double share, double peak) {
        for (int i = 0; i < KNOTS; i++) {
            double t = (i + 0.5) / KNOTS;
            double along = t * length;
            double aside = bend * along * along / 4;
            double off = (t - peak) / 0.2;
            double flux = 0.5 / (1 + off * off * off * off) + 0.16 * (1 - t);
            sky.spot(place.across(along, aside), place.down(along, aside), 0.3 + 2 * t, share * flux);
        }
    }

    /** A lobe of class II: a hot spot at its end, and a faint bridge back. */
    private static void hot(Sky sky, Turned place, double end, double share) {
        for (int i = 0; i < KNOTS; i++) {
            double t = (i + 0.5) / KNOTS;
            if (t > 0.4) {
                sky.spot(place.across(t * end, 0), place.down(t * end, 0), 1.5, 0.06 * share);
            }
        }
        sky.spot(place.across(end, 0), place.down(end, 0), 0.5, share);
    }
}
