"""Write the cells of experiments as recordings, so that each can be opened, watched and changed without the lab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.params import TICKS_PER_SECOND, Parameters
from sandbox.session.recording import VERSION, Recording, write_recording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from sandbox.lab.experiment import Experiment


def export(
    experiments: Iterable[Experiment],
    folder: Path,
    runs: int | None = None,
    *,
    settings: Mapping[str, float] | None = None,
) -> list[Path]:
    """Write what is to be played of every cell, as its first world has it, and give the files.

    Args:
        experiments: whose cells to write.
        folder: where to; it is made if need be.
        runs: scenes of each cell, as in `sweep`; as many as each experiment says if left out.
        settings: parameters to change throughout.

    Raises:
        OSError: if the folder cannot be made or written to.
    """
    strangers = Parameters().with_settings(settings or {}).stranger_importance
    folder.mkdir(parents=True, exist_ok=True)
    files: list[Path] = []
    for experiment in experiments:
        seed, tiles = experiment.worlds(runs or experiment.runs)[0]
        for cell in experiment.cells():
            staged = cell.staged(experiment.name, seed=seed, tiles=tiles, strangers=strangers)
            recording = Recording(
                recording_version=VERSION,
                seed=seed,
                ticks=round(staged.seconds * TICKS_PER_SECOND),
                settings=dict(settings or {}),
                commands=staged.commands,
                level=staged.level,
            )
            files.append(folder / f"{experiment.name}.{cell.name}.json")
            write_recording(files[-1], recording)
    return files
