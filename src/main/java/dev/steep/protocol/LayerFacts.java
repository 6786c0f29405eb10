package dev.steep.protocol;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;
import java.util.List;

/**
 * What the page knows of a layer that has been fitted into its network.
 *
 * @param name Keras' automatic name, such as {@code conv2d_1}
 * @param kind Keras' class name
 * @param shape of its output; empty if it does not fit
 * @param parameters how many numbers it keeps from step to step: weights and moving means
 * @param trainable how many of them follow their gradients; the others are moving means, or the layer is frozen
 * @param products multiply-adds for one sample
 * @param kernel name of its kernel tensor; empty if it has none
 * @param bias name of its bias tensor; empty if it has none
 * @param output name of its output at prediction; empty if it does not fit
 * @param rests the name of its activation if that is 0 for a range of numbers, as relu is; else empty
 * @param mask name of its dropout mask of the last training step; empty if it has none
 * @param states names of what it updates itself, such as a moving mean
 * @param workings how its numbers come about, three texts for each: what it is, its value, the arithmetic
 */
public record LayerFacts(
        String name,
        String kind,
        int[] shape,
        int parameters,
        int trainable,
        double products,
        String kernel,
        String bias,
        String output,
        String rests,
        String mask,
        List<String> states,
        List<String> workings) {
    void pack(Packer to) {
        to.word(name)
                .word(kind)
                .ints(shape)
                .number(parameters)
                .number(trainable)
                .number(products);
        to.word(kernel)
                .word(bias)
                .word(output)
                .word(rests)
                .word(mask)
                .words(states)
                .words(workings);
    }

    static LayerFacts unpack(Unpacker from) {
        return new LayerFacts(
                from.word(),
                from.word(),
                from.ints(),
                from.whole(),
                from.whole(),
                from.number(),
                from.word(),
                from.word(),
                from.word(),
                from.word(),
                from.word(),
                from.words(),
                from.words());
    }
}
