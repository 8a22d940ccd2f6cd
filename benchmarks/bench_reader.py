"""The reader's figures on the labelled corpus, beside those of another revision; it fails nothing.

    make bench-reader [BASE=main~3]
    python -m benchmarks.bench_reader ../shared/corpus [--base REV] [--write-precision] [--json]

Prints, for our own documents, for those held out and for our own minutes kept to measure, the score's figures; for
the first two also each rule with how often it fired, was right and was wrong; which of our own documents gained or lost
against the base (held-out documents are never named); words a second beside `re.findall(r"\\w+", text)`; and the time
of a 2 MB text over that of a 200 KB one.
"""

import argparse
import importlib.util
import io
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.split import is_kept_to_measure, names
from minutes.followups import find_followups
from minutes.readers.text import read_text
from minutes.structure import parse
from tests.minutes.own_corpus import documents

ROOT = Path(__file__).parent.parent
PRECISION = ROOT / "minutes" / "phrases" / "precision.py"
PRIOR = 6.0  # a rule seen less often than this is believed mostly by the overall precision
Cases = dict[str, dict[str, Any]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path, nargs="?", default=ROOT.parent / "shared" / "corpus")
    parser.add_argument("--base", default="", help="a revision to compare with")
    parser.add_argument("--write-precision", action="store_true", help="store each rule's precision beside the rules")
    parser.add_argument("--json", action="store_true", help="the figures alone, as JSON")
    args = parser.parse_args()
    folder = args.corpus / "dev"
    if not folder.is_dir():
        sys.exit(f"The labelled corpus is not at {folder}.")
    score = load_score(args.corpus / "score.py")
    ours, held = names(folder)
    labels = {name: json.loads((folder / f"{name}.json").read_text()) for name in ours + held}
    now = run(ROOT, folder, ours + held)
    base = run_base(args.base, folder, ours + held) if args.base else {}
    figures = {part: figures_of(score, labels, now, chosen) for part, chosen in (("our own", ours), ("held out", held))}
    if args.json:
        print(json.dumps(figures))
        return
    for part, chosen in (("our own", ours), ("held out", held)):
        print(f"\n{part}: {len(chosen)} documents")
        print_figures("this tree", figures[part])
        if base:
            print_figures(args.base, figures_of(score, labels, base, chosen))
        print_rules(rules_of(score, labels, now, chosen))
    if base:
        print_changes(score, labels, now, base, ours, held)
    kept, found = run_kept()
    print(f"\nour own minutes kept to measure: {len(kept)} documents")
    print_figures("this tree", figures_of(score, kept, found, list(kept)))
    print_speed(folder, ours + held)
    if args.write_precision:
        write_precision(rules_of(score, labels, now, ours), rules_of(score, kept, found, list(kept)))


