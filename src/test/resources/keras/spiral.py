# An experiment of Steep as a Keras 3 script. It needs Keras and one of its back ends, such as jax:
#     pip install keras jax numpy
# Weights, the order of samples and dropout come from other random numbers than in the lab: curves are
# alike, not equal.
# In the lab: #1/data=spiral/prepare(signed)/split(test=0.1,order=last)/Dense(16,formula('x * sigmoid(1.702 x)'),kernel_initializer=he_normal,kernel_regularizer=L2(0.001))/BatchNormalization/Activation(celu(0.5))/Dense(8,relu(0.1))/Dense(2,softmax,kernel_initializer=random_normal(stddev=0.1))/loss=mean_squared_error/optimizer=RMSprop(centered=true)

import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(42)
rng = np.random.default_rng(42)

# Data: Spiral
# Made like the lab's samples, by other random numbers.
size, noise = 500, 0.1
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

# Split: the last rows, in the order of the data, as validation_split takes them
rows = np.arange(len(x))
seen = int(len(x) * (1 - 0.1))
end = int(seen * (1 - 0.2 / (1 - 0.1)))
training = rows[:end]
validation = rows[end:seen]
test = rows[seen:]

# Prepare: inputs from -1 to 1, by the training rows, each by itself
low, high = x[training].min(axis=0), x[training].max(axis=0)
x = 2 * (x - (low + high) / 2) / np.where(high > low, high - low, 1)
x = x.astype("float32")
y = keras.utils.to_categorical(y, 2)  # 1 for the right class, 0 for the others

x_train, y_train = x[training], y[training]
x_validation, y_validation = x[validation], y[validation]
x_test, y_test = x[test], y[test]


def formula(x):
    # x * sigmoid(1.702 x)
    return x * (1 / (1 + ops.exp(-1.702 * x)))


# Network
model = keras.Sequential([
    keras.Input(shape=(2,)),
    layers.Dense(16, activation=formula, kernel_initializer="he_normal", kernel_regularizer=keras.regularizers.L2(l2=0.001)),
    layers.BatchNormalization(),
    layers.Activation(lambda x: keras.activations.celu(x, alpha=0.5)),
    layers.Dense(8, activation=lambda x: keras.activations.relu(x, negative_slope=0.1)),
    layers.Dense(2, activation="softmax", kernel_initializer=keras.initializers.RandomNormal(stddev=0.1)),
])
model.summary()

# Training
model.compile(
    loss="mean_squared_error",
    optimizer=keras.optimizers.RMSprop(centered=True),
    metrics=["accuracy"],
)
history = model.fit(
    x_train,
    y_train,
    validation_data=(x_validation, y_validation),
    batch_size=32,
    epochs=20,
)

# One last look, when everything is decided
model.evaluate(x_test, y_test)
