package dev.steep.recipe;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Numbers;
import dev.steep.catalog.Phrase;
import dev.steep.catalog.Remarks;
import dev.steep.network.Layers;
import dev.steep.network.loss.Task;
import dev.steep.network.metric.Metric;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A network of a well-known form, fitted to the data that are open: their shape, and what is asked of them. Each is declared once, as the
 * layers that links would write, without the last one. To add one, add a constant.
 */
public enum Template {
    LINEAR_MODEL(
            "Linear model",
            "A weighted sum of the inputs, fitted by least squares: the simplest model of numbers.",
            List.of("linear regression", "straight line"),
            Template::numbersOnly,
            question -> flat(question)) {
        @Override
        Recipe train(Recipe recipe, Question question) {
            return recipe.withOptimizer(known("optimizer=Adam(0.03)").optimizer());
        }
    },
    PERCEPTRON(
            "Perceptron",
            "One neuron with a step: it draws a straight border between two classes, and learns from its mistakes (Rosenblatt, 1958).",
            List.of("single neuron", "Rosenblatt", "heaviside"),
            Template::twoClassesOnly,
            question -> flat(question)) {
        @Override
        String head(Question question) {
            return "Dense(1,heaviside(perceptron))/loss=mean_absolute_error";
        }

        @Override
        Recipe train(Recipe recipe, Question question) {
            return recipe.withOptimizer(known("optimizer=SGD(0.1)").optimizer());
        }
    },
    LOGISTIC_REGRESSION(
            "Logistic regression",
            "One layer from the inputs to the probability of each class: the linear model of classes.",
            List.of("softmax regression", "linear classifier"),
            Template::classesOnly,
            question -> flat(question)),
    MLP(
            "MLP",
            "A multilayer perceptron: two hidden dense layers, for any data.",
            List.of("multilayer perceptron", "dense network", "fully connected"),
            question -> "",
            question -> flat(question)
                    + (question.wide()
                            ? "Dense(64,relu)/Dense(32,relu)/"
                            : "Dense(16,activation=tanh)/Dense(16,activation=tanh)/")),
    LE_NET_5(
            "LeNet-5",
            "LeCun's network for handwritten digits (1998): two convolutions, each followed by pooling, and three dense layers.",
            List.of("lenet", "LeCun"),
            question -> imagesFrom(12, question),
            question -> "Conv2D(6,5,padding=" + (question.side() < 32 ? "same" : "valid")
                    + ",activation=tanh)/AveragePooling2D/Conv2D(16,5,activation=tanh)/AveragePooling2D/Flatten"
                    + "/Dense(120,tanh)/Dense(84,tanh)/"),
    SMALL_VGG(
            "Small VGG",
            "Blocks of two 3 × 3 convolutions and a pooling, each with twice the filters of the one before (Simonyan and Zisserman, 2014).",
            List.of("vgg", "cnn"),
            question -> imagesFrom(4, question),
            question -> "Conv2D(8,3,padding=same,activation=relu)/Conv2D(8,3,padding=same,activation=relu)/MaxPooling2D"
                    + "/Conv2D(16,3,padding=same,activation=relu)/Conv2D(16,3,padding=same,activation=relu)/MaxPooling2D"
                    + "/Flatten/Dense(64,relu)/Dropout(0.5)/"),
    SMALL_RES_NET(
            "Small ResNet",
            "Two blocks whose convolutions learn what to add to their own input, by a shortcut around them (He et al., 2015).",
            List.of("resnet", "residual", "skip connection"),
            question -> imagesFrom(4, question),
            question -> "Conv2D(8,3,padding=same,activation=relu,name=stem)/" + residual(8, "stem")
                    + "Conv2D(16,3,2,same,activation=relu,name=narrowed)/" + residual(16, "narrowed")
                    + "GlobalAveragePooling2D/"),
    AUTOENCODER(
            "Autoencoder",
            "Squeezes each sample into a few numbers, its code, and learns to make the sample of them again: no labels are needed.",
            List.of("bottleneck", "dimension reduction", "unsupervised"),
            Template::codeOnly,
            question -> flat(question)
                    + (question.wide()
                            ? "Dense(64,relu)/Dense(8,name=code)/Dense(64,relu)/"
                            : "Dense(16,activation=tanh)/Dense(" + question.code()
                                    + ",name=code)/Dense(16,activation=tanh)/")) {
        @Override
        String head(Question question) {
            return question.shape().size() > 1
                    ? "Dense(" + question.size() + ",sigmoid)/Reshape(" + shape(question) + ")" + RECONSTRUCTED
                    : "Dense(" + question.size() + ")/loss=mean_squared_error";
        }

        @Override
        boolean reconstructs() {
            return true;
        }
    },
    IMAGE_AUTOENCODER(
            "Image autoencoder",
            "Convolutions and poolings down to a small code of channels, and upsampling back to the image, without labels.",
            List.of("autoencoder of images", "bottleneck", "unsupervised"),
            question -> question.image()
                            && (question.shape().get(0) % 4 != 0
                                    || question.shape().get(1) % 4 != 0)
                    ? "It halves an image twice and doubles it twice, so sides have to be multiples of 4; those of these data are "
                            + question.shape().get(0) + " × " + question.shape().get(1) + ". Take the autoencoder."
                    : imagesFrom(8, question),
            question ->
                    "Conv2D(16,3,padding=same,activation=relu)/MaxPooling2D/Conv2D(4,3,padding=same,activation=relu)"
                            + "/MaxPooling2D(name=code)/Conv2D(16,3,padding=same,activation=relu)/UpSampling2D"
                            + "/Conv2D(16,3,padding=same,activation=relu)/UpSampling2D/") {
        @Override
        String head(Question question) {
            return "Conv2D(" + question.shape().get(2) + ",3,padding=same,activation=sigmoid)" + RECONSTRUCTED;
        }

        @Override
        boolean reconstructs() {
            return true;
        }
    },
    CNN_1D(
            "1-D CNN",
            "Kernels that slide along one axis: along a series of numbers, or over an image row by row.",
            List.of("1d cnn", "time series", "light curve", "spectrum"),
            question -> question.shape().size() > 1 || question.size() >= Question.SERIES
                    ? ""
                    : "A 1-D CNN slides along a series of " + Question.SERIES
                            + " numbers or more, and a sample of these data has "
                            + Numbers.count(question.size(), "number") + ".",
            question -> (question.shape().size() == 2
                            ? ""
                            : question.shape().size() == 3
                                    ? "Reshape((" + question.side() + "," + question.size() / question.side() + "))/"
                                    : "Reshape((" + question.size() + ",1))/")
                    + "Conv1D(16,3,padding=same,activation=relu)/MaxPooling1D/Conv1D(32,3,padding=same,activation=relu)"
                    + "/MaxPooling1D/Flatten/Dense(32,relu)/");

