package dev.steep.ui.backprop;

import elemental2.core.Global;
import elemental2.core.JsArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jsinterop.base.Js;
import jsinterop.base.JsPropertyMap;

/** An object that the worker told of as JSON. */
record Told(JsPropertyMap<Object> members) {
    static Told read(String json) {
        return new Told(Js.uncheckedCast(Global.JSON.parse(json)));
    }

    String word(String name) {
        return members.has(name) ? Js.asString(members.get(name)) : "";
    }

    /** NaN if there is none: JSON has no numbers that are not finite. */
    double number(String name) {
        return members.has(name) ? Js.coerceToDouble(members.get(name)) : Double.NaN;
    }

    int whole(String name) {
        return Js.coerceToInt(members.get(name));
    }

    boolean flag(String name) {
        return Js.isTruthy(members.get(name));
    }

    Optional<Told> object(String name) {
        return members.has(name) ? Optional.of(new Told(Js.uncheckedCast(members.get(name)))) : Optional.empty();
    }

    List<Told> objects(String name) {
        List<Told> all = new ArrayList<>();
        for (Object each : array(name)) {
            all.add(new Told(Js.uncheckedCast(each)));
        }
        return all;
    }

    List<String> words(String name) {
        List<String> all = new ArrayList<>();
        for (Object each : array(name)) {
            all.add(Js.asString(each));
        }
        return all;
    }

    int[] wholes(String name) {
        List<Object> all = array(name);
        int[] numbers = new int[all.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Js.coerceToInt(all.get(i));
        }
        return numbers;
    }

    private List<Object> array(String name) {
        List<Object> all = new ArrayList<>();
        if (members.has(name)) {
            JsArray<Object> array = Js.uncheckedCast(members.get(name));
            for (int i = 0; i < array.length; i++) {
                all.add(array.getAt(i));
            }
        }
        return all;
    }
}
