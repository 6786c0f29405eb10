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
import dev.steep.math.Elementary;
import dev.steep.math.Random;
import java.util.List;

/**
 * Galaxies by their form, as a survey from the ground sees them: Sersic profiles, discs at any inclination, logarithmic arms, bars, seeing,
 * and the noise of photons from galaxy and sky. The help page has the numbers and their sources.
 */
public final class Galaxies {
    private static final Knob<Double> NOISE = Knob.real(
            "noise",
            1,
            0,
            5,
            "The noise of the photons, in units of that of one exposure of the Sloan survey (54 s); 0 has none.");

    private static final Kind KIND = Kind.of(
                    "galaxies",
                    "Galaxies",
                    "Elliptical, spiral, barred, edge-on or irregular: galaxies as a telescope on the ground sees them, 32 × 32 pixels.",
                    SharedKnobs.SIZE.preset(2500),
                    NOISE)
            .inKeras(Galaxies::inKeras);

    static final List<String> CLASSES = List.of("elliptical", "spiral", "barred", "edge-on", "irregular");

    public static final GeneratedSet SET = GeneratedSet.inSlices(
            Group.ASTRONOMY,
            KIND,
            "Conv2D(12,3,padding=same,activation=relu)/MaxPooling2D/Conv2D(24,3,padding=same,activation=relu)/MaxPooling2D"
                    + "/Conv2D(32,3,padding=same,activation=relu)/MaxPooling2D/Flatten/Dropout(0.3)/Dense(5,softmax)"
                    + "/optimizer=Adam(0.002)/fit(32,20)",
            "Look at the confusion matrix: which two forms are mistaken for each other, and is it the network's fault?",
            Galaxies::job);

    static final int SIDE = 32;

    /** Seconds of arc to a pixel: two by two pixels of the survey's camera. */
    private static final double SCALE = 0.792;

    /** Full width at half maximum of a star, in seconds of arc: the quartiles of the survey's r band. */
    private static final double[] SEEING = {1.30, 1.43, 1.58};

    private static final double FWHM = 2.355;

    /** Electrons that the exposure counts of a star of magnitude 20, and of the sky in each pixel. */
    private static final double ELECTRONS = 13_800;

    private static final double SKY = ELECTRONS * Photometry.flux(20.86 - 20) * SCALE * SCALE;
    private static final double READOUT = 10;

    private static final double Q0 = 0.21;

    private Galaxies() {}

    private static String inKeras(Choice choice, Python script) {
        return SharedKnobs.inKeras(choice, script) + """
                side, sky = 32, 13800 * 10 ** (-0.4 * 0.86) * 0.792**2  # electrons to a pixel of 0.792 arcsec
                fine = (np.arange(2 * side) + 0.5) / 2 - side / 2  # twice as many points as pixels
                px, py = np.meshgrid(fine, fine)


                def sersic(n, r):
                    return np.exp(-(2 * n - 1 / 3 + 4 / (405 * n)) * (r ** (1 / n) - 1))


                def scaled(light, flux):
                    return flux * light / light.sum()


                def galaxy(label):
                    turn = rng.uniform(0, 2 * np.pi)
                    gx, gy = px - rng.normal(0, 1.5), py - rng.normal(0, 1.5)
                    x, y = gx * np.cos(turn) + gy * np.sin(turn), gy * np.cos(turn) - gx * np.sin(turn)
                    flux = 13800 * 10 ** (0.4 * (20 - rng.uniform(15.5, 17)))
                    if label == 0:  # elliptical
                        return scaled(sersic(rng.uniform(2.5, 6), np.hypot(x, y / rng.uniform(0.5, 1)) / rng.uniform(1.5, 5)), flux)
                    size = rng.uniform(4.2, 6.8)
                    if label == 4:  # irregular
                        light = scaled(sersic(1, np.hypot(x, y / rng.uniform(0.5, 1)) / rng.uniform(2.5, 5)), 0.45 * flux)
                        for _ in range(rng.integers(4, 8)):
                            light += scaled(
                                np.exp(-((x - rng.normal(0, 3.8)) ** 2 + (y - rng.normal(0, 3.2)) ** 2) / 2 / rng.uniform(0.5, 1.3) ** 2),
                                flux * rng.uniform(0.05, 0.14),
                            )
                        return light
                    tilt = rng.uniform(0, 0.15) if label == 3 else rng.uniform(0.55, 1)  # cos i
                    q = np.sqrt(0.21**2 + (1 - 0.21**2) * tilt**2)
                    r = np.hypot(x, y / q)
                    bulge = rng.uniform(0.05, 0.12 if label == 2 else 0.3)
                    disc = sersic(1, r / size)
                    bar = rng.uniform(3.8, 5.4) if label == 2 else 0
                    if label != 3:  # arms
                        arms = 2 if label == 2 else rng.integers(2, 4)
                        cot = rng.uniform(1 / np.tan(np.radians(32)), 1 / np.tan(np.radians(12)))
                        begin = bar or 1.5
                        angle = np.arctan2(y / q, x) - rng.choice([-1, 1]) * cot * np.log(np.maximum(r, 0.3) / begin)
                        disc *= 1 + rng.uniform(0.6, 0.9) * np.minimum(1, (r / begin) ** 2) * np.cos(arms * angle)
                    light = scaled(disc, flux * (1 - bulge - (0.25 if bar else 0)))
                    light += scaled(sersic(rng.uniform(1, 3), np.hypot(x, y / max(q, 0.6)) / rng.uniform(0.9, 1.5)), flux * bulge)
                    if bar:
                        light += scaled(np.exp(-((x / bar) ** 4) - (y / (0.28 * q * bar)) ** 2), 0.25 * flux)
                    return light


                y = rng.permutation(np.arange(size) % 5)
                x = np.empty((size, side, side, 1))
                for i in range(size):
                    light, sigma = galaxy(y[i]), 2 * rng.choice([1.30, 1.43, 1.58]) / 2.355 / 0.792
                    bell = np.exp(-(np.arange(-8, 9) ** 2) / 2 / sigma**2)
                    for axis in (0, 1):
                        light = np.apply_along_axis(np.convolve, axis, light, bell / bell.sum(), "same")
                    pixels = light.reshape(side, 2, side, 2).sum(axis=(1, 3))
                    pixels += noise * np.sqrt(pixels + sky + 100) * rng.normal(size=pixels.shape)
                    pixels = np.arcsinh(pixels / (2 * np.sqrt(sky)))
                    x[i, :, :, 0] = np.clip(np.rint(32 + 223 * pixels / pixels.max()), 0, 255)
                """;
    }

