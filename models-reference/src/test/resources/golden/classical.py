"""Writes classical.json: scores of the classical references on small drawn sets, by scikit-learn and by formula.

ecod, copod: PyOD 3.6's formulas on the train rows and one test row at a time. hbos: PyOD 3.6's formula. The same formulas,
on all test rows at once, give PyOD's own scores in references.json to 1e-14. isolation-forest: the mean of many trees.
"""
import json

import numpy as np
import scipy
import sklearn
from scipy.stats import skew
from sklearn.covariance import EmpiricalCovariance, LedoitWolf
from sklearn.ensemble import IsolationForest
from sklearn.neighbors import LocalOutlierFactor, NearestNeighbors
from sklearn.svm import OneClassSVM


def tails(train, test, blend):
    def rare(x):
        return -np.log([[np.mean(c <= v) for c, v in zip(x.T, row)] for row in x])

    scores = []
    for row in test:
        x = np.vstack([train, row])
        left, right = rare(x)[-1], rare(-x)[-1]
        side = np.sign(np.nan_to_num(skew(x, axis=0)))
        longer = np.where(side > 0, right, np.where(side < 0, left, left + right))
        scores.append(np.maximum(longer, blend(left, right)).sum())
    return scores


def hbos(train, test, bins, alpha, tol):
    scores = np.zeros(len(test))
    for column, x in zip(train.T, test.T):
        density, edges = np.histogram(column, bins=bins, density=True)
        out = -np.log2(density + alpha)
        width = edges[1] - edges[0]
        for i, bin in enumerate(np.digitize(x, edges, right=True)):
            far = bin == 0 and edges[0] - x[i] > width * tol or bin > bins and x[i] - edges[-1] > width * tol
            scores[i] += out.max() if far else out[min(max(bin, 1), bins) - 1]
    return scores


def knn(train, test, k):
    return NearestNeighbors(n_neighbors=k, algorithm="kd_tree").fit(train).kneighbors(test)[0]


def lof(train, test, k):
    return -LocalOutlierFactor(n_neighbors=k, novelty=True, algorithm="kd_tree").fit(train).score_samples(test)


def forest(train, test, subsample):
    fitted = IsolationForest(n_estimators=20000, max_samples=subsample, random_state=0).fit(train)
    return -fitted.score_samples(test)


def scores(a, b):
    k = 4
    yield "mahalanobis", {}, EmpiricalCovariance().fit(a).mahalanobis(b)
    yield "mahalanobis", {"shrinkage": "ledoit-wolf"}, LedoitWolf().fit(a).mahalanobis(b)
    yield "knn", {"k": k}, knn(a, b, k)[:, -1]
    yield "knn", {"k": k, "method": "mean"}, knn(a, b, k).mean(1)
    yield "knn", {"k": k, "method": "median"}, np.median(knn(a, b, k), axis=1)
    yield "lof", {"k": k}, lof(a, b, k)
    yield "lof", {"k": len(a)}, lof(a, b, len(a) - 1)
    yield "ecod", {}, tails(a, b, np.maximum)
    yield "copod", {}, tails(a, b, lambda left, right: (left + right) / 2)
    yield "hbos", {}, hbos(a, b, 10, 0.1, 0.5)
    yield "hbos", {"bins": 4, "alpha": 0.2, "tol": 0.1}, hbos(a, b, 4, 0.2, 0.1)
    for gamma, nu in ((0, 0.5), (0.3, 0.2)):
        fitted = OneClassSVM(gamma=gamma or "auto", nu=nu, tol=1e-9).fit(a)
        yield "ocsvm", {"gamma": gamma, "nu": nu, "eps": 1e-9}, -fitted.decision_function(b)
    yield "isolation-forest", {"trees": 10000, "subsample": 16}, forest(a, b, min(16, len(a)))


random = np.random.default_rng(4)
cases = []
for n, d in ((40, 4), (30, 3), (6, 9), (25, 1)):
    a = random.normal(size=(n, d)).round(3)
    b = np.vstack([random.normal(size=(4, d)), random.normal(size=(3, d)) * 4]).round(3)
    if d == 3:
        a[:, 1] = 0.5  # a constant column, left by some test rows
        b[:4, 1] = 0.5
    cases.append({
        "train": a.tolist(),
        "test": b.tolist(),
        "scores": [
            {"detector": name, "params": params, "scores": [float("%.15g" % v) for v in values]}
            for name, params, values in scores(a, b)
        ],
    })
versions = {"numpy": np.__version__, "scipy": scipy.__version__, "sklearn": sklearn.__version__}
with open("classical.json", "w") as f:
    json.dump({"versions": versions, "cases": cases}, f, separators=(",", ":"))
    f.write("\n")
