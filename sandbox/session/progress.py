"""How far a player is in the campaign: what is won and how, what was passed over, and what is recommended next.

A level is known by its id, which is that in its file's name; so nothing has to be read to know what comes next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.scenario.library import number_and_id
from sandbox.session.story.best import kept_as

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from sandbox.session.story.best import Best

FROM_EASY: Final = ("gentle", "usual", "hard")
"""All difficulties, the gentlest first."""


class Progress(NamedTuple):
    """All that is kept of the campaign."""

    best: dict[str, Best]
    """how well each level was won, as `kept_as` names it"""
    bets: dict[str, bool]
    """whether the last bet came out that was made in a level, by its id"""
    skipped: frozenset[str]
    """the levels that are not to be recommended, by their ids"""


def wins(best: Mapping[str, Best], level: str) -> dict[str, Best]:
    """Return how well a level was won, by its id, at each difficulty where it was, the gentlest first."""
    found = {difficulty: best.get(kept_as(level, difficulty)) for difficulty in FROM_EASY}
    return {difficulty: one for difficulty, one in found.items() if one is not None}


def recommended(
    files: Sequence[Path], best: Mapping[str, Best], skipped: Collection[str], after: Path | None = None
) -> Path | None:
    """Return the first level that is neither won nor passed over, or None if there is none.

    Args:
        files: of the campaign, in order.
        best: how well each level was won.
        skipped: ids of levels that were passed over.
        after: the level from which on one looks, and then from the first on; it is not recommended itself.
    """
    place = next((number for number, file in enumerate(files) if file == after), -1)
    others = (*files[place + 1 :], *files[: max(0, place)])
    ids = ((file, number_and_id(file)[1]) for file in others)
    return next((file for file, level in ids if level not in skipped and not wins(best, level)), None)
