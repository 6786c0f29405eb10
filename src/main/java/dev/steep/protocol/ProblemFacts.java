package dev.steep.protocol;

/**
 * Why an experiment cannot be trained.
 *
 * @param layer which layer it is about, counted from 0; -1 if it is about none
 * @param sentence what is wrong and what to do
 * @param remedy the recipe, in link form, in which it is mended; empty if there is no obvious one
 */
public record ProblemFacts(int layer, String sentence, String remedy) {
    void pack(Packer to) {
        to.number(layer).word(sentence).word(remedy);
    }

    static ProblemFacts unpack(Unpacker from) {
        return new ProblemFacts(from.whole(), from.word(), from.word());
    }
}
