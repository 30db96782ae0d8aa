"""Text from outside, such as the name of a file, made fit to be printed, drawn and written down."""

from __future__ import annotations

import unicodedata
from typing import Final

JOINERS: Final = frozenset("\u200c\u200d")
"""Marks of some scripts and emojis that show only in how their neighbours are joined."""
REPLACEMENT: Final = "\ufffd"
"""Stands for what cannot be shown."""
_UNSHOWN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Categories of what cannot be shown: controls, formats, halves of characters, ends of lines and paragraphs."""
_HALVES: Final = dict.fromkeys(range(0xD800, 0xE000), REPLACEMENT)
"""Halves of characters, which stand for the bytes of a name that is not UTF-8; they cannot be encoded."""


def printable(character: str) -> bool:
    """Return whether a character can be shown."""
    return unicodedata.category(character) not in _UNSHOWN or character in JOINERS


def showable(text: object) -> str:
    """Return a text, or the name of a file, as one line that can be shown anywhere."""
    words = str(text)
    if words.isascii() and words.isprintable():
        return words
    return "".join(character if printable(character) else REPLACEMENT for character in words)


def encodable(text: str) -> str:
    """Return a text of any number of lines that every file and font can take."""
    return text if text.isascii() else text.translate(_HALVES)


def reason_of(error: Exception) -> str:
    """Return why something failed, as a part of a sentence."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return reason.lower()
