"""Heard: which verdicts somebody was told of an act that they did not attend.

Theory: T32. What one sees for oneself needs no telling; word of mouth matters where it tells somebody something new.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.engine.people import NOBODY
from sandbox.session.seen.recent import JUDGED
from sandbox.session.seen.thresholds import ATTENDED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sandbox.engine.arrays import Floats
    from sandbox.engine.causes import Causes, Record
    from sandbox.engine.world import World

DEEDS: Final = frozenset({"chose", "let_go"})
"""Records of what a verdict is on."""
ABOUT_SUFFERERS: Final = frozenset({"blamed", "credited"})
"""Verdicts whose detail is the sufferer."""


class Act(NamedTuple):
    """What somebody did, by whom it was judged first-hand."""

    record: int
    """id of what was done, or of the verdict if that is not known"""
    doer: int
    sufferer: int
    """or NOBODY"""
    begun: int
    """tick at which it was chosen"""
    judged: int
    """tick at which somebody had a verdict on it"""


def attention(world: World) -> Floats:
    """Return (N, N) the share of attention that each observer (row) has for each other whom they perceive, 0 to 1.

    Whoever is but thought of is not attended to: what they do meanwhile remains unknown.
    """
    ties, many = world.ties, len(world.people)
    sheet = np.zeros((many, many))
    sheet[ties.observer, ties.target] = ties.attention * (ties.clarity > 0.0)
    return sheet


def unattended(causes: Causes, attended: Sequence[Floats]) -> int:
    """Count whom a verdict reached by word of mouth on an act that they had not attended, each act once.

    Args:
        causes: the records of a world.
        attended: (N, N) `attention` after each tick, from tick 0 on.
    """
    told = (record for record in causes.since(0) if record.kind == "told")
    found = ((record.who, act(causes, record)) for record in told)
    return len({(who, done.record) for who, done in found if done is not None and not _attends(who, done, attended)})


def act(causes: Causes, told: Record) -> Act | None:
    """Find what was done behind a verdict that somebody was told, however many mouths it went through, or None."""
    doer, verdict = told.whom, told
    while verdict.kind == "told":
        behind = (record for record in _parents(causes, verdict) if record.kind in JUDGED.keys() | {"told", "happened"})
        found = next(behind, None)
        if found is None:
            return None
        verdict = found
    if verdict.kind == "happened":
        return Act(verdict.id, doer, verdict.who, verdict.tick, verdict.tick)
    deed = next(
        (record for record in _parents(causes, verdict) if record.kind in DEEDS and record.who == doer), verdict
    )
    sufferer = verdict.detail if verdict.kind in ABOUT_SUFFERERS else NOBODY
    return Act(deed.id, doer, sufferer, deed.tick, verdict.tick)


def _parents(causes: Causes, record: Record) -> Iterable[Record]:
    return (causes[one] for one in record.parents if causes.knows(one))


def _attends(who: int, act: Act, attended: Sequence[Floats]) -> bool:
    """Return whether somebody attended to whoever did it, on average from the choice to the verdict.

    Who attends to the sufferer alone sees what comes of an act, and not whose it is.
    """
    if who in {act.doer, act.sufferer}:
        return True
    mean = np.mean([sheet[who, act.doer] for sheet in attended[act.begun : act.judged + 1]])
    return bool(mean >= ATTENDED)
