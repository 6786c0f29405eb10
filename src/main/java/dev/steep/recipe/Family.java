package dev.steep.recipe;

import dev.steep.catalog.Kind;
import dev.steep.data.file.ColumnUse;
import dev.steep.data.format.FileFormat;
import dev.steep.data.generated.BuiltIn;
import dev.steep.network.Layers;
import dev.steep.network.activation.Activation;
import dev.steep.network.callback.Callback;
import dev.steep.network.loss.Loss;
import dev.steep.network.metric.Metric;
import dev.steep.network.optimizer.Optimizer;
import dev.steep.network.optimizer.Schedule;
import dev.steep.network.weight.Constraint;
import dev.steep.network.weight.Initializer;
import dev.steep.network.weight.Regularizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The whole catalog: every kind that a learner can pick, in families. Help has a page for each kind; its anchor is the kind's name, or
 * begins with the family where an earlier family has a kind of that name.
 */
public enum Family {
    ACTIVATION("activation", "Activations", "What a neuron makes of its weighted sum.", Activation::kinds),
    LAYER("layer", "Layers", "What a network is built of.", Layers::kinds),
    LOSS("loss", "Losses", "How wrong a prediction is, as one number that training makes small.", Loss::kinds),
    METRIC("metric", "Metrics", "How good the predictions are, in numbers for people.", Metric::kinds),
    OPTIMIZER("optimizer", "Optimizers", "How weights follow their gradients downhill.", Optimizer::kinds),
    SCHEDULE(
            "schedule", "Learning rate schedules", "How the learning rate changes from step to step.", Schedule::kinds),
    INITIALIZER("initializer", "Initializers", "Which numbers weights start from.", Initializer::kinds),
    REGULARIZER("regularizer", "Regularizers", "Penalties on large weights.", Regularizer::kinds),
    CONSTRAINT("constraint", "Constraints", "What weights are forced to be after each step.", Constraint::kinds),
    CALLBACK("callback", "Callbacks", "What has a say after each epoch.", Callback::kinds),
    FEATURE(
            "feature",
            "Features",
            "How features are prepared one by one, and made from others.",
            Settings::featureKinds),
    DATA("data", "Data sets", "Samples that are made in the page, the same on every machine.", BuiltIn::kinds),
    FILE("file", "Your own files", "What can be opened by drag and drop.", FileFormat::kinds),
    COLUMN("column", "Columns of a table", "What the columns of your own table are for.", ColumnUse::kinds);

    private final String id;
    private final String title;
    private final String about;
    private final Supplier<List<Kind>> kinds;

    Family(String id, String title, String about, Supplier<List<Kind>> kinds) {
        this.id = id;
        this.title = title;
        this.about = about;
        this.kinds = kinds;
    }

    /** One word in small letters: {@code activation}. */
    public String id() {
        return id;
    }

    /** A heading: {@code Activations}. */
    public String title() {
        return title;
    }

    /** One sentence: what they are. */
    public String about() {
        return about;
    }

    /** What belongs to it, in the order of pickers. */
    public List<Kind> kinds() {
        return kinds.get();
    }

    /** The kind of this name. */
    public Optional<Kind> kind(String name) {
        return kinds().stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** Where help explains this kind of the family: {@code relu}, {@code metric-mean_squared_error}. */
    public String anchor(Kind kind) {
        for (Family earlier : values()) {
            if (earlier == this) {
                break;
            } else if (earlier.kind(kind.name()).isPresent()) {
                return id + "-" + kind.name();
            }
        }
        return kind.name();
    }

    /** The family that a kind belongs to. */
    public static Optional<Family> of(Kind kind) {
        for (Family family : values()) {
            for (Kind each : family.kinds()) {
                if (each.name().equals(kind.name()) && each.about().equals(kind.about())) {
                    return Optional.of(family);
                }
            }
        }
        return Optional.empty();
    }
}
