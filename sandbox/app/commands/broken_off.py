"""What is kept of an experiment that is broken off, and what is said of it."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from hashlib import blake2b
from typing import TYPE_CHECKING

from sandbox.app.errors import escaped
from sandbox.app.paths import experiments_folder
from sandbox.engine.explained import Explained
from sandbox.scenario.language import text_of
from sandbox.scenario.showable import reason_of
from sandbox.scenario.whole_files import refuse_unwritable

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from sandbox.lab.checkpoint import Checkpoint


@contextmanager
def kept(options: Namespace) -> Iterator[Checkpoint | None]:
    """Keep finished worlds until all is told; if it is broken off, say how to go on."""
    from concurrent.futures import BrokenExecutor

    from sandbox.lab.checkpoint import Checkpoint

    what = options.experiments
    names = what if isinstance(what, str) else [one.name for one in what]
    asked = repr((names, options.runs, options.quick, options.off, options.set)).encode()
    path = experiments_folder() / f"{blake2b(asked, digest_size=8).hexdigest()}.jsonl"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        refuse_unwritable(path)
        checkpoint = Checkpoint(path)
    except OSError as error:
        _remark(text_of("experiment.not_kept", place=error.filename, reason=reason_of(error)))
        yield None
        return
    if len(checkpoint):
        _remark(text_of("experiment.known", count=len(checkpoint), file=path))
    try:
        yield checkpoint
    except (KeyboardInterrupt, Explained, BrokenExecutor):
        if len(checkpoint):
            if sys.stderr is not None and sys.stderr.isatty():
                print(file=sys.stderr)  # It stands below the line of progress.
            _remark(text_of("experiment.kept", count=len(checkpoint), file=path))
        raise
    checkpoint.remove()


def _remark(sentence: str) -> None:
    """Say something beside the output, if there is anywhere to say it."""
    if sys.stderr is not None:
        print(escaped(sentence), file=sys.stderr)
