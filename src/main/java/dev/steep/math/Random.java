package dev.steep.math;

/**
 * Reproducible random numbers: the same seed gives the same numbers on every machine and in every build. Only 32-bit
 * integer and exact double arithmetic are used. The generator is sfc32 (Chris Doty-Humphrey, PractRand); independent
 * streams are drawn from one seed by name with {@link #fork}.
 */
public final class Random {
    private static final double TWO_TO_MINUS_32 = 1.0 / 4294967296.0;
    private static final double TWO_TO_MINUS_53 = 1.0 / 9007199254740992.0;
    private static final int WARM_UP = 12;

    private int a;
    private int b;
    private int c;
    private int counter = 1;

    /** A generator for this seed. */
    public Random(int seed) {
        this(seed, 0);
    }

    private Random(int seed, int stream) {
        a = mix(seed);
        b = mix(stream ^ 0x9E3779B9);
        c = mix(seed + 0x85EBCA6B * stream);
        for (int i = 0; i < WARM_UP; i++) {
            bits();
        }
    }

    /** An independent generator that depends on this one's present state and the name; this one does not advance. */
    public Random fork(String name) {
        return fork(name.hashCode());
    }

    /** An independent generator that depends on this one's present state and the number; this one does not advance. */
    public Random fork(int number) {
        return new Random(mix(a ^ mix(b ^ mix(c ^ counter))), number);
    }

    /** 32 uniform bits. */
    public int bits() {
        int sum = a + b + counter++;
        a = b ^ (b >>> 9);
        b = c + (c << 3);
        c = ((c << 21) | (c >>> 11)) + sum;
        return sum;
    }

    /** Uniform in [0, 1), 53 bits. */
    public double uniform() {
        double high = bits() >>> 5;
        double low = bits() >>> 6;
        return (high * 67108864.0 + low) * TWO_TO_MINUS_53;
    }

    /** Uniform in [low, high). */
    public double uniform(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** A whole number from 0 to bound - 1. */
    public int below(int bound) {
        return (int) ((bits() & 0xFFFFFFFFL) * TWO_TO_MINUS_32 * bound);
    }

    /** Normal with mean 0 and standard deviation 1 (Marsaglia's polar method). */
    public double normal() {
        while (true) {
            double x = uniform(-1, 1);
            double y = uniform(-1, 1);
            double s = x * x + y * y;
            if (s > 0 && s < 1) {
                return x * Math.sqrt(-2 * Elementary.log(s) / s);
            }
        }
    }

    /** Puts the items in random order (Fisher-Yates). */
    public void shuffle(int[] items) {
        shuffle(items, 0, items.length);
    }

    /** A part of {@link #shuffle(int[])}: the places {@code to - 1} down to {@code from}. Whoever shuffles in parts begins with the last. */
    public void shuffle(int[] items, int from, int to) {
        // what below() does, with the state in variables: small networks feel in each epoch how long this takes
        int p = a;
        int q = b;
        int r = c;
        int n = counter;
        int least = Math.max(1, from);
        for (int i = to - 1; i >= least; i--) {
            int sum = p + q + n++;
            p = q ^ (q >>> 9);
            q = r + (r << 3);
            r = ((r << 21) | (r >>> 11)) + sum;
            int j = (int) ((sum & 0xFFFFFFFFL) * TWO_TO_MINUS_32 * (i + 1));
            int item = items[i];
            items[i] = items[j];
            items[j] = item;
        }
        a = p;
        b = q;
        c = r;
        counter = n;
    }

    /**
     * A hash whose every output bit depends on every input bit: {@code lowbias32} (Chris Wellons, hash-prospector).
     * Also the counter-based generator of dropout, since it needs nothing but 32-bit multiplications and shifts.
     */
    public static int mix(int x) {
        x ^= x >>> 16;
        x *= 0x7FEB352D;
        x ^= x >>> 15;
        x *= 0x846CA68B;
        x ^= x >>> 16;
        return x;
    }
}
