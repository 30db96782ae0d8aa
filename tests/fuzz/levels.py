"""Level files as strangers might write them, and what must hold of each: played, or refused in sentences."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

from sandbox.scenario.folders import LEVELS
from sandbox.scenario.load import decode_level
from sandbox.scenario.problems import LevelError
from sandbox.session.session import Session
from tests.fuzz.kind import Kind
from tests.scenario.full import full
from tests.scenario.small import small

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from random import Random

SHORT: Final = 10
LONG: Final = 50
"""Ticks for which a level is played; one in RARE for the longer time."""
RARE: Final = 20
CHANGES: Final = 4
"""Spots of a level that are changed, at most."""
ODD: Final[tuple[object, ...]] = (
    *(None, True, False, 0, -1, 1, 0.5, 1e-300, 1e300, 10**30, -0.0, float("nan"), float("inf")),
    *("", " ", "ann", "well", "blues", "unreadable", "person", "hurt", "Ann\u200b", "\ud800", "W" * 41, "李", "🙂"),
    *([], {}, [[]], [None], {"": 0}, {"ann": 1}, {"en": "Ann", "de": "Anna"}, {"de": 3, "en": {}}, [1] * 50),
)
"""Values that hardly fit anywhere, or hardly do."""
TOKENS: Final = (*b'{}[]",:.-+eE0123456789\\ \n', *b"\x00\xff\xef\xbb\xbf", *b"tfnu")

Json = Any
"""a value of JSON, or a key of one"""
Spot = tuple[dict[str, Any] | list[Any], Any]
"""what holds a value, and its key or place there"""


def generate(rng: Random) -> bytes:
    """Return one file: a level with spots changed, or its bytes damaged, or no level at all."""
    level = _seed(rng)
    kind = rng.random()
    if kind < 0.7:
        for _ in range(rng.randint(1, CHANGES)):
            change(rng, level)
        return json.dumps(level).encode("utf-8", "surrogatepass")
    if kind < 0.9:
        return damaged(rng, json.dumps(level).encode())
    return nothing(rng)


def check(data: bytes, _folder: Path) -> str:
    """Tell whether a file is a level: it plays for some seconds, or is refused in sentences, or this raises."""
    try:
        level = decode_level(data, "fuzz.json")
    except LevelError as error:
        said(error)
        return "refused"
    session = Session(level)
    session.step(SHORT if crc32(data) % RARE else LONG)
    session.frame()
    session.outcome()
    return "played"


def said(error: LevelError, file: str = "fuzz.json") -> None:
    """Hold a refusal to what it must be: sentences that name the file and can be printed."""
    assert error.problems
    assert all(sentence.startswith(f"{file}: ") for sentence in error.problems)
    assert all(len(sentence.splitlines()) == 1 for sentence in error.problems)
    str(error).encode()


def _seed(rng: Random) -> dict[str, Any]:
    files = sorted(LEVELS.rglob("*.json"))
    chosen = rng.randrange(len(files) + 4)
    if chosen < len(files):
        level: dict[str, Any] = json.loads(files[chosen].read_bytes())
        return level
    return small() if chosen == len(files) else full()


def _spots(value: object) -> Iterator[Spot]:
    """List every value of a level, by what holds it."""
    if isinstance(value, dict):
        for key, entry in value.items():
            yield value, key
            yield from _spots(entry)
    elif isinstance(value, list):
        for place, entry in enumerate(value):
            yield value, place
            yield from _spots(entry)


def change(rng: Random, level: dict[str, Any]) -> None:
    """Change one spot of a level somehow."""
    spots = list(_spots(level))
    if spots:
        holder, key = rng.choice(spots)
        rng.choice(_WAYS)(rng, holder, key, spots)


def _odd(rng: Random, holder: Json, key: Json, _spots: list[Spot]) -> None:
    holder[key] = deepcopy(rng.choice(ODD))


def _elsewhere(rng: Random, holder: Json, key: Json, spots: list[Spot]) -> None:
    """Put there what stands somewhere else."""
    other, its_key = rng.choice(spots)
    holder[key] = json.loads(json.dumps(other[its_key]))


def _number(rng: Random, holder: Json, key: Json, _spots: list[Spot]) -> None:
    if isinstance(holder[key], int | float):
        holder[key] = rng.choice((-1, 0, 0.5, 1, 2, 20, 999, 1000, 86_400)) * rng.choice((1, 1, rng.random()))


def _gone(_rng: Random, holder: Json, key: Json, _spots: list[Spot]) -> None:
    del holder[key]


def _often(rng: Random, holder: Json, key: Json, _spots: list[Spot]) -> None:
    """Repeat an entry of a list, with ids of its own or without."""
    if isinstance(holder, list):
        entry = holder[key]
        new = rng.random() < 1 / 2 and isinstance(entry, dict) and "id" in entry
        holder += [entry | {"id": f"n{number}"} if new else entry for number in range(rng.choice((1, 3, 40, 700)))]


def _misspelt(rng: Random, holder: Json, key: Json, _spots: list[Spot]) -> None:
    if isinstance(holder, dict):
        holder[key[:-1] + rng.choice("aäz_$ ")] = holder.pop(key)


_WAYS: Final[tuple[Callable[[Random, Any, Any, list[Spot]], None], ...]] = (
    *(_odd, _elsewhere, _number, _number, _number, _gone, _often, _misspelt),
)


def damaged(rng: Random, data: bytes) -> bytes:
    """Cut, overwrite or repeat some bytes."""
    damaged = bytearray(data)
    for _ in range(rng.randint(1, CHANGES)):
        at, end = sorted(rng.randrange(len(damaged) + 1) for _ in range(2))
        way = rng.randrange(4)
        if way == 0:
            damaged[at : at + 1] = bytes([rng.choice(TOKENS)])
        elif way == 1:
            del damaged[at : min(end, at + 50)]
        elif way == 2:
            damaged[at:at] = damaged[at:end]
        else:
            del damaged[end:]
        damaged = damaged or bytearray(b"{")
    return bytes(damaged)


def nothing(rng: Random) -> bytes:
    """Return bytes that never were a level."""
    one = bytes([rng.choice(TOKENS)])
    return rng.choice(
        (
            rng.randbytes(rng.randrange(200)),
            bytes(rng.choice(TOKENS) for _ in range(rng.randrange(200))),
            one * rng.choice((1, 1000, 100_000)),
            b'{"people":' * rng.choice((1, 13, 5000)),
            b'{"seed": ' + b"9" * rng.choice((30, 5000, 1_000_000)) + b"}",
            b"[" + b"{}," * rng.choice((1, 100, 200_000)) + b"{}]",
        )
    )


LEVEL_FILES: Final = Kind("levels", generate, check, few=40)
