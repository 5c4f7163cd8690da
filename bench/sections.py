"""The measurements. Each part returns plain data; table.py says it in words."""
import json
import os
import shutil
import statistics
import subprocess
import sys
import time

ALL = ("trials", "scoring", "ranking", "cohorts", "runs")
ROWS, TRAIN_ROWS, BATCH, EPOCHS = 5000, 4000, 128, 50
STEPS = EPOCHS * -(-TRAIN_ROWS // BATCH)
# As the launcher sets them, so that the probes run what a run does.
ENVIRONMENT = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "OPT_OUT_TRACKING": "true",
               "MALLOC_MMAP_THRESHOLD_": "33554432", "MALLOC_TRIM_THRESHOLD_": "536870912", "CI": "true"}


class Bench:
    def __init__(self, root, scratch, chosen, with_peers):
        self.root, self.scratch, self.chosen, self.with_peers = root, scratch, chosen, with_peers
        taskset = shutil.which("taskset")
        self.pin = [taskset, "-c", str(chosen.core)] if taskset else []
        java = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if os.environ.get("JAVA_HOME") else "java"
        self.probe = [java, "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=50", "-Dai.djl.offline=true", "-cp",
                      f"{root}/bench/jmh/target/dist/lib/*", "org.reconbench.bench.Probe"]
        self.peer = [chosen.python, "-B"]

    # --- parts -------------------------------------------------------------------------------------------------------

    def trials(self):
        """One AE and one VAE of the default experiment: inside the fit, and with the whole process."""
        seeds = str(self.chosen.seeds)
        found = {}
        for detector in ("ae", "vae"):
            pairs = []
            for number in range(self.chosen.pairs):
                self.say(f"trials: {detector}, pair {number + 1} of {self.chosen.pairs}")
                ours = self.ours("fit", detector, seeds)
                whole = self.reconbench("run", "--detectors", detector, "--protocols", "contaminated", "--seeds", seeds,
                                        "--jobs", "1", "--no-report", "-q", pinned=True)
                peer = self.theirs("plain_loop.py", detector)
                pairs.append({"fit_cpu_s": ours["cpu_s"], "whole_cpu_s": whole["cpu_s"] / self.chosen.seeds,
                              "peer_cpu_s": peer and peer["cpu_s"]})
            found[detector] = {"seeds": self.chosen.seeds, "steps": STEPS, "pairs": pairs}
        return found

    def scoring(self):
        return self.alternate("scoring", ("score", "ae", "1000000", "4"), ("plain_loop.py", "score", "1000000", "4"))

    def ranking(self):
        found = self.alternate("ranking", ("ranking", "1000000", "6"), ("ranking.py", "1000000", "4"))
        for pair in found["pairs"]:
            for area in ("auc_roc", "auc_pr"):
                if pair["peer"] and abs(pair["ours"][area] - pair["peer"][area]) > 1e-12:
                    raise SystemExit(f"bench: {area} differs: {pair['ours'][area]} and {pair['peer'][area]}")
        return found

    def cohorts(self):
        """Cost of a step by cohort size, by rows and by epochs; the median of three."""
        found = {"by_members": [], "by_rows": [], "by_epochs": []}
        for detector in ("ae", "vae"):
            for members in (1, 2, 5, 10, 20, 40):
                found["by_members"].append(self.step(detector, members, 10, ROWS))
        for rows in (ROWS, 4 * ROWS, 16 * ROWS):
            found["by_rows"].append(self.step("ae", 10, 5, rows))
        for epochs in (5, 20, 80):
            found["by_epochs"].append(self.step("ae", 10, epochs, ROWS))
        return found

    def runs(self):
        """Up to three whole runs from a cold start on all cores, report included, beside what plan says."""
        found = {}
        for experiment in ("families", "seed-grid"):
            plan = self.plan(experiment)
            times = []
            for number in range(min(3, self.chosen.pairs)):
                self.say(f"runs: {experiment}, {number + 1}")
                times.append(self.reconbench("run", experiment, "--progress", "none", pinned=False))
            found[experiment] = {"plan": plan, "runs": times}
        return found

    # --- processes ---------------------------------------------------------------------------------------------------

    def alternate(self, name, probe, script):
        pairs = []
        for number in range(self.chosen.pairs):
            self.say(f"{name}: pair {number + 1} of {self.chosen.pairs}")
            pairs.append({"ours": self.ours(*probe), "peer": self.theirs(*script)})
        return {"pairs": pairs}

    def step(self, detector, members, epochs, rows):
        self.say(f"cohorts: {detector}, K = {members}, {epochs} epochs, {rows} rows")
        fits = [self.ours("fit", detector, str(members), f"epochs={epochs}", f"n={rows}") for _ in range(3)]
        steps = epochs * -(-fits[0]["train_rows"] // BATCH)
        return {"detector": detector, "members": members, "epochs": epochs, "train_rows": fits[0]["train_rows"],
                "step_us": statistics.median(fit["cpu_s"] for fit in fits) / steps * 1e6}

    def ours(self, *words):
        return json.loads(self.execute(self.pin + self.probe + list(words))["out"])

    def theirs(self, script, *words):
        if not self.with_peers:
            return None
        return json.loads(self.execute(self.pin + self.peer + [f"{self.root}/bench/peers/{script}", *words])["out"])

    def reconbench(self, *words, pinned):
        place = self.scratch / "run"
        shutil.rmtree(place, ignore_errors=True)
        used = self.execute((self.pin if pinned else []) + [f"{self.root}/reconbench", *words, "-o", str(place)])
        return {name: used[name] for name in ("wall_s", "user_s", "sys_s", "cpu_s")}

    def plan(self, experiment):
        out = self.execute([f"{self.root}/reconbench", "plan", experiment, "--format", "json"])["out"]
        return json.loads(out)["estimate"]

    def execute(self, command):
        """Runs a command to its end; its output and what it used."""
        begin = time.perf_counter()
        with open(self.scratch / "errors", "wb+") as errors:
            process = subprocess.Popen(command, cwd=self.scratch, env={**os.environ, **ENVIRONMENT},
                                       stdout=subprocess.PIPE, stderr=errors)
            out = process.stdout.read()
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode != 0:
                errors.seek(0)
                sys.stderr.buffer.write(errors.read())
                raise SystemExit(f"bench: exit code {process.returncode} from {' '.join(command)}")
        return {"out": out.decode("utf-8"), "wall_s": time.perf_counter() - begin, "user_s": used.ru_utime,
                "sys_s": used.ru_stime, "cpu_s": used.ru_utime + used.ru_stime}

    @staticmethod
    def say(text):
        print("bench:", text, file=sys.stderr, flush=True)