    /** Pixels from 0 to 1 are compared as shares. */
    private static final String RECONSTRUCTED = "/loss=binary_crossentropy";

    private final String title;
    private final String about;
    private final List<String> names;
    private final Function<Question, String> unfit;
    private final Function<Question, String> layers;

    Template(
            String title,
            String about,
            List<String> names,
            Function<Question, String> unfit,
            Function<Question, String> layers) {
        this.title = title;
        this.about = about;
        this.names = names;
        this.unfit = unfit;
        this.layers = layers;
    }

    /**
     * What is asked of a network.
     *
     * @param shape of one sample
     * @param classes how many classes there are; 0 if it is numbers that are predicted
     * @param numbers how many of them; 0 for classes
     */
    public record Question(List<Integer> shape, int classes, int numbers) {
        /** Fewer numbers than this are no series. */
        static final int SERIES = 8;

        /** Samples of more numbers than this have wider layers. */
        private static final int NARROW = 16;

        public Question {
            shape = List.copyOf(shape);
        }

        int size() {
            return shape.stream().reduce(1, (a, b) -> a * b);
        }

        /** The shorter side of an image. */
        int side() {
            return Math.min(shape.get(0), shape.get(1));
        }

        boolean wide() {
            return size() > NARROW;
        }

        boolean image() {
            return shape.size() == 3;
        }

        /** How many numbers a code for narrow samples has. */
        int code() {
            return size() > 2 ? 2 : 1;
        }
    }

    /** What a person reads. */
    public String title() {
        return title;
    }

    /** One sentence that explains it. */
    public String about() {
        return about;
    }

    /** What else it is called. */
    public List<String> names() {
        return names;
    }

    /** Those of which the lab has every layer. */
    public static List<Template> all() {
        List<Template> all = new ArrayList<>();
        for (Template each : values()) {
            if (each.complete()) {
                all.add(each);
            }
        }
        return all;
    }

    private boolean complete() {
        Question any = new Question(List.of(28, 28, 1), 10, 0);
        return Phrase.parts(layers.apply(any), new Remarks()).stream().allMatch(part -> Layers.kinds().stream()
                .anyMatch(kind -> kind.names().contains(part.phrase().word())));
    }

    /** Why it does not suit such data; empty if it does. */
    public String unfit(Question question) {
        return unfit.apply(question);
    }

