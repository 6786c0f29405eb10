package dev.steep.ui.inside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TensorFileTest {
    /** What {@code numpy.save} writes for {@code numpy.array([[1.5, -2]], numpy.float32)}. */
    @Test
    void anNpyFileIsThatOfNumpy() {
        byte[] file = TensorFile.npy(new float[] {1.5f, -2}, new int[] {1, 2});
        assertEquals(128 + 8, file.length);
        byte[] magic = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0};
        assertArrayEquals(magic, Arrays.copyOf(file, 10));
        String header = new String(file, 10, 118, StandardCharsets.US_ASCII);
        assertEquals("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }", header.trim());
        assertEquals('\n', header.charAt(117));
        ByteBuffer numbers = ByteBuffer.wrap(file, 128, 8).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(1.5f, numbers.getFloat());
        assertEquals(-2f, numbers.getFloat());
    }

    @Test
    void aListHasACommaAndANumberHasNoAxis() {
        assertEquals("(3,)", shape(TensorFile.npy(new float[3], new int[] {3})));
        assertEquals("()", shape(TensorFile.npy(new float[1], new int[0])));
        assertEquals("(2, 3, 4)", shape(TensorFile.npy(new float[24], new int[] {2, 3, 4})));
    }

    private static String shape(byte[] file) {
        assertEquals(0, (file.length - file[8] - 10) % 4);
        assertEquals(0, (file[8] + 10) % 64);
        return new String(file, 10, file[8], StandardCharsets.US_ASCII)
                .replaceAll("(?s).*'shape': (\\(.*\\)), }.*", "$1");
    }

    @Test
    void aMatrixIsATableAndMoreAxesAreALineForEachNumber() {
        float[] values = {0.1f, -2, 3e-9f, Float.NaN, 5, 6, 7, 8};
        assertEquals("0.1,-2.0,3.0E-9,NaN\n5.0,6.0,7.0,8.0\n", TensorFile.csv(values, new int[] {2, 4}));
        assertEquals("0.1\n-2.0\n", TensorFile.csv(new float[] {0.1f, -2}, new int[] {2}));
        assertEquals("4.0\n", TensorFile.csv(new float[] {4}, new int[0]));
        String[] lines = TensorFile.csv(values, new int[] {2, 1, 4}).split("\n");
        assertEquals("axis0,axis1,axis2,value", lines[0]);
        assertEquals("0,0,0,0.1", lines[1]);
        assertEquals("0,0,1,-2.0", lines[2]);
        assertEquals("1,0,3,8.0", lines[8]);
        assertEquals(9, lines.length);
    }
}
