"""Writes scikit.txt: scores of scikit-learn's models on made data, which BaselinesTest makes too. pip install scikit-learn"""
import numpy as np
from sklearn.dummy import DummyClassifier, DummyRegressor
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures

i = np.arange(300)
x = np.column_stack([(i * 7919 % 1024) / 256 - 2 + i * i % 1009 / 65536, (i * 10473 % 1021) / 256 - 2])
noise = (i * 31 % 17) / 17
a, b = x.T
tasks = {
    "two": (a + 0.5 * b + 2 * noise - 1 > 0).astype(int),
    "three": np.where(a + b + noise < 0, 0, np.where(a * b > 0.25, 1, 2)),
    "number": 1 + 2 * a - 0.5 * b + noise + 0.25 * a * b,
    "curve": a * a - b * 0 + noise,
}
for name, y in tasks.items():
    inputs = x[:, :1] if name == "curve" else x
    degree = 3 if name == "curve" else 2
    poly = PolynomialFeatures(degree, include_bias=False)
    logistic = lambda: LogisticRegression(tol=1e-10, max_iter=10000)
    models = (
        [DummyClassifier(), logistic(), make_pipeline(poly, logistic()), KNeighborsClassifier()]
        if y.dtype == int
        else [DummyRegressor(), LinearRegression(), make_pipeline(poly, LinearRegression()), KNeighborsRegressor()]
    )
    for model in models:
        model.fit(inputs[:240], y[:240])
        for part in (slice(0, 240), slice(240, 300)):
            said = model.predict(inputs[part])
            score = (said == y[part]).mean() if y.dtype == int else np.sqrt(((said - y[part]) ** 2).mean())
            print(name, "%.9g" % score)