    static DataJob<Dataset> job(Choice choice, Random random) {
        double noise = choice.get(NOISE);
        Sky sky = new Sky(SIDE);
        return ImageSet.job(choice, SIDE, CLASSES, random, (label, own, bytes, at) -> {
            sky.darken();
            draw(sky, label, own);
            sky.seen(SEEING[own.below(3)] / FWHM / SCALE);
            sky.photons(SKY, READOUT, noise, own);
            sky.develop(2 * Math.sqrt(SKY), bytes, at);
        });
    }

    private static void draw(Sky sky, int label, Random random) {
        double flux = ELECTRONS * Photometry.flux(random.uniform(15.5, 17) - 20);
        Turned place = Turned.any(random, 1.5 * random.normal(), 1.5 * random.normal());
        switch (CLASSES.get(label)) {
            case "elliptical" -> {
                Sersic profile = new Sersic(random.uniform(2.5, 6));
                sky.add(profile.ellipse(place, random.uniform(1.5, 5), random.uniform(0.5, 1)), flux);
            }
            case "irregular" -> irregular(sky, place, flux, random);
            case "edge-on" -> disc(sky, place, flux, axes(random.uniform(0, 0.15)), 0, 0, random);
            case "spiral" -> disc(sky, place, flux, axes(random.uniform(0.55, 1)), 2 + random.below(2), 0, random);
            default -> disc(sky, place, flux, axes(random.uniform(0.55, 1)), 2, random.uniform(3.8, 5.4), random);
        }
    }

    /** How flat a disc of finite thickness looks at an inclination: q² = q0² + (1 - q0²) cos² i. */
    private static double axes(double cosine) {
        return Math.sqrt(Q0 * Q0 + (1 - Q0 * Q0) * cosine * cosine);
    }

    private static void irregular(Sky sky, Turned place, double flux, Random random) {
        sky.add(new Sersic(1).ellipse(place, random.uniform(2.5, 5), random.uniform(0.5, 1)), 0.45 * flux);
        for (int knots = 4 + random.below(4); knots > 0; knots--) {
            sky.spot(
                    place.x() + 3.8 * random.normal(),
                    place.y() + 3.2 * random.normal(),
                    random.uniform(0.5, 1.3),
                    flux * random.uniform(0.05, 0.14));
        }
    }

    /**
     * A disc with a bulge.
     *
     * @param q its minor axis by its major
     * @param arms how many, 0 for none
     * @param bar its half length in pixels, 0 for none
     */
    private static void disc(Sky sky, Turned place, double flux, double q, int arms, double bar, Random random) {
        double bulge = random.uniform(0.05, bar > 0 ? 0.12 : 0.3);
        double barred = bar > 0 ? 0.25 : 0;
        double size = random.uniform(4.2, 6.8);
        Sersic profile = new Sersic(1);
        Sky.Source disc = profile.ellipse(place, size, q);
        if (arms > 0) {
            disc = Sky.turned(place, new Arms(arms, bar > 0 ? bar : 1.5, random).on(profile, size, q));
        }
        sky.add(disc, flux * (1 - bulge - barred));
        Sersic inner = new Sersic(random.uniform(1, 3));
        sky.add(inner.ellipse(place, random.uniform(0.9, 1.5), Math.max(q, 0.6)), flux * bulge);
        if (bar > 0) {
            sky.add(
                    Sky.turned(
                            place, (x, y) -> Elementary.exp(-square(square(x / bar)) - square(y / (0.28 * q * bar)))),
                    flux * barred);
        }
    }

    private static double square(double x) {
        return x * x;
    }
}
