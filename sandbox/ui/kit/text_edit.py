"""A line of text under editing: a caret, a selection, undo. It knows no window: `fields` draws it and hands it keys."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from sandbox.scenario.showable import JOINERS

LIMIT: Final = 120
"""Characters that a line holds unless it is told otherwise."""
UNDOS: Final = 200
"""Steps that can be taken back; the oldest are forgotten."""
_JOINER: Final = "\u200d"
"""Makes one emoji of several."""
_REGIONAL: Final = range(0x1F1E6, 0x1F200)
"""Letters of which two make a flag."""
_SKIN_TONES: Final = range(0x1F3FB, 0x1F400)


def cleaned(words: str) -> str:
    """Return text from outside as one line: composed, with spaces for breaks, without what cannot be written.

    Thrown away are control signs, halves of surrogate pairs, private and unassigned signs, and marks that turn the
    direction of what follows.
    """
    line = " ".join(words.replace("\t", " ").splitlines())
    kept = (sign for sign in line if sign in JOINERS or unicodedata.category(sign)[0] != "C")
    return unicodedata.normalize("NFC", "".join(kept))


def is_whole(text: str, at: int) -> bool:
    """Return whether a caret may stand before character `at`: not inside a letter with marks, an emoji or a flag."""
    if at <= 0 or at >= len(text):
        return True
    before, sign = text[at - 1], text[at]
    if unicodedata.category(sign)[0] == "M" or sign in JOINERS or before == _JOINER or ord(sign) in _SKIN_TONES:
        return False
    flags = 0
    while flags < at and ord(text[at - 1 - flags]) in _REGIONAL:
        flags += 1
    return ord(sign) not in _REGIONAL or flags % 2 == 0


def step_from(text: str, at: int, step: int) -> int:
    """Return the nearest place for a caret after (1) or before (-1) character `at`."""
    at = max(0, min(len(text), at + step))
    while not is_whole(text, at):
        at += step
    return at


def word_from(text: str, at: int, step: int) -> int:
    """Return the end of the next word (1), or the beginning of the one before (-1)."""
    ahead = range(at, len(text)) if step > 0 else range(at - 1, -1, -1)
    inside = False
    for place in ahead:
        letter = _is_letter(text[place])
        if inside and not letter:
            return place if step > 0 else place + 1
        inside = inside or letter
    return len(text) if step > 0 else 0


def word_around(text: str, at: int) -> tuple[int, int]:
    """Return where the run of letters, or of anything else, begins and ends that character `at` belongs to."""
    if not text:
        return 0, 0
    first = last = min(at, len(text) - 1)
    kind = _is_letter(text[first])
    while first > 0 and _is_letter(text[first - 1]) == kind:
        first -= 1
    while last < len(text) and _is_letter(text[last]) == kind:
        last += 1
    return first, last


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_" or unicodedata.category(sign)[0] == "M"


class Passage(NamedTuple):
    """A text, and what of it is selected."""

    text: str = ""
    caret: int = 0
    """characters before the caret"""
    anchor: int = 0
    """the other end of what is selected; at the caret if nothing is"""

    @property
    def span(self) -> tuple[int, int]:
        """Where what is selected begins and ends."""
        return min(self.caret, self.anchor), max(self.caret, self.anchor)

    @property
    def selected(self) -> str:
        """What is selected."""
        first, last = self.span
        return self.text[first:last]


@dataclass(slots=True)
class TextEdit:
    """A line that can be changed and changed back."""

    now: Passage = field(default_factory=Passage)
    limit: int = LIMIT
    """the most characters that it takes"""
    _before: list[Passage] = field(default_factory=list)
    _after: list[Passage] = field(default_factory=list)
    _run: int = -1
    """where the caret stood after the latest letter: what is typed without a pause of the caret is one step of undo"""

    @property
    def text(self) -> str:
        """The line."""
        return self.now.text

    def put(self, text: str) -> None:
        """Begin anew with another text, and nothing to take back."""
        text = self._fitting(cleaned(text), self.limit)
        self.now, self._run = Passage(text, len(text), len(text)), -1
        self._before.clear()
        self._after.clear()

    def insert(self, words: str, *, typed: bool = False) -> None:
        """Write words in place of what is selected, as many as there is room for."""
        text, (first, last) = self.now.text, self.now.span
        words = self._fitting(cleaned(words), self.limit - len(text) + last - first)
        if not words:
            return
        at = first + len(words)
        goes_on = typed and first == last == self._run and not words.isspace()
        self._change(Passage(text[:first] + words + text[last:], at, at), anew=not goes_on)
        self._run = at if typed else -1

    def delete(self, step: int, *, word: bool = False) -> None:
        """Delete what is selected, or else the letter or word after (1) or before (-1) the caret."""
        text, (first, last) = self.now.text, self.now.span
        if first == last:
            other = (word_from if word else step_from)(text, self.now.caret, step)
            first, last = sorted((self.now.caret, other))
        if first < last:
            self._change(Passage(text[:first] + text[last:], first, first), anew=True)

    def move(self, at: int, *, select: bool = False) -> None:
        """Set the caret before character `at`; if `select`, what lies between is selected."""
        at = max(0, min(len(self.text), at))
        while not is_whole(self.text, at):
            at -= 1
        self.now, self._run = self.now._replace(caret=at, anchor=self.now.anchor if select else at), -1

    def step(self, step: int, *, word: bool = False, select: bool = False) -> None:
        """Move the caret by a letter or a word; from a selection that is given up, to its end on that side."""
        first, last = self.now.span
        if first < last and not select and not word:
            self.move(last if step > 0 else first)
        else:
            self.move((word_from if word else step_from)(self.text, self.now.caret, step), select=select)

    def select(self, first: int, last: int) -> None:
        """Select a part of the line, with the caret at its end."""
        self.move(first)
        self.move(last, select=True)

    def undo(self) -> None:
        """Take the latest change back."""
        self._travel(self._before, self._after)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._travel(self._after, self._before)

    def _travel(self, source: list[Passage], target: list[Passage]) -> None:
        if source:
            target.append(self.now)
            self.now, self._run = source.pop(), -1

    def _change(self, passage: Passage, *, anew: bool) -> None:
        if anew:
            self._before.append(self.now)
            del self._before[:-UNDOS]
        self._after.clear()
        self.now, self._run = passage, -1

    @staticmethod
    def _fitting(words: str, room: int) -> str:
        """Return the beginning of words that fits, without half a letter at its end."""
        room = max(0, room)
        while not is_whole(words, room):
            room -= 1
        return words[:room]
