package dev.steep.network.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.ItemNames;
import dev.steep.catalog.Phrase;
import dev.steep.catalog.Python;
import dev.steep.catalog.Remarks;
import dev.steep.network.metric.Metric;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code callbacks/golden.py}, run with Keras 3, drove its callbacks by hand and wrote what is expected here. */
class CallbackTest {
    private static List<String> golden() throws IOException {
        try (var stream = CallbackTest.class.getResourceAsStream("/callbacks/keras.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static Stream<String> of(String callback) throws IOException {
        return golden().stream().filter(line -> line.startsWith(callback + "("));
    }

    static Stream<String> stopping() throws IOException {
        return of("EarlyStopping");
    }

    static Stream<String> plateaus() throws IOException {
        return of("ReduceLROnPlateau");
    }

    @ParameterizedTest
    @MethodSource("stopping")
    void stopsAndRestoresWhereKerasDoes(String line) {
        String[] parts = line.split(" \\| ");
        Watch watch = Callback.watch(read(parts[0]));
        String stopped = "-";
        int epoch = 0;
        for (String value : parts[2].split(" ")) {
            Watch.Outcome outcome = watch.after(end(++epoch, 0.1, Double.parseDouble(value)));
            watch = outcome.next();
            if (outcome.verdict() instanceof Verdict.Stop) {
                stopped = "" + epoch;
                break;
            }
        }
        assertEquals(
                parts[1], stopped + " " + watch.best().map(best -> "" + best).orElse("-"));
    }

    @ParameterizedTest
    @MethodSource("plateaus")
    void setsTheRatesThatKerasSets(String line) {
        String[] parts = line.split(" \\| ");
        String[] rates = parts[1].split(" ");
        String[] values = parts[2].split(" ");
        Watch watch = Callback.watch(read(parts[0]));
        double rate = Double.parseDouble(rates[0]);
        for (int i = 0; i < values.length; i++) {
            Watch.Outcome outcome = watch.after(end(i + 1, rate, Double.parseDouble(values[i])));
            watch = outcome.next();
            rate = outcome.verdict() instanceof Verdict.SetRate set ? set.rate() : rate;
            assertEquals((float) Double.parseDouble(rates[i + 1]), (float) rate, 0, "after epoch " + (i + 1));
        }
    }

    static Stream<String> checkpoints() throws IOException {
        return of("ModelCheckpoint");
    }

    @ParameterizedTest
    @MethodSource("checkpoints")
    void keepsTheEpochsThatKerasSaves(String line) {
        String[] parts = line.split(" \\| ");
        String[] values = parts[2].split(" ");
        Watch watch = Callback.watch(read(parts[0]));
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Watch.Outcome outcome =
                    watch.after(end(i + 1, 0.1, values[i].equals("-") ? Double.NaN : Double.parseDouble(values[i])));
            assertEquals(new Verdict.GoOn(), outcome.verdict());
            watch = outcome.next();
            if (((ModelCheckpoint) watch).epoch() == i + 1) {
                kept.add("" + (i + 1));
            }
        }
        assertEquals(parts[1], String.join(" ", kept));
    }

    @Test
    void onlyTheBestIsKeptForSure() {
        Watch every = Callback.watch(read("ModelCheckpoint"));
        assertEquals(Optional.empty(), every.after(end(1, 0.1, 0.5)).next().checkpoint());
        Watch best = Callback.watch(read("ModelCheckpoint(save_best_only=true)"));
        assertEquals(Optional.empty(), best.checkpoint());
        best = best.after(end(1, 0.1, 0.5)).next().after(end(2, 0.1, 0.7)).next();
        assertEquals(Optional.of(new Watch.Checkpoint(1, "val_loss", 0.5)), best.checkpoint());
        assertEquals(best, Callback.watch(best.choice()).having(best.seen()));
    }

    /** Nothing resets Keras' ModelCheckpoint when a call of fit begins; EarlyStopping begins anew. */
    @Test
    void aCheckpointOutlivesTheEndOfTraining() {
        Watch best = Callback.watch(read("ModelCheckpoint(save_best_only=true)"))
                .after(end(1, 0.1, 0.5))
                .next();
        assertEquals(best, best.again());
        Watch stopping = Callback.watch(read("EarlyStopping"));
        assertEquals(stopping, stopping.after(end(1, 0.1, 0.5)).next().again());
    }

    @Test
    void eachIsComparedWithKeras() throws IOException {
        for (Callback each : Callback.values()) {
            assertTrue(of(each.kind().name()).findAny().isPresent(), each.kind().name());
        }
    }

    /** With {@code mode='auto'}, as Keras' metrics say of themselves. */
    @ParameterizedTest
    @EnumSource
    void knowsOfEachMetricWhichWayIsBetter(Metric metric) {
        boolean rises = List.of(
                        "accuracy", "precision", "recall", "f1_score", "auc", "top_k_categorical_accuracy", "r2_score")
                .contains(metric.kind().name());
        for (String prefix : List.of("", "val_")) {
            Monitor monitor =
                    Monitor.of(read("EarlyStopping(" + prefix + metric.kind().name() + ")"));
            assertEquals(rises, monitor.better(2, Optional.of(1.0)));
            assertEquals(!rises, monitor.better(1, Optional.of(2.0)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotMeasuredChangesNothing(Callback callback) {
        Watch watch = Callback.watch(callback.kind().choice());
        for (int epoch = 1; epoch < 50; epoch++) {
            Watch.Outcome outcome = watch.after(end(epoch, 0.1, Double.NaN));
            assertEquals(new Verdict.GoOn(), outcome.verdict());
            watch = outcome.next();
        }
    }

    @Test
    void saysWhyItStops() {
        Watch watch = Callback.watch(read("EarlyStopping(min_delta=0.5,patience=2)"));
        Watch.Outcome outcome = Watch.Outcome.goOn(watch);
        for (double loss : new double[] {2, 1.9, 1.8}) {
            outcome = outcome.next().after(end(1, 0.1, loss));
        }
        assertEquals(new Verdict.Stop("val_loss has not become better by 0.5 for 2 epochs"), outcome.verdict());
    }

    @Test
    void saysItselfInKeras() {
        assertEquals(
                "keras.callbacks.EarlyStopping(patience=5, restore_best_weights=True)",
                read("EarlyStopping(patience=5,restore_best_weights=true)").inKeras(new Python()));
        assertEquals(
                "keras.callbacks.ReduceLROnPlateau(monitor=\"val_accuracy\", factor=0.5)",
                read("ReduceLROnPlateau(val_accuracy,0.5)").inKeras(new Python()));
        Python script = new Python();
        assertEquals(
                "keras.callbacks.ModelCheckpoint(\"checkpoint.keras\", monitor=\"val_accuracy\", save_best_only=True)",
                read("ModelCheckpoint(val_accuracy,true)").inKeras(script));
        assertEquals(
                "keras.callbacks.ModelCheckpoint(\"checkpoint_1.keras\")",
                read("ModelCheckpoint").inKeras(script));
        assertEquals(
                "keras.callbacks.CSVLogger(\"training.csv\")", read("CSVLogger").inKeras(script));
        assertEquals(
                "keras.callbacks.CSVLogger(\"training_1.csv\", separator=\"\\t\")",
                read("CSVLogger('\t')").inKeras(script));
    }

    private static EpochEnd end(int epoch, double rate, double value) {
        return new EpochEnd(
                epoch, rate, name -> Arrays.asList("val_loss", "loss").contains(name) ? value : Double.NaN);
    }

    private static Choice read(String text) {
        Remarks remarks = new Remarks();
        List<Choice> read = new Domain.Many(Callback::kinds, "callback", 1, "", true, ItemNames.numbered())
                .read(Phrase.read(text, remarks), List.of(), "callbacks", remarks);
        assertEquals(List.of(), remarks.sentences());
        return read.get(0);
    }
}
