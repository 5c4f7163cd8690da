"""Writes statistics.json: oracles from SciPy, scikit-learn and statsmodels, or by brute force over every case.

Run: python3 statistics.py > statistics.json
"""
import itertools
import json
import sys
import warnings

import numpy as np
import scipy
import scipy.stats as st
import sklearn
import statsmodels
from scipy.optimize import minimize
from sklearn.metrics import average_precision_score, f1_score, roc_auc_score, roc_curve
from statsmodels.stats.multitest import multipletests

warnings.simplefilter("ignore")


def wilcoxon(r):
    """Exact distribution over all 2^m signs of the non-zero differences; zeros ranked, then dropped (Pratt)."""
    cases = {"ties": [-1, 1, -1, 1, -1, 2, -2, 2, -.5, -2], "zeros": [0, 0, -1, .5, 0, -2, 3, -1.25, -.125],
             "zeros and ties": [0, 0, 0, 1, 1, -1, 2, 2, 3, 3, 3, -.5], "one": [.5], "two": [.5, .5], "same": [.25] * 7,
             "rounded": np.round(r.normal(.02, .03, 14), 2), "tied 12": np.round(r.normal(.5, 1, 12), 0)}
    out = []
    for name, d in cases.items():
        d = np.asarray(d, float)
        ranks = st.rankdata(np.abs(d))[d != 0]
        w = ranks[d[d != 0] > 0].sum()
        every = np.array([ranks[list(map(bool, s))].sum() for s in itertools.product((0, 1), repeat=len(ranks))])
        greater, less = np.mean(every >= w - 1e-9), np.mean(every <= w + 1e-9)
        out.append({"name": name, "d": d, "w_plus": w, "w_minus": ranks.sum() - w, "greater": greater, "less": less,
                    "two_sided": min(1, 2 * min(greater, less)), "rank_biserial": (2 * w - ranks.sum()) / ranks.sum()})
    return out


def holm(r):
    cases = [[.01, .04, .03, .005], [.5, .5, .5], [.2], [1, 1e-9, .02, .02, .9], r.uniform(0, .2, 12)]
    return [{"p": p, "adjusted": multipletests(p, method="holm")[1]} for p in cases]


def cliff(r):
    cases = [(r.normal(0, 1, 7), r.normal(.5, 1, 5)), ([1, 2, 2, 3], [2, 2, 1]), ([1], [1]), ([3, 4], [1, 2, 2])]
    return [{"a": a, "b": b, "delta": np.mean(np.sign(np.subtract.outer(a, b)))} for a, b in cases]


def bayes(r):
    """The sampling scheme of baycomp 1.0.3: Dirichlet(0.5, 1, ..., 1) over a pseudo-difference of 0 and the data."""
    cases = [(np.round(r.normal(.02, .03, 10), 3), .01), (np.round(r.normal(.05, .02, 12), 3), .01),
             (np.round(r.normal(0, .002, 15), 3), .01), ([.02, .02, -.02, 0, .04], .02), ([.1, -.1, .3], 0)]
    out = []
    for d, rope in cases:
        z = np.r_[0, d]
        sums = np.add.outer(z, z)
        above = (sums > 2 * rope) + .5 * (sums == 2 * rope)
        below = (-sums > 2 * rope) + .5 * (-sums == 2 * rope)
        w = r.dirichlet(np.r_[.5, np.ones(len(d))], 200_000)
        left, right = np.einsum("si,ij,sj->s", w, below, w), np.einsum("si,ij,sj->s", w, above, w)
        mass = np.c_[left, 1 - left - right, right]
        won = mass.argmax(1) if rope > 0 else np.where(right > .5, 2, 0)
        out.append({"d": d, "rope": rope, "weights": w[:5], "left": left[:5], "right": right[:5],
                    "probability": np.bincount(won, minlength=3) / len(w)})
    return out


def rows(r, m, n, digits):
    return np.r_[np.ones(m, int), np.zeros(n, int)], np.round(np.r_[r.normal(1, 1, m), r.normal(0, 1, n)], digits)


def delong(r):
    """Placement values in O(m n), DeLong et al. 1988."""
    out = []
    for m, n, digits in ((5, 8, 6), (2, 2, 6), (30, 50, 1), (10, 200, 0), (3, 4, 0)):
        y, s = rows(r, m, n, digits)
        x, z = s[y == 1], s[y == 0]
        psi = (x[:, None] > z) + .5 * (x[:, None] == z)
        variance = psi.mean(1).var(ddof=1) / m + psi.mean(0).var(ddof=1) / n
        out.append({"y": y, "s": s, "auc": roc_auc_score(y, s), "variance": variance})
    return out


def two_level(r):
    """Means of resampled blocks, each over its resampled seeds; blocks differ in how many seeds they have."""
    blocks = [np.round(r.normal(b / 20, .05, 3 + b % 3), 4) for b in range(7)]
    picks = r.randint(0, 7, (50, 7))
    seeds = [[r.randint(0, len(blocks[b]), len(blocks[b])) for b in pick] for pick in picks]
    means = [np.mean([blocks[b][i].mean() for b, i in zip(pick, seed)]) for pick, seed in zip(picks, seeds)]
    return {"values": blocks, "blocks": picks, "seeds": seeds, "replicates": means,
            "mean": np.mean([b.mean() for b in blocks]), "ci95": np.percentile(means, [2.5, 97.5])}


