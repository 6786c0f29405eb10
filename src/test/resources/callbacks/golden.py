"""Drives Keras' callbacks by hand, with losses that are made up: python3 golden.py > keras.txt"""
import json
import os
import tempfile

os.environ["KERAS_BACKEND"] = "jax"
import keras
import numpy as np


class Model:
    def __init__(self, rate):
        self.metrics, self.stop_training, self.weights = [], False, None
        self.optimizer = keras.optimizers.SGD(rate)

    def get_weights(self):
        return self.epoch

    def set_weights(self, weights):
        self.weights = weights


def losses(seed, count, wiggle):
    random = np.random.default_rng(seed)
    values = 1 / (1 + 0.3 * np.arange(count)) + wiggle * random.standard_normal(count)
    return [float(np.float32(round(float(v), 4))) for v in values]


def stopping(text, values, **config):
    callback, model = keras.callbacks.EarlyStopping(**config), Model(0.1)
    callback.set_model(model)
    callback.on_train_begin()
    end = len(values)
    for epoch, value in enumerate(values):
        model.epoch = epoch + 1
        callback.on_epoch_end(epoch, {config.get("monitor", "val_loss"): value})
        if model.stop_training:
            end = epoch + 1
            break
    callback.on_train_end()
    print(f"EarlyStopping({text}) | {end if model.stop_training else '-'} {model.weights or '-'} | "
          + " ".join(map(repr, values)))


def plateau(text, rate, values, **config):
    callback, model = keras.callbacks.ReduceLROnPlateau(**config), Model(rate)
    callback.set_model(model)
    callback.on_train_begin()
    rates = []
    for epoch, value in enumerate(values):
        logs = {config.get("monitor", "val_loss"): value}
        callback.on_epoch_end(epoch, logs)
        rates.append(repr(float(np.float32(model.optimizer.learning_rate))))
    print(f"ReduceLROnPlateau({text}) | {rate} " + " ".join(rates) + " | " + " ".join(map(repr, values)))


def checkpoint(text, values, **config):
    callback, model = keras.callbacks.ModelCheckpoint("checkpoint.keras", **config), Model(0.1)
    saved = []
    model.save = lambda path, overwrite: saved.append(model.epoch)
    callback.set_model(model)
    callback.on_train_begin()
    for epoch, value in enumerate(values):
        model.epoch = epoch + 1
        callback.on_epoch_begin(epoch)
        callback.on_epoch_end(epoch, {} if value is None else {config.get("monitor", "val_loss"): value})
    callback.on_train_end()
    print(f"ModelCheckpoint({text}) | " + " ".join(map(str, saved)) + " | "
          + " ".join("-" if value is None else repr(value) for value in values))


def logger(text, epochs, rates=None, **config):
    """Without a validation part, its losses are None; with rates, a ReduceLROnPlateau before it has logged them."""
    path = os.path.join(tempfile.mkdtemp(), "training.csv")
    callback = keras.callbacks.CSVLogger(path, **config)
    callback.set_model(Model(0.1))
    callback.on_train_begin()
    for epoch, numbers in enumerate(epochs):
        logs = {name: float(np.float32(value)) for name, value in zip(NAMES, numbers) if value is not None}
        if rates:
            logs["learning_rate"] = float(np.float32(rates[epoch]))
        callback.on_epoch_end(epoch, logs)
    callback.on_train_end()
    written = open(path, newline="").read()
    print(f"CSVLogger({text}) | {' '.join(map(repr, rates)) if rates else '-'} | "
          + " ".join("-" if value is None else repr(value) for numbers in epochs for value in numbers)
          + " | " + json.dumps(written))


