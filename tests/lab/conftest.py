"""Commands of the laboratory in a folder of their own, with an experiment of a second."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.lab.brief import BRIEF

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SYMPATHY_SANDBOX_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def _only_the_brief_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sandbox.lab.experiments.EXPERIMENTS", (BRIEF,))
    monkeypatch.setattr("sandbox.lab.report.text_of", lambda key, **_: key.rsplit(".")[-1])


@pytest.fixture
def _in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sandbox.lab.executors.processors", lambda: 1)
