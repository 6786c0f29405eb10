package dev.steep.chromium;

import dev.steep.contract.BackendContract;
import dev.steep.contract.Declared;
import elemental2.dom.DomGlobal;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import jsinterop.annotations.JsFunction;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;

/** Offers every test of the contracts to the page that it runs in; finds them by name, as TeaVM compiled them. */
public final class ContractProgram {
    private ContractProgram() {}

    public static void main(String[] arguments) {
        JsPropertyMap<Object> page = Js.asPropertyMap(DomGlobal.window);
        page.set("names", (Names) ContractProgram::names);
        page.set("run", (Run) ContractProgram::run);
        page.set("numbers", (Numbers) ContractProgram::numbers);
    }

    /** The names of all tests that a keeper has here. */
    private static String names(String keeper) {
        StringBuilder names = new StringBuilder();
        for (Method method : Keeper.valueOf(keeper).contract().getMethods()) {
            names.append(method.getName()).append('\n');
        }
        return names.toString();
    }

    /** Runs one test, with its argument if it has a parameter. Returns how it failed, empty if it passed. */
    private static String run(String keeper, String test, String argument) {
        try {
            Object tests = Keeper.valueOf(keeper).tests();
            Method method = method(Keeper.valueOf(keeper).contract(), test);
            Object[] values = new Object[method.getParameterCount()];
            if (values.length == 1) {
                values[0] = value(method.getParameterTypes()[0], argument);
            }
            method.invoke(tests, values);
            return "";
        } catch (InvocationTargetException e) {
            return String.valueOf(e.getCause());
        } catch (Throwable e) {
            return e.toString();
        }
    }

    /** All numbers of the network of this name, trained here; or why they cannot be had. */
    private static String numbers(String keeper, String name) {
        try {
            return Declared.numbers(
                    name, ((BackendContract) Keeper.valueOf(keeper).tests()).backend());
        } catch (Throwable e) {
            return e.toString();
        }
    }

    private static Method method(Class<?> contract, String name) throws NoSuchMethodException {
        for (Method method : contract.getMethods()) {
            if (method.getName().equals(name)) {
                return method;
            }
        }
        throw new NoSuchMethodException("TeaVM has compiled no " + name + " in " + contract.getName() + ".");
    }

    private static Object value(Class<?> type, String text) {
        if (type == int.class) {
            return Integer.valueOf(text);
        } else if (type == String.class) {
            return text;
        }
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("There is no " + text + " in " + type.getName() + ".");
    }

    @JsFunction
    private interface Names {
        String of(String keeper);
    }

    @JsFunction
    private interface Numbers {
        String of(String keeper, String name);
    }

    @JsFunction
    private interface Run {
        String run(String keeper, String test, String argument);
    }
}
