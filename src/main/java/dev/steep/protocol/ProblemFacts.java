package dev.steep.protocol;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Unpacker;

/**
 * Why an experiment cannot be trained.
 *
 * @param layer which layer it is about, counted from 0; -1 if it is about none
 * @param sentence what is wrong and what to do
 * @param remedy the recipe, in link form, in which it is mended; empty if there is no obvious one
 * @param offer what the remedy does, in a few words such as {@code Set units to 10}; empty if there is none
 */
public record ProblemFacts(int layer, String sentence, String remedy, String offer) {
    /** One without an obvious remedy, about no layer. */
    public static ProblemFacts of(String sentence) {
        return new ProblemFacts(-1, sentence, "", "");
    }

    /** What is wrong, without what to do about it: its first sentence. */
    public String fault() {
        int end = sentence.indexOf(". ");
        return end < 0 ? sentence : sentence.substring(0, end + 1);
    }

    void pack(Packer to) {
        to.number(layer).word(sentence).word(remedy).word(offer);
    }

    static ProblemFacts unpack(Unpacker from) {
        return new ProblemFacts(from.whole(), from.word(), from.word(), from.word());
    }
}
