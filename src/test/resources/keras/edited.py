# An experiment of Steep as a Keras 3 script. It needs Keras and one of its back ends, such as jax:
#     pip install keras jax numpy
# Weights, the order of samples and dropout come from other random numbers than in the lab: curves are
# alike, not equal.
# In the lab: #1/data=spiral(200)/split(test=0.1)/Dense(8,relu)/Dense(1,sigmoid)/loss=binary_crossentropy/fit(epochs=2)/edits='3,17-20,5=1'

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(42)
rng = np.random.default_rng(42)

# Data: Spiral
# Made like the lab's samples, by other random numbers.
size, noise = 200, 0.1
y = rng.permutation(np.arange(size) % 2)
x = np.empty((size, 2))
for arm in (0, 1):
    number = np.arange(1, np.count_nonzero(y == arm) + 1)
    way = number * 0.6180339887498949 % 1  # spreads any number of points evenly along the arm
    angle = (1.75 * way + 0.5 * arm) * 2 * np.pi
    x[y == arm] = np.column_stack([5 * way * np.sin(angle), 5 * way * np.cos(angle)])
x += rng.uniform(-noise, noise, x.shape)
# Classes: 0 first arm, 1 second arm
x = x.astype("float32")

# Split: at random, with the same share of each class in every part
rows = rng.permutation(len(x))
place = np.empty(len(x))  # each class spread evenly from 0 to 1
for label in np.unique(y):
    members = rows[y[rows] == label]
    place[members] = (np.arange(len(members)) + 0.5) / len(members)
rows = rows[np.argsort(place[rows], kind="stable")]
seen = len(x) - int(len(x) * 0.1 + 0.5)
end = seen - int(len(x) * 0.2 + 0.5)
training = rows[:end]
validation = rows[end:seen]
test = rows[seen:]

# Samples changed by hand, by their rows
# Rows of the lab's samples; those above are made by other random numbers.
y = np.array(y)
for row, label in {5: 1}.items():
    y[row] = label
removed = [3, 17, 18, 19, 20]
training = training[~np.isin(training, removed)]
validation = validation[~np.isin(validation, removed)]
test = test[~np.isin(test, removed)]

# Prepare: inputs from 0 to 1, by the training rows, each by itself
low, high = x[training].min(axis=0), x[training].max(axis=0)
x = (x - low) / np.where(high > low, high - low, 1)
x = x.astype("float32")

x_train, y_train = x[training], y[training]
x_validation, y_validation = x[validation], y[validation]
x_test, y_test = x[test], y[test]

# Network
model = keras.Sequential([
    keras.Input(shape=(2,)),
    layers.Dense(8, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
model.summary()

# Training
# The lab computes this loss from what stands before the last activation, so that no probability is
# rounded to 0 or 1. Keras does so with a last layer without one, and from_logits=True.
model.compile(
    loss="binary_crossentropy",
    optimizer=keras.optimizers.Adam(),
    metrics=["accuracy"],
)
history = model.fit(
    x_train,
    y_train,
    validation_data=(x_validation, y_validation),
    batch_size=32,
    epochs=2,
)

# One last look, when everything is decided
model.evaluate(x_test, y_test)
