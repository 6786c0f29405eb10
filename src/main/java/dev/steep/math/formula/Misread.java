package dev.steep.math.formula;

/** Carries a mistake out of the depths of the parser; {@link Formula#read} turns it into a result. */
final class Misread extends RuntimeException {
    private static final long serialVersionUID = 1;

    final int position;
    final int length;
    final String sentence;

    Misread(int position, int length, String sentence) {
        super(sentence, null, false, false);
        this.position = position;
        this.length = length;
        this.sentence = sentence;
    }

    Misread(Token token, String sentence) {
        this(token.position(), token.length(), sentence);
    }
}
