"""Writes keras.txt: where real Keras' optimizers go on two of the surfaces. Run it with Keras 3 and JAX:

    KERAS_BACKEND=jax JAX_ENABLE_X64=1 python golden.py > keras.txt
"""
import keras
import numpy as np

keras.config.set_floatx("float64")
keras.config.set_epsilon(1e-7)

STEPS = 30
SURFACES = {
    "VALLEY": ([-3.4, 2.4], lambda w: np.array([w[0] / 10, 2 * w[1]])),
    "TWO_MINIMA": (
        [3.2, -2.0],
        lambda w: np.array([w[0] ** 3 / 4 - w[0] + 0.25 - (w[1] - w[0] / 2), 2 * (w[1] - w[0] / 2)]),
    ),
}
o = keras.optimizers
OPTIMIZERS = {
    "SGD(0.1)": lambda: o.SGD(0.1),
    "SGD(0.1,0.9)": lambda: o.SGD(0.1, momentum=0.9),
    "SGD(0.1,0.9,true)": lambda: o.SGD(0.1, momentum=0.9, nesterov=True),
    "Adam(0.1)": lambda: o.Adam(0.1),
    "AdamW(0.1,0.05)": lambda: o.AdamW(0.1, weight_decay=0.05),
    "Nadam(0.1)": lambda: o.Nadam(0.1),
    "Adamax(0.1)": lambda: o.Adamax(0.1),
    "RMSprop(0.1)": lambda: o.RMSprop(0.1),
    "RMSprop(0.05,0.8,0.5,0.001,true)": lambda: o.RMSprop(0.05, 0.8, 0.5, 0.001, centered=True),
    "Adagrad(0.5)": lambda: o.Adagrad(0.5),
    "Adadelta(10)": lambda: o.Adadelta(10.0),
    "Adam(0.1,beta_2=0.9,amsgrad=true)": lambda: o.Adam(0.1, beta_2=0.9, amsgrad=True),
    "Ftrl(0.5)": lambda: o.Ftrl(0.5),
    "Ftrl(0.5,-0.7,0.2,0.05,0.1,0.02,0.3)": lambda: o.Ftrl(0.5, -0.7, 0.2, 0.05, 0.1, 0.02, 0.3),
    "Lion(0.05)": lambda: o.Lion(0.05),
    "SGD(0.1,0.9,clipnorm=0.7)": lambda: o.SGD(0.1, momentum=0.9, clipnorm=0.7),
    "SGD(0.1,clipvalue=0.4)": lambda: o.SGD(0.1, clipvalue=0.4),
    "Adam(0.1,weight_decay=0.1,global_clipnorm=0.3)": lambda: o.Adam(0.1, weight_decay=0.1, global_clipnorm=0.3),
    "SGD(0.5,schedule=ExponentialDecay(0.5,10,0.5))": lambda: o.SGD(o.schedules.ExponentialDecay(0.5, 10, 0.5)),
}
for surface, (start, gradient) in SURFACES.items():
    for name, make in OPTIMIZERS.items():
        w = keras.Variable(np.array(start), dtype="float64")
        optimizer = make()
        numbers = []
        for _ in range(STEPS):
            optimizer.apply([keras.ops.convert_to_tensor(gradient(np.asarray(w.value)))], [w])
            numbers += [repr(float(x)) for x in np.asarray(w.value)]
        print(surface, name, *numbers)
