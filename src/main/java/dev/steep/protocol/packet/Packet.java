package dev.steep.protocol.packet;

import dev.steep.data.file.Content;

/**
 * A message on its way: nothing but arrays, so that it crosses to another thread quickly. Made by a {@link Packer}, taken
 * apart by an {@link Unpacker}.
 *
 * @param tag which kind of message it is
 * @param numbers its numbers and truth values, in order
 * @param words its texts, in order
 * @param floats its tensors, in order
 * @param bytes its files that are read, in order
 * @param contents its files that are not read yet, in order
 */
public record Packet(
        String tag, double[] numbers, String[] words, float[][] floats, byte[][] bytes, Content[] contents) {
    /** A packet without files that are still to be read. */
    public Packet(String tag, double[] numbers, String[] words, float[][] floats, byte[][] bytes) {
        this(tag, numbers, words, floats, bytes, new Content[0]);
    }

    /** How many bytes its files have, which are not read yet. */
    public double unread() {
        double bytes = 0;
        for (Content file : contents) {
            bytes += file.size();
        }
        return bytes;
    }
}
