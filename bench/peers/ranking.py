"""CPU seconds of scikit-learn's AUC-ROC + AUC-PR of N scores with ties. Prints one line of JSON.

    python3 ranking.py N TIMES

The scores are those of TiedScores.java, number by number, so both sides must agree on the areas.
"""
import json
import resource
import sys

import numpy as np
from sklearn.metrics import average_precision_score, roc_auc_score


def cpu_seconds():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def tied_scores(n):
    i = np.arange(n, dtype=np.uint64)
    u = (i * np.uint64(2654435761)) & np.uint64(0xFFFFFFFF)
    labels = ((i * np.uint64(40503)) & np.uint64(0xFFFF)) < 1966
    return labels, np.floor(u.astype(np.float64) * 2.0**-32 * 100_000) / 100_000 + np.where(labels, 0.3, 0.0)


def main(n, times):
    labels, scores = tied_scores(n)
    seconds = []
    for _ in range(times):
        begin = cpu_seconds()
        roc, pr = roc_auc_score(labels, scores), average_precision_score(labels, scores)
        seconds.append(cpu_seconds() - begin)
    return {"n": n, "auc_roc": roc, "auc_pr": pr, "first_cpu_s": seconds[0],
            "cpu_s": sum(seconds[1:]) / (times - 1)}


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]))))
