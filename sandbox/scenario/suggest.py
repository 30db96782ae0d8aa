"""Suggestions for names that somebody misspelt."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_LIST: Final = 16
"""How many possible names a sentence lists before it falls silent about them."""


def did_you_mean(wrong: str, names: Iterable[str], otherwise: str = "") -> str:
    """Say `; did you mean "…"` where a name is close to the wrong one, and `otherwise` where none is."""
    close = get_close_matches(wrong.casefold(), list(names), n=1, cutoff=0.6)
    return f'; did you mean "{close[0]}"' if close else otherwise


def suggestion(wrong: str, names: Iterable[str]) -> str:
    """End a sentence with the likeliest name as a question, or else with the names there are."""
    known = sorted(names)
    close = did_you_mean(wrong, known)
    if close:
        return f"{close}?"
    if not known:
        return "."
    return f"; choose {one_of(known)}." if len(known) <= LONGEST_LIST else "."


def one_of(names: Iterable[str]) -> str:
    """Write names as `a, b or c`."""
    *most, last = names
    return f"{', '.join(most)} or {last}" if most else last
