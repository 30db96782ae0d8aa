"""Fingerprint: saves and results tell by it whether they were made with the same engine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from sandbox.engine.fingerprint import engine

ROOT = Path(__file__).parents[2]
ASK = "from sandbox.engine.fingerprint import engine; print(engine())"


def test_it_is_the_same_in_every_process() -> None:
    told = subprocess.run([sys.executable, "-c", ASK], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == engine()
