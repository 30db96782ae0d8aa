"""A stored replay: a level, its seed, what a player did, and the fingerprint of what came of it every five seconds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final
from zlib import crc32

import msgspec

from sandbox.scenario.schema import Happening
from sandbox.session.session import Session
from tests.session.play import columns, level

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER: Final = Path(__file__).parent
EVERY: Final = 50
"""Ticks between two fingerprints."""


class Replay(msgspec.Struct, kw_only=True):
    """One file of this folder."""

    level: str
    seed: int
    ticks: int
    commands: list[Happening]
    digests: list[str] = []
    """after every EVERY ticks"""
    columns: dict[str, str] = {}
    """the same for each column of the state: short fingerprints with blanks between, so that a failure can name it"""


def files() -> list[Path]:
    """List the stored replays."""
    return sorted(FOLDER.glob("*.json"))


def read(file: Path) -> Replay:
    """Read one."""
    return msgspec.json.decode(file.read_bytes(), type=Replay)


def moments(replay: Replay, *, journal: bool = True) -> Iterator[Session]:
    """Play it and stop at each moment of which there is a fingerprint."""
    session = Session(level(replay.level), seed=replay.seed, journal=journal)
    waiting = sorted(replay.commands, key=lambda happening: happening.at, reverse=True)
    while session.tick < replay.ticks:
        while waiting and round(waiting[-1].at * 10) == session.tick:
            session.do(waiting.pop())
        session.step()
        if session.tick % EVERY == 0:
            yield session


def fingerprints(session: Session) -> dict[str, str]:
    """Return each column's fingerprint."""
    return {name: f"{crc32(values):08x}" for name, values in columns(session.world).items()}


def played_anew(replay: Replay) -> Replay:
    """Play it and note what comes of it now."""
    digests, marks = [], []
    for session in moments(replay):
        digests.append(session.world.digest())
        marks.append(fingerprints(session))
    by_column = {name: " ".join(mark[name] for mark in marks) for name in marks[0]}
    return msgspec.structs.replace(replay, digests=digests, columns=by_column)
