"""The records of what led to a moment, and whom most of them are about: what the patterns of `beats` are read off."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.options import OPTIONS
from sandbox.engine.pages import LOST
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.people import NOBODY
from sandbox.scenario.language import text_of
from sandbox.scenario.suggest import all_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.engine.causes import Causes, Record
    from sandbox.engine.world import World
    from sandbox.scenario.schema import Level

MOST_RECORDS: Final = 150_000
"""Of more, only those of the last LATELY ticks are looked at."""
LATELY: Final = 30 * TICKS_PER_SECOND
MOST_NAMES: Final = 4
"""More people than that are counted."""
_SKIPPED: Final = frozenset({"heard", "felt", "held", "arrived", "left", "found_out", "doubted"})


class Past(NamedTuple):
    """What the patterns are read off."""

    world: World
    level: Level
    until: int
    """the tick of the end"""
    records: Sequence[Record]
    whole: bool
    """whether these are all records since the start"""
    sufferer: int
    """the one whom most of it is about, or NOBODY"""
    since: int
    """the first tick at which something bad befell them, or -1"""

    def name(self, row: int) -> str:
        """Return somebody's name."""
        return self.level.people[row].name

    def names(self, rows: Sequence[int]) -> str:
        """Return the names of some people; of many, how many they are."""
        if len(rows) > MOST_NAMES:
            return text_of("beat.people", count=len(rows))
        return all_of([self.name(row) for row in rows])

    def behind(self, record: Record, kind: str) -> Record | None:
        """Return the first known reason of a kind that stands behind a record, or behind what that rests on."""
        found = [reason for parent in self._known(record) for reason in (parent, *self._rests_on(parent))]
        return next((reason for reason in found if reason.kind == kind), None)

    def _rests_on(self, record: Record) -> list[Record]:
        return self._known(record) if record.kind == "held" else []

    def _known(self, record: Record) -> list[Record]:
        causes = self.world.causes
        return [causes[parent] for parent in record.parents if causes.knows(parent)]

    def chose(self, whom: int, name: str, since: int = 0) -> list[Record]:
        """List who first chose, and when, what an option has, towards somebody: each once."""
        firsts: dict[int, Record] = {}
        for record in self.records:
            if record.kind != "chose" or record.whom != whom or record.tick < since:
                continue
            if getattr(OPTIONS[record.detail], name):
                firsts.setdefault(record.who, record)
        return [*firsts.values()]


def past_of(world: World, level: Level, until: int) -> Past:
    """Look through the records before a tick."""
    causes = world.causes
    whole = causes.count <= MOST_RECORDS and _known(causes) == causes.count
    since = 0 if whole else max(0, until - LATELY)
    records = [record for record in causes.since(since, _SKIPPED) if record.tick < until]
    counts = Counter[int]()
    for record in records:
        if bad(record):
            counts[record.who] += 3
        elif record.kind == "chose" and record.whom != NOBODY:
            option = OPTIONS[record.detail]
            counts[record.whom] += option.answers_need or option.averts
    felt = {row: count for row, count in counts.items() if world.people.sentience[row] > 0 and count}
    sufferer = min(felt, key=lambda row: (-felt[row], row), default=NOBODY)
    began = next((record.tick for record in records if bad(record) and record.who == sufferer), -1)
    return Past(world, level, until, records, whole, sufferer, began)


def _known(causes: Causes) -> int:
    """Count the records that are not forgotten; a page ends where the next one begins."""
    pages = causes.pages()
    ends = [*(page.start for page in pages[1:]), causes.count]
    kinds = (page.rows["kind"][: end - page.start] for page, end in zip(pages, ends, strict=False))
    return sum(int(np.count_nonzero(kind != LOST)) for kind in kinds)


def bad(record: Record) -> bool:
    """Return whether something bad befell somebody."""
    return record.kind == "happened" and record.who != NOBODY and HAPPENINGS[record.detail].tone == "unpleasant"
