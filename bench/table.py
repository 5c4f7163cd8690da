"""The results in Markdown."""
import statistics

BEGIN, END = "<!-- bench/run: begin -->", "<!-- bench/run: end -->"


def markdown(document):
    results = document["results"]
    lines = _machine(document)
    for part, write in (("trials", _trials), ("scoring", _scoring), ("ranking", _ranking), ("cohorts", _cohorts),
                        ("runs", _runs)):
        if part in results:
            lines += [""] + write(results[part])
    return "\n".join(lines) + "\n"


def publish(text, page):
    """Puts the text between the page's markers."""
    old = page.read_text(encoding="utf-8")
    if old.count(BEGIN) != 1 or old.count(END) != 1:
        raise SystemExit(f"bench: {page.name} has no place for the table: a line '{BEGIN}' and a line '{END}'")
    before, rest = old.split(BEGIN)
    page.write_text(before + BEGIN + "\n" + text + END + rest.split(END)[1], encoding="utf-8")


def _machine(document):
    about = document["machine"]
    peers = about.get("peers")
    return [
        f"`{document['command'].strip()}` on {about['date']}, commit {about['commit']}: {about['processor']}, "
        f"{about['cores']} cores, {about['l2_per_core']} of L2 each, {about['memory_gib']} GiB, {about['kernel']}; "
        f"{about['java']}; "
        + (f"peers: Python {peers['python']}, PyTorch {peers['torch']}, scikit-learn {peers['scikit-learn']}. "
           if peers else "no peers on this machine. ")
        + f"Load average {about['load_before']:.1f} before, {document['load_after']:.1f} after."
    ]


def _trials(results):
    rows = [["Trial of `families`, CPU s", "ours", "plain PyTorch loop", "ratio: median (min-max)"]]
    for detector, found in results.items():
        pairs = found["pairs"]
        peer = [pair["peer_cpu_s"] for pair in pairs]
        for label, key in (("inside the fit", "fit_cpu_s"), ("whole process", "whole_cpu_s")):
            ours = [pair[key] for pair in pairs]
            rows.append([f"{detector.upper()}, {label}", _number(ours), _number(peer), _ratio(ours, peer)])
    return _table(rows) + ["", f"Ours: the share of one of {found['seeds']} trials."]


def _scoring(results):
    ours, peer = _both(results["pairs"], "cpu_s")
    rate = [1 / seconds for seconds in ours]
    return _table([
        ["Scoring 1,000,000 rows of 20 features (AE), CPU s", "ours", "PyTorch", "ratio: median (min-max)"],
        ["steady", _number(ours), _number(peer), _ratio(ours, peer)],
        ["first call"] + _first(results["pairs"]),
    ]) + ["", f"That is {statistics.median(rate):.1f} million rows a CPU second."]


def _ranking(results):
    ours, peer = _both(results["pairs"], "cpu_s")
    return _table([
        ["AUC-ROC + AUC-PR of 1,000,000 scores with ties, CPU s", "ours", "scikit-learn", "ratio: median (min-max)"],
        ["steady", _number(ours), _number(peer), _ratio(ours, peer)],
        ["first call"] + _first(results["pairs"]),
    ]) + (["", "Both sides' areas agree to 1e-12."] if peer[0] else [])


def _cohorts(results):
    members = sorted({entry["members"] for entry in results["by_members"]})
    rows = [["One step of one network, CPU us, by cohort size K"] + [str(k) for k in members]]
    for detector in ("ae", "vae"):
        rows.append([detector] + [f"{entry['step_us']:.0f}" for entry in results["by_members"]
                                  if entry["detector"] == detector])
    by_rows = [["AE, K = 10, 5 epochs: by train rows"] + [f"{entry['train_rows']:,}" for entry in results["by_rows"]],
               ["CPU us a step"] + [f"{entry['step_us']:.0f}" for entry in results["by_rows"]]]
    by_epochs = [["AE, K = 10, 4,000 rows: by epochs"] + [str(entry["epochs"]) for entry in results["by_epochs"]],
                 ["CPU us a step"] + [f"{entry['step_us']:.0f}" for entry in results["by_epochs"]]]
    return _table(rows) + [""] + _table(by_rows) + [""] + _table(by_epochs)


def _runs(results):
    rows = [["Whole `./reconbench run`, s", "wall: median (min-max)", "user", "sys", "`plan` said, wall", "said / measured"]]
    for experiment, found in results.items():
        wall = [run["wall_s"] for run in found["runs"]]
        said = found["plan"]["wall_s"]
        rows.append([
            experiment, f"{statistics.median(wall):.1f} ({min(wall):.1f}-{max(wall):.1f})",
            f"{statistics.median(run['user_s'] for run in found['runs']):.1f}",
            f"{statistics.median(run['sys_s'] for run in found['runs']):.1f}",
            f"{said:.1f}", f"{said / statistics.median(wall):.2f}"])
    return _table(rows)


def _both(pairs, key):
    return [pair["ours"][key] for pair in pairs], [pair["peer"] and pair["peer"][key] for pair in pairs]


def _first(pairs):
    ours, peer = _both(pairs, "first_cpu_s")
    return [_number(ours), _number(peer), _ratio(ours, peer)]


def _number(values):
    return f"{statistics.median(values):.3f}" if values[0] is not None else "-"


def _ratio(ours, peer):
    if peer[0] is None:
        return "-"
    ratios = [theirs / own for own, theirs in zip(ours, peer)]
    return f"{statistics.median(ratios):.1f} ({min(ratios):.1f}-{max(ratios):.1f})"


def _table(rows):
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return [lines[0], "|" + "---|" * len(rows[0])] + lines[1:]
