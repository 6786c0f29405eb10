package javaemul.internal;

import java.util.Arrays;

/**
 * The one class of GWT's runtime that Elemental2 names, in {@code JsArray.asArray(T[])}. GWT stamps a JavaScript array
 * with a Java type; here arrays cross by copy, so the copy is made with that type.
 */
public final class ArrayStamper {
    private ArrayStamper() {}

    /** Returns the JavaScript array's elements in a new array of {@code reference}'s type. */
    public static <T> T[] stampJavaTypeInfo(Object array, T[] reference) {
        Object[] elements = (Object[]) array;
        T[] result = Arrays.copyOf(reference, elements.length);
        System.arraycopy(elements, 0, result, 0, elements.length);
        return result;
    }
}
