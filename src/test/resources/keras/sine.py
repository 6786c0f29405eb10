# An experiment of Steep as a Keras 3 script. It needs Keras and one of its back ends, such as jax:
#     pip install keras jax numpy
# Weights, the order of samples and dropout come from other random numbers than in the lab: curves are
# alike, not equal.
# In the lab: #1/data=sine/prepare(signed)/split(test=0.1)/Dense(16,tanh)/Dense(16,tanh)/Dense(1)/loss=huber(0.5)/optimizer=Adam(0.01)/fit(16,200)

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(42)
rng = np.random.default_rng(42)

# Data: Sine wave
# Made like the lab's samples, by other random numbers.
size, noise = 200, 0.1
x = rng.uniform(-6, 6, (size, 1))
y = np.sin(x) + noise * rng.normal(size=x.shape)
x = x.astype("float32")

# Split: at random
rows = rng.permutation(len(x))
seen = len(x) - int(len(x) * 0.1 + 0.5)
end = seen - int(len(x) * 0.2 + 0.5)
training = rows[:end]
validation = rows[end:seen]
test = rows[seen:]

# Prepare: inputs from -1 to 1, by the training rows, each by itself
low, high = x[training].min(axis=0), x[training].max(axis=0)
x = 2 * (x - (low + high) / 2) / np.where(high > low, high - low, 1)
x = x.astype("float32")

x_train, y_train = x[training], y[training]
x_validation, y_validation = x[validation], y[validation]
x_test, y_test = x[test], y[test]

# Network
model = keras.Sequential([
    keras.Input(shape=(1,)),
    layers.Dense(16, activation="tanh"),
    layers.Dense(16, activation="tanh"),
    layers.Dense(1),
])
model.summary()

# Training
model.compile(
    loss=keras.losses.Huber(delta=0.5),
    optimizer=keras.optimizers.Adam(learning_rate=0.01),
)
history = model.fit(
    x_train,
    y_train,
    validation_data=(x_validation, y_validation),
    batch_size=16,
    epochs=200,
)

# One last look, when everything is decided
model.evaluate(x_test, y_test)
