package dev.steep.protocol.look;

import dev.steep.protocol.packet.Packer;
import dev.steep.protocol.packet.Packet;
import dev.steep.protocol.packet.Unpacker;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Something of the experiment that a panel can look at. Each kind is one record, which says how it travels to the worker, and
 * there works out its own answer: an array of numbers. A kind that is added is one file, and named here.
 */
public sealed interface Look
        permits TensorLook,
                PastLook,
                AnswerLook,
                ZerosLook,
                NormsLook,
                EndsLook,
                CountsLook,
                AloneLook,
                UnitsLook,
                PredictionsLook,
                MistakesLook,
                ScoresLook,
                PcaLook,
                GridLook,
                ConfusionLook,
                HistogramsLook,
                DrawsLook,
                SaliencyLook,
                OcclusionLook,
                GradCamLook,
                TrialLook,
                AugmentationLook,
                RobustnessLook,
                SamplesLook,
                SampleLook,
                PointsLook,
                SpreadLook,
                CorrelationLook,
                MeansLook,
                ClassCountsLook,
                PreparedLook,
                BaselineLook,
                ErrorsLook,
                ReconstructionsLook {
    /** How each kind is read, by its word. */
    Map<String, Function<Unpacker, Look>> KINDS = Map.ofEntries(
            Map.entry(TensorLook.KIND, TensorLook::unpack),
            Map.entry(PastLook.KIND, PastLook::unpack),
            Map.entry(AnswerLook.KIND, AnswerLook::unpack),
            Map.entry(ZerosLook.KIND, ZerosLook::unpack),
            Map.entry(NormsLook.KIND, NormsLook::unpack),
            Map.entry(EndsLook.KIND, EndsLook::unpack),
            Map.entry(CountsLook.KIND, CountsLook::unpack),
            Map.entry(AloneLook.KIND, AloneLook::unpack),
            Map.entry(UnitsLook.KIND, UnitsLook::unpack),
            Map.entry(PredictionsLook.KIND, PredictionsLook::unpack),
            Map.entry(MistakesLook.KIND, MistakesLook::unpack),
            Map.entry(ScoresLook.KIND, ScoresLook::unpack),
            Map.entry(PcaLook.KIND, PcaLook::unpack),
            Map.entry(GridLook.KIND, GridLook::unpack),
            Map.entry(ConfusionLook.KIND, ConfusionLook::unpack),
            Map.entry(HistogramsLook.KIND, HistogramsLook::unpack),
            Map.entry(DrawsLook.KIND, DrawsLook::unpack),
            Map.entry(SaliencyLook.KIND, SaliencyLook::unpack),
            Map.entry(OcclusionLook.KIND, OcclusionLook::unpack),
            Map.entry(GradCamLook.KIND, GradCamLook::unpack),
            Map.entry(TrialLook.KIND, TrialLook::unpack),
            Map.entry(AugmentationLook.KIND, AugmentationLook::unpack),
            Map.entry(SamplesLook.KIND, SamplesLook::unpack),
            Map.entry(SampleLook.KIND, SampleLook::unpack),
            Map.entry(PointsLook.KIND, PointsLook::unpack),
            Map.entry(SpreadLook.KIND, SpreadLook::unpack),
            Map.entry(CorrelationLook.KIND, CorrelationLook::unpack),
            Map.entry(MeansLook.KIND, MeansLook::unpack),
            Map.entry(ClassCountsLook.KIND, ClassCountsLook::unpack),
            Map.entry(RobustnessLook.KIND, RobustnessLook::unpack),
            Map.entry(PreparedLook.KIND, PreparedLook::unpack),
            Map.entry(BaselineLook.KIND, BaselineLook::unpack),
            Map.entry(ErrorsLook.KIND, ErrorsLook::unpack),
            Map.entry(ReconstructionsLook.KIND, ReconstructionsLook::unpack));

    /** Milliseconds that a panel waits from one picture to the next while training. */
    double REST = 30;

    /** The word for its kind. */
    String kind();

    /** Writes its parts. */
    void pack(Packer to);

    /** Begins to work out the answer. Reads what is there at once; whatever takes long is for {@link Answering#advance}. */
    Answering begin(Source source);

    /** {@link #REST}, or more where the numbers change seldom. */
    default double rest() {
        return REST;
    }

    /** As an attribute of the element that draws it: {@code tensor dense/kernel}, {@code grid 0.0 1.0 60.0 0.0 1.0 60.0}. */
    default String words() {
        Packer packer = new Packer();
        pack(packer);
        Packet parts = packer.packet(kind());
        StringBuilder words = new StringBuilder(kind());
        for (String word : parts.words()) {
            words.append(' ').append(word);
        }
        for (double number : parts.numbers()) {
            words.append(' ').append(number);
        }
        return words.toString();
    }

    /** Writes a look of any kind. */
    static void pack(Packer to, Look look) {
        to.word(look.kind());
        look.pack(to);
    }

    /** Reads a look of any kind. */
    static Look unpack(Unpacker from) {
        String kind = from.word();
        Function<Unpacker, Look> known = KINDS.get(kind);
        if (known == null) {
            throw new IllegalArgumentException("There is no look \"" + kind + "\".");
        }
        return known.apply(from);
    }

    /** An answer that is being worked out, in slices, while the experiment stays as it is. */
    interface Answering {
        /** Goes on until the slice is over, or a little longer; returns whether the numbers are complete. */
        boolean advance(BooleanSupplier over);

        /** The numbers, once they are complete; none where there is nothing to see. */
        float[] numbers();

        /** The state of the experiment that they belong to. */
        Moment moment();
    }

    /** An answer that is known at once. */
    record Known(Moment moment, float[] numbers) implements Answering {
        @Override
        public boolean advance(BooleanSupplier over) {
            return true;
        }
    }

    /** What a look may read: an experiment as it is now. Without a network, there is nothing but the chosen sample. */
    interface Source {
        Moment now();

        /** The samples that are open, as a table. */
        SampleTable table();

        /** A tensor's numbers, of a batched one those of the chosen sample; none if there is no such tensor. */
        float[] tensor(String name);

        /** The numbers of a weight or slot at the end of an epoch; none if that is not kept, or has no such tensor. */
        float[] past(String name, int epoch);

        /** The {@link Norms} of a parameter; none if there is no such parameter. */
        float[] norms(String parameter);

        /** What a layer gives for the first samples of the validation part, one after the other; none if there is no such tensor. */
        float[] sampled(String output);

        /** The rows of a part; none of a part that is closed, or without data. */
        int[] rows(DataPart part);

        /** The true class of a row, or its first true number. */
        float truth(int row);

        /** What the network says of the chosen sample, in its own unit; none without a network. */
        float[] answer();

        /** What a layer makes of the chosen sample in training, so many times; none if there is no layer of this name that draws. */
        float[] draws(String layer, int count);

        /** The lengths of a sample's axes; none without data. */
        int[] shape();

        /** The numbers of the chosen sample, before preparation; none without data. */
        float[] chosen();

        /** The chosen sample, an image, raw, changed once for each trial; one after the other. */
        float[] changed(List<ImageTrial> trials);

        /** The sample in this row, an image, raw, changed once for each trial; one after the other. */
        float[] changed(int row, List<ImageTrial> trials);

        /**
         * The sample in this row as it is prepared, and then what the layers that augment make of it in training, so many times; the
         * sample alone, if there are none. Each round has other random numbers.
         */
        float[] augmented(int row, int count, int round);

        /** Whether training goes on, so that it is held up by whatever takes long. */
        boolean training();

        /** The class that is meant by {@link Explained#SAID}, {@link Explained#TRUE} or its number; {@link Explained#NONE} if there is none. */
        int meant(int target);

        /** How the score of a class changes with the numbers of the chosen sample's prediction; nothing where that takes too long. */
        Optional<Sensitivities> sensitivities(int target);

        /** What a layer, or for an empty name each of them, has found, with standard errors; see {@link ErrorsLook}. */
        Errors errors(String layer);

        /** How many numbers a sample has. */
        int inputs();

        /** The numbers of the sample in this row of the data set, before preparation. */
        float[] raw(int row);

        /** What the network would be given of this row, but for the rescaling of each number. */
        float[] unscaled(int row);

        /** What the network is given, or makes of it, as it was before each number was rescaled. */
        float[] unscaled(float[] prepared);

        /** What the network is given of this row. */
        float[] prepared(int row);

        /** For each input, or once for all that share it: the ordinal of its warp, centre and factor. */
        double[] scale();

        /** How many numbers the network says of a sample; 0 without a network. */
        int outputs();

        /** How many samples may go through the network for one picture: a large network is looked at in fewer places. */
        int affordable();

        /**
         * Has some raw samples go through the network, as many as do at once.
         *
         * @param from the first of them; {@code raw} and {@code outputs} are for all, one after the other
         * @param most how many at the most
         * @return how many
         */
        int outputs(float[] raw, int from, int most, float[] outputs);

        /** How many numbers a layer gives of a sample, by the tensor that they are in; 0 if there is no such tensor at prediction. */
        int units(String output);

        /** The same as {@link #outputs(float[], int, int, float[])} of what a layer gives. */
        int units(String output, float[] raw, int from, int most, float[] units);

        /** A pass over a part of the data with the present weights; whoever asks for the same gets the same pass. */
        Part part(DataPart part);

        /**
         * The latest pass over a whole part that there is without holding training up: at rest, {@link #part}; over no samples if
         * there is none.
         */
        Part latest(DataPart part);

        /**
         * A pass over a whole part with the present weights; while training, where that would be noticed, the last that there was, or
         * one over no samples.
         */
        Part unnoticed(DataPart part);

        /** A simple model that is to be fitted to the training part, by its place among all; none without data or of none such. */
        Optional<Simple> simple(int model);

        /** Histograms of a tensor, from the start of training to now; none of what none are kept of. */
        List<HistogramsLook.Entry> histograms(String tensor);
    }

    /** The derivatives of the score of a class, once they are complete. */
    interface Sensitivities {
        /** Goes on until the slice is over, at least a little; returns whether all are known. */
        boolean advance(BooleanSupplier over);

        /** What the network says for the class, before the last activation makes a probability of it. */
        double score();

        /** The lengths of a tensor of one prediction; none if there is no such tensor. */
        int[] shape(String tensor);

        /** Its numbers for the sample. */
        double[] numbers(String tensor);

        /** The derivatives of the score with respect to them. */
        double[] derivatives(String tensor);
    }

    /** A model that the network is compared with. */
    interface Simple {
        /** Goes on fitting until the slice is over, at least a little; returns whether it can say something. */
        boolean advance(BooleanSupplier over);

        /** How many numbers it says of a sample: the probability of each class, or what is predicted, in its own unit; 0 if it is not for these data. */
        int width();

        /** Writes what it says of a raw sample from a place on. */
        void says(float[] raw, float[] into, int at);
    }

    /** Parameters and their standard errors, once these are complete. */
    interface Errors {
        /** Goes on until the slice is over, at least a little; returns whether all are known. */
        boolean advance(BooleanSupplier over);

        /** As {@link ErrorsLook} answers. */
        float[] numbers();
    }

    /** A pass over the samples of a part, in order, that several looks share. */
    interface Part {
        /** How many samples the part has. */
        int count();

        /** Goes on until so many samples have been seen, or the slice is over; returns whether they have. */
        boolean upTo(int samples, BooleanSupplier over);

        /** Row of the i-th sample in the data set. */
        int row(int i);

        /** Its true class, or its first true number. */
        float truth(int i);

        /** The class, or number, that the network says of it, once it has been seen. */
        float said(int i);

        /** How sure the network is of that class; NaN of a number. */
        float sure(int i);

        /** The loss of the i-th sample, without penalties. */
        float loss(int i);

        /** How many numbers that the network says of each sample are kept; 0 if none are. */
        int width();

        /** One of these numbers of the i-th sample. */
        float output(int i, int number);

        /** Classes × classes counts of the samples seen so far; empty for regression. */
        int[] confusion();

        /**
         * How many units of a layer were 0 for every sample seen so far, and how many it has, by the tensor that it gives; nothing
         * where that is not counted.
         */
        int[] zeros(String output);

        /** The state of the experiment in which they were seen. */
        Moment moment();
    }
}
