"""The program ends when it is told to: without a traceback, and without losing what it was about to keep."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from sandbox.bootstrap import ROOT
from sandbox.interrupts import OFFSET, Interrupted, answered, stop
from sandbox.scenario.whole_files import whole_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no signals that a test could send")

HANG_UP = getattr(signal, "SIGHUP", 0)
ENDING = (signal.SIGINT, signal.SIGTERM, HANG_UP)
AT = """
import os, runpy, signal, sys
class Finder:
    def find_spec(self, name, *_):
        if name == {at!r}:
            os.kill(os.getpid(), {number})
sys.meta_path.insert(0, Finder())
sys.argv = ["main.py", *{arguments!r}]
runpy.run_path("main.py", run_name="__main__")
"""
"""A program that is told to end in the middle of an import, where Python would tell of it at length or lose it."""


@pytest.fixture(autouse=True)
def _whatever_the_shell_lets_us_ignore_is_heard() -> Iterator[None]:
    usual = dict.fromkeys(ENDING, signal.SIG_DFL) | {signal.SIGINT: signal.default_int_handler}
    before = {number: signal.signal(number, handler) for number, handler in usual.items()}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def _interrupted_at(module: str, number: int, *arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    code = AT.format(at=module, number=int(number), arguments=arguments)
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | {"SYMPATHY_SANDBOX_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


# SIGINT is the one that Python itself answers, so it comes at every place; the others share one answer.
@pytest.mark.parametrize(
    ("module", "number"),
    [
        ("sandbox.bootstrap", signal.SIGINT),
        ("sandbox.bootstrap", signal.SIGTERM),
        ("sandbox.app.cli", signal.SIGINT),
        ("numpy", signal.SIGINT),
        ("numpy", HANG_UP),
        ("sandbox.app.commands.headless", signal.SIGINT),
    ],
)
def test_a_start_that_is_broken_off_says_nothing(module: str, number: int, tmp_path: Path) -> None:
    done = _interrupted_at(module, number, "run", "110", "--seconds", "1", home=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (OFFSET + number, "", "")


# The library of the window takes SIGINT and SIGTERM; only a shot of a later moment has loaded it by then.
@pytest.mark.parametrize(("command", "number"), [("film", HANG_UP), ("shot", signal.SIGINT), ("shot", signal.SIGTERM)])
def test_a_picture_that_is_broken_off_ends_and_leaves_nothing(command: str, number: int, tmp_path: Path) -> None:
    out = tmp_path / ("x.gif" if command == "film" else "x.png")
    # By then the library of the window is there, which would take the signal for a wish to close a window.
    at = [] if command == "film" else ["--at", "1"]
    done = _interrupted_at("sandbox.view.stage", number, command, "110", *at, "-o", str(out), home=tmp_path)
    assert (done.returncode, done.stderr) == (OFFSET + number, "")
    assert [path.name for path in tmp_path.iterdir() if "draft" in path.name] == []


@pytest.mark.parametrize("number", ENDING)
def test_a_file_that_is_being_written_stays_as_it_was(number: int, tmp_path: Path) -> None:
    path = tmp_path / "kept.txt"
    path.write_text("before", encoding="utf-8")

    def write() -> None:
        with whole_file(path) as stream:
            stream.write(b"half")
            signal.raise_signal(number)

    with pytest.raises(KeyboardInterrupt):
        write()
    assert path.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_an_answer_is_given_once_and_the_wider_one_counts() -> None:
    heard: list[int] = []
    before = signal.getsignal(signal.SIGTERM)
    with answered(heard.append), answered(stop):
        signal.raise_signal(signal.SIGTERM)
        second = signal.getsignal(signal.SIGTERM)
    assert heard == [signal.SIGTERM]
    assert getattr(second, "__name__", "") == "_leave"
    assert signal.getsignal(signal.SIGTERM) == before


def test_what_is_to_be_ignored_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with answered(stop):
            signal.raise_signal(signal.SIGHUP)
    finally:
        signal.signal(signal.SIGHUP, before)


def test_an_interruption_knows_its_exit_code() -> None:
    assert Interrupted(signal.SIGTERM).code == 143
