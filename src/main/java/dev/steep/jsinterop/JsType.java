package dev.steep.jsinterop;

/**
 * What is known of a variable's value while conversions are placed. JAVA is a Java reference; NATIVE a JavaScript value;
 * FUNCTION one whose static type is a JsFunction, so that it may still be a Java object in disguise; MIXED is either,
 * where paths meet; the arrays are Java arrays of such elements; NULL is the constant.
 */
enum JsType {
    NULL,
    JAVA,
    NATIVE,
    FUNCTION,
    MIXED,
    NATIVE_ARRAY,
    FUNCTION_ARRAY;

    boolean isJavaScript() {
        return this == NATIVE || this == FUNCTION;
    }

    JsType merge(JsType other) {
        if (this == other || other == NULL) {
            return this;
        }
        if (this == NULL) {
            return other;
        }
        if (isJavaScript() && other.isJavaScript()) {
            return FUNCTION;
        }
        return isJavaScript() || other.isJavaScript() || this == MIXED || other == MIXED ? MIXED : JAVA;
    }

    JsType element() {
        return switch (this) {
            case NULL -> NULL;
            case NATIVE_ARRAY -> NATIVE;
            case FUNCTION_ARRAY -> FUNCTION;
            case JAVA, NATIVE, FUNCTION, MIXED -> JAVA;
        };
    }
}
