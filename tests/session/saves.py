"""What tests of saves share: one that can be forged, and what is said of it then."""

from __future__ import annotations

import io
import json
import zipfile
from functools import lru_cache
from itertools import permutations
from typing import TYPE_CHECKING

import numpy as np
import pytest

from sandbox.scenario.problems import LevelError
from sandbox.scenario.schema import Happening
from sandbox.session.files.save_file import MOMENT, decode_save
from sandbox.session.session import Session
from sandbox.session.why.cards import Subject
from tests.session.play import HURT, level, played

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FILE = "my.play"
COMMANDS = (HURT, Happening(do="praise", who="dee", at=2.5), Happening(do="switch", drive="company", on=False, at=8.0))


def session_at(ticks: int) -> Session:
    return played(Session(level("open-square"), seed=5, settings={"walk_speed": 1.5}), ticks, COMMANDS)


def subjects(session: Session) -> Iterator[Subject]:
    """List all that can be asked about."""
    people = range(len(session.level.people))
    yield from (Subject("person", who) for who in people)
    yield from (Subject(kind, *pair) for kind in ("look", "tie") for pair in permutations(people, 2))


@lru_cache(8)
def members(data: bytes) -> Mapping[str, bytes]:
    """Return what stands in a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def forged(data: bytes, changes: Mapping[str, bytes | None]) -> bytes:
    """Return a zip with other contents in some of its members, or without them."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as new:
        for name, content in {**members(data), **changes}.items():
            if content is not None:
                new.writestr(name, content)
    return written.getvalue()


def column(data: bytes, member: str) -> np.ndarray:
    return np.load(io.BytesIO(members(data)[member]))


def npy(array: np.ndarray, *, allow_pickle: bool = False) -> bytes:
    written = io.BytesIO()
    np.save(written, array, allow_pickle=allow_pickle)
    return written.getvalue()


def moment(data: bytes, **changes: object) -> bytes:
    return json.dumps(json.loads(members(data)[MOMENT]) | changes).encode()


def refusal(data: bytes) -> str:
    with pytest.raises(LevelError) as caught:
        decode_save(data, FILE)
    assert all(problem.startswith(FILE) for problem in caught.value.problems)
    return caught.value.problems[0].removeprefix(f"{FILE}: ")
