package dev.steep.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import dev.steep.catalog.Choice;
import dev.steep.catalog.Python;
import dev.steep.protocol.EpochLog;
import dev.steep.recipe.RecipeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code callbacks/golden.py} had Keras' CSVLogger write the files that are expected here. */
class LoggedEpochsTest {
    private static final List<EpochLog.Metric> METRICS = List.of(
            new EpochLog.Metric("loss", false),
            new EpochLog.Metric("accuracy", true),
            new EpochLog.Metric("auc", true));

    private static List<Choice> callbacks(String text) {
        return RecipeText.read("1/data=xor/Dense(1)/callbacks=" + text).recipe().callbacks();
    }

    private static List<EpochLog> epochs(String[] numbers, String[] rates) {
        List<EpochLog> epochs = new ArrayList<>();
        for (int i = 0; i < numbers.length / 6; i++) {
            double[] all = new double[6];
            for (int k = 0; k < all.length; k++) {
                String number = numbers[6 * i + k];
                all[k] = number.equals("-") ? Double.NaN : Double.parseDouble(number);
            }
            double rate = rates.length > i ? Double.parseDouble(rates[i]) : 0.1;
            epochs.add(new EpochLog(i + 1, 10 * (i + 1), rate, METRICS, all, 1));
        }
        return epochs;
    }

    @Test
    void theFilesAreThoseOfKeras() throws IOException {
        String golden;
        try (var stream = LoggedEpochsTest.class.getResourceAsStream("/callbacks/keras.txt")) {
            golden = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> lines =
                golden.lines().filter(line -> line.startsWith("CSVLogger(")).toList();
        assertTrue(lines.size() > 4);
        for (String line : lines) {
            String[] parts = line.split(" \\| ");
            boolean rated = !parts[1].equals("-");
            String[] rates = rated ? parts[1].split(" ") : new String[0];
            List<Choice> callbacks = callbacks(rated ? "(ReduceLROnPlateau," + parts[0] + ")" : parts[0]);
            String text = LoggedEpochs.text(epochs(parts[2].split(" "), rates), callbacks, callbacks.size() - 1);
            assertEquals(Json.parse(parts[3]).asString(), text);
        }
    }

    @Test
    void callbackBehindItLogsNoRate() {
        String[] numbers = "1 2 3 4 5 6".split(" ");
        assertEquals(
                "epoch,accuracy,auc,loss,val_accuracy,val_auc,val_loss\r\n0,3.0,5.0,1.0,4.0,6.0,2.0\r\n",
                LoggedEpochs.text(epochs(numbers, new String[0]), callbacks("(CSVLogger,ReduceLROnPlateau)"), 0));
    }

    @Test
    void floatsAreAsPythonPrintsThem() {
        double[] numbers = {0, -0.5, 1, 123456789, 1e15, 1e16, 1.5e22, 0.0001, 0.00001, -1.25e-7, 1e100, 5e-324};
        String[] printed = {
            "0.0",
            "-0.5",
            "1.0",
            "123456789.0",
            "1000000000000000.0",
            "1e+16",
            "1.5e+22",
            "0.0001",
            "1e-05",
            "-1.25e-07",
            "1e+100",
            "5e-324"
        };
        for (int i = 0; i < numbers.length; i++) {
            assertEquals(printed[i], Python.printed(numbers[i]));
        }
        assertEquals("inf", Python.printed(Double.POSITIVE_INFINITY));
        assertEquals("-inf", Python.printed(Double.NEGATIVE_INFINITY));
        assertEquals("nan", Python.printed(Double.NaN));
    }
}
