"""From bytes to plain JSON values, refusing what a file from a stranger should not hold."""

from __future__ import annotations

import math
import re
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NoReturn

from sandbox.scenario.language import text_of
from sandbox.scenario.problems import LevelError, Problem
from sandbox.scenario.showable import JOINERS, printable, reason_of, showable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST: Final = 4_000_000
"""Bytes; a level of 2,000 people has about 500,000."""
MOST_PARTS: Final = 150_000
"""Objects and lists; the fullest level that can be played has about 60,000."""
DEEPEST: Final = 24
"""Levels of nesting; a recording of a level with the deepest conditions needs 19."""
MOST_VALUES: Final = 2_000_000
"""Of a file, 100 MB; a level with the most of everything has 400,000."""
LONGEST_NUMBER: Final = 25
"""Characters of a whole number."""
LONGEST_SHOWN: Final = 40
"""Characters of a value that a sentence quotes."""
_PLAIN_KEY: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,39}\Z")


class Keyed(dict[str, object]):
    """A JSON object that remembers which of its keys were given more than once."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        """Keep the last value of each key, as JSON readers do."""
        super().__init__(pairs)
        self.repeated = [key for key, count in Counter(key for key, _ in pairs).items() if count > 1]


def read(path: Path, most: int = LARGEST) -> bytes:
    """Read a file that is there, is a file, and has at most so many bytes; raise LevelError otherwise."""
    file = label(path)
    try:
        if path.is_dir():
            _refuse(file, "file.folder")
        if not path.exists():
            _refuse(file, "file.absent")
        if not path.is_file():
            _refuse(file, "file.odd")
        with path.open("rb") as stream:
            data = stream.read(most + 1)
    except (OSError, ValueError) as error:
        _refuse(file, "file.unreadable", reason=reason_of(error))
    if len(data) > most:
        _refuse(file, "file.large", most=f"{most:,}")
    return data


def label(path: Path) -> str:
    """Name a file as short as it can be named from here."""
    with suppress(ValueError, OSError):
        return showable(path.relative_to(path.cwd()))
    return showable(path)


def parse(data: bytes, file: str) -> object:
    """Turn bytes into JSON values, or say where they stop being JSON."""
    import json

    for key, signs, most in (("file.parts", b"{[", MOST_PARTS), ("file.many", b",", MOST_VALUES)):
        if sum(data.count(sign) for sign in signs) > most:
            _refuse(file, key, most=f"{most:,}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _refuse(file, "file.encoding", byte=error.start + 1)
    try:
        return json.loads(text, object_pairs_hook=Keyed, parse_int=_whole)
    except json.JSONDecodeError as error:
        from sandbox.scenario.json_mistakes import mistake

        key, slots = mistake(error)
        _refuse(file, key, **slots)
    except RecursionError:
        _refuse(file, "file.deep", most=DEEPEST)


def oddities(value: object, above: tuple[str | int, ...] = ()) -> Iterator[Problem]:
    """Find repeated keys, numbers that are none, unprintable text, and bottomless nesting."""
    if len(above) > DEEPEST:
        path = _path(above)
        yield Problem(path, "file.deep_at", start=path[:LONGEST_SHOWN], most=DEEPEST)
    elif isinstance(value, Keyed):
        for key in value.repeated:
            yield Problem(_path((*above, key)), "file.key_twice", where=_where(above), key=shown(key))
        for key, entry in value.items():
            if _hidden(key):
                character, path = _codepoint(key), _path((*above, key))
                yield Problem(path, "file.unprintable_key", where=_where(above), character=character)
            yield from oddities(entry, (*above, key))
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from oddities(entry, (*above, index))
    elif isinstance(value, float) and not math.isfinite(value):
        yield Problem(_path(above), "file.infinite", where=_where(above))
    elif isinstance(value, str) and _hidden(value):
        yield Problem(_path(above), "file.unprintable", where=_where(above), character=_codepoint(value))


def _path(above: tuple[str | int, ...]) -> str:
    path = ""
    for step in above:
        path = f"{path}[{step}]" if isinstance(step, int) else joined(path, step)
    return path


def _where(above: tuple[str | int, ...]) -> str:
    return _path(above) or text_of("level.whole")


def joined(path: str, key: str) -> str:
    """Extend a JSON path by a key, quoted where it is not a plain word."""
    if not _PLAIN_KEY.match(key):
        return f"{path}[{shown(key)}]"
    return f"{path}.{key}" if path else key


def shown(value: object) -> str:
    """Write a value as short JSON that any terminal can print."""
    import json

    if isinstance(value, dict):
        return "{…}" if value else "{}"
    if isinstance(value, list):
        return "[…]" if value else "[]"
    quoted = isinstance(value, str)
    text = json.dumps(value[: 2 * LONGEST_SHOWN] if isinstance(value, str) else value, ensure_ascii=False)
    text = showable(text)
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 2] + ('…"' if quoted else "…")


def _codepoint(text: str) -> str:
    """Name the first character that cannot be shown."""
    return f"U+{ord(_hidden(text)):04X}"


def _hidden(text: str) -> str:
    """Return the first character that cannot be shown, or nothing."""
    if text.isascii() and text.isprintable():
        return ""
    return next((character for character in text if not printable(character)), "")


def visible(text: str) -> bool:
    """Return whether there is anything to be seen in a text."""
    return any(not character.isspace() and character not in _BLANKS for character in text)


_BLANKS: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0") | JOINERS
"""Letters and signs that are drawn as nothing."""


def _whole(digits: str) -> float:
    return int(digits) if len(digits) <= LONGEST_NUMBER else math.inf


def _refuse(file: str, key: str, **slots: object) -> NoReturn:
    raise LevelError(file, [Problem("", key, **slots)]) from None
