package dev.steep.network.activation;

/** The fixed point of Klambauer et al., Self-normalizing neural networks (2017): what selu and AlphaDropout share. */
public final class Selu {
    public static final double ALPHA = 1.6732632423543772;
    public static final double SCALE = 1.0507009873554805;

    private Selu() {}
}
