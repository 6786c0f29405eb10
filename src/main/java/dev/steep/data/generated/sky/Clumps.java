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
import dev.steep.data.generated.set.Poisson;
import dev.steep.data.generated.set.SharedKnobs;
import dev.steep.math.Random;
import java.util.List;

/**
 * Young galaxies in their ultraviolet light, smooth or with clumps in which stars form: spots beside the centre, each of at least 8 % of the
 * light (Guo et al. 2015), too small to be resolved.
 */
public final class Clumps {
    private static final Knob<Double> NOISE =
            Knob.real("noise", 0.12, 0, 2, "The noise of the sky, by the brightness of a clump of 8 %; 0 has none.");

    private static final Kind KIND = Kind.of(
                    "clumps",
                    "Star-forming clumps",
                    "Distant galaxies in ultraviolet light, with clumps of young stars or smooth, 32 × 32 pixels.",
                    SharedKnobs.SIZE.preset(2000),
                    NOISE)
            .inKeras(Clumps::inKeras);

    public static final GeneratedSet SET = GeneratedSet.inSlices(
            Group.ASTRONOMY,
            KIND,
            "Conv2D(8,3,padding=same,activation=relu)/Conv2D(8,3,padding=same,activation=relu)/MaxPooling2D"
                    + "/Conv2D(16,3,padding=same,activation=relu)/MaxPooling2D/Flatten/Dropout(0.3)/Dense(1,sigmoid)"
                    + "/loss=binary_crossentropy/optimizer=Adam(0.002)/fit(32,20)",
            "Under Why, ask for Grad-CAM of a clumpy galaxy: does the network look at the clumps?",
            Clumps::job);

    static final int SIDE = 32;
    private static final double FLUX = 1000;

    /** A clump's share of the light, from the least that counts as one. */
    private static final double LEAST = 0.08;

    private static final double MOST = 0.12;
    private static final int MANY = 8;
    private static final double SEEING = 0.9;

    private Clumps() {}

    private static String inKeras(Choice choice, Python script) {
        return SharedKnobs.inKeras(choice, script) + """
                px, py = np.meshgrid(np.arange(32) - 15.5, np.arange(32) - 15.5)
                y = rng.permutation(np.arange(size) % 2)  # 1: clumpy
                x = np.empty((size, 32, 32, 1))
                for i in range(size):
                    turn, q, scale = rng.uniform(0, 2 * np.pi), np.hypot(0.21, 0.98 * rng.uniform(0.25, 1)), rng.uniform(5, 7.5)
                    dx, dy = px - rng.normal(0, 1.5), py - rng.normal(0, 1.5)
                    u, v = dx * np.cos(turn) + dy * np.sin(turn), (dy * np.cos(turn) - dx * np.sin(turn)) / q
                    disc = np.exp(-1.678 * np.hypot(u, v) / scale)
                    light = disc / disc.sum()
                    if y[i]:
                        number = min(8, 1 + rng.poisson(1))
                        shares = rng.uniform(0.08, 0.12, number)
                        light *= 1 - shares.sum()
                        for share in shares:
                            r, angle = scale * rng.uniform(0.6, 1.6), rng.uniform(0, 2 * np.pi)
                            spot = np.exp(-((u - r * np.cos(angle)) ** 2 + q**2 * (v - r * np.sin(angle)) ** 2) / 2 / 0.9**2)
                            light += share * spot / spot.sum()
                    light += noise * 0.08 / (4 * np.pi * 0.9**2) * rng.normal(size=light.shape)
                    light = np.arcsinh(light / 0.003)
                    x[i, :, :, 0] = np.clip(32 + 223 * light / light.max(), 0, 255)
                """;
    }

    static DataJob<Dataset> job(Choice choice, Random random) {
        double peak = LEAST * FLUX / (4 * Math.PI * SEEING * SEEING);
        double noise = choice.get(NOISE) * peak;
        Sky sky = new Sky(SIDE);
        return ImageSet.job(choice, SIDE, List.of("smooth", "clumpy"), random, (label, own, bytes, at) -> {
            sky.darken();
            draw(sky, label == 1 ? Math.min(MANY, 1 + Poisson.draw(1, own)) : 0, own);
            sky.seen(SEEING);
            sky.hiss(noise, own);
            sky.develop(0.003 * FLUX, bytes, at);
        });
    }

    private static void draw(Sky sky, int clumps, Random random) {
        Turned place = Turned.any(random, 1.5 * random.normal(), 1.5 * random.normal());
        double cosine = 0.98 * random.uniform(0.25, 1);
        double q = Math.sqrt(0.21 * 0.21 + cosine * cosine);
        double size = random.uniform(5, 7.5);
        double left = 1;
        for (int i = 0; i < clumps; i++) {
            double share = random.uniform(LEAST, MOST);
            Turned at = Turned.any(random, 0, 0);
            double r = size * random.uniform(0.6, 1.6);
            double along = r * at.cosine();
            double aside = q * r * at.sine();
            sky.spot(place.across(along, aside), place.down(along, aside), 0.3, share * FLUX);
            left -= share;
        }
        sky.add(new Sersic(1).ellipse(place, size, q), left * FLUX);
    }
}
