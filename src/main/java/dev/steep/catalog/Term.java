package dev.steep.catalog;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A word of the field that the lab uses and a beginner may not know, with the sentence that explains it. Whatever explains
 * something finds the words in its texts by {@link #in}. To add one, add a constant.
 */
public enum Term {
    ACTIVATION(
            "activation", "What a neuron makes of its weighted sum, such as relu; also the number that comes of it."),
    ACCURACY("accuracy", "The share of samples whose class the network says rightly."),
    AREA_UNDER_THE_CURVE(
            "area under the curve",
            "The area below a ROC or precision-recall curve: 1 for a perfect ranking, 0.5 below ROC for guessing."),
    AUC("AUC", "Area under the curve: how well a score ranks one class above the others, whatever the threshold."),
    AUGMENTATION(
            "augmentation",
            "Changed copies of the training samples, turned, shifted or noisy, so that the network learns what does not matter."),
    AUTOENCODER(
            "autoencoder",
            "A network that answers with its own input through a narrow layer, so that this layer has to find a short code for it."),
    BACKPROPAGATION(
            "backpropagation",
            "The chain rule, applied layer by layer from the loss back to every weight: it gives all gradients at once."),
    BASELINE(
            "baseline",
            "A very simple model, such as the mean or the nearest sample, that a network has to beat to be worth its effort."),
    BATCH("batch", "The samples that one step of training looks at together: it follows the mean of their gradients."),
    BIAS("bias", "The number that a neuron adds to its weighted sum, learned like a weight."),
    CALIBRATION(
            "calibration",
            "Whether probabilities mean what they say: of all that is said with 80 %, about 80 % should be right."),
    CALLBACK(
            "callback",
            "A rule that looks at the numbers after each epoch, and may stop training or lower the learning rate."),
    CHANNEL(
            "channel",
            "One number for each pixel: a grey image has one channel, a colour image three, and a convolution gives one for each of its filters."),
    CLASS("class", "One of the answers between which the network chooses."),
    CLASS_WEIGHT(
            "class_weight",
            "How much the samples of a class count in the loss of training: more for rare classes, so that they are not given up."),
    CNN(
            "CNN",
            "A convolutional neural network: kernels that slide over images or series find features, dense layers decide."),
    CONFUSION_MATRIX(
            "confusion matrix",
            "How often each true class was taken for each class: what is right stands on the diagonal."),
    CONSTRAINT("constraint", "A rule that weights have to obey after each step, such as not to be negative."),
    CONVOLUTION("convolution", "A small kernel that slides over an image and looks for the same feature everywhere."),
    CORRELATION(
            "correlation",
            "How closely two columns follow a straight line together: from -1 over 0, not at all, to 1."),
    CROSS_ENTROPY("cross-entropy", "Minus the logarithm of the probability that the network gives to the right class."),
    CROSS_VALIDATION(
            "cross-validation",
            "Training several times, with another part of the samples held out each time, so that every sample validates once."),
    DEAD_UNIT(
            "dead unit",
            "A unit whose output is 0 for every sample, so that its gradient is 0 too and it learns nothing."),
    DECISION_BOUNDARY(
            "decision boundary", "The line between the regions in which the network says one class or another."),
    DILATION(
            "dilation",
            "How many pixels apart the weights of a kernel lie, so that it sees more without having more of them."),
    DOCTOR(
            "doctor",
            "What says in a sentence that training goes wrong or data speak against it, with its evidence and a button that mends it."),
    DROPOUT(
            "dropout",
            "Setting a random part of the numbers to 0 in each training step, so that no neuron relies on a few others."),
    EARLY_STOPPING("early stopping", "Ending training when the validation loss has not become better for some epochs."),
    EPOCH("epoch", "One pass of training through all samples of the training part."),
    EXPLODING_GRADIENT(
            "exploding gradient",
            "Gradients that grow from layer to layer on their way back, until steps are far too long."),
    F1("F1", "The harmonic mean of precision and recall: high only if both are."),
    FALSE_POSITIVE("false positive", "A sample that is taken for the class and is not of it: a false alarm."),
    FEATURE(
            "feature",
            "What a sample is described by: one of its numbers, or a pattern that a layer has learned to look for."),
    FEATURE_MAP("feature map", "What one kernel gives: an image of how strongly its feature is found at each place."),
    FILTER("filter", "One kernel of a convolution, with a feature map of its own."),
    FOLD(
            "fold",
            "One of the equal parts that the samples are cut into: in each training another one validates, and the others train."),
    GRADIENT(
            "gradient",
            "How the loss changes with each weight: the direction in which it grows fastest, against which training goes."),
    GRAD_CAM(
            "Grad-CAM",
            "A map of the places that speak for a class, from the gradients of a convolution's feature maps."),
    GRADIENT_DESCENT(
            "gradient descent",
            "Changing every weight a little against its gradient, again and again, so that the loss falls."),
    HIDDEN_LAYER(
            "hidden layer",
            "A layer between input and output: its numbers are neither given nor asked for, the network finds their meaning."),
    HISTOGRAM("histogram", "How many numbers lie in each of some intervals, as bars."),
    HYPERPARAMETER(
            "hyperparameter",
            "A setting that training does not learn, such as the learning rate or the number of units."),
    INITIALIZER("initializer", "What chooses the numbers that weights start from."),
    KERNEL(
            "kernel",
            "The weights that a layer multiplies its inputs by; of a convolution, the small window that slides over the image."),
    LABEL("label", "The right answer of a sample, from which the network learns."),
    LEAKAGE("leakage", "Something in the data that gives the answer away, and will not be there when it counts."),
    LEARNING_RATE(
            "learning rate",
            "How long the steps of training are: too small is slow, too large overshoots or diverges."),
    LOGISTIC_REGRESSION(
            "logistic regression",
            "A linear model of probabilities: one unit with a sigmoid, trained by cross-entropy."),
    LOGITS("logits", "The numbers before softmax or sigmoid makes probabilities of them."),
    LOSS("loss", "How wrong the predictions are, as one number: what training makes small."),
    MEDIAN("median", "The number in the middle: half are smaller, half larger."),
    METRIC("metric", "A number for people that says how good the predictions are; training does not follow it."),
    MLP("MLP", "A multilayer perceptron: dense layers one behind the other, each with an activation."),
    MOMENTUM("momentum", "The part of the last step that is kept in the next: steps in the same direction add up."),
    MULTIPLY_ADD(
            "multiply-add",
            "A weight times an input, added to a sum: what the work of a network is counted in, since nearly all of it is that."),
    NEAREST_NEIGHBOUR("nearest neighbour", "A model that answers with what the most similar training samples are."),
    NORM("norm", "The length of a list of numbers: the root of the sum of their squares."),
    OCCLUSION("occlusion", "Covering a part of an image to see how much the network needed it."),
    ONE_HOT("one-hot", "A class written as a list of zeros with a single 1 at its place."),
    OPTIMIZER("optimizer", "The rule by which weights follow their gradients, such as SGD or Adam."),
    OUTLIER("outlier", "A sample far away from all others, rightly or by mistake."),
    OVERFITTING(
            "overfitting",
            "Learning the training samples by heart: the training loss falls on while the validation loss rises."),
    PADDING(
            "padding",
            "A border of zeros around an image, so that the output of a convolution stays as large as its input."),
    PARAMETER("parameter", "A number that training changes: a weight or a bias."),
    PCA(
            "PCA",
            "Principal component analysis: the plane through many-dimensional points in which they are spread the most."),
    PERCEPTRON(
            "perceptron",
            "The first artificial neuron that learned: a weighted sum and a step, trained by its own rule (Rosenblatt 1958)."),
    PLATEAU("plateau", "A stretch of training in which the loss hardly falls."),
    POOLING("pooling", "Making an image smaller by keeping one number, the largest or the mean, of each window."),
    PRECISION("precision", "Of what the network says is in a class, the share that is."),
    RECALL("recall", "Of what is in a class, the share that the network finds."),
    RECEPTIVE_FIELD("receptive field", "The part of the input that a number of a feature map depends on."),
    REGULARIZATION(
            "regularization",
            "Whatever keeps a network simple, so that it does better on new samples: penalties on weights, dropout, stopping early."),
    RESIDUAL("residual", "The difference between a measured value and the predicted one."),
    ROC("ROC", "A curve of the share found against the share of false alarms, over all thresholds."),
    SALIENCY("saliency", "How strongly the score of a class changes with each pixel."),
    SAMPLE_WEIGHT(
            "sample weight",
            "How much one row counts in the loss of training: more for what was measured well, or stands for many."),
    SATURATION(
            "saturation",
            "Where an activation such as tanh is nearly flat: its slope is almost 0, and little is learned through it."),
    SCHEDULE("schedule", "A plan that changes the learning rate from step to step."),
    SEED(
            "seed",
            "The number that all random numbers come from: with the same seed everything happens again as it did."),
    SHORTCUT("shortcut", "A connection around some layers, whose output is added to or put beside theirs."),
    STANDARD_ERROR(
            "standard error",
            "How far a number that was found from noisy data may be off: the true one lies within it about two times of three."),
    STEP("step", "One change of all weights, after one batch."),
    STRATIFIED("stratified", "Drawn at random, but so that each part has the same share of every class."),
    STRIDE("stride", "How many pixels a window moves from one place to the next."),
    SWEEP(
            "sweep",
            "The same network trained once for each of several values of one or two settings, so that the results stand side by side."),
    TARGET("target", "The number or the class that the network should say."),
    TENSOR("tensor", "An array of numbers with any number of axes: a list, a table, a stack of images."),
    TEST_PART(
            "test part",
            "Samples that are kept closed until the very end, for one honest look at how good the network is."),
    THRESHOLD("threshold", "The probability from which on a class counts as said."),
    TRANSFER_LEARNING(
            "transfer learning", "Taking layers trained on one task over to another, for which there are few samples."),
    TIME_MACHINE(
            "time machine",
            "The slider over the epochs of a run: every view shows the network as it was, and training can go on from there."),
    TRUE_POSITIVE("true positive", "A sample of the class that is taken for it, rightly."),
    TWIN("twin", "A run with the same seed and exactly one difference: whatever comes out otherwise comes from that."),
    UNDERFITTING("underfitting", "A network too simple, or trained too little, to describe even the training samples."),
    UNIT("unit", "One neuron: the weighted sum of what a layer is given, plus a bias, then the activation."),
    VALIDATION(
            "validation",
            "Samples that training never learns from: how well the network does on them says what to expect of new ones."),
    VANISHING_GRADIENT(
            "vanishing gradient",
            "Gradients that shrink from layer to layer on their way back, so that the first layers hardly learn."),
    VARIANCE("variance", "The mean square of how far numbers are from their mean."),
    WARMUP("warmup", "A learning rate that rises over the first steps, before its usual course begins."),
    WEIGHT("weight", "A number that an input of a neuron is multiplied by; training finds it."),
    WEIGHT_DECAY("weight decay", "Taking a small part of every weight away in each step, so that all stay small."),
    Z_SCORE(
            "z-score",
            "A number less the mean, over the standard deviation: how many deviations it lies above the mean.");

    private final String word;
    private final String sentence;

    Term(String word, String sentence) {
        this.word = word;
        this.sentence = sentence;
    }

    /** The word, in the singular; in small letters but for names and abbreviations. */
    public String word() {
        return word;
    }

    /** Where help explains it at length: {@code word-learning-rate}. */
    public String anchor() {
        return "word-" + word.toLowerCase().replace(' ', '-');
    }

    /** What it means. */
    public String sentence() {
        return sentence;
    }

    /**
     * A piece of a text.
     *
     * @param term the word that it is, if it is one
     */
    public record Piece(String text, Optional<Term> term) {}

    /** A text in pieces: each word that it has, where it stands first and in singular or plural, and what is between. */
    public static List<Piece> in(String text) {
        List<Piece> pieces = new ArrayList<>();
        Set<Term> known = EnumSet.noneOf(Term.class);
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            int end = at;
            Term found = BATCH;
            for (Term term : values()) {
                int termEnd = term.endAt(text, at);
                if (termEnd > end) { // "learning rate" rather than what it begins with
                    end = termEnd;
                    found = term;
                }
            }
            if (end > at && known.add(found)) {
                between(text, from, at, pieces);
                pieces.add(new Piece(text.substring(at, end), Optional.of(found)));
                from = end;
            }
            at = Math.max(at, end - 1);
        }
        between(text, from, text.length(), pieces);
        return pieces;
    }

    private static void between(String text, int from, int to, List<Piece> pieces) {
        if (from < to) {
            pieces.add(new Piece(text.substring(from, to), Optional.empty()));
        }
    }

    /** Behind this word, if it stands here as a word of its own; else 0. */
    private int endAt(String text, int at) {
        if (at > 0 && joins(text.charAt(at - 1)) || !text.regionMatches(true, at, word, 0, word.length())) {
            return 0;
        }
        int end = at + word.length();
        boolean es = text.startsWith("es", end) && (word.endsWith("s") || word.endsWith("ch") || word.endsWith("x"));
        int plural = es ? end + 2 : end < text.length() && text.charAt(end) == 's' ? end + 1 : end;
        return plural == text.length() || !joins(text.charAt(plural)) ? plural : 0;
    }

    private static boolean joins(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }
}
