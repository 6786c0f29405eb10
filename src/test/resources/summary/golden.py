"""Writes keras.txt: model.summary() of real Keras, after a link of the same network each; KERAS_BACKEND=jax python golden.py."""

import keras
from keras import layers


def resnet():
    x = inputs = keras.Input((28, 28, 1))
    stem = layers.Conv2D(8, 3, padding="same", activation="relu", name="stem")(x)
    x = layers.Conv2D(8, 3, padding="same", use_bias=False)(stem)
    x = layers.BatchNormalization()(x)
    x = layers.Activation("relu")(x)
    x = layers.Add()([x, stem])
    x = layers.GlobalAveragePooling2D()(x)
    return keras.Model(inputs, layers.Dense(10, activation="softmax")(x))


def chain(shape, *all):
    return keras.Sequential([keras.Input(shape), *all])


def frozen(layer):
    layer.trainable = False
    return layer


IMAGE = (28, 28, 1)
NETWORKS = {
    "Dense(1)/optimizer=SGD": lambda: chain((2,), layers.Dense(1)),
    "Dense(16,tanh)/BatchNormalization/Dense(2,softmax)/optimizer=SGD(momentum=0.9)": lambda: chain(
        (2,), layers.Dense(16, activation="tanh"), layers.BatchNormalization(), layers.Dense(2, activation="softmax")
    ),
    "Conv2D(6,5,padding=same,activation=tanh)/AveragePooling2D/Conv2D(16,5,activation=tanh)/AveragePooling2D/Flatten"
    "/Dense(120,tanh)/Dense(84,tanh)/Dense(10,softmax)/optimizer=Adam": lambda: chain(
        IMAGE,
        layers.Conv2D(6, 5, padding="same", activation="tanh"),
        layers.AveragePooling2D(2),
        layers.Conv2D(16, 5, activation="tanh"),
        layers.AveragePooling2D(2),
        layers.Flatten(),
        layers.Dense(120, activation="tanh"),
        layers.Dense(84, activation="tanh"),
        layers.Dense(10, activation="softmax"),
    ),
    "Flatten/Dense(2000,relu,trainable=false)/Dropout(0.5)/Dense(10,softmax)/optimizer=RMSprop": lambda: chain(
        IMAGE,
        layers.Flatten(),
        frozen(layers.Dense(2000, activation="relu")),
        layers.Dropout(0.5),
        layers.Dense(10, activation="softmax"),
    ),
    "Conv2D(8,3,padding=same,activation=relu,name=stem)/Conv2D(8,3,padding=same,use_bias=false,name=conv2d)"
    "/BatchNormalization/Activation(relu)"
    "/Add(from=stem)/GlobalAveragePooling2D/Dense(10,softmax)/optimizer=Adam": resnet,
}
for name in ("Nadam", "Adamax", "Adagrad", "Adadelta", "RMSprop(momentum=0.9)", "AdamW"):
    NETWORKS["Dense(3)/Dense(1)/optimizer=" + name] = lambda: chain((2,), layers.Dense(3), layers.Dense(1))
OPTIMIZERS = {
    "Nadam": lambda: keras.optimizers.Nadam(),
    "Adamax": lambda: keras.optimizers.Adamax(),
    "Adagrad": lambda: keras.optimizers.Adagrad(),
    "Adadelta": lambda: keras.optimizers.Adadelta(),
    "AdamW": lambda: keras.optimizers.AdamW(),
    "RMSprop(momentum=0.9)": lambda: keras.optimizers.RMSprop(momentum=0.9),
    "SGD": lambda: keras.optimizers.SGD(0.01),
    "SGD(momentum=0.9)": lambda: keras.optimizers.SGD(0.01, momentum=0.9),
    "Adam": lambda: keras.optimizers.Adam(),
    "RMSprop": lambda: keras.optimizers.RMSprop(),
}


def text(model):
    lines = []
    model.summary(print_fn=lambda line, line_break=True: lines.append(line))
    return "\n".join(line.rstrip() for line in "\n".join(lines).split("\n")).strip("\n")


with open("keras.txt", "w") as file:
    for link, make in NETWORKS.items():
        keras.backend.clear_session()
        model = make()
        before = text(model)
        model.compile(OPTIMIZERS[link.split("optimizer=")[1]](), loss="mse")
        model.optimizer.build(model.trainable_variables)
        file.write(f"# {link}\n{before}\n## {keras.__version__}, built by an optimizer\n{text(model)}\n")