NAMES = ["loss", "val_loss", "accuracy", "val_accuracy", "auc", "val_auc"]
a, b, c = losses(1, 30, 0.05), losses(2, 30, 0.15), losses(3, 30, 0.02)
rising = [1 - v for v in b]
stopping("", a)
stopping("", [1.0] * 4)
stopping("patience=3", a, patience=3)
stopping("patience=3,restore_best_weights=true", b, patience=3, restore_best_weights=True)
stopping("patience=5,restore_best_weights=true", c, patience=5, restore_best_weights=True)
stopping("min_delta=0.05,patience=2", c, min_delta=0.05, patience=2)
stopping("min_delta=0.05,patience=2,restore_best_weights=true", a, min_delta=0.05, patience=2, restore_best_weights=True)
stopping("patience=4,baseline=0.2", c, patience=4, baseline=0.2)
stopping("patience=2,baseline=0.05,restore_best_weights=true", c, patience=2, baseline=0.05, restore_best_weights=True)
stopping("patience=1,start_from_epoch=6,restore_best_weights=true", b, patience=1, start_from_epoch=6, restore_best_weights=True)
stopping("patience=2,mode=max", rising, patience=2, mode="max")
stopping("min_delta=0.1,patience=3,mode=max,restore_best_weights=true", rising, min_delta=0.1, patience=3, mode="max", restore_best_weights=True)
stopping("monitor=loss,patience=2", b, monitor="loss", patience=2)
stopping("patience=3", [0.5, 0.5 - 1e-9, 0.5 - 2e-9, 0.5 - 3e-9, 0.4], patience=3)
plateau("patience=2", 0.01, b, patience=2)
plateau("factor=0.5,patience=1", 0.1, b, factor=0.5, patience=1)
plateau("factor=0.3,patience=2,min_delta=0.02", 0.05, c, factor=0.3, patience=2, min_delta=0.02)
plateau("factor=0.1,patience=1,min_lr=0.00001", 0.01, b, factor=0.1, patience=1, min_lr=0.00001)
plateau("factor=0.2,patience=2,cooldown=3", 0.02, b, factor=0.2, patience=2, cooldown=3)
plateau("factor=0.2,patience=3,cooldown=1,min_lr=0.003", 0.02, a, factor=0.2, patience=3, cooldown=1, min_lr=0.003)
plateau("patience=0", 0.3, b[:8], patience=0)
plateau("factor=0.7,patience=2,mode=max", 0.01, rising, factor=0.7, patience=2, mode="max")
plateau("monitor=loss,factor=0.5,patience=1,min_delta=0", 0.001, b, monitor="loss", factor=0.5, patience=1, min_delta=0)

checkpoint("", a[:5])
checkpoint("save_best_only=true", a, save_best_only=True)
checkpoint("save_best_only=true", b, save_best_only=True)
checkpoint("save_best_only=true", [1.0, 1.0, 0.5, 0.5, 1.0, 0.25], save_best_only=True)
checkpoint("save_best_only=true", [0.5, 0.5 - 1e-9, 0.5 - 1e-7, 0.5 - 2e-7], save_best_only=True)
checkpoint("save_best_only=true,mode=max", rising, save_best_only=True, mode="max")
checkpoint("monitor=loss,save_best_only=true", c, monitor="loss", save_best_only=True)
checkpoint("save_best_only=true,initial_value_threshold=0.3", c, save_best_only=True, initial_value_threshold=0.3)
checkpoint("save_best_only=true,mode=max,initial_value_threshold=0.8", rising, save_best_only=True, mode="max", initial_value_threshold=0.8)
checkpoint("save_best_only=true", [None, None, None], save_best_only=True)
checkpoint("save_best_only=true,initial_value_threshold=0.3", [None, None], save_best_only=True, initial_value_threshold=0.3)
logs = [[0.6931472, 0.7012, 0.5, 0.25, 0.1, 0.3], [1e-5, 0.0001, 1.0, 0.0, 0.5, 1 / 3], [123456.789, 1e16, 2.5e-30, 3e30, 0.9, 0.1]]
logger("", logs)
logger("separator=;", logs, separator=";")
logger("separator='\\t'", logs, separator="\t")
logger("", [[v if i % 2 == 0 else None for i, v in enumerate(each)] for each in logs])
logger("", logs, rates=[0.1, 0.01, 1e-30])
logger("", [[v if i % 2 == 0 else None for i, v in enumerate(each)] for each in logs], rates=[0.1, 0.01, 1e-30])
