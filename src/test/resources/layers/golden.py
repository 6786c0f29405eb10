"""Writes keras.txt: what real Keras' layers give, and their gradients. Run it with Keras 3 and JAX:

    KERAS_BACKEND=jax JAX_ENABLE_X64=1 python golden.py > keras.txt

Each line: the layer as the lab writes it; the shape of a sample; then, for two samples, the output y, and the gradients of
sum(y * t) by x and by each weight in Keras' order. Number i of x is wave(i, 0.3), of t wave(i, 1.1), of weight k wave(i, 2 + k),
each rounded to float32; the numbers of states (not trainable) are 1 + that / 2.
"""
import jax
import keras
import numpy as np

keras.config.set_floatx("float64")
l = keras.layers
IMAGE = (5, 4, 3)
ROW = (7,)
SERIES = (9, 2)
SAMPLES = 2


def wave(shape, phase):
    i = np.arange(int(np.prod(shape)), dtype="float64")
    return np.sin(1.7 * i + phase).astype("float32").astype("float64").reshape(shape)


LAYERS = [
    ("GlobalMaxPooling2D", l.GlobalMaxPooling2D, IMAGE),
    ("GlobalAveragePooling2D", l.GlobalAveragePooling2D, IMAGE),
    ("Reshape((2,-1,6))", lambda: l.Reshape((2, -1, 6)), IMAGE),
    ("Permute((2,1,3))", lambda: l.Permute((2, 1, 3)), IMAGE),
    ("Permute((3,1,2))", lambda: l.Permute((3, 1, 2)), IMAGE),
    ("Permute((2,1))", lambda: l.Permute((2, 1)), SERIES),
    ("ZeroPadding2D", l.ZeroPadding2D, IMAGE),
    ("ZeroPadding2D((1,2))", lambda: l.ZeroPadding2D((1, 2)), IMAGE),
    ("ZeroPadding2D((0,1,2,3))", lambda: l.ZeroPadding2D(((0, 1), (2, 3))), IMAGE),
    ("UpSampling2D", l.UpSampling2D, IMAGE),
    ("UpSampling2D(3x1)", lambda: l.UpSampling2D((3, 1)), IMAGE),
    ("UpSampling2D(2x3,bilinear)", lambda: l.UpSampling2D((2, 3), interpolation="bilinear"), IMAGE),
    ("Conv2D(4,3,groups=2)", lambda: l.Conv2D(4, 3, groups=2), (5, 4, 2)),
    ("DepthwiseConv2D(3)", lambda: l.DepthwiseConv2D(3), IMAGE),
    (
        "DepthwiseConv2D(2x3,2,same,2,activation=tanh)",
        lambda: l.DepthwiseConv2D((2, 3), 2, "same", 2, activation="tanh"),
        IMAGE,
    ),
    ("DepthwiseConv2D(2,dilation_rate=2)", lambda: l.DepthwiseConv2D(2, dilation_rate=2), IMAGE),
    ("SeparableConv2D(2,3,padding=same)", lambda: l.SeparableConv2D(2, 3, padding="same"), IMAGE),
    (
        "SeparableConv2D(2,2,depth_multiplier=2,use_bias=false)",
        lambda: l.SeparableConv2D(2, 2, depth_multiplier=2, use_bias=False),
        IMAGE,
    ),
    ("Conv1D(4,3,activation=tanh)", lambda: l.Conv1D(4, 3, activation="tanh"), SERIES),
    ("Conv1D(2,4,2,same)", lambda: l.Conv1D(2, 4, 2, "same"), SERIES),
    ("Conv1D(2,3,2,causal)", lambda: l.Conv1D(2, 3, 2, "causal"), SERIES),
    ("Conv1D(4,2,1,causal,3,2)", lambda: l.Conv1D(4, 2, 1, "causal", dilation_rate=3, groups=2), SERIES),
    ("MaxPooling1D", l.MaxPooling1D, SERIES),
    ("MaxPooling1D(3,2,same)", lambda: l.MaxPooling1D(3, 2, "same"), SERIES),
    ("AveragePooling1D(4)", lambda: l.AveragePooling1D(4), SERIES),
    ("AveragePooling1D(3,1,same)", lambda: l.AveragePooling1D(3, 1, "same"), SERIES),
    ("GlobalAveragePooling1D", l.GlobalAveragePooling1D, SERIES),
    ("GlobalMaxPooling1D", l.GlobalMaxPooling1D, SERIES),
    ("LayerNormalization", l.LayerNormalization, IMAGE),
    ("LayerNormalization(epsilon=0.1,center=false)", lambda: l.LayerNormalization(epsilon=0.1, center=False), ROW),
    ("LayerNormalization(scale=false)", lambda: l.LayerNormalization(scale=False), ROW),
    ("LayerNormalization(1)", lambda: l.LayerNormalization(1), IMAGE),
    ("LayerNormalization(-2,epsilon=0.1)", lambda: l.LayerNormalization(-2, epsilon=0.1), IMAGE),
    ("LayerNormalization((1,2,3))", lambda: l.LayerNormalization((1, 2, 3)), IMAGE),
    ("LayerNormalization((3,1),scale=false)", lambda: l.LayerNormalization((3, 1), scale=False), IMAGE),
    ("BatchNormalization(1)", lambda: l.BatchNormalization(1), IMAGE),
    ("ReLU", l.ReLU, ROW),
    ("ReLU(0.8,0.2,0.1)", lambda: l.ReLU(0.8, 0.2, 0.1), ROW),
    ("LeakyReLU", l.LeakyReLU, ROW),
    ("ELU(0.7)", lambda: l.ELU(0.7), ROW),
    ("Softmax", l.Softmax, IMAGE),
    ("Softmax(1)", lambda: l.Softmax(1), IMAGE),
    ("Softmax(-2)", lambda: l.Softmax(-2), IMAGE),
    ("Softmax((1,2))", lambda: l.Softmax((1, 2)), IMAGE),
    ("Softmax((1,2,3))", lambda: l.Softmax((1, 2, 3)), IMAGE),
    ("PReLU", l.PReLU, IMAGE),
    ("PReLU(shared_axes=(1,2))", lambda: l.PReLU(shared_axes=(1, 2)), IMAGE),
    ("PReLU(shared_axes=1)", lambda: l.PReLU(shared_axes=1), IMAGE),
    ("Rescaling(0.25,-1)", lambda: l.Rescaling(0.25, -1.0), ROW),
    ("Normalization", l.Normalization, IMAGE),
    ("Normalization(2)", lambda: l.Normalization(2), IMAGE),
    ("Normalization((1,-1))", lambda: l.Normalization((1, -1)), IMAGE),
    ("Normalization(none)", lambda: l.Normalization(None), IMAGE),
    ("Normalization(invert=true)", lambda: l.Normalization(invert=True), ROW),
]


def numbers(array):
    return " ".join(f"{number:.9g}" for number in np.asarray(array).ravel())


for name, make, shape in LAYERS:
    layer = make()
    layer.build((None, *shape))
    values = []
    for k, weight in enumerate(layer.weights):
        value = wave(weight.shape, 2 + k)
        values.append(value if weight.trainable else 1 + value / 2)
        weight.assign(values[-1])
    if hasattr(layer, "finalize_state"):
        layer.finalize_state()
    x = wave((SAMPLES, *shape), 0.3)
    y = layer(x)
    t = wave(y.shape, 1.1)
    trained = [v.value for v in layer.trainable_variables]
    fixed = [v.value for v in layer.non_trainable_variables]

    def total(x, weights):
        return (layer.stateless_call(weights, fixed, x)[0] * t).sum()

    dx, dw = jax.grad(total, argnums=(0, 1))(jax.numpy.asarray(x), trained)
    print("; ".join([name, ",".join(map(str, shape)), numbers(y), numbers(dx)] + [numbers(each) for each in dw]))
