# An experiment of Steep as a Keras 3 script. It needs Keras and one of its back ends, such as jax:
#     pip install keras jax numpy
# Weights, the order of samples and dropout come from other random numbers than in the lab: curves are
# alike, not equal.
# In the lab: #1/data=circle/prepare(signed)/Dense(6,tanh)/Dense(4,tanh)/Dense(1,sigmoid)/loss=binary_crossentropy/optimizer=Adam(0.01)/fit(10,100)

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(42)
rng = np.random.default_rng(42)

# Data: Circle
# Made like the lab's samples, by other random numbers.
size, noise = 500, 0.1
draws = 10 * size
inner = rng.random(draws) < 0.5  # a disc and a ring around it, equally likely
radius = np.where(inner, rng.uniform(0, 2.5, draws), rng.uniform(3.5, 5, draws))
angle = rng.uniform(0, 2 * np.pi, draws)
x = np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])
moved = x + rng.uniform(-5 * noise, 5 * noise, x.shape)  # before its class is decided
y = (np.hypot(moved[:, 0], moved[:, 1]) < 2.5).astype(int)
rows = np.concatenate([np.flatnonzero(y == c)[: (size + 1 - c) // 2] for c in (0, 1)])
rows = rng.permutation(rows)  # equally many of both classes
x, y = x[rows], y[rows]
# Classes: 0 outside, 1 inside
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

# Prepare: inputs from -1 to 1, by the training rows, each by itself
low, high = x[training].min(axis=0), x[training].max(axis=0)
x = 2 * (x - (low + high) / 2) / np.where(high > low, high - low, 1)
x = x.astype("float32")

x_train, y_train = x[training], y[training]
x_validation, y_validation = x[validation], y[validation]

# Network
model = keras.Sequential([
    keras.Input(shape=(2,)),
    layers.Dense(6, activation="tanh"),
    layers.Dense(4, activation="tanh"),
    layers.Dense(1, activation="sigmoid"),
])
model.summary()

# Training
# The lab computes this loss from what stands before the last activation, so that no probability is
# rounded to 0 or 1. Keras does so with a last layer without one, and from_logits=True.
model.compile(
    loss="binary_crossentropy",
    optimizer=keras.optimizers.Adam(learning_rate=0.01),
    metrics=["accuracy"],
)
history = model.fit(
    x_train,
    y_train,
    validation_data=(x_validation, y_validation),
    batch_size=10,
    epochs=100,
)