def variance(r):
    """Mean squares of statsmodels' anova_lm; components by the method of moments, negative ones set to 0."""
    import pandas as pd
    from statsmodels.formula.api import ols
    from statsmodels.stats.anova import anova_lm
    out = []
    for nd, nc, ns, scale in ((4, 3, 5, (.2, .1, .05, .03, .02)), (3, 4, 2, (.3, 0, 0, 0, .1)), (5, 2, 3, (0, .1, 0, .2, .01))):
        y = (scale[0] * r.normal(size=(nd, 1, 1)) + scale[1] * r.normal(size=(1, nc, 1))
             + scale[2] * r.normal(size=(nd, nc, 1)) + scale[3] * r.normal(size=(nd, 1, ns)) + scale[4] * r.normal(size=(nd, nc, ns)))
        y = np.round(y, 4)
        d, c, s = np.meshgrid(range(nd), range(nc), range(ns), indexing="ij")
        frame = pd.DataFrame({"y": y.ravel(), "d": d.ravel(), "c": c.ravel(), "s": s.ravel()})
        t = anova_lm(ols("y ~ C(d) + C(c) + C(d):C(c) + C(d):C(s)", frame).fit(), typ=1)
        ms = t["sum_sq"] / [nd - 1, nc - 1, (nd - 1) * (nc - 1), nd * (ns - 1), nd * (nc - 1) * (ns - 1)]
        a, b, ab, sd, e = ms
        part = [(a - ab - sd + e) / (nc * ns), (b - ab) / (nd * ns), (ab - e) / ns, (sd - e) / nc, e]
        out.append({"y": y, "raw": part, "components": np.maximum(part, 0)})
    return out


def gain_area(y, s):
    """Area under precision-recall-gain (Flach and Kull 2015), straight lines between points, from recall gain 0."""
    p, n = y.sum(), (1 - y).sum()
    t = np.unique(s)[::-1]
    tp = np.r_[0, [(y[s >= v] == 1).sum() for v in t]].astype(float)
    fp = np.r_[0, [(y[s >= v] == 0).sum() for v in t]].astype(float)
    start = p * p / (p + n)                       # true positives at recall = prevalence: recall gain 0
    k = np.searchsorted(tp, start)
    if tp[k] > start:
        at = fp[k - 1] + (start - tp[k - 1]) / (tp[k] - tp[k - 1]) * (fp[k] - fp[k - 1])
        tp, fp = np.r_[start, tp[k:]], np.r_[at, fp[k:]]
    else:
        tp, fp = tp[k:], fp[k:]
    return np.trapz(1 - p / n * fp / tp, 1 - p / n * (p - tp) / tp)


def metrics(r):
    out = []
    cases = [rows(r, m, n, k) for m, n, k in ((5, 20, 6), (10, 10, 1), (3, 50, 0), (40, 160, 1), (1, 9, 3), (9, 1, 3), (20, 80, 6))]
    cases += [(np.array([1, 1, 0, 0, 0]), np.array([5., 4, 3, 2, 1])), (np.array([0, 0, 0, 1]), np.array([4., 3, 2, 1])),
              (np.array([0, 1, 0, 1]), np.ones(4))]
    for y, s in cases:
        prevalence, total = y.mean(), y.sum()
        fpr, tpr, _ = roc_curve(y, s, drop_intermediate=False)
        t = np.r_[np.unique(s), np.inf]
        costs = {str(c): [float(np.mean(np.where(y == 1, c * (s < v), s >= v))) for v in t] for c in (.5, 1, 10)}
        cut = np.median(s)
        flagged, f1 = (s > cut).sum(), f1_score(y, s > cut, zero_division=0)
        chance = 2 * flagged * prevalence / (flagged + total)
        out.append({"y": y, "s": s, "prg_area": gain_area(y, s), "adjusted_ap": (average_precision_score(y, s) - prevalence) / (1 - prevalence),
                    "fpr95": fpr[np.argmax(tpr >= .95)], "costs": costs, "thresholds": t[:-1], "cut": cut,
                    "adjusted_f1": (f1 - chance) / (1 - chance), "top": {str(k): expected_top(y, s, k) for k in (1, 2, 3)}})
    return out


def expected_top(y, s, k):
    """Mean precision of the k highest over every order of ties, by the share each tie group gets."""
    hits, left = 0., k
    for v in np.unique(s)[::-1]:
        group = y[s == v]
        take = min(left, len(group))
        hits, left = hits + group.mean() * take, left - take
    return hits / k


def pareto(r):
    """Maximum likelihood of the generalised Pareto distribution, shape at least -0.5; best of several simplex runs."""
    cases = {"exponential": r.exponential(2, 200), "heavy": st.genpareto.rvs(.4, scale=.1, size=300, random_state=1),
             "bounded": st.genpareto.rvs(-.3, scale=5, size=300, random_state=2), "few": r.exponential(1, 12), "tiny": r.exponential(1e-6, 60)}
    out = []
    for name, x in cases.items():
        z = x / x.mean()
        nll = lambda p: -st.genpareto.logpdf(z, p[0], scale=np.exp(p[1])).sum() if p[0] >= -.5 else np.inf
        best = min((minimize(nll, (g, v), method="Nelder-Mead", options={"xatol": 1e-11, "fatol": 1e-13, "maxiter": 9999})
                    for g in (-.3, .05, .5, 1) for v in (-.5, 0, 1)), key=lambda f: f.fun)
        out.append({"name": name, "x": x, "shape": best.x[0], "scale": np.exp(best.x[1]) * x.mean(), "nll_scaled": best.fun})
    return out


def plain(v):
    return v.tolist() if isinstance(v, (np.ndarray, np.generic)) else str(v)


r = np.random.RandomState(17)
json.dump({"versions": {"numpy": np.__version__, "scipy": scipy.__version__, "sklearn": sklearn.__version__, "statsmodels": statsmodels.__version__},
           **{f.__name__: f(r) for f in (wilcoxon, holm, cliff, bayes, delong, two_level, variance, metrics, pareto)}},
          sys.stdout, default=plain)
