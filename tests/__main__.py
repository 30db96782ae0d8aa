"""Run the tests: `python tests`, followed by any arguments of pytest."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT)

from sandbox import bootstrap


def main() -> int:
    """Run everything but the tests of the built game, without a display or a sound device."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.update(SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy", PYGAME_HIDE_SUPPORT_PROMPT="1")
    bootstrap.ensure("tests")
    os.chdir(ROOT)
    import pytest

    # With worksteal, neighbours stay in one process, where they share what was played and drawn.
    arguments = sys.argv[1:] or ["--numprocesses=auto", "--maxprocesses=4", "--dist=worksteal"]
    return int(pytest.main(["-m", "not packaged", *arguments]))


if __name__ == "__main__":
    sys.exit(main())
