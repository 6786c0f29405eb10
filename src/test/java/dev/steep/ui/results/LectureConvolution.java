package dev.steep.ui.results;

import java.util.List;

/** The lecture's worked example of a convolution: two kernels over one image, and both results. */
public final class LectureConvolution {
    /** 8 × 8. */
    public static final String IMAGE = """
            0 0 0 1 1 0 0 0
            0 0 1 2 2 1 0 0
            0 1 2 3 3 2 1 0
            1 2 0 2 2 0 2 1
            1 1 1 1 1 1 1 1
            0 0 2 0 0 2 0 0
            0 3 0 1 1 0 3 0
            1 0 2 0 0 2 0 1
            """;

    /** 3 × 3 each. */
    public static final List<String> KERNELS = List.of("0 1 0 1 0 1 0 1 0", "1 0 1 0 0 0 1 0 1");

    /** 6 × 6 each. */
    public static final List<String> RESULTS = List.of("""
            2 4 7 7 4 2
            4 5 9 9 5 4
            3 7 6 6 7 3
            4 4 4 4 4 4
            6 1 4 4 1 6
            0 8 1 1 8 0
            """, """
            2 5 6 6 5 2
            2 6 5 5 6 2
            4 6 7 7 6 4
            3 4 4 4 4 3
            2 6 3 3 6 2
            5 0 4 4 0 5
            """);

    private LectureConvolution() {}

    /** The numbers of such a text. */
    public static float[] numbers(String text) {
        String[] words = text.strip().split("\\s+");
        float[] numbers = new float[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Float.parseFloat(words[i]);
        }
        return numbers;
    }
}
