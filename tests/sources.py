"""Python files as tests of the code's shape and of its words read them, each but once in a process."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]


@cache
def tree_of(place: str) -> ast.Module:
    """Return what stands in a file, such as "sandbox/engine/tick.py"."""
    return ast.parse((ROOT / place).read_text("utf-8"))
