"""The ratios of a past commit, kept so that later runs can compare themselves with it and need no history."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Final

from sandbox.scenario.whole_files import write_whole

STORED: Final = Path(__file__).with_name("stored.json")
"""The commit, and its ratios by name; written by `python benchmarks/NAME.py --store COMMIT` of that commit."""


def parser(description: str) -> ArgumentParser:
    """Return the arguments that all benchmarks of ratios take."""
    arguments = ArgumentParser(description=description)
    arguments.add_argument("--store", metavar="COMMIT", help="keep the ratios as those of this commit")
    return arguments


def report(ratios: dict[str, float], commit: str | None) -> None:
    """Print each ratio beside what it was at the stored commit; first keep them as those of `commit`, if given."""
    if commit:
        _store(commit, ratios)
    _compare(ratios)


def stored_ratio(name: str) -> float:
    """Return a ratio of the stored commit, nan if it is not known."""
    return _read()[1].get(name, float("nan"))


def _compare(ratios: dict[str, float]) -> None:
    commit, stored = _read()
    print(f"\n{'ratio':<28} {'now':>9} {'at ' + commit:>11} {'now/then':>9}")
    for name, now in ratios.items():
        then = stored.get(name)
        beside = f"{then:>11.3f} {now / then:>9.2f}" if then else f"{'':>11} {'':>9}"
        print(f"{name:<28} {now:>9.3f} {beside}")


def _store(commit: str, ratios: dict[str, float]) -> None:
    """Keep the ratios as those of a commit; what was kept of the same commit stays, of another it goes."""
    before, stored = _read() if STORED.exists() else (commit, {})
    kept = (stored if before == commit else {}) | {name: float(f"{ratio:.4g}") for name, ratio in ratios.items()}
    whole = {"commit": commit, "ratios": dict(sorted(kept.items()))}
    write_whole(STORED, (json.dumps(whole, indent=1) + "\n").encode())


def _read() -> tuple[str, dict[str, float]]:
    whole = json.loads(STORED.read_text(encoding="utf-8"))
    return whole["commit"], whole["ratios"]
