"""Writes keras.txt: every name that Keras understands, and the class or function that it stands for."""
import os

os.environ["KERAS_BACKEND"] = "numpy"
import keras
from keras.src import activations, constraints, initializers, losses, metrics, optimizers, regularizers

for family in activations, constraints, initializers, losses, metrics, optimizers, regularizers:
    name = family.__name__.rsplit(".", 1)[1]
    for word, meant in sorted(family.ALL_OBJECTS_DICT.items()):
        print(name, word, meant.__name__)
for word in sorted(dir(keras.layers)):
    meant = getattr(keras.layers, word)
    if isinstance(meant, type) and issubclass(meant, keras.layers.Layer):
        print("layers", word, meant.__name__)
