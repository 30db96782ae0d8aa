"""Finds what somebody may mean from a few letters of it: "bl cre" finds "See blame and credit"."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TypeVar

    Item = TypeVar("Item")

_WHOLE, _BEGINS, _INSIDE, _SCATTERED = 4.0, 3.0, 2.0, 1.0
"""Worth of a word that is one of the text's, begins one, lies inside one, or has its letters in that order."""
_BREVITY: Final = 0.01
"""Worth of each letter that a text does not have: of two that fit alike, the shorter is meant."""


def plain(words: str) -> str:
    """Return words without capitals and accents."""
    parts = unicodedata.normalize("NFKD", words.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def fit(query: str, text: str) -> float:
    """Return how well a text fits what was written, 0 if it does not: every word has to be found, in any order."""
    text = plain(text)
    words = re.findall(r"\w+|[^\w\s]+", text)
    found = [_fit_word(wanted, words, text) for wanted in plain(query).split()]
    return 0.0 if not all(found) else 1 + sum(found) / max(1, len(found)) - _BREVITY * min(len(text), 99)


def _fit_word(wanted: str, words: list[str], text: str) -> float:
    if wanted in words:
        return _WHOLE
    if any(word.startswith(wanted) for word in words):
        return _BEGINS
    if wanted in text:
        return _INSIDE
    return _SCATTERED * _in_order(wanted, text)


def _in_order(wanted: str, text: str) -> float:
    """Return how close together the letters of a word stand in a text, from 0 (not there) to 1."""
    first = text.find(wanted[0])
    best = 0.0
    while first >= 0:
        at = first
        for sign in wanted[1:]:
            at = text.find(sign, at + 1)
            if at < 0:
                return best
        best = max(best, len(wanted) / (at - first + 1))
        first = text.find(wanted[0], first + 1)
    return best


def ranked(query: str, items: Iterable[Item], label_of: Callable[[Item], str]) -> list[Item]:
    """Return the items that fit, the best first; alike ones, and all if nothing is written, keep their order."""
    fitting = [(fit(query, label_of(item)), item) for item in items]
    return (
        [item for worth, item in sorted(fitting, key=lambda one: -one[0]) if worth]
        if query.strip()
        else [item for _, item in fitting]
    )
