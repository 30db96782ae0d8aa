"""What results come from: two processes of the same provenance measure the same, bit for bit."""

from __future__ import annotations

import hashlib
import platform
from functools import cache
from typing import Final

import numpy as np

from sandbox.scenario.folders import LEVELS, PRESENCE, ROOT
from sandbox.session.files.versions import commit_of, versions

ROOMS: Final = ("engine", "scenario", "session", "lab")
"""Packages on whose sources a result hangs."""


@cache
def provenance() -> str:
    """Return the versions of game, Python and NumPy, and 16 hexadecimal digits that change with any line that plays.

    A packaged game has no sources; there the commit that it was built from stands for them.
    """
    packages = [path for room in ROOMS for path in (ROOT / "sandbox" / room).rglob("*.py")]
    digest = hashlib.blake2b((b"" if packages else commit_of(ROOT).encode()), digest_size=8)
    for path in sorted(
        (*packages, *LEVELS.glob("*.json"), *PRESENCE.glob("*.json")),
        key=lambda path: path.relative_to(ROOT).as_posix(),
    ):
        content = path.read_bytes().replace(b"\r\n", b"\n")  # Some systems end lines so when they check out.
        digest.update(f"{path.relative_to(ROOT).as_posix()} {len(content)}\n".encode())
        digest.update(content)
    python = ".".join(platform.python_version_tuple()[:2])
    return f"{versions().game}, Python {python}, NumPy {np.__version__}, {digest.hexdigest()}"
