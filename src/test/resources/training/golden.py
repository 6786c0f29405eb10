"""Writes keras.txt: the losses of 20 training steps of small networks in real Keras. Run it with Keras 3 and JAX:

    KERAS_BACKEND=jax python golden.py > keras.txt

Each line is: task | layers | loss | optimizer | losses before each step. A task may end with weights of its classes. Layers, loss and optimizer are said as links say
them, and beside that in Keras. Samples and first weights are those of TrainingGoldenTest.
"""
import keras
import numpy as np

STEPS, SAMPLES = 20, 16
d = lambda *a, **k: keras.layers.Dense(*a, **k)
L, O, C, I, R = keras.losses, keras.optimizers, keras.constraints, keras.layers, keras.regularizers


def pattern(count, a, b, m):
    return ((np.arange(count) * a + b) % m / np.float32(m)).astype("float32")


def samples(task, shape):
    x = 2 * pattern(SAMPLES * int(np.prod(shape)), 53, 5, 97) - 1
    labels = (np.arange(SAMPLES) * 7 + 3) % 3
    y = {
        "classes": np.eye(3, dtype="float32")[labels],
        "two": (labels == 0).astype("float32").reshape(-1, 1),
        "numbers": pattern(SAMPLES * 2, 37, 11, 101).reshape(-1, 2) * 2,
        "inputs": x.reshape((SAMPLES, *shape)),
    }[task]
    return x.reshape((SAMPLES, *shape)), y


HIDDEN = ("Dense(5,tanh)", lambda: d(5, activation="tanh"))
SOFTMAX = ("Dense(3,softmax)", lambda: d(3, activation="softmax"))
LINEAR = ("Dense(3)", lambda: d(3))
CROSS = ("categorical_crossentropy", lambda: L.CategoricalCrossentropy())
MSE = ("mean_squared_error", lambda: L.MeanSquaredError())
ADAM = ("Adam(0.01)", lambda: O.Adam(0.01))
SGD = ("SGD(0.1)", lambda: O.SGD(0.1))
CASES = []


def case(task, shape, layers, loss, optimizer, class_weight=None):
    CASES.append((task, shape, layers, loss, optimizer, class_weight))


for optimizer in [
    ADAM,
    SGD,
    ("SGD(0.1,0.9,true)", lambda: O.SGD(0.1, 0.9, True)),
    ("Adam(0.01,amsgrad=true)", lambda: O.Adam(0.01, amsgrad=True)),
    ("AdamW(0.01,0.1,amsgrad=true)", lambda: O.AdamW(0.01, 0.1, amsgrad=True)),
    ("Nadam(0.01)", lambda: O.Nadam(0.01)),
    ("Adamax(0.01)", lambda: O.Adamax(0.01)),
    ("RMSprop(0.01)", lambda: O.RMSprop(0.01)),
    ("RMSprop(0.01,0.8,0.5,centered=true)", lambda: O.RMSprop(0.01, 0.8, 0.5, centered=True)),
    ("Adagrad(0.05)", lambda: O.Adagrad(0.05)),
    ("Adadelta(1)", lambda: O.Adadelta(1.0)),
    ("Ftrl(0.1)", lambda: O.Ftrl(0.1)),
    ("Ftrl(0.1,l1_regularization_strength=0.01,l2_regularization_strength=0.02,beta=0.1)",
     lambda: O.Ftrl(0.1, l1_regularization_strength=0.01, l2_regularization_strength=0.02, beta=0.1)),
    ("Lion(0.003)", lambda: O.Lion(0.003)),
    ("SGD(0.1,weight_decay=0.05)", lambda: O.SGD(0.1, weight_decay=0.05)),
    ("SGD(0.5,clipnorm=0.05)", lambda: O.SGD(0.5, clipnorm=0.05)),
    ("SGD(0.5,clipvalue=0.02)", lambda: O.SGD(0.5, clipvalue=0.02)),
    ("SGD(0.5,global_clipnorm=0.1)", lambda: O.SGD(0.5, global_clipnorm=0.1)),
    ("Adam(0.01,weight_decay=0.1,global_clipnorm=0.1)", lambda: O.Adam(0.01, weight_decay=0.1, global_clipnorm=0.1)),
]:
    case("classes", (4,), [HIDDEN, SOFTMAX], CROSS, optimizer)
for loss in [
    ("categorical_crossentropy(label_smoothing=0.2)", lambda: L.CategoricalCrossentropy(label_smoothing=0.2)),
    ("kl_divergence", lambda: L.KLDivergence()),
    ("categorical_hinge", lambda: L.CategoricalHinge()),
    ("mean_squared_error", lambda: L.MeanSquaredError()),
    ("binary_crossentropy(label_smoothing=0.2)", lambda: L.BinaryCrossentropy(label_smoothing=0.2)),
]:
    case("classes", (4,), [HIDDEN, SOFTMAX], loss, ADAM)
