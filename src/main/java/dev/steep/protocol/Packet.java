package dev.steep.protocol;

/**
 * A message on its way: nothing but arrays, so that it crosses to another thread quickly. Made by a {@link Packer}, taken
 * apart by an {@link Unpacker}.
 *
 * @param tag which kind of message it is
 * @param numbers its numbers and truth values, in order
 * @param words its texts, in order
 * @param floats its tensors, in order
 * @param bytes its files, in order
 */
public record Packet(String tag, double[] numbers, String[] words, float[][] floats, byte[][] bytes) {}
