package dev.steep.chromium;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * One run of a test of a contract, as JUnit makes it on the JVM.
 *
 * @param test the method's name
 * @param argument the argument's text, empty for a test without parameter
 */
record Trial(String test, String argument) {
    /** Of a list of words, such as the names of all that can be picked, the JVM runs all, and a browser one in so many. */
    private static final int WORDS = 7;

    /** All that JUnit would run; where a test is run for a row of numbers, only every {@code stride}-th of them. */
    static List<Trial> of(Class<?> contract, int stride) {
        Stream<Trial> plain = tests(contract, Test.class).map(test -> new Trial(test.getName(), ""));
        Stream<Trial> each = tests(contract, ParameterizedTest.class)
                .flatMap(test -> arguments(test, stride).map(argument -> new Trial(test.getName(), argument)));
        return Stream.concat(plain, each).toList();
    }

    /** Found as JUnit finds them. */
    private static Stream<Method> tests(Class<?> contract, Class<? extends Annotation> kind) {
        return AnnotationSupport.findAnnotatedMethods(contract, kind, HierarchyTraversalMode.TOP_DOWN).stream();
    }

    private static Stream<String> arguments(Method test, int stride) {
        ValueSource numbers = test.getAnnotation(ValueSource.class);
        EnumSource constants = test.getAnnotation(EnumSource.class);
        if (numbers != null && numbers.ints().length > 0) {
            int[] all = numbers.ints();
            return IntStream.range(0, all.length).filter(i -> i % stride == 0).mapToObj(i -> Integer.toString(all[i]));
        }
        if (constants != null && constants.mode() == EnumSource.Mode.INCLUDE) {
            List<String> asked = List.of(constants.names());
            return Arrays.stream(test.getParameterTypes()[0].getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .filter(name -> asked.isEmpty() || asked.contains(name));
        }
        MethodSource words = test.getAnnotation(MethodSource.class);
        if (words != null && test.getParameterTypes()[0] == String.class) {
            List<String> all = words(test.getDeclaringClass(), words.value()[0]);
            return IntStream.range(0, all.size())
                    .filter(i -> i % (WORDS * stride) == 0)
                    .mapToObj(all::get);
        }
        throw new IllegalStateException("Where " + test + " has its arguments from is not known in the browser.");
    }

    /** What a static method of a contract gives. */
    private static List<String> words(Class<?> contract, String method) {
        try {
            Method source = contract.getDeclaredMethod(method);
            source.setAccessible(true);
            List<String> words = new ArrayList<>();
            ((Iterable<?>) source.invoke(null)).forEach(word -> words.add((String) word));
            return words;
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(contract + " has no static " + method + "().", missing);
        }
    }

    @Override
    public String toString() {
        return argument.isEmpty() ? test : test + "(" + argument + ")";
    }
}
