"""What the numbers were taken on, without names of hosts or places."""
import os
import pathlib
import platform
import re
import subprocess
import time


def peers(python):
    """Versions of the peers' libraries, or None where one is missing."""
    code = "import sys, torch, sklearn; print(sys.version.split()[0], torch.__version__, sklearn.__version__)"
    try:
        done = subprocess.run([python, "-c", code], capture_output=True, text=True)
    except OSError:
        return None
    if done.returncode != 0:
        return None
    return dict(zip(("python", "torch", "scikit-learn"), done.stdout.split()))


def describe(root, peer_versions):
    """Label to value, in the order to show."""
    about = {
        "date": time.strftime("%Y-%m-%d", time.gmtime()),
        "commit": _output(["git", "-C", str(root), "describe", "--always", "--dirty"]),
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)),
        "l2_per_core": _text("/sys/devices/system/cpu/cpu0/cache/index2/size"),
        "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        "kernel": platform.system() + " " + platform.release().split("-")[0],
        "java": _java(),
        "load_before": os.getloadavg()[0],
    }
    if peer_versions:
        about["peers"] = peer_versions
    return about


def _processor():
    info = _text("/proc/cpuinfo")
    name = re.search(r"model name\s*: (.*)", info)
    kinds = [kind for kind in ("avx512f", "avx2") if re.search(rf"\b{kind}\b", info)]
    return (name.group(1) if name else platform.machine()) + (f" ({kinds[0]})" if kinds else "")


def _java():
    java = os.path.join(os.environ["JAVA_HOME"], "bin", "java") if os.environ.get("JAVA_HOME") else "java"
    first = subprocess.run([java, "-version"], capture_output=True, text=True).stderr.splitlines()[0]
    return first.replace('"', "")


def _output(command):
    try:
        return subprocess.run(command, capture_output=True, text=True).stdout.strip()
    except OSError:
        return ""


def _text(path):
    try:
        return pathlib.Path(path).read_text(encoding="utf-8").strip()
    except OSError:
        return ""
