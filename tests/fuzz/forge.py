"""Ways to forge a save: its columns, its members, and the zip that they stand in."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from sandbox.engine.people import People
from sandbox.engine.ranges import RANGES, highest
from sandbox.engine.table import columns, replaced
from sandbox.engine.ties import Ties

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from random import Random

    from sandbox.session.moment import Moment

    Column = np.ndarray[Any, Any]

MOST: Final = 4
"""Columns or members that are forged in one save."""
ODD: Final = (
    -1,
    0,
    1,
    2,
    3,
    12,
    59,
    60,
    61,
    255,
    2**31,
    -(2**31),
    2**63 - 1,
    0.5,
    -0.0,
    1e300,
    np.nan,
    np.inf,
    -np.inf,
)
FAR: Final = 1e6
"""What has no end of its own is at most this: from its utmost, play would go on to where nothing may be."""
KEYS: Final = {"observer", "target"}
"""Columns by which ties are found."""
HEADS: Final = (
    *(b"{}", b"[", b"{'descr': '|O', 'fortran_order': False, 'shape': (3,), }", b"(" * 200, b"\xff" * 40, b"0" * 200),
    *(
        b"{'descr': '<f8', 'fortran_order': False, 'shape': (-3,), }",
        b"{'descr': '<f8', 'shape': (3,), }",
        b"__import__",
    ),
    *(
        b"{'descr': '<f8', 'fortran_order': False, 'shape': (2**70,), }",
        b"{'descr': [[]], 'fortran_order': 0, 'shape': 3}",
    ),
)
"""What numpy's format may be said to hold."""


def moment(rng: Random, whole: Moment) -> Moment:
    """Return a moment with some numbers changed, most of them within their range; its fingerprint will be right."""
    world = whole.world
    for _ in range(rng.randint(1, MOST)):
        table, kind = rng.choice((("people", People), ("ties", Ties)))
        name = rng.choice([column for column in columns(kind) if column not in KEYS])
        found = getattr(getattr(world, table), name).copy()
        low, high, limit = RANGES[table][name]
        low, high = max(low, -FAR), min(high, FAR, FAR if limit is None else highest(world)[limit])
        for _ in range(rng.randint(1, 3)):
            within = rng.choice((low, high, rng.uniform(low, high)))
            value = within if rng.random() < 0.95 else rng.choice(ODD)
            found.flat[rng.randrange(found.size)] = _fit(value, found.dtype)
        world = replaced(world, **{table: replaced(getattr(world, table), **{name: found})})
    return replaced(whole, world=world, before=world.people if rng.random() < 1 / 3 else whole.before)


def _fit(value: float, kind: np.dtype[Any]) -> float:
    """Return a number as a column of this type can hold it."""
    if kind.kind == "f":
        return value
    value = value if np.isfinite(value) else -1
    low, high = (0, 1) if kind.kind == "b" else (int(np.iinfo(kind).min), int(np.iinfo(kind).max))
    return max(low, min(high, round(value)))


def members(rng: Random, sound: Mapping[str, bytes]) -> bytes:
    """Return a save with members changed, lost, cut, or put where another belongs."""
    forged = dict(sound)
    arrays = [name for name in sound if name.endswith(".npy")]
    journal = [name for name in arrays if name.startswith("journal/")]
    for _ in range(rng.choice((1, 1, 1, 2, MOST))):
        name = rng.choice(rng.choice((arrays, journal)))
        content = forged.get(name, sound[name])
        way = rng.random()
        if way < 0.6:
            forged[name] = _numbers(rng, content)
        elif way < 0.75:
            forged[name] = _otherwise(rng, _read(sound[name]))
        elif way < 0.8:
            forged.pop(name, None)
        elif way < 0.85:
            forged[name] = content[: rng.randrange(len(content) + 1)]
        elif way < 0.9:
            forged[name] = forged.get(rng.choice([*sound]), content)
        else:
            head = rng.choice(HEADS)
            version = bytes((rng.randrange(5), rng.randrange(2)))
            forged[name] = b"\x93NUMPY" + version + struct.pack("<H", len(head)) + head + content[128:]
    return zipped(forged)


def _read(content: bytes) -> Column:
    found: Column = np.load(io.BytesIO(content))
    return found


def _npy(column: Column) -> bytes:
    written = io.BytesIO()
    with warnings.catch_warnings(action="ignore"):
        np.lib.format.write_array(written, column, allow_pickle=True)
    return written.getvalue()


def _numbers(rng: Random, content: bytes) -> bytes:
    """Change numbers of a column, or let it be whatever it became."""
    try:
        column = _read(content).copy()
    except (ValueError, EOFError, SyntaxError, OSError, TypeError):
        return content
    if column.dtype.kind not in "iufb" or not column.size:
        return content
    with np.errstate(all="ignore"):
        for _ in range(rng.randint(1, 3)):
            there = column.flat[rng.randrange(column.size)]
            near = _fit(float(there) + rng.choice((-1, 1, 0.25)), column.dtype)
            value = rng.choice((near, column.flat[rng.randrange(column.size)], _fit(rng.choice(ODD), column.dtype)))
            column.flat[rng.randrange(column.size)] = value
    return _npy(column)


