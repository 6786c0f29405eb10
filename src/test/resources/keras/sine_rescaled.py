# An experiment of Steep as a Keras 3 script. It needs Keras and one of its back ends, such as jax:
#     pip install keras jax numpy
# Weights, the order of samples and dropout come from other random numbers than in the lab: curves are
# alike, not equal.
# In the lab: #1/data=sine/prepare(signed,target=standardise)/Dense(16,tanh)/Dense(1)/loss=mean_squared_error/optimizer=Adam(0.01)/metrics=(mean_absolute_error,r2_score)/fit(16)

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
end = len(x) - int(len(x) * 0.2 + 0.5)
training = rows[:end]
validation = rows[end:]

# Prepare: inputs from -1 to 1, by the training rows, each by itself
low, high = x[training].min(axis=0), x[training].max(axis=0)
x = 2 * (x - (low + high) / 2) / np.where(high > low, high - low, 1)
x = x.astype("float32")
# Targets with mean 0 and deviation 1, by the training rows, as the model learns them. The loss is
# that of these numbers; metrics are in the target's own unit. There, a prediction p of the model
# is p * y_step + y_centre.
y_centre, y_step = y[training].mean(axis=0), y[training].std(axis=0)
y_step = np.where(y_step > 0, y_step, 1)
y = ((y - y_centre) / y_step).astype("float32")

x_train, y_train = x[training], y[training]
x_validation, y_validation = x[validation], y[validation]

# Network
model = keras.Sequential([
    keras.Input(shape=(1,)),
    layers.Dense(16, activation="tanh"),
    layers.Dense(1),
])
model.summary()

# Training


def in_own_unit(metric):
    # The metric, of targets and predictions as they were before they were rescaled.
    metric = keras.metrics.get(metric)
    update = metric.update_state
    metric.update_state = lambda y, p, sample_weight=None: update(
        y * y_step + y_centre, p * y_step + y_centre, sample_weight
    )
    return metric

model.compile(
    loss="mean_squared_error",
    optimizer=keras.optimizers.Adam(learning_rate=0.01),
    metrics=[in_own_unit("mean_absolute_error"), in_own_unit(keras.metrics.R2Score())],
)
history = model.fit(
    x_train,
    y_train,
    validation_data=(x_validation, y_validation),
    batch_size=16,
    epochs=20,
)
