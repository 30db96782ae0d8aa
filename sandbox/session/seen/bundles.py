"""Verdicts as a picture shows them: an arrow for each who judges, and where many judge one, an arrow for each group.

Theory: T25. Nothing here knows where anybody is drawn.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from sandbox.engine.people import NOBODY
from sandbox.session.seen.arrows import Arrow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sandbox.engine.arrays import Ints

ALONE: Final = 4
"""So many who judge one person each have an arrow; of more, those of a group share one."""
MOST: Final = 12
"""So many arrows at once, the newest, then the strongest."""
CROWD_MOST: Final = 5
"""So many where people are too small to see whose they are."""
LENS_MOST: Final = 24
"""So many in the lens of blame, which shows nothing else."""

BESIDE_BLAME: Final = 3
"""So many of credit while anybody is blamed: there is far more of it, and who blames whom should be plain (T25)."""


class Bundle(NamedTuple):
    """One arrow, from all who judge somebody alike and are drawn as one."""

    kind: Literal["blame", "credit"]
    who: tuple[int, ...]
    """those who judge, the one with the strongest verdict first"""
    whom: int
    strength: float
    """of the strongest verdict"""
    age: float
    """seconds since the newest; 0 for what lasts"""
    record: int
    """id of the record of the strongest, or NOBODY"""
    since: float = 0.0
    """seconds since the oldest; 0 for what lasts"""

    @property
    def arrow(self) -> Arrow:
        """The verdict that it stands for."""
        return Arrow(self.kind, self.who[0], self.whom, self.strength, self.age, self.record)


def limits_of(*, lens: bool, small: bool) -> tuple[int, int]:
    """Return how many bundles a picture has room for, and how many of credit while anybody is blamed.

    Args:
        lens: it is seen through the lens of blame.
        small: people are too small to see whose arrows they are.
    """
    return (LENS_MOST, LENS_MOST) if lens else (CROWD_MOST if small else MOST, BESIDE_BLAME)


def bundled(judged: Iterable[Arrow], groups: Ints, most: int = MOST, beside: int = BESIDE_BLAME) -> list[Bundle]:
    """Bundle verdicts, at most so many: credit, then blame, to be drawn on top; of each none older than those before.

    Args:
        judged: arrows of blame and credit.
        groups: (N,) the group of everybody, or NOBODY.
        most: so many bundles are left.
        beside: so many of them may be of credit while anybody is blamed.
    """
    of_one: defaultdict[tuple[str, int], list[Arrow]] = defaultdict(list)
    for arrow in judged:
        of_one[arrow.kind, arrow.whom].append(arrow)
    bundles = [bundle for arrows in of_one.values() for bundle in _of_one(arrows, groups)]
    bundles.sort(key=lambda bundle: (bundle.kind == "credit", bundle.age, -bundle.strength))
    blamed = sum(bundle.kind == "blame" for bundle in bundles)
    return bundles[: min(most, blamed + beside) if blamed else most][::-1]


def _of_one(arrows: list[Arrow], groups: Ints) -> list[Bundle]:
    """Bundle those who judge one person alike."""
    if len(arrows) <= ALONE:
        return [_bundle([arrow]) for arrow in arrows]
    together: defaultdict[tuple[int, int], list[Arrow]] = defaultdict(list)
    for arrow in arrows:
        group = int(groups[arrow.who])
        together[(group, NOBODY) if group != NOBODY else (NOBODY, arrow.who)].append(arrow)
    sorted_by_size = sorted(together.values(), key=lambda some: (-len(some), -max(one.strength for one in some)))
    if len(sorted_by_size) > ALONE:
        rest = [arrow for some in sorted_by_size[ALONE - 1 :] for arrow in some]
        sorted_by_size[ALONE - 1 :] = [rest]
    return [_bundle(some) for some in sorted_by_size]


def _bundle(arrows: list[Arrow]) -> Bundle:
    arrows = sorted(arrows, key=lambda arrow: -arrow.strength)
    first = arrows[0]
    kind: Literal["blame", "credit"] = "blame" if first.kind == "blame" else "credit"
    who = tuple(arrow.who for arrow in arrows)
    ages = [arrow.age for arrow in arrows]
    return Bundle(kind, who, first.whom, first.strength, min(ages), first.record, max(ages))