for loss in [
    ("categorical_crossentropy(from_logits=true)", lambda: L.CategoricalCrossentropy(from_logits=True)),
    ("categorical_crossentropy(from_logits=true,label_smoothing=0.1)",
     lambda: L.CategoricalCrossentropy(from_logits=True, label_smoothing=0.1)),
    ("hinge", lambda: L.Hinge()),
    ("squared_hinge", lambda: L.SquaredHinge()),
    ("categorical_hinge", lambda: L.CategoricalHinge()),
]:
    case("classes", (4,), [HIDDEN, LINEAR], loss, ADAM)
ONE = ("Dense(1)", lambda: d(1))
SIGMOID = ("Dense(1,sigmoid)", lambda: d(1, activation="sigmoid"))
case("two", (4,), [HIDDEN, SIGMOID], ("binary_crossentropy", lambda: L.BinaryCrossentropy()), ADAM)
case("two", (4,), [HIDDEN, ONE], ("binary_crossentropy(from_logits=true,label_smoothing=0.1)",
     lambda: L.BinaryCrossentropy(from_logits=True, label_smoothing=0.1)), ADAM)
TWO = ("Dense(2)", lambda: d(2))
for loss in [
    MSE,
    ("mean_absolute_error", lambda: L.MeanAbsoluteError()),
    ("huber(0.3)", lambda: L.Huber(0.3)),
    ("log_cosh", lambda: L.LogCosh()),
]:
    case("numbers", (4,), [HIDDEN, TWO], loss, ADAM)
POSITIVE = ("Dense(2,softplus)", lambda: d(2, activation="softplus"))
for loss in [
    ("poisson", lambda: L.Poisson()),
    ("mean_squared_logarithmic_error", lambda: L.MeanSquaredLogarithmicError()),
]:
    case("numbers", (4,), [HIDDEN, POSITIVE], loss, ADAM)
for name in ["log_softmax", "hard_sigmoid", "gelu", "mish", "selu", "squareplus", "softsign", "silu", "celu"]:
    case("numbers", (4,), [("Dense(5,%s)" % name, lambda name=name: d(5, activation=name)), TWO], MSE, ADAM)
case("numbers", (4,), [("Dense(5,hard_sigmoid(version=keras2))",
     lambda: d(5, activation=lambda x: keras.ops.clip(0.2 * x + 0.5, 0, 1))), TWO], MSE, ADAM)
CONV = ("Conv2D(3,2,activation=log_softmax)", lambda: I.Conv2D(3, 2, activation="log_softmax"))
FLAT = ("Flatten", lambda: I.Flatten())
case("classes", (4, 4, 2), [CONV, FLAT, SOFTMAX], CROSS, ADAM)

for constraint in [
    ("max_norm(0.5)", lambda: C.MaxNorm(0.5)),
    ("non_neg", lambda: C.NonNeg()),
    ("unit_norm", lambda: C.UnitNorm()),
    ("min_max_norm(0.8,0.9,0.3)", lambda: C.MinMaxNorm(0.8, 0.9, 0.3)),
    ("max_norm(0.7,(0,1))", lambda: C.MaxNorm(0.7, axis=[0, 1])),
]:
    bias = constraint[0].replace(",(0,1)", "")
    case("classes", (4,), [
        ("Dense(5,tanh,kernel_constraint=%s,bias_constraint=%s)" % (constraint[0], bias),
         lambda make=constraint[1], own=bias == constraint[0]: d(
             5, activation="tanh", kernel_constraint=make(), bias_constraint=make() if own else C.MaxNorm(0.7))),
        SOFTMAX], CROSS, ("Adam(0.03)", lambda: O.Adam(0.03)))
for axis in ["0", "(0,1)", "(0,1,2)"]:
    case("classes", (4, 4, 2), [
        ("Conv2D(3,2,activation=tanh,kernel_constraint=max_norm(0.6,%s))" % axis,
         lambda axis=axis: I.Conv2D(3, 2, activation="tanh",
                                    kernel_constraint=C.MaxNorm(0.6, axis=[int(c) for c in axis if c.isdigit()]))),
        FLAT, SOFTMAX], CROSS, ADAM)
case("classes", (4,), [
    ("Dense(5,tanh,kernel_regularizer=L2(0.1),bias_regularizer=L1(0.1))",
     lambda: d(5, activation="tanh", kernel_regularizer=R.L2(0.1), bias_regularizer=R.L1(0.1))), SOFTMAX], CROSS, ADAM)

for loss in [CROSS, MSE, ("categorical_crossentropy(label_smoothing=0.2)", lambda: L.CategoricalCrossentropy(label_smoothing=0.2))]:
    case("classes", (4,), [HIDDEN, SOFTMAX], loss, SGD, [0.5, 3, 1.25])
