package dev.steep.network.callback;

import static dev.steep.network.callback.CallbackKnobs.BASELINE;
import static dev.steep.network.callback.CallbackKnobs.COOLDOWN;
import static dev.steep.network.callback.CallbackKnobs.FACTOR;
import static dev.steep.network.callback.CallbackKnobs.INITIAL_VALUE_THRESHOLD;
import static dev.steep.network.callback.CallbackKnobs.MIN_DELTA;
import static dev.steep.network.callback.CallbackKnobs.MIN_LR;
import static dev.steep.network.callback.CallbackKnobs.MODE;
import static dev.steep.network.callback.CallbackKnobs.MONITOR;
import static dev.steep.network.callback.CallbackKnobs.PATIENCE;
import static dev.steep.network.callback.CallbackKnobs.RESTORE_BEST_WEIGHTS;
import static dev.steep.network.callback.CallbackKnobs.SAVE_BEST_ONLY;
import static dev.steep.network.callback.CallbackKnobs.SEPARATOR;
import static dev.steep.network.callback.CallbackKnobs.START_FROM_EPOCH;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.network.formula.Kinds;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What may have a say after each epoch. To add one, add a constant with its knobs and the {@link Watch} that it begins as. Source
 * of names, defaults and arithmetic: Keras 3, {@code keras.callbacks}.
 */
public enum Callback {
    EARLY_STOPPING(
            "EarlyStopping",
            "Early stopping",
            "Stops training when what it watches has not become better for some epochs.",
            Effect.STOPS,
            KerasForm::call,
            EarlyStopping::of,
            MONITOR,
            MIN_DELTA,
            PATIENCE,
            MODE,
            BASELINE,
            RESTORE_BEST_WEIGHTS,
            START_FROM_EPOCH),
    REDUCE_LR_ON_PLATEAU(
            "ReduceLROnPlateau",
            "Reduce rate on plateau",
            "Multiplies the learning rate by a factor when what it watches has not become better for some epochs.",
            Effect.SETS_RATE,
            KerasForm::call,
            ReduceLROnPlateau::of,
            MONITOR,
            FACTOR,
            PATIENCE.preset(10),
            MODE,
            MIN_DELTA.preset(1e-4),
            COOLDOWN,
            MIN_LR),
    MODEL_CHECKPOINT(
            "ModelCheckpoint",
            "Model checkpoint",
            "Keeps the network after each epoch, or of the best epoch so far, to be looked at and gone on from.",
            Effect.KEEPS,
            name -> KerasForm.writing(name, "checkpoint.keras"),
            ModelCheckpoint::of,
            MONITOR,
            SAVE_BEST_ONLY,
            MODE,
            INITIAL_VALUE_THRESHOLD),
    CSV_LOGGER(
            "CSVLogger",
            "CSV logger",
            "Writes what each epoch came to into a table, training.csv, a row for each.",
            Effect.WRITES,
            CsvLogger::inKeras,
            CsvLogger::new,
            SEPARATOR);

    /** What a callback can do to a run. */
    public enum Effect {
        /** It may end training. */
        STOPS,
        /** It may set the learning rate, which a schedule then cannot. */
        SETS_RATE,
        /** It has the networks of epochs kept, and changes no number. */
        KEEPS,
        /** It writes down what was measured, and changes no number. */
        WRITES
    }

    private final Kind kind;
    private final Effect effect;
    private final Function<Choice, Watch> watch;

    Callback(
            String name,
            String title,
            String about,
            Effect effect,
            Function<String, KerasForm> form,
            Function<Choice, Watch> watch,
            Knob<?>... knobs) {
        kind = Kind.of(name, title, about, knobs).inKeras(form.apply("keras.callbacks." + name));
        this.effect = effect;
        this.watch = watch;
    }

    /** Its name, explanation and parameters. */
    public Kind kind() {
        return kind;
    }

    /** All of them, for pickers and links. */
    public static List<Kind> kinds() {
        return Arrays.stream(values()).map(Callback::kind).toList();
    }

    /** Begins to watch a run. */
    public static Watch watch(Choice choice) {
        return of(choice).watch.apply(choice);
    }

    /** Whether it sets the learning rate, which a schedule then cannot. */
    public static boolean setsRate(Choice choice) {
        return effect(choice) == Effect.SETS_RATE;
    }

    /** What it can do to a run. */
    public static Effect effect(Choice choice) {
        return of(choice).effect;
    }

    /** What it watches, if anything: the name of a metric, for the validation part after {@code val_}. */
    public static Optional<String> monitor(Choice choice) {
        return choice.kind().knob(MONITOR.name()).map(knob -> choice.get(MONITOR));
    }

    /** The same callback, of those that watch something, watching something else; it finds out by itself whether higher is better. */
    public static Choice watching(Choice choice, String monitor) {
        return choice.with(MONITOR, monitor).with(MODE, MODE.preset());
    }

    private static Callback of(Choice choice) {
        return Kinds.find(values(), Callback::kind, choice);
    }
}
