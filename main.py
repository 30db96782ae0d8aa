"""The Sympathy Sandbox: `python main.py` plays, `python main.py --help` lists what else it can do."""

try:
    from sandbox import interrupts

    interrupts.leave_at_once()
except KeyboardInterrupt:  # It came before it was answered, and Python would tell of it at length.
    raise SystemExit(130) from None

import os
import sys

from sandbox import bootstrap


def main() -> int:
    """Make the packages available, then hand the arguments to the command line."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    bootstrap.ensure()
    from sandbox.app import cli

    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # The processes of a sweep begin here, too, where the game is packaged.
        import multiprocessing

        multiprocessing.freeze_support()
    sys.exit(main())
