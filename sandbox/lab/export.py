"""Write the cells of experiments as recordings, so that each can be opened, watched and changed without the lab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.session.files.recording import VERSION, Recording, write_recording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from sandbox.lab.experiment import Experiment


def export(
    experiments: Iterable[Experiment],
    folder: Path,
    *,
    settings: Mapping[str, float] | None = None,
) -> list[Path]:
    """Write the first scene that is played of every cell, and give the files.

    Args:
        experiments: whose cells to write.
        folder: where to; it is made if need be.
        settings: parameters to change throughout.

    Raises:
        OSError: if the folder cannot be made or written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files: list[Path] = []
    for experiment in experiments:
        for cell in experiment.cells():
            staged = cell.staged(experiment.name, seed=1, scenes=1)
            recording = Recording(
                recording_version=VERSION,
                seed=1,
                ticks=round(staged.seconds * TICKS_PER_SECOND),
                settings=dict(settings or {}),
                commands=staged.commands,
                level=staged.scenes[0],
            )
            files.append(folder / f"{experiment.name}.{cell.name}.json")
            write_recording(files[-1], recording)
    return files
