package dev.steep.jsinterop.program;

import java.util.Objects;
import jsinterop.annotations.JsMethod;
import jsinterop.annotations.JsPackage;

/** Collects the program's checks and hands each result to the page, where the test reads them. */
final class Checks {
    private Checks() {}

    interface Body {
        Object run();
    }

    /** Passes if the body returns what is expected, by {@code equals}. */
    static void check(String name, Object expected, Body body) {
        try {
            is(name, expected, body.run());
        } catch (Throwable e) {
            report(name, "threw " + e);
        }
    }

    /** The same for a value that arrives later. */
    static void is(String name, Object expected, Object actual) {
        report(name, Objects.equals(expected, actual) ? "" : "expected " + show(expected) + " but got " + show(actual));
    }

    /** Announces a check whose answer comes later: without one it has failed. */
    static void expect(String... names) {
        for (String name : names) {
            report(name, "no answer");
        }
    }

    private static String show(Object value) {
        return value == null ? "null" : value.getClass().getName() + " " + value;
    }

    @JsMethod(namespace = JsPackage.GLOBAL, name = "report")
    private static native void report(String name, String failure);
}
