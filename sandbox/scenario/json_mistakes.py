"""What is wrong with a file that is not JSON, in plain words: the mistakes that people make by hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from json import JSONDecodeError

QUOTES: Final = frozenset("'\u2018\u2019\u201c\u201d\u201e\u201a`\u00b4")
COMMENTS: Final = ("//", "/*", "#", "<!--")
OPENING: Final = {"}": "{", "]": "["}
WORDS: Final = {"True": "true", "False": "false", "None": "null", "TRUE": "true", "FALSE": "false", "yes": "true"}
TOLD: Final = {
    "Unterminated string": "unclosed_text",
    "Invalid control character": "control",
    "Invalid \\": "backslash",
    "Extra data": "extra",
}
"""What the reader of JSON itself tells well enough."""
_NUMBER: Final = re.compile(r"[+-]?[\d.,]+")
_WORD: Final = re.compile(r"[^\W\d]\w*")
_COMMA_IN_NUMBER: Final = re.compile(r"(?<![\d.])(-?\d+),\s*$")


def mistake(error: JSONDecodeError) -> tuple[str, dict[str, object]]:
    """Return the text that says what is wrong at a spot, and its slots; that may be before where reading ended."""
    text, place = error.doc, error.pos
    key, place, slots = _within(error.msg, text, place) or _named(text, place) or _between(error.msg, text, place)
    line = text.count("\n", 0, place) + 1
    column = place - text.rfind("\n", 0, place)
    return f"file.json.{key}", {"line": line, "column": column, "reason": error.msg, **slots}


Said = tuple[str, int, dict[str, object]]


def _within(message: str, text: str, place: int) -> Said | None:
    """Find what is wrong within a text in quotes, or that there is nothing any more."""
    told = next((key for beginning, key in TOLD.items() if message.startswith(beginning)), None)
    if told is not None:
        return told, place, {}
    if text[place:].strip():
        return None
    return "ends" if text.strip() else "empty", place, {}


def _named(text: str, place: int) -> Said | None:
    """Find what stands there that is never JSON: a comment, another quote, a bare word, a number of another form."""
    rest = text[place:]
    if rest.startswith(COMMENTS):
        return "comment", place, {}
    if rest[0] in QUOTES:
        return "quotes", place, {}
    if _WORD.match(rest) and text[:place].endswith('"') and text[:place].count('"') % 2 == 0:
        return "quote_missing", place, {}
    if word := _WORD.match(rest):
        meant = WORDS.get(word[0])
        return ("word", place, {"close": meant}) if meant else ("bare", place, {"word": word[0][:40]})
    if (comma := _COMMA_IN_NUMBER.search(text[:place])) and rest[0].isdigit():
        tail = re.match(r"\d+", rest)
        return "point", comma.start(), {"close": f"{comma[1]}.{tail[0] if tail else ''}"}
    return _number(text, place)


def _number(text: str, place: int) -> Said | None:
    """Find a number that is written in a way of its own."""
    begin = place
    while begin and text[begin - 1] in "+-.0123456789":
        begin -= 1
    written = _NUMBER.match(text[begin:])
    if text[place] not in "+-.0123456789" or written is None or not any(map(str.isdigit, written[0])):
        return None
    digits = written[0].rstrip(",").lstrip("+")
    sign = "-" if digits.startswith("-") else ""
    whole, _, part = digits.lstrip("-").partition(".")
    close = f"{sign}{whole.lstrip('0') or '0'}{f'.{part}' if part else ''}"
    return None if close == written[0].rstrip(",") else ("number", begin, {"close": close})


def _between(message: str, text: str, place: int) -> Said:
    """Find what is wrong with what stands between values: commas, colons, brackets."""
    rest, before = text[place:], text[:place].rstrip()
    closing = rest[0] if rest[0] in OPENING else rest[1:].lstrip()[:1] if rest[0] == "," else ""
    if closing in OPENING and (before.endswith(",") or rest[0] == ","):
        return "last_comma", len(before) - 1 if before.endswith(",") else place, {}
    if rest[0] == "," and before.endswith((",", "{", "[")):
        return "two_commas", place, {}
    if message.startswith("Expecting ':'"):
        return "colon", place, {}
    if message.startswith("Expecting property name") and rest[0] in "{[" and before.endswith("{"):
        return "list", len(before) - 1, {}
    if message.startswith("Expecting ','"):
        return ("bracket", place, {"sign": rest[0]}) if rest[0] in OPENING else ("comma", place, {})
    return "other", place, {}
