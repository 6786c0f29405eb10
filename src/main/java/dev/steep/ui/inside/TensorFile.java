package dev.steep.ui.inside;

import java.nio.charset.StandardCharsets;

/** A tensor as a file that other programs read. */
final class TensorFile {
    /** The header of an NPY file ends at a multiple of this. */
    private static final int ALIGNED = 64;

    private TensorFile() {}

    /**
     * NumPy's own format, version 1.0, of little-endian floats in C order; {@code numpy.load} reads it. Source: NumPy Enhancement
     * Proposal 1.
     *
     * @param shape whose product is the number of values
     */
    static byte[] npy(float[] values, int[] shape) {
        StringBuilder axes = new StringBuilder();
        for (int length : shape) {
            axes.append(axes.length() == 0 ? "" : ", ").append(length);
        }
        String one = shape.length == 1 ? "," : ""; // Python's way to tell a tuple of one from a number
        String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + axes + one + "), }";
        int before = 10; // magic, version, length of the header
        int header = (before + text.length() + 1 + ALIGNED - 1) / ALIGNED * ALIGNED - before;
        byte[] file = new byte[before + header + 4 * values.length];
        byte[] start = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header, (byte) (header >> 8)};
        System.arraycopy(start, 0, file, 0, before);
        byte[] line = (text + " ".repeat(header - 1 - text.length()) + "\n").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(line, 0, file, before, header);
        int at = before + header;
        for (float value : values) {
            int bits = Float.floatToRawIntBits(value);
            for (int i = 0; i < 4; i++) {
                file[at++] = (byte) (bits >> 8 * i);
            }
        }
        return file;
    }

    /**
     * A table: of one or two axes the numbers as they lie, of more a line for each number after its places, which count from 0.
     *
     * @param shape whose product is the number of values
     */
    static String csv(float[] values, int[] shape) {
        StringBuilder text = new StringBuilder();
        if (shape.length <= 2) {
            int columns = shape.length == 2 ? shape[1] : 1;
            for (int i = 0; i < values.length; i++) {
                text.append(values[i]).append((i + 1) % columns == 0 ? "\n" : ",");
            }
            return text.toString();
        }
        for (int axis = 0; axis < shape.length; axis++) {
            text.append("axis").append(axis).append(',');
        }
        text.append("value\n");
        int[] place = new int[shape.length];
        for (float value : values) {
            for (int each : place) {
                text.append(each).append(',');
            }
            text.append(value).append('\n');
            for (int axis = shape.length - 1; axis >= 0 && ++place[axis] == shape[axis]; axis--) {
                place[axis] = 0;
            }
        }
        return text.toString();
    }
}
