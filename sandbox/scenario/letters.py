"""Which letters the game's fonts have, and where a level has others."""

from __future__ import annotations

from functools import cache
from struct import iter_unpack, unpack_from
from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.scenario.folders import ASSETS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


FONTS: Final = tuple(ASSETS / "fonts" / f"Lato-{weight}.ttf" for weight in ("Regular", "Bold"))
SPACES: Final = frozenset("\n\t ")
"""What needs no picture."""
_UNICODE: Final = ((0, 3), (3, 1))
"""Platform and encoding of a font's map of letters in Unicode, up to U+FFFF."""


class Lacking(NamedTuple):
    """Letters of one text of a level that the game cannot show."""

    where: str
    """such as people[3].name"""
    letters: str
    """each once, in the order of the text"""


def lacking(level: object) -> list[Lacking]:
    """Return the texts of a level, given as JSON values, that have letters which not all our fonts have."""
    found = []
    for where, text in _texts(level, ""):
        letters = "".join(dict.fromkeys(one for one in text if one not in SPACES and ord(one) not in shown()))
        if letters:
            found.append(Lacking(where, letters))
    return found


@cache
def shown() -> frozenset[int]:
    """Return the code points that all our fonts have."""
    return frozenset.intersection(*map(letters_of, FONTS))


def letters_of(font: Path) -> frozenset[int]:
    """Return the code points up to U+FFFF that a TrueType font has, by its table "cmap" of format 4 (OpenType 1.9)."""
    data = font.read_bytes()
    (tables,) = unpack_from(">H", data, 4)
    places = {name: place for name, _, place, _ in iter_unpack(">4sIII", data[12 : 12 + 16 * tables])}
    start = places[b"cmap"]
    (maps,) = unpack_from(">H", data, start + 2)
    kinds = iter_unpack(">HHI", data[start + 4 : start + 4 + 8 * maps])
    return frozenset(_mapped(data, start + next(place for *kind, place in kinds if tuple(kind) in _UNICODE)))


def _mapped(data: bytes, at: int) -> Iterator[int]:
    """List the code points that a map in format 4 leads to a picture."""
    (double,) = unpack_from(">H", data, at + 6)
    row = f">{double // 2}H"
    columns = at + 14, at + 16 + double, at + 16 + 2 * double, at + 16 + 3 * double
    segments = zip(*(unpack_from(row, data, column) for column in columns), strict=True)
    for place, (last, first, delta, offset) in enumerate(segments):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offset:
                (glyph,) = unpack_from(">H", data, columns[-1] + 2 * place + offset + 2 * (code - first))
            if (glyph + delta) & 0xFFFF and (glyph or not offset):
                yield code


def _texts(value: object, where: str) -> Iterator[tuple[str, str]]:
    """List all texts in what a file holds, each with its place."""
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _texts(one, f"{where}.{key}" if where else str(key))
    elif isinstance(value, list | tuple):
        for index, one in enumerate(value):
            yield from _texts(one, f"{where}[{index}]")
