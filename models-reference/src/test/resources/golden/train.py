"""Writes train.json: scores of classical.json's own train rows, each left out of its own neighbours, by scikit-learn.

knn: kneighbors() without rows. lof: negative_outlier_factor_. Both leave the row itself out.
"""
import json

import numpy as np
import sklearn
from sklearn.neighbors import LocalOutlierFactor, NearestNeighbors


def scores(a):
    near = NearestNeighbors(n_neighbors=4, algorithm="kd_tree").fit(a).kneighbors()[0]
    yield "knn", {"k": 4}, near[:, -1]
    yield "knn", {"k": 4, "method": "mean"}, near.mean(1)
    yield "knn", {"k": 4, "method": "median"}, np.median(near, axis=1)
    for k in (4, len(a) - 1):
        fitted = LocalOutlierFactor(n_neighbors=k, algorithm="kd_tree").fit(a)
        yield "lof", {"k": k}, -fitted.negative_outlier_factor_


cases = []
for case in json.load(open("classical.json"))["cases"]:
    cases.append([
        {"detector": name, "params": params, "scores": [float("%.15g" % v) for v in values]}
        for name, params, values in scores(np.array(case["train"]))
    ])
versions = {"numpy": np.__version__, "sklearn": sklearn.__version__}
with open("train.json", "w") as f:
    json.dump({"versions": versions, "cases": cases}, f, separators=(",", ":"))
    f.write("\n")
