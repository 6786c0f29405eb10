# An experiment of Steep as a Keras 3 script. It needs Keras and one of its back ends, such as jax:
#     pip install keras jax numpy pandas
# Weights, the order of samples and dropout come from other random numbers than in the lab: curves are
# alike, not equal.
# In the lab: #1/data=file(flowers.csv,kind)/prepare(standardise)/Dense(8,relu)/Dense(3,softmax)/fit(16,60)

import keras
import numpy as np
import pandas as pd
from keras import layers

keras.utils.set_random_seed(42)
rng = np.random.default_rng(42)

# Data: flowers.csv
# Put the file beside this script. The lab leaves out rows with gaps in what it uses, as here.
table = pd.read_csv("flowers.csv", sep=None, engine="python")
columns = ["petal length", "width, mm", "colour", "bees"]
table = table.dropna(subset=["kind", *columns])
x = np.column_stack([
    table["petal length"], table["width, mm"], table["colour"] == "red",
    table["colour"] == "white", table["colour"] == "yellow", table["bees"] == "yes"
])
classes = ["lily", "rose", "tulip"]
y = table["kind"].map(classes.index).to_numpy()
# Classes: 0 lily, 1 rose, 2 tulip
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

# Prepare: inputs with mean 0 and deviation 1, by the training rows, each by itself
mean, deviation = x[training].mean(axis=0), x[training].std(axis=0)
x = (x - mean) / np.where(deviation > 0, deviation, 1)
x = x.astype("float32")
y = keras.utils.to_categorical(y, 3)  # 1 for the right class, 0 for the others

x_train, y_train = x[training], y[training]
x_validation, y_validation = x[validation], y[validation]

# Network
model = keras.Sequential([
    keras.Input(shape=(6,)),
    layers.Dense(8, activation="relu"),
    layers.Dense(3, activation="softmax"),
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
    batch_size=16,
    epochs=60,
)
