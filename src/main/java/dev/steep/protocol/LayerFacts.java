package dev.steep.protocol;

/**
 * What the page knows of a layer that has been fitted into its network.
 *
 * @param name Keras' automatic name, such as {@code conv2d_1}
 * @param kind Keras' class name
 * @param shape of its output; empty if it does not fit
 * @param parameters how many numbers training changes
 * @param products multiply-adds for one sample
 * @param kernel name of its kernel tensor; empty if it has none
 * @param bias name of its bias tensor; empty if it has none
 * @param before name of its output before the activation, at prediction; empty if there is no activation
 * @param output name of its output at prediction; empty if it does not fit
 * @param mask name of its dropout mask of the last training step; empty if it has none
 */
public record LayerFacts(
        String name,
        String kind,
        int[] shape,
        int parameters,
        double products,
        String kernel,
        String bias,
        String before,
        String output,
        String mask) {
    void pack(Packer to) {
        to.word(name).word(kind).ints(shape).number(parameters).number(products);
        to.word(kernel).word(bias).word(before).word(output).word(mask);
    }

    static LayerFacts unpack(Unpacker from) {
        return new LayerFacts(
                from.word(),
                from.word(),
                from.ints(),
                from.whole(),
                from.number(),
                from.word(),
                from.word(),
                from.word(),
                from.word(),
                from.word());
    }
}
