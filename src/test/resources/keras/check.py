"""Runs scripts of the lab in real Keras and compares what comes out with the lab's own numbers.

    python check.py cases.json results.json

Each case has a script, the lab's plan and weights, some prepared samples with the lab's predictions, and the losses of its
first training steps on them. KerasIT writes the cases and judges the results.
"""

import contextlib
import inspect
import io
import json
import os
import sys
import traceback

os.environ.setdefault("KERAS_BACKEND", "jax")
import keras
import numpy as np
from keras import layers, ops

SEEN = {}
BATCH = 6  # of the comparison as well: what is compiled for one batch serves all


def mnist():
    """Noise of MNIST's shape: this machine may be offline, and what is learned does not matter here."""
    rng = np.random.default_rng(0)
    part = lambda n: (rng.integers(0, 256, (n, 28, 28), dtype="uint8"), rng.integers(0, 10, n).astype("uint8"))
    return part(20000), part(100)


keras.datasets.mnist.load_data = mnist
real_fit = keras.Model.fit


def fit(model, x, y, **options):
    """Runs the fit of a script on one batch, after the comparison with the lab."""
    case = SEEN["case"]
    SEEN["model"] = model
    SEEN["options"] = options
    if "weights" in case:
        compare(model, case)
    data = options.get("validation_data")
    if data is not None:
        assert len(data[0]) == case["parts"][1], "validation rows"
        options["validation_data"] = tuple(part[:BATCH] for part in data)
    assert len(x) == case["parts"][0], f"{len(x)} training rows, not {case['parts'][0]}"
    return real_fit(model, x[:BATCH], y[:BATCH], **{**options, "epochs": 1, "batch_size": BATCH, "verbose": 0})


keras.Model.fit = fit


def compare(model, case):
    result = SEEN["result"]
    layers = [layer for layer in model.layers if not isinstance(layer, keras.layers.InputLayer)]
    names = [layer.name for layer in layers]
    assert names == [layer["name"] for layer in case["layers"]], f"layers {names}"
    for layer, own in zip(layers, case["layers"]):
        assert list(layer.output.shape[1:]) == own["shape"], f"{layer.name}: {layer.output.shape}, not {own['shape']}"
        assert layer.count_params() == own["parameters"], f"{layer.name}: {layer.count_params()} parameters"
        for variable in layer.weights:
            if variable.name == "seed_generator_state":
                continue
            values = case["weights"][layer.name + "/" + variable.name]
            variable.assign(np.array(values, "float32").reshape(variable.shape))
    text = io.StringIO()
    model.summary(print_fn=lambda line: text.write(line + "\n"))
    total = f"Total params: {case['total']:,} "
    assert total in text.getvalue(), f"{total} is not in {text.getvalue()}"
    inputs = np.array(case["inputs"], "float32").reshape((-1, *model.input_shape[1:]))
    expected = np.array(case["predictions"], "float64").reshape(len(inputs), -1)
    found = np.array(model.predict(inputs, batch_size=BATCH, verbose=0), "float64").reshape(len(inputs), -1)
    # The lab writes null for what is not finite.
    apart = np.where(np.isfinite(found), np.abs(found - np.nan_to_num(expected)), 1e30)
    both = np.where(np.isnan(expected), np.where(np.isfinite(found), 1e30, 0), apart)
    expected = np.nan_to_num(expected)
    result["prediction"] = float(np.max(both / np.maximum(1, np.abs(expected))))
    if case["losses"]:
        targets = np.array(case["targets"], "float32").reshape(len(inputs), -1)
        if len(model.output_shape) > 2:
            targets = targets.reshape((-1, *model.output_shape[1:]))
        if "sparse" in str(model.loss):
            targets = np.argmax(targets, axis=1)
        losses = []
        for start in range(0, len(inputs), BATCH):
            model.reset_metrics()
            rows = slice(start, start + BATCH)
            losses.append(float(model.train_on_batch(inputs[rows], targets[rows], return_dict=True)["loss"]))
        result["losses"] = losses
        expected = np.array(case["losses"])
        result["loss"] = float(np.max(np.abs(np.array(losses) - expected) / np.maximum(1, np.abs(expected))))


def run(case):
    keras.backend.clear_session()
    result = {"name": case["name"]}
    SEEN.update(case=case, result=result)
    try:
        code = compile(case["script"], case["name"], "exec")
        if "parts" not in case:  # too large, or with a problem: it is Python at least
            return result
        space = {}
        with contextlib.redirect_stdout(io.StringIO()):
            exec(code, space)
        x, y = space["x"], np.asarray(space["y"])
        columns = y.shape[1] if y.ndim == 2 else 1
        classes = y.argmax(axis=1) if columns > 1 and case["classes"] else y.reshape(len(y), -1)[:, 0]
        result["spread"] = [
            [float(x[classes == c].mean()), float(x[classes == c].std()), int((classes == c).sum())]
            for c in (np.unique(classes) if case["classes"] else [])
        ]
        result["y"] = [float(y.mean()), float(y.std())]
    except Exception:
        result["error"] = traceback.format_exc()[-1500:]
    return result


# Where Keras' default is None, what its documentation says that this means.
MEANS = {"keras.metrics.Precision thresholds": 0.5, "keras.metrics.Recall thresholds": 0.5}


def default(setting):
    """Whether a default of the lab is Keras' own."""
    function = eval(setting["function"])
    target = function.__init__ if inspect.isclass(function) else function
    parameters = inspect.signature(target).parameters
    if setting["name"] not in parameters:
        known = setting["name"] in ("name", "trainable") and "kwargs" in parameters
        return {"name": setting["function"] + " " + setting["name"], "error": "" if known else "no such parameter"}
    own = parameters[setting["name"]].default
    own = MEANS.get(setting["function"] + " " + setting["name"], own) if own is None else own
    lab = eval(setting["value"])
    pair = lambda v: (v, v) if isinstance(v, int) and not isinstance(v, bool) else v
    named = lambda v: keras.activations.serialize(keras.activations.get(v)) if setting["name"] == "activation" else v
    said = own is inspect.Parameter.empty  # Keras has none, so scripts always say it: they would not run otherwise
    same = setting["required"] or said or pair(named(own)) == pair(named(lab)) or own == lab
    error = "" if same else f"Keras' default is {own!r}, the lab's {lab!r}"
    return {"name": setting["function"] + " " + setting["name"], "error": error}


if __name__ == "__main__":
    with open(sys.argv[1]) as file:
        work = json.load(file)
    os.chdir(work["folder"])
    results = {"keras": keras.__version__, "backend": keras.backend.backend(), "cases": [], "defaults": []}
    for case in work["cases"]:
        results["cases"].append(run(case))
        result = results["cases"][-1]
        print({k: v for k, v in result.items() if k in ("prediction", "loss", "error")}, case["name"], flush=True)
    for setting in work["defaults"]:
        results["defaults"].append(default(setting))
    with open(sys.argv[2], "w") as file:
        json.dump(results, file)
