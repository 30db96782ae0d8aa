"""Tests that the examples of docs/lab.md run, and that what it says to install is what is meant."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Final

import pytest

from sandbox.bootstrap import wanted
from sandbox.scenario.folders import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PAGE: Final = (ROOT / "docs" / "lab.md").read_text("utf-8")
EXAMPLES: Final = re.findall(r"^```python\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
ANSWERS: Final = (
    r"(\w+ +feels [+-]\d\.\d\d and shows [+-]\d\.\d\d\n){12}\d+ of \d+ ties are to a friend\n",
    (
        r"without nothing, the worst that a friend feels is -0\.[1-9]\d\n"
        r"without sympathy, the worst that a friend feels is -?0\.0\d\n"
    ),
    r"4 seeds: the friend's worst moment is -\d\.\d\d, at most -?\d\.\d\d\n",
)


@pytest.mark.parametrize(("example", "answer"), [*zip(EXAMPLES, ANSWERS, strict=True)], ids=["level", "deed", "seeds"])
def test_the_examples_run(tmp_path: Path, example: str, answer: str) -> None:
    script = tmp_path / "script.py"
    script.write_text(example, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, script],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(answer, done.stdout), done.stdout


def test_the_page_installs_what_a_cluster_needs() -> None:
    requirements = [f'"{one}"' for one in wanted("lab") if one not in wanted()]
    assert re.findall(r'pip install (".*?")', PAGE) == requirements
