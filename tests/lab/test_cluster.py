"""An experiment on a Dask cluster: the same numbers if a worker is killed, and a sentence where there is no cluster."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import CancelledError
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from distributed import Client, KilledWorker

from sandbox.app import cli
from sandbox.bootstrap import wanted
from sandbox.lab import executors
from sandbox.lab.executors import ClusterError, cluster
from sandbox.lab.provenance import provenance
from sandbox.lab.sweep import OtherVersionError, sweep
from sandbox.scenario.folders import ROOT
from tests.lab.brief import BRIEF

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from concurrent.futures import Executor
    from pathlib import Path
    from typing import Self

SCHEDULER = ("scheduler", "--host", "127.0.0.1", "--port", "0")
WORKER = ("worker", "--no-nanny", "--nthreads", "1")


@contextmanager
def started(folder: Path, *commands: tuple[str, ...]) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Start processes of a cluster that find each other by a file in a folder."""
    there = ("--scheduler-file", str(folder / "scheduler.json"))
    begun = [
        subprocess.Popen(
            [sys.executable, "-m", "dask", *command, "--no-dashboard", *there],
            cwd=ROOT,
            env=os.environ | {"DASK_TEMPORARY_DIRECTORY": str(folder)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for command in commands
    ]
    try:
        yield begun
    finally:
        for process in begun:
            process.kill()
            process.wait()


def test_a_cluster_of_which_a_worker_is_killed_measures_what_is_measured_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sandbox.lab.experiment.TOGETHER", 1)
    with started(tmp_path, SCHEDULER, WORKER, WORKER) as (_, victim, _):
        with Client(scheduler_file=str(tmp_path / "scheduler.json"), set_as_default=False) as client:
            client.wait_for_workers(2)
            address = client.scheduler.address

        def report(done: int, _whole: int) -> None:
            if done == 3:
                victim.kill()

        with cluster(address) as executor:
            found = sweep([BRIEF], 5, executor=executor, report=report)
            assert victim.wait() != 0
            with monkeypatch.context() as old:
                old.setattr("sandbox.lab.sweep.provenance", lambda: "0.0.1, of old")
                with pytest.raises(OtherVersionError) as caught:
                    sweep([BRIEF], 1, executor=executor)
    assert caught.value.slots == {"theirs": provenance(), "ours": "0.0.1, of old"}
    here = sweep([BRIEF], 5)
    assert {key: {name: row.tolist() for name, row in one.items()} for key, one in found.items()} == {
        key: {name: row.tolist() for name, row in one.items()} for key, one in here.items()
    }


class Answering:
    """A client whose cluster answers as it is told to."""

    def __init__(self, address: str, **_: object) -> None:
        if "silent" in address:
            raise OSError
        self.address = address

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def wait_for_workers(self, _count: int, timeout: float) -> None:
        """Wait in vain, or not at all."""
        if "idle" in self.address:
            assert timeout == executors.PATIENCE
            raise TimeoutError

    def run(self, function: object, on_error: str) -> Mapping[str, object]:
        """Tell what each worker says."""
        assert (function, on_error) == (provenance, "return")
        other = {"lost": Exception("No module named 'sandbox'"), "gone": OSError(), "old": "0.0.1, NumPy 1, 0123"}
        return {
            "tcp://a:1": provenance(),
            "tcp://b:2": next((v for k, v in other.items() if k in self.address), provenance()),
        }

    def get_executor(self, **_: object) -> Answering:
        """Be the executor, too."""
        return self

    def shutdown(self, **_: object) -> None:
        """Do nothing."""


@pytest.fixture
def _no_cluster(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("distributed.Client", Answering)


@pytest.mark.usefixtures("_no_cluster")
@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("silent:1", "No scheduler answers at silent:1; start one there, or write the address that it prints"),
        (
            "nonsense",
            '"nonsense" is no address of a scheduler; write it with its port, such as tcp://192.168.0.7:8786.',
        ),
        ("no://x:1", '"no://x:1" is no address of a scheduler'),
        ("idle:1", "The scheduler at idle:1 has no workers; start some"),
        ("lost:1", "The worker at tcp://b:2 does not find the game; start it in the game's folder."),
        (
            "old:1",
            (
                f"The worker at tcp://b:2 has another version of the game (0.0.1, NumPy 1, 0123) than this machine "
                f"({provenance()}); give all the same files"
            ),
        ),
    ],
)
def test_a_cluster_that_does_not_serve_is_one_sentence(
    capsys: pytest.CaptureFixture[str], address: str, sentence: str
) -> None:
    assert cli.main(["experiment", "levels", "--scheduler", address]) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(sentence)


@pytest.mark.usefixtures("_no_cluster")
@pytest.mark.parametrize(
    ("error", "key"),
    [(CancelledError(), "cli.cluster.lost"), (KilledWorker("a", None, 3), "cli.experiment.killed")],
)
def test_a_cluster_that_is_lost_meanwhile_is_a_sentence_too(error: Exception, key: str) -> None:
    def play(_: Executor) -> None:
        raise error

    with pytest.raises(ClusterError) as caught, cluster("tcp://gone:1") as executor:
        play(executor)
    assert caught.value.key == key


def test_without_dask_one_is_told_what_to_install(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    (requirement,) = [one for one in wanted("lab") if one not in wanted()]
    assert cli.main(["experiment", "levels", "--scheduler", "tcp://a:1"]) == 1
    assert capsys.readouterr().err == (
        "--scheduler needs Dask, which is not installed here: "
        f'type {sys.executable} -m pip install "{requirement}" and start again.\n'
    )
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert cli.main(["experiment", "levels", "--scheduler", "tcp://a:1"]) == 1
    assert "needs the game from source" in capsys.readouterr().err


def test_what_the_tests_need_of_dask_is_what_a_cluster_needs() -> None:
    assert set(wanted("lab")) <= set(wanted("tests"))