def _otherwise(rng: Random, column: Column) -> bytes:
    """Write a column in another type, order or shape."""
    ways: tuple[Callable[[], Column], ...] = (
        lambda: column.astype(np.float32),
        lambda: column.astype(object),
        lambda: column.astype("S8"),
        lambda: column.astype(column.dtype.newbyteorder(">")),
        lambda: np.asfortranarray(column),
        lambda: column[..., :-1] if column.ndim else column,
        lambda: column[None],
        lambda: np.concatenate([column, column]) if column.ndim else column,
        lambda: column[:0] if column.ndim else column,
        lambda: np.zeros((0, 2**40)),
        lambda: np.array(7),
    )
    with warnings.catch_warnings(action="ignore"):
        return _npy(rng.choice(ways)())


def zipped(contents: Mapping[str, bytes], packing: int = zipfile.ZIP_STORED) -> bytes:
    """Write a zip as it should be."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", packing, compresslevel=1) as archive:
        for name, content in contents.items():
            archive.writestr(zipfile.ZipInfo(name), content, packing)
    return written.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """Read all members of a sound zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def archive(rng: Random, sound: Mapping[str, bytes]) -> bytes:
    """Return a save whose zip is strange, though its members may be sound."""
    return rng.choice(_TRICKS)(rng, dict(sound))


def _twice(rng: Random, sound: dict[str, bytes]) -> bytes:
    """Let a name stand for two members."""
    written = io.BytesIO(zipped(sound))
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(written, "a") as archive:
        archive.writestr(rng.choice([*sound]), rng.choice([*sound.values()]))
    return written.getvalue()


def _packed(rng: Random, sound: dict[str, bytes]) -> bytes:
    return zipped(sound, rng.choice((zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, zipfile.ZIP_DEFLATED)))


def _more(rng: Random, sound: dict[str, bytes]) -> bytes:
    """Put strange members beside the sound ones."""
    names = ("../up", "/etc/x", "C:\\x", "people/", "x" * 5000, "people/more.npy", "ä", "\u202e", ".", "")
    content = rng.choice((b"", b"x", bytes(1_000_000), zipped(sound)))
    return zipped(sound | {rng.choice(names): content}, zipfile.ZIP_DEFLATED)


def _around(rng: Random, sound: dict[str, bytes]) -> bytes:
    """Put bytes before or behind a zip, or between its list of contents and its end."""
    data, junk = zipped(sound), rng.choice((b"PK", b"PK\x03\x04", rng.randbytes(50), bytes(70_000), b"PK\x05\x06" * 9))
    end = data.rfind(b"PK\x05\x06")
    return rng.choice((b"PK" + junk + data, data + junk, data[:end] + junk + data[end:], data + data, data[:end]))


def _lies(rng: Random, sound: dict[str, bytes]) -> bytes:
    """Let fields of the list of contents, or of what it points to, say something else."""
    data = bytearray(zipped(sound))
    for _ in range(rng.randint(1, MOST)):
        mark, fields = rng.choice(_FIELDS)
        start = rng.choice(_places(data, mark))
        place, size = rng.choice(fields)
        value = rng.choice((0, 1, 8, 12, 14, 20, 63, 0x7FFF, 0xFFFF, 2**31 - 1, 2**32 - 1, rng.randrange(2**32)))
        data[start + place : start + place + size] = (value % 256**size).to_bytes(size, "little")
    return bytes(data)


def _places(data: bytearray, mark: bytes) -> list[int]:
    found, place = [], data.find(mark)
    while place >= 0:
        found.append(place)
        place = data.find(mark, place + 1)
    return found


_END: Final = b"PK\x05\x06"
_FIELDS: Final = (
    (b"PK\x03\x04", ((4, 2), (6, 2), (8, 2), (14, 4), (18, 4), (22, 4), (26, 2), (28, 2))),
    (b"PK\x01\x02", ((6, 2), (8, 2), (10, 2), (16, 4), (20, 4), (24, 4), (28, 2), (30, 2), (32, 2), (34, 2), (42, 4))),
    (_END, ((4, 2), (8, 2), (10, 2), (12, 4), (16, 4), (20, 2))),
)
"""Marks of a zip's records, with place and length of the fields that follow: version, flags, packing, sums, sizes."""
_TRICKS: Final[tuple[Callable[[Random, dict[str, bytes]], bytes], ...]] = (
    _twice,
    _packed,
    _more,
    _around,
    _lies,
    _lies,
)
