"""Write the cells of experiments as files, so that each can be opened, watched and changed without the lab."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from sandbox.engine.params import Parameters
from sandbox.scenario.format import encode_level
from sandbox.scenario.whole_files import write_whole

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
) -> list[tuple[Path, Path]]:
    """Write the level and the commands of every cell, as its first world has them, and give the pairs of files.

    Args:
        experiments: whose cells to write.
        folder: where to; it is made if need be.
        runs: scenes of each cell, as in `sweep`; as many as each experiment says if left out.
        settings: parameters to change throughout, of which a level can say how important strangers are.

    Raises:
        OSError: if the folder cannot be made or written to.
    """
    strangers = Parameters().with_settings(settings or {}).stranger_importance
    folder.mkdir(parents=True, exist_ok=True)
    pairs: list[tuple[Path, Path]] = []
    for experiment in experiments:
        seed, tiles = experiment.worlds(runs or experiment.runs)[0]
        for cell in experiment.cells():
            staged = cell.staged(experiment.name, seed=seed, tiles=tiles, strangers=strangers)
            level = folder / f"{experiment.name}.{cell.name}.level.json"
            commands = folder / f"{experiment.name}.{cell.name}.commands.json"
            write_whole(level, encode_level(staged.level))
            write_whole(commands, msgspec.json.format(msgspec.json.encode(staged.commands), indent=2) + b"\n")
            pairs.append((level, commands))
    return pairs
