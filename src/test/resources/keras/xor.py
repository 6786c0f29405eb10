# An experiment of Steep as a Keras 3 script. It needs Keras and one of its back ends, such as jax:
#     pip install keras jax numpy
# Weights, the order of samples and dropout come from other random numbers than in the lab: curves are
# alike, not equal.
# In the lab: #1/data=xor(300,0.2)/prepare(standardise)/split(test=0.1)/Dense(6,heaviside)/Activation(relu(max_value=6))/Dense(2,softmax)/loss=sparse_categorical_crossentropy/optimizer=SGD(0.1,0.9,true)/fit(10,100,false)/seed=7

import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(7)
rng = np.random.default_rng(7)

# Data: Exclusive or (XOR)
# Made like the lab's samples, by other random numbers.
size, noise = 300, 0.2
draws = 10 * size
x = rng.uniform(-5, 5, (draws, 2))
x += np.where(x > 0, 0.3, -0.3)  # a gap between the squares
moved = x + rng.uniform(-5 * noise, 5 * noise, x.shape)  # before its class is decided
y = (moved[:, 0] * moved[:, 1] >= 0).astype(int)
rows = np.concatenate([np.flatnonzero(y == c)[: (size + 1 - c) // 2] for c in (0, 1)])
rows = rng.permutation(rows)  # equally many of both classes
x, y = x[rows], y[rows]
# Classes: 0 signs differ, 1 signs agree
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

# Prepare: inputs with mean 0 and deviation 1, by the training rows, each by itself
mean, deviation = x[training].mean(axis=0), x[training].std(axis=0)
x = (x - mean) / np.where(deviation > 0, deviation, 1)
x = x.astype("float32")

x_train, y_train = x[training], y[training]
x_validation, y_validation = x[validation], y[validation]
x_test, y_test = x[test], y[test]

# Network
model = keras.Sequential([
    keras.Input(shape=(2,)),
    # Keras has no heaviside: this is one. Its slope is 0, so nothing before it learns.
    layers.Dense(6, activation=lambda x: ops.where(0 <= x, 1.0, 0.0)),
    layers.ReLU(max_value=6.0, name="activation"),
    layers.Dense(2, activation="softmax"),
])
model.summary()

# Training
# The lab computes this loss from what stands before the last activation, so that no probability is
# rounded to 0 or 1. Keras does so with a last layer without one, and from_logits=True.
model.compile(
    loss="sparse_categorical_crossentropy",
    optimizer=keras.optimizers.SGD(learning_rate=0.1, momentum=0.9, nesterov=True),
    metrics=["accuracy"],
)
history = model.fit(
    x_train,
    y_train,
    validation_data=(x_validation, y_validation),
    batch_size=10,
    epochs=100,
    shuffle=False,
)

# One last look, when everything is decided
model.evaluate(x_test, y_test)
