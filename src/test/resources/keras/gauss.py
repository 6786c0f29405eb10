# An experiment of Steep as a Keras 3 script. It needs Keras and one of its back ends, such as jax:
#     pip install keras jax numpy
# Weights, the order of samples and dropout come from other random numbers than in the lab: curves are
# alike, not equal.
# In the lab: #1/data=gauss/prepare(none)/split(0)/Dense(1,sigmoid)/loss=hinge/optimizer=AdamW(weight_decay=0.01)

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(42)
rng = np.random.default_rng(42)

# Data: Two clouds
# Made like the lab's samples, by other random numbers.
size, noise = 500, 0.1
y = rng.permutation(np.arange(size) % 2)
centre = np.where(y == 1, 2, -2)[:, np.newaxis]
x = centre + np.sqrt(0.5 + 7 * noise) * rng.normal(size=(size, 2))
# Classes: 0 lower left, 1 upper right
x = x.astype("float32")

# Split: at random, with the same share of each class in every part
rows = rng.permutation(len(x))
place = np.empty(len(x))  # each class spread evenly from 0 to 1
for label in np.unique(y):
    members = rows[y[rows] == label]
    place[members] = (np.arange(len(members)) + 0.5) / len(members)
rows = rows[np.argsort(place[rows], kind="stable")]
training = rows

x_train, y_train = x[training], y[training]

# Network
model = keras.Sequential([
    keras.Input(shape=(2,)),
    layers.Dense(1, activation="sigmoid"),
])
model.summary()

# Training
model.compile(
    loss="hinge",
    optimizer=keras.optimizers.AdamW(weight_decay=0.01),
    metrics=["accuracy"],
)
history = model.fit(
    x_train,
    y_train,
    batch_size=32,
    epochs=20,
)
