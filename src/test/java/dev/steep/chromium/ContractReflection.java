package dev.steep.chromium;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.teavm.extension.spi.reflection.SimpleReflectionPolicy;

/**
 * Tells TeaVM, which compiles only what is called, to keep the tests of the contracts by their names, so that a new one
 * needs no other mention to run in the browser. TeaVM finds this class by its entry in {@code META-INF/services}.
 */
public final class ContractReflection extends SimpleReflectionPolicy {
    @Override
    protected void setup() {
        selectPackage("dev.steep", true)
                .reflectableMethods(withAnnotation(Test.class).or(withAnnotation(ParameterizedTest.class))::test);
    }
}