    /** The same experiment with these layers, and the loss that belongs to them. Data, split, seed and callbacks stay. */
    public Recipe fit(Recipe recipe, Question question) {
        Recipe read = known(layers.apply(question) + head(question));
        boolean classes = question.classes() > 0;
        Task task = classes
                ? new Task.Classification(Collections.nCopies(question.classes(), ""))
                : new Task.Regression(question.numbers());
        List<Choice> metrics = recipe.metrics().stream()
                .filter(each -> Metric.of(each).suits(task, task.width()))
                .toList();
        Recipe fitted = recipe.withLayers(read.layers()).withLoss(read.loss()).with(Parts.METRICS, metrics);
        return train(
                reconstructs() ? reconstructing(fitted, question) : Settings.reconstructing(fitted, false), question);
    }

    /** Images and series are asked for from 0 to 1, as sigmoid gives them; their difference is measured beside the loss. */
    private static Recipe reconstructing(Recipe recipe, Question question) {
        Recipe asked = Settings.reconstructing(recipe, true)
                .with(
                        Parts.METRICS,
                        List.of((question.shape().size() > 1 ? Metric.MEAN_SQUARED_ERROR : Metric.MEAN_ABSOLUTE_ERROR)
                                .kind()
                                .choice()));
        Choice prepare = asked.prepare().with(Settings.TARGET, Optional.empty());
        return asked.withPrepare(
                question.shape().size() > 1 ? prepare.with(Settings.SCALE, Settings.SCALE.preset()) : prepare);
    }

    /** Whether its network answers with its own input. */
    boolean reconstructs() {
        return false;
    }

    /** How it is trained: images slowly, points and curves faster. */
    Recipe train(Recipe recipe, Question question) {
        return recipe.withOptimizer(
                known("optimizer=" + (question.wide() ? "Adam" : "Adam(0.01)")).optimizer());
    }

    /** The last layer and its loss: one sigmoid tells two classes apart. */
    String head(Question question) {
        if (question.classes() == 0) {
            return Retarget.head(question.numbers(), false).phrase() + "/loss=mean_squared_error";
        }
        return question.classes() == 2
                ? "Dense(1,sigmoid)/loss=binary_crossentropy"
                : Retarget.head(question.classes(), true).phrase() + "/loss=categorical_crossentropy";
    }

    private static String flat(Question question) {
        return question.shape().size() > 1 ? "Flatten/" : "";
    }

    /** Two convolutions, and what came into them added to what they make of it. */
    private static String residual(int filters, String from) {
        String convolution = "Conv2D(" + filters + ",3,padding=same,use_bias=false)/BatchNormalization(momentum=0.9)/";
        return convolution + "Activation(relu)/" + convolution + "Add(from=" + from + ")/Activation(relu)/";
    }

    private static String shape(Question question) {
        return "(" + question.shape().stream().map(each -> "" + each).collect(Collectors.joining(",")) + ")";
    }

    private static String codeOnly(Question question) {
        return question.size() > 1
                ? ""
                : "An autoencoder squeezes samples into fewer numbers, and a sample of these data is a single one. Pick data"
                        + " with more, such as digits.";
    }

    private static String numbersOnly(Question question) {
        return question.classes() == 0
                ? ""
                : "A linear model predicts numbers, and these data ask for one of " + question.classes()
                        + " classes. Logistic regression is the linear model of classes.";
    }

    private static String classesOnly(Question question) {
        return question.classes() > 0
                ? ""
                : "Logistic regression tells classes apart, and these data ask for a number. Take the linear model.";
    }

    private static String twoClassesOnly(Question question) {
        return question.classes() == 2
                ? ""
                : "A perceptron tells two classes apart, and these data "
                        + (question.classes() == 0
                                ? "ask for a number. Take the linear model."
                                : "have " + question.classes() + ". Logistic regression takes them all.");
    }

    private static String imagesFrom(int side, Question question) {
        return !question.image()
                ? "Its convolutions slide over images, and a sample of these data is "
                        + Numbers.count(question.size(), "number") + ". Take the MLP, or pick data with images."
                : question.side() < side
                        ? "Its convolutions and poolings need images of " + side + " × " + side + " pixels or more."
                        : "";
    }

    /** Reads a text of our own, which must be flawless. */
    private static Recipe known(String text) {
        Reading reading = RecipeText.into(new Draft(new Remarks()), text);
        if (!reading.notices().isEmpty()) {
            throw new IllegalStateException(text + ": " + reading.notices());
        }
        return reading.recipe();
    }
}
