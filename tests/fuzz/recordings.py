"""Recordings and saves as strangers might forge them: opened, played on and asked why, or refused in a sentence."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from zlib import crc32

import msgspec

from sandbox.engine.ranges import outside
from sandbox.scenario.language import explain
from sandbox.scenario.problems import LevelError
from sandbox.scenario.schema import Happening
from sandbox.session.files.playable import ZIP
from sandbox.session.files.recording import Branch, Recording, decode_recording, encode_recording
from sandbox.session.files.replay import PartedError, begun, replay
from sandbox.session.files.save_file import MOMENT, RECORDING, Saved, decode_save, encode_save, recording_in, saved
from sandbox.session.session import Session
from tests.fuzz import forge
from tests.fuzz.kind import Kind
from tests.fuzz.levels import CHANGES, change, damaged, nothing, said
from tests.scenario.small import load, small
from tests.session.play import HURT, level, played
from tests.session.saves import subjects

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random

FILE: Final = "fuzz.play"
TICKS: Final = 60
"""At which saves are made."""
SHORT: Final = 10
LONG: Final = 600
"""Ticks for which what opens is played on; one in RARE for the longer time."""
RARE: Final = 100
ASKED: Final = 10
"""Whys, at most."""
CROWD: Final = 20
"""People of whom nobody is asked about, since listing what can be asked would take longer than all else."""
SMALL: Final = 0.9
"""Share of saves with three people instead of twelve."""
COMMANDS: Final = (
    HURT,
    Happening(do="praise", who="bob", at=2.5),
    Happening(do="switch", drive="sympathy", on=False, at=4),
)


class Sound(NamedTuple):
    """A play-through with nothing wrong, in all its forms."""

    save: Saved
    recording: dict[str, Any]
    data: bytes
    """of the save"""
    members: dict[str, bytes]
    """of that"""


@cache
def sound(people: int) -> Sound:
    """Play something that can be forged, with three people or twelve."""
    played_on = Session(load(small()) if people == 3 else level("open-square"), seed=5, settings={"walk_speed": 1.5})
    save = saved(played(played_on, TICKS, COMMANDS), name="Monday")
    future = Branch(name="Kinder", commands=COMMANDS[1:], start=5, end=40)
    save = save._replace(recording=msgspec.structs.replace(save.recording, branches=(future,)))
    data = encode_save(save, notes=b'{"a": 1}')
    return Sound(save, json.loads(encode_recording(save.recording)), data, forge.unzipped(data))


def generate(rng: Random) -> bytes:
    """Return the bytes of one file: a recording or a save with spots changed, or damaged, or neither of them."""
    return rng.choice(_WAYS)(rng, sound(3 if rng.random() < SMALL else 12))


def _recording(rng: Random, of: Sound) -> bytes:
    return _changed(rng, of.recording)


def _damaged_recording(rng: Random, of: Sound) -> bytes:
    return damaged(rng, json.dumps(of.recording).encode())


def _nothing(rng: Random, _of: Sound) -> bytes:
    return nothing(rng)


def _texts(rng: Random, of: Sound) -> bytes:
    """Change the recording in a save, or the head of its moment."""
    name = rng.choice((RECORDING, MOMENT))
    return forge.zipped(of.members | {name: _changed(rng, json.loads(of.members[name]))})


def _changed(rng: Random, value: dict[str, Any]) -> bytes:
    value = json.loads(json.dumps(value))
    for _ in range(rng.randint(1, CHANGES)):
        change(rng, value)
    return json.dumps(value).encode("utf-8", "surrogatepass")


def _members(rng: Random, of: Sound) -> bytes:
    return forge.members(rng, of.members)


def _world(rng: Random, of: Sound) -> bytes:
    return encode_save(of.save._replace(moment=forge.moment(rng, of.save.moment)))


def _zip(rng: Random, of: Sound) -> bytes:
    return forge.archive(rng, of.members)


def _damaged_save(rng: Random, of: Sound) -> bytes:
    """Damage a save, mostly where the zip says what is in it."""
    data = of.data if rng.random() < 1 / 2 else forge.zipped(of.members)
    head = data.rfind(b"PK\x01\x02", 0, rng.randrange(len(data)) + 1) if rng.random() < 1 / 2 else len(data) - 30_000
    head = max(0, head)
    return data[:head] + damaged(rng, data[head:]) if rng.random() < 0.8 else damaged(rng, data)


_WAYS: Final[tuple[Callable[[Random, Sound], bytes], ...]] = (
    *(_recording, _recording, _damaged_recording, _nothing, _texts, _texts),
    *(_members, _members, _members, _world, _world, _zip, _zip, _damaged_save),
)


def check(data: bytes, _folder: Path) -> str:
    """Open what may be a recording or a save, play it on, look at another of its futures, and ask why."""
    try:
        opened = _save(data) if data.startswith(ZIP) else _replayed(decode_recording(data, FILE))
    except LevelError as error:
        said(error, FILE)
        return "refused"
    long = crc32(data) % RARE == 0
    if long:
        opened.fill(60.0)
    _play(opened, LONG if long else SHORT)
    for branch in opened.branches[1:2]:
        opened.choose(branch.id, min(branch.latest_tick, SHORT))
        _play(opened, 1)
    return "opened"


def _save(data: bytes) -> Session:
    opened = decode_save(data, FILE)
    assert recording_in(data, FILE) == opened.recording
    return opened.session


def _replayed(recording: Recording) -> Session:
    """Go on with a recording where it was, if that is soon, or else at its beginning; it may say that it parted."""
    try:
        return replay(recording, min(recording.ticks, TICKS))
    except PartedError as error:
        explain(error).encode()
        return begun(recording)


def _play(session: Session, ticks: int) -> None:
    session.step(ticks)
    session.frame()
    session.outcome()
    asked = list(subjects(session)) if len(session.level.people) < CROWD else []
    for subject in asked[:: max(1, len(asked) // ASKED)]:
        assert session.why(subject) or subject.kind != "person"
    assert outside(session.world) == []


RECORDINGS: Final = Kind("recordings", generate, check, few=10)
