package dev.steep.data;

import java.util.Arrays;

/**
 * How raw inputs become what the network sees: {@code (warp(x) - centre) · factor}. One of each per feature, or a single
 * one for all of them (the pixels of an image). Immutable; made by {@link Scaling#fit} and {@link Preparation#fit}.
 */
public final class Rescaling {
    /** Leaves numbers as they are. */
    public static final Rescaling NONE = new Rescaling(new double[] {0}, new double[] {1});

    private final double[] centre;
    private final double[] factor;
    private final Warp[] warp;

    /** Without a warp. Arrays of one length: 1 for a scale that all features share, else one entry per feature. */
    public Rescaling(double[] centre, double[] factor) {
        this(centre, factor, plain(centre.length));
    }

    /** Arrays of one length: 1 for a scale that all features share, else one entry per feature. */
    public Rescaling(double[] centre, double[] factor, Warp[] warp) {
        if (centre.length != factor.length || centre.length != warp.length || centre.length == 0) {
            throw new IllegalArgumentException(
                    centre.length + " centres for " + factor.length + " factors and " + warp.length + " warps");
        }
        this.centre = centre.clone();
        this.factor = factor.clone();
        this.warp = warp.clone();
    }

    private static Warp[] plain(int length) {
        Warp[] plain = new Warp[length];
        Arrays.fill(plain, Warp.NONE);
        return plain;
    }

    /** A raw number of this feature, scaled. */
    public double apply(double x, int feature) {
        int i = centre.length == 1 ? 0 : feature;
        return (warp[i] == Warp.NONE ? x - centre[i] : warp[i].apply(x) - centre[i]) * factor[i];
    }

    /** The raw number of this feature that {@link #apply} makes this of. */
    public double undo(double scaled, int feature) {
        return warp(feature).undo(scaled / factor(feature) + centre(feature));
    }

    /** Scaled numbers of some samples, one after the other, as they were before; the same array if nothing is to be done. */
    public float[] undone(float[] scaled) {
        if (equals(NONE)) {
            return scaled;
        }
        float[] raw = new float[scaled.length];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (float) undo(scaled[i], i % centre.length);
        }
        return raw;
    }

    /** Whether all features share one centre and one factor. */
    public boolean isShared() {
        return centre.length == 1;
    }

    /** Whether it is {@code (x - centre) · factor} for all features. */
    public boolean isLinear() {
        for (Warp each : warp) {
            if (each != Warp.NONE) {
                return false;
            }
        }
        return true;
    }

    /** What is done to this feature first. */
    public Warp warp(int feature) {
        return warp[warp.length == 1 ? 0 : feature];
    }

    /** What is subtracted from this feature. */
    public double centre(int feature) {
        return centre[centre.length == 1 ? 0 : feature];
    }

    /** What this feature is then multiplied by; never 0. */
    public double factor(int feature) {
        return factor[factor.length == 1 ? 0 : feature];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rescaling
                && Arrays.equals(centre, ((Rescaling) other).centre)
                && Arrays.equals(factor, ((Rescaling) other).factor)
                && Arrays.equals(warp, ((Rescaling) other).warp);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(centre) * 31 + Arrays.hashCode(factor);
    }

    @Override
    public String toString() {
        return (isLinear() ? "(x" : "(" + Arrays.toString(warp) + " x") + " - " + Arrays.toString(centre) + ") · "
                + Arrays.toString(factor);
    }
}