case("classes", (4,), [
    ("Dense(5,tanh,kernel_regularizer=L2(0.1))", lambda: d(5, activation="tanh", kernel_regularizer=R.L2(0.1))),
    SOFTMAX], CROSS, ADAM, [0, 2, 10])
case("two", (4,), [HIDDEN, SIGMOID], ("binary_crossentropy", lambda: L.BinaryCrossentropy()), SGD, [1, 4.5])

ROWS = "rows"  # each sample has a weight of its own
for task, layers, loss in [("classes", [HIDDEN, SOFTMAX], CROSS), ("numbers", [HIDDEN, TWO], MSE), ("inputs", [TWO, ("Dense(4)", lambda: d(4))], MSE)]:
    case(task, (4,), layers, loss, SGD, ROWS)
K = C.MaxNorm(0.3)
for name, make in [
    ("DepthwiseConv2D(2,activation=tanh,bias_regularizer=L2(0.1),depthwise_constraint=max_norm(0.3),bias_constraint=non_neg)",
     lambda: I.DepthwiseConv2D(2, activation="tanh", bias_regularizer=R.L2(0.1), depthwise_constraint=K, bias_constraint=C.NonNeg())),
    ("SeparableConv2D(3,2,activation=tanh,bias_regularizer=L1(0.1),depthwise_constraint=non_neg"
     ",pointwise_constraint=max_norm(0.3),bias_constraint=unit_norm)",
     lambda: I.SeparableConv2D(3, 2, activation="tanh", bias_regularizer=R.L1(0.1), depthwise_constraint=C.NonNeg(),
                               pointwise_constraint=K, bias_constraint=C.UnitNorm())),
    ("PReLU(alpha_constraint=non_neg)", lambda: I.PReLU(alpha_constraint=C.NonNeg())),
    ("LayerNormalization(beta_constraint=max_norm(0.3),gamma_constraint=non_neg)",
     lambda: I.LayerNormalization(beta_constraint=K, gamma_constraint=C.NonNeg())),
    ("BatchNormalization(beta_constraint=max_norm(0.3),gamma_constraint=non_neg)",
     lambda: I.BatchNormalization(beta_constraint=K, gamma_constraint=C.NonNeg())),
]:
    case("classes", (4, 4, 2), [(name, make), FLAT, SOFTMAX], CROSS, ("Adam(0.03)", lambda: O.Adam(0.03)))

BCE = ("binary_crossentropy", lambda: L.BinaryCrossentropy())
FOUR = ("Dense(4)", lambda: d(4))
for loss in [MSE, ("mean_absolute_error", lambda: L.MeanAbsoluteError()), ("huber(0.3)", lambda: L.Huber(0.3))]:
    case("inputs", (4,), [TWO, FOUR], loss, ADAM)
UP = ("UpSampling2D", lambda: I.UpSampling2D())
for loss, last in [(MSE, "linear"), (BCE, "sigmoid")]:
    case("inputs", (4, 4, 2), [
        ("Conv2D(3,2,2,activation=tanh)", lambda: I.Conv2D(3, 2, 2, activation="tanh")), UP,
        ("Conv2D(2,3,padding=same,activation=%s)" % last,
         lambda last=last: I.Conv2D(2, 3, padding="same", activation=last))], loss, ADAM)
case("inputs", (4, 4, 2), [FLAT, HIDDEN, ("Dense(32,sigmoid)", lambda: d(32, activation="sigmoid")),
                           ("Reshape((4,4,2))", lambda: I.Reshape((4, 4, 2)))], BCE, ADAM)

for task, shape, layers, loss, optimizer, class_weight in CASES:
    model = keras.Sequential([keras.Input(shape)] + [make() for _, make in layers])
    for place, weight in enumerate(model.trainable_weights):
        size = int(np.prod(weight.shape))
        weight.assign((pattern(size, 37, 11 * place + 3, 101) * 1.6 - 0.8).reshape(weight.shape))
    model.compile(optimizer=optimizer[1](), loss=loss[1]())
    x, y = samples(task, shape)
    counts = (dict(sample_weight=pattern(SAMPLES, 29, 7, 31) * 3) if class_weight == ROWS
              else dict(class_weight=class_weight and dict(enumerate(class_weight))))
    losses = [float(model.train_on_batch(x, y, **counts)) for _ in range(STEPS)]
    for metric in model.metrics:
        metric.reset_state()
    weights = " rows" if class_weight == ROWS else " " + ",".join(map(str, class_weight)) if class_weight else ""
    print(task + " " + ",".join(map(str, shape)) + weights, "/".join(name for name, _ in layers), loss[0], optimizer[0],
          " ".join("%.8g" % each for each in losses), sep="|")
