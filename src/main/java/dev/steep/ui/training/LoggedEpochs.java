package dev.steep.ui.training;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Python;
import dev.steep.math.Single;
import dev.steep.network.callback.Callback;
import dev.steep.network.callback.CallbackKnobs;
import dev.steep.protocol.EpochLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Keras' {@code CSVLogger} writes, character for character: epochs counted from 0, then what the first epoch has logged, in the
 * order of its names, numbers as Python prints float32. Without a validation part, {@code NA} stands in its columns. A callback before
 * it that sets the learning rate logs it.
 */
final class LoggedEpochs {
    private static final String VALIDATION = "val_";
    private static final String RATE = "learning_rate";
    private static final String NONE = "NA";
    private static final String END = "\r\n";

    private LoggedEpochs() {}

    /**
     * The file of one of the callbacks.
     *
     * @param place of the callback among them
     */
    static String text(List<EpochLog> epochs, List<Choice> callbacks, int place) {
        String word = callbacks.get(place).get(CallbackKnobs.SEPARATOR);
        String separator = word.equals("\\t") ? "\t" : word;
        boolean rate = callbacks.subList(0, place).stream().anyMatch(Callback::setsRate);
        List<String> keys = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (EpochLog epoch : epochs) {
            Map<String, Double> logs = logs(epoch, rate);
            if (keys.isEmpty()) {
                keys.addAll(logs.keySet());
                if (keys.stream().noneMatch(key -> key.startsWith(VALIDATION))) {
                    logs.keySet().forEach(key -> keys.add(VALIDATION + key));
                }
                text.append("epoch");
                keys.forEach(key -> text.append(separator).append(key));
                text.append(END);
            }
            text.append(epoch.epoch() - 1);
            for (String key : keys) {
                Double number = logs.get(key);
                text.append(separator).append(number == null ? NONE : Python.printed(Single.of(number)));
            }
            text.append(END);
        }
        return text.toString();
    }

    private static Map<String, Double> logs(EpochLog epoch, boolean rate) {
        Map<String, Double> logs = new TreeMap<>();
        for (EpochLog.Measured each : epoch.measured()) {
            put(logs, each.name(), each.training());
            put(logs, VALIDATION + each.name(), each.validation());
        }
        if (rate) {
            logs.put(RATE, epoch.rate());
        }
        return logs;
    }

    private static void put(Map<String, Double> logs, String name, double number) {
        if (!Double.isNaN(number)) {
            logs.put(name, number);
        }
    }
}