def load_score(path: Path) -> ModuleType:
    """The corpus's own scorer, as a module."""
    spec = importlib.util.spec_from_file_location("corpus_score", path)
    if spec is None or spec.loader is None:
        sys.exit(f"There is no scorer at {path}.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(tree: Path, folder: Path, chosen: Iterable[str]) -> Cases:
    """What the reader of a tree prints for each document."""
    paths = [str((folder / f"{name}.txt").resolve()) for name in chosen]
    done = subprocess.run(
        [sys.executable, "-m", "minutes", *paths], cwd=tree, capture_output=True, text=True, check=False
    )
    if not done.stdout:
        sys.exit(f"The reader printed nothing: {done.stderr[-600:]}")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return {Path(line["path"]).stem: line for line in lines}


def run_base(revision: str, folder: Path, chosen: Iterable[str]) -> Cases:
    """The same of another revision, unpacked beside us for as long as it takes."""
    packed = subprocess.run(["git", "archive", revision, "minutes"], cwd=ROOT, capture_output=True, check=True).stdout
    with tempfile.TemporaryDirectory() as where:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(where, filter="data")
        return run(Path(where), folder, chosen)


def figures_of(score: ModuleType, labels: Cases, out: Cases, chosen: list[str]) -> dict[str, Any]:
    result: dict[str, Any] = score.report(score.score([labels[name] for name in chosen], out), len(chosen))
    return result


def print_figures(name: str, figures: dict[str, Any]) -> None:
    actions, resolutions = figures["actions"], figures["resolutions"]
    parts = [f"actions P {actions['precision']:.3f} R {actions['recall']:.3f} F1 {actions['f1']:.3f}"]
    parts += [f"{key} {figures[key]:.3f}" for key in ("ready", "owner", "due", "kind", "references")]
    parts += [
        f"resolutions F1 {resolutions['f1']:.3f}",
        f"items {figures['items']:.3f}",
        f"dates {figures['dates']:.3f}",
    ]
    print(f"  {name:<12} " + "  ".join(parts))


def run_kept() -> tuple[Cases, Cases]:
    """The labels of those of our own marked minutes from which nothing is learned, and what this tree finds in them."""
    kept = {name: (text, label) for name, text, label in documents() if is_kept_to_measure(name)}
    with tempfile.TemporaryDirectory() as where:
        for name, (text, _) in kept.items():
            (Path(where) / f"{name}.txt").write_text(text)
        return {name: {"id": name, **label} for name, (_, label) in kept.items()}, run(ROOT, Path(where), kept)


def rules_of(score: ModuleType, labels: Cases, out: Cases, chosen: list[str]) -> dict[str, tuple[int, int]]:
    """Rule → (right, wrong). An action that is borderline, or a second quote of one, counts neither way."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for name in chosen:
        gold, found = score.flat(labels[name], "actions"), score.flat(out[name], "actions")
        pairs = dict(
            score.pair_up([score.quotes(a["evidence"]) for a in found], [score.quotes(a["evidence"]) for a in gold])
        )
        unsure = [g for g in gold if g["certainty"] == "borderline"]
        for i, action in enumerate(found):
            if i in pairs:
                right[action["rule"]] += gold[pairs[i]]["certainty"] == "clear"
            elif all(
                score.best(score.quotes(action["evidence"]), score.quotes(g["evidence"])) < score.SAME_PLACE
                for g in unsure
            ):
                wrong[action["rule"]] += 1
    return {rule: (right[rule], wrong[rule]) for rule in sorted({*right, *wrong})}


def print_rules(rules: dict[str, tuple[int, int]]) -> None:
    print(f"    {'rule':<42} fired  right  wrong")
    for rule, (right, wrong) in sorted(rules.items(), key=lambda pair: -sum(pair[1])):
        print(f"    {rule:<42} {right + wrong:5}  {right:5}  {wrong:5}")


def print_changes(score: ModuleType, labels: Cases, now: Cases, base: Cases, ours: list[str], held: list[str]) -> None:
    """Gains and losses in right and wrong follow-ups; of the held-out documents only how many went which way."""
    better = worse = 0
    print("\ngains and losses by document (found, made up)")
    for name in ours + held:
        new, old = (score.score([labels[name]], out) for out in (now, base))
        gain = (new["tp"] - old["tp"]) - (new["fp"] - old["fp"])
        if name in ours and (new["tp"], new["fp"]) != (old["tp"], old["fp"]):
            print(f"    {name}  {old['tp']},{old['fp']} → {new['tp']},{new['fp']}  ({gain:+})")
        elif name not in ours:
            better, worse = better + (gain > 0), worse + (gain < 0)
    print(f"    held out: {better} better, {worse} worse")


def print_speed(folder: Path, chosen: Iterable[str]) -> None:
    texts = [(folder / f"{name}.txt").read_text() for name in chosen]
    count = sum(len(re.findall(r"\w+", text)) for text in texts)
    plain_time = min(timed(lambda: [re.findall(r"\w+", text) for text in texts]) for _ in range(3))
    read_time = min(timed(lambda: [read_all(text) for text in texts]) for _ in range(3))
    print(f"\nspeed: {count / read_time:,.0f} words a second; {read_time / plain_time:.0f} times re.findall")
    small = "\n\n".join(texts)[:200_000]
    ratio = timed(lambda: [read_all(10 * small)]) / min(timed(lambda: [read_all(small)]) for _ in range(2))
    print(f"       2 MB takes {ratio:.1f} times what 200 KB takes")


def read_all(text: str) -> int:
    return len(find_followups(parse(read_text(text))).followups)


def timed(work: Any) -> float:
    start = time.process_time()  # of this process alone: the machine may be busy with others
    work()
    return time.process_time() - start


def write_precision(*parts: dict[str, tuple[int, int]]) -> None:
    """Each rule's precision, drawn where it fired seldom towards that of the last part; nothing is learned from it."""
    overall = share([sum(pair[i] for pair in parts[-1].values()) for i in (0, 1)])
    lines = [
        '"""How often each rule was right, on our documents and those kept; written by benchmarks/bench_reader.py."""',
        "",
        f"OVERALL = {overall:.2f}",
        "PRECISION: dict[str, float] = {",
    ]
    for rule in sorted(set().union(*parts)):
        good, bad = (sum(part.get(rule, (0, 0))[i] for part in parts) for i in (0, 1))
        lines.append(f"    {json.dumps(rule)}: {share([good + PRIOR * overall, bad + PRIOR * (1 - overall)]):.2f},")
    PRECISION.write_text("\n".join([*lines, "}"]) + "\n")


def share(counts: list[float]) -> float:
    """What the first of two counts is of both."""
    return counts[0] / sum(counts)


if __name__ == "__main__":
    main()
