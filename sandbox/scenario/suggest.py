"""Suggestions for names that somebody misspelt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.scenario.language import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_LIST: Final = 26
"""How many possible names a sentence lists before it falls silent about them."""


def closest(wrong: str, names: Iterable[str]) -> str:
    """Return the name that is closest to a wrong one, or nothing if none is close."""
    from difflib import get_close_matches

    close = get_close_matches(wrong.casefold(), list(names), n=1, cutoff=0.6)
    return close[0] if close else ""


def suggestion(wrong: str, names: Iterable[str]) -> str:
    """End a sentence with the likeliest name as a question, or else with the names there are."""
    known = sorted(names)
    if close := closest(wrong, known):
        return text_of("list.mean", close=close)
    return text_of("list.choose", names=one_of(known)) if 0 < len(known) <= LONGEST_LIST else "."


def one_of(names: Iterable[str]) -> str:
    """Write names as `a, b or c`."""
    *most, last = names
    return text_of("list.or", most=", ".join(most), last=last) if most else last


def all_of(names: Iterable[str]) -> str:
    """Write names as `a, b and c`."""
    *most, last = names
    return text_of("list.and", most=", ".join(most), last=last) if most else last
