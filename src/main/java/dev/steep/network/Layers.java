package dev.steep.network;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.network.layer.Layer;
import dev.steep.network.layer.augmentation.RandomBrightness;
import dev.steep.network.layer.augmentation.RandomContrast;
import dev.steep.network.layer.augmentation.RandomCrop;
import dev.steep.network.layer.augmentation.RandomFlip;
import dev.steep.network.layer.augmentation.RandomGaussianBlur;
import dev.steep.network.layer.augmentation.RandomRotation;
import dev.steep.network.layer.augmentation.RandomTranslation;
import dev.steep.network.layer.augmentation.RandomZoom;
import dev.steep.network.layer.core.ActivationLayer;
import dev.steep.network.layer.core.Concatenate;
import dev.steep.network.layer.core.Dense;
import dev.steep.network.layer.core.Flatten;
import dev.steep.network.layer.core.FormulaLayer;
import dev.steep.network.layer.core.Merge;
import dev.steep.network.layer.core.NamedActivation;
import dev.steep.network.layer.core.PReLU;
import dev.steep.network.layer.core.Permute;
import dev.steep.network.layer.core.RescalingLayer;
import dev.steep.network.layer.core.ReshapeLayer;
import dev.steep.network.layer.noise.AlphaDropout;
import dev.steep.network.layer.noise.Dropout;
import dev.steep.network.layer.noise.GaussianNoise;
import dev.steep.network.layer.noise.SpatialDropout2D;
import dev.steep.network.layer.normalization.BatchNormalization;
import dev.steep.network.layer.normalization.LayerNormalization;
import dev.steep.network.layer.normalization.NormalizationLayer;
import dev.steep.network.layer.window.Conv1D;
import dev.steep.network.layer.window.Conv2D;
import dev.steep.network.layer.window.DepthwiseConv2D;
import dev.steep.network.layer.window.GlobalPooling;
import dev.steep.network.layer.window.Pooling1D;
import dev.steep.network.layer.window.Pooling2D;
import dev.steep.network.layer.window.SeparableConv2D;
import dev.steep.network.layer.window.UpSampling2D;
import dev.steep.network.layer.window.ZeroPadding2D;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The layers there are, in the order in which pickers show them. */
public enum Layers {
    DENSE(Dense.KIND, Dense::new),
    CONV_2D(Conv2D.KIND, Conv2D::new),
    DEPTHWISE_CONV_2D(DepthwiseConv2D.KIND, DepthwiseConv2D::new),
    SEPARABLE_CONV_2D(SeparableConv2D.KIND, SeparableConv2D::new),
    MAX_POOLING_2D(Pooling2D.Form.MAX),
    AVERAGE_POOLING_2D(Pooling2D.Form.AVERAGE),
    GLOBAL_AVERAGE_POOLING_2D(GlobalPooling.Form.AVERAGE_2D),
    GLOBAL_MAX_POOLING_2D(GlobalPooling.Form.MAX_2D),
    UP_SAMPLING_2D(UpSampling2D.KIND, UpSampling2D::new),
    ZERO_PADDING_2D(ZeroPadding2D.KIND, ZeroPadding2D::new),
    CONV_1D(Conv1D.KIND, Conv1D::new),
    MAX_POOLING_1D(Pooling1D.Form.MAX),
    AVERAGE_POOLING_1D(Pooling1D.Form.AVERAGE),
    GLOBAL_AVERAGE_POOLING_1D(GlobalPooling.Form.AVERAGE_1D),
    GLOBAL_MAX_POOLING_1D(GlobalPooling.Form.MAX_1D),
    FLATTEN(Flatten.KIND, Flatten::new),
    RESHAPE(ReshapeLayer.KIND, ReshapeLayer::new),
    PERMUTE(Permute.KIND, Permute::new),
    BATCH_NORMALIZATION(BatchNormalization.KIND, BatchNormalization::new),
    LAYER_NORMALIZATION(LayerNormalization.KIND, LayerNormalization::new),
    NORMALIZATION(NormalizationLayer.KIND, NormalizationLayer::new),
    RESCALING(RescalingLayer.KIND, RescalingLayer::new),
    ADD(Merge.Operation.ADD),
    SUBTRACT(Merge.Operation.SUBTRACT),
    MULTIPLY(Merge.Operation.MULTIPLY),
    AVERAGE(Merge.Operation.AVERAGE),
    MAXIMUM(Merge.Operation.MAXIMUM),
    MINIMUM(Merge.Operation.MINIMUM),
    CONCATENATE(Concatenate.KIND, Concatenate::new),
    DROPOUT(Dropout.KIND, Dropout::new),
    SPATIAL_DROPOUT_2D(SpatialDropout2D.KIND, SpatialDropout2D::new),
    ALPHA_DROPOUT(AlphaDropout.KIND, AlphaDropout::new),
    GAUSSIAN_NOISE(GaussianNoise.KIND, GaussianNoise::new),
    RANDOM_ROTATION(RandomRotation.KIND, RandomRotation::new),
    RANDOM_TRANSLATION(RandomTranslation.KIND, RandomTranslation::new),
    RANDOM_FLIP(RandomFlip.KIND, RandomFlip::new),
    RANDOM_ZOOM(RandomZoom.KIND, RandomZoom::new),
    RANDOM_CROP(RandomCrop.KIND, RandomCrop::new),
    RANDOM_GAUSSIAN_BLUR(RandomGaussianBlur.KIND, RandomGaussianBlur::new),
    RANDOM_CONTRAST(RandomContrast.KIND, RandomContrast::new),
    RANDOM_BRIGHTNESS(RandomBrightness.KIND, RandomBrightness::new),
    FORMULA(FormulaLayer.KIND, FormulaLayer::new),
    ACTIVATION(ActivationLayer.KIND, ActivationLayer::new),
    RELU(NamedActivation.Form.RELU),
    LEAKY_RELU(NamedActivation.Form.LEAKY_RELU),
    PRELU(PReLU.KIND, PReLU::new),
    ELU(NamedActivation.Form.ELU),
    SOFTMAX(NamedActivation.Form.SOFTMAX);

    private final Kind kind;
    private final Function<Choice, Layer> from;

    Layers(Merge.Operation operation) {
        this(operation.kind(), operation::layer);
    }

    Layers(GlobalPooling.Form form) {
        this(form.kind(), form::layer);
    }

    Layers(Pooling1D.Form form) {
        this(form.kind(), form::layer);
    }

    Layers(Pooling2D.Form form) {
        this(form.kind(), form::layer);
    }

    Layers(NamedActivation.Form form) {
        this(form.kind(), form::layer);
    }

    Layers(Kind kind, Function<Choice, Layer> from) {
        this.kind = kind;
        this.from = from;
    }

    /** Its name, explanation and parameters. */
    public Kind kind() {
        return kind;
    }

    /** All of them, for pickers and links. */
    public static List<Kind> kinds() {
        return Arrays.stream(values()).map(Layers::kind).toList();
    }

    /** The layer that was picked. */
    public static Layer of(Choice choice) {
        for (Layers each : values()) {
            if (choice.is(each.kind)) {
                return each.from.apply(choice);
            }
        }
        throw new IllegalArgumentException("There is no layer " + choice.kind().name());
    }
}
