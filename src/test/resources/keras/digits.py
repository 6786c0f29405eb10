# An experiment of Steep as a Keras 3 script. It needs Keras and one of its back ends, such as jax:
#     pip install keras jax numpy
# Weights, the order of samples and dropout come from other random numbers than in the lab: curves are
# alike, not equal.
# In the lab: #1/data=digits/Conv2D(8,3,padding=same,activation=relu)/MaxPooling2D/Conv2D(16,3,padding=same,activation=relu)/MaxPooling2D/Flatten/Dropout(0.25)/Dense(10,softmax)

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(42)
rng = np.random.default_rng(42)

# Data: Digits
# The lab draws its own digits, with a noise of 0.2. Keras has none like them: these are as many of
# MNIST, written by hand.
(x, y), _ = keras.datasets.mnist.load_data()
x, y = x[:2000, :, :, np.newaxis], y[:2000]
x = x.astype("float32")

# Split: at random, with the same share of each class in every part
rows = rng.permutation(len(x))
place = np.empty(len(x))  # each class spread evenly from 0 to 1
for label in np.unique(y):
    members = rows[y[rows] == label]
    place[members] = (np.arange(len(members)) + 0.5) / len(members)
rows = rows[np.argsort(place[rows], kind="stable")]
end = len(x) - int(len(x) * 0.2 + 0.5)
training = rows[:end]
validation = rows[end:]

# Prepare: inputs from 0 to 1, by the training rows
low, high = x[training].min(), x[training].max()
x = (x - low) / np.where(high > low, high - low, 1)
x = x.astype("float32")
y = keras.utils.to_categorical(y, 10)  # 1 for the right class, 0 for the others

x_train, y_train = x[training], y[training]
x_validation, y_validation = x[validation], y[validation]

# Network
model = keras.Sequential([
    keras.Input(shape=(28, 28, 1)),
    layers.Conv2D(8, 3, padding="same", activation="relu"),
    layers.MaxPooling2D(),
    layers.Conv2D(16, 3, padding="same", activation="relu"),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dropout(0.25),
    layers.Dense(10, activation="softmax"),
])
model.summary()

# Training
# The lab computes this loss from what stands before the last activation, so that no probability is
# rounded to 0 or 1. Keras does so with a last layer without one, and from_logits=True.
model.compile(
    loss="categorical_crossentropy",
    optimizer=keras.optimizers.Adam(),
    metrics=["accuracy"],
)
history = model.fit(
    x_train,
    y_train,
    validation_data=(x_validation, y_validation),
    batch_size=32,
    epochs=20,
)
