"""CPU seconds in which a plain PyTorch loop trains ONE network of the default experiment. Prints one line of JSON.

    python3 plain_loop.py ae|vae          20-64-32-10-32-64-20, batch 128, 50 epochs, 4000 rows, Adam, one thread
    python3 plain_loop.py score ROWS N    reconstruction errors of ROWS rows: the first time, and the mean of N - 1 more

What most people write: nn.Linear, autograd, torch.optim.Adam, the rows indexed by a fresh permutation each epoch; no
DataLoader, whose cost would be on top. A short training before the clock starts pays for what is done once a process.
"""
import json
import resource
import sys
import time

import numpy as np
import torch
from sklearn.datasets import make_blobs
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler
from torch import nn

FEATURES, LATENT, BATCH, EPOCHS = 20, 10, 128, 50


def cpu_seconds():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def seed_blobs(seed, n=5000, contamination=0.03):
    """4/5 of seed-blobs, scaled to [0, 1]: the train rows of the contaminated protocol."""
    anomalies = round(n * contamination)
    normal, _ = make_blobs(n - anomalies, centers=3, n_features=FEATURES, random_state=seed)
    shift = np.random.RandomState(seed).normal(4.0, 1.5, (anomalies, FEATURES))
    rows = np.vstack([normal, normal.mean(0) + shift])
    labels = np.r_[np.zeros(n - anomalies), np.ones(anomalies)]
    train = train_test_split(rows, stratify=labels, test_size=0.2, random_state=seed)[0]
    return torch.as_tensor(MinMaxScaler().fit_transform(train).astype(np.float32))


class Network(nn.Module):
    def __init__(self, variational):
        super().__init__()
        self.encoder = nn.Sequential(nn.Linear(FEATURES, 64), nn.ReLU(), nn.Linear(64, 32), nn.ReLU())
        self.mu = nn.Linear(32, LATENT)
        self.logvar = nn.Linear(32, LATENT) if variational else None
        self.decoder = nn.Sequential(nn.Linear(LATENT, 32), nn.ReLU(), nn.Linear(32, 64), nn.ReLU(),
                                     nn.Linear(64, FEATURES), nn.Sigmoid())

    def loss(self, x):
        h = self.encoder(x)
        mu = self.mu(h)
        if self.logvar is None:
            return ((x - self.decoder(mu)) ** 2).sum(1).mean()
        logvar = self.logvar(h)
        z = mu + torch.randn_like(mu) * torch.exp(0.5 * logvar)
        kl = -0.5 * (1 + logvar - mu * mu - logvar.exp()).sum(1)
        return (((x - self.decoder(z)) ** 2).sum(1) + kl).mean()

    def errors(self, x):
        return ((x - self.decoder(self.mu(self.encoder(x)))) ** 2).sum(1)


def train(x, variational, epochs):
    torch.manual_seed(0)
    network = Network(variational)
    adam = torch.optim.Adam(network.parameters(), lr=1e-3)
    for _ in range(epochs):
        order = torch.randperm(len(x))
        for i in range(0, len(x), BATCH):
            loss = network.loss(x[order[i:i + BATCH]])
            adam.zero_grad(set_to_none=True)
            loss.backward()
            adam.step()
    return network


def score(x, rows, times):
    """From a float64 table, as a user holds it, to float64 scores."""
    network = train(x, False, 1)
    table = x.double().numpy()[np.arange(rows) % len(x)]
    seconds = []
    with torch.no_grad():
        for _ in range(times):
            begin = cpu_seconds()
            network.errors(torch.as_tensor(table.astype(np.float32))).double().numpy()
            seconds.append(cpu_seconds() - begin)
    return {"rows": rows, "first_cpu_s": seconds[0], "cpu_s": sum(seconds[1:]) / (times - 1)}


def main(what, *numbers):
    torch.set_num_threads(1)
    x = seed_blobs(0)
    if what == "score":
        return score(x, *map(int, numbers))
    train(x, what == "vae", 2)
    cpu, wall = cpu_seconds(), time.perf_counter()
    train(x, what == "vae", EPOCHS)
    return {"cpu_s": cpu_seconds() - cpu, "wall_s": time.perf_counter() - wall, "train_rows": len(x), "epochs": EPOCHS}


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])))
