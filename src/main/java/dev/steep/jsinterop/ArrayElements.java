package dev.steep.jsinterop;

/** Stores converted JavaScript values in Java arrays; numbers arrive as Double and are narrowed as JavaScript would. */
final class ArrayElements {
    private ArrayElements() {}

    static void set(Object array, int index, Object value) {
        if (array instanceof Object[] objects) {
            objects[index] = value;
        } else if (array instanceof double[] doubles) {
            doubles[index] = number(value);
        } else if (array instanceof float[] floats) {
            floats[index] = (float) number(value);
        } else if (array instanceof int[] ints) {
            ints[index] = (int) number(value);
        } else if (array instanceof byte[] bytes) {
            bytes[index] = (byte) number(value);
        } else if (array instanceof boolean[] booleans) {
            booleans[index] = (Boolean) value;
        } else {
            throw new ClassCastException("A JavaScript array cannot become an array of "
                    + array.getClass().getName() + ".");
        }
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
