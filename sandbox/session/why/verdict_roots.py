"""Verdict roots: how somebody came to hold something against another, or in their favour.

A heap at somebody's feet is answered by what lies heaviest in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.people import NOBODY
from sandbox.session.seen.thresholds import GRUDGE
from sandbox.session.why.inquiry import Root

if TYPE_CHECKING:
    from sandbox.session.why.inquiry import Asking

BLAMES: Final = frozenset({"blamed", "despised", "told"})
"""Records by which somebody came to hold something against another."""
CREDITS: Final = frozenset({"credited", "admired", "told"})
SOFTENED: Final = frozenset({"forgave", "doubted"})
"""Records of a verdict that has become weaker; the last of their parents is what it was before."""


def _verdict(asking: Asking, who: int, whom: int, column: str, kinds: frozenset[str], stands: str) -> Root:
    """Find what somebody came to think of another: the verdict itself, whatever has softened it since."""
    row = asking.row(who, whom)
    record = NOBODY if row == NOBODY else int(getattr(asking.world.ties, column)[row])
    while asking.known(record) and asking.world.causes[record].kind in SOFTENED:
        parents = asking.world.causes[record].parents
        record = parents[-1] if parents else NOBODY
    says_so = asking.known(record) and asking.world.causes[record].kind in kinds
    return Root(record, "" if says_so else stands, who, whom)


def blame(asking: Asking) -> Root:
    """Find what made somebody hold something against another."""
    return _verdict(asking, asking.subject.who, asking.subject.whom, "why_blame", BLAMES, "blames")


def credit(asking: Asking) -> Root:
    """Find what made somebody think well of another for what they did."""
    return _verdict(asking, asking.subject.who, asking.subject.whom, "why_credit", CREDITS, "praises")


def pebbles(asking: Asking) -> Root:
    """Find the heaviest of what is held against somebody."""
    holder = _heaviest(asking, "blame")
    whom = asking.subject.who
    return Root(who=whom) if holder == NOBODY else _verdict(asking, holder, whom, "why_blame", BLAMES, "blames")


def stars(asking: Asking) -> Root:
    """Find the heaviest of what is held in somebody's favour."""
    holder = _heaviest(asking, "credit")
    whom = asking.subject.who
    return Root(who=whom) if holder == NOBODY else _verdict(asking, holder, whom, "why_credit", CREDITS, "praises")


def _heaviest(asking: Asking, column: str) -> int:
    """Return who holds most for or against the person, or NOBODY if it is not worth an arrow to anybody."""
    ties = asking.world.ties
    rows = np.flatnonzero((ties.target == asking.subject.who) & (getattr(ties, column) > GRUDGE))
    return NOBODY if not len(rows) else int(ties.observer[rows[np.argmax(getattr(ties, column)[rows])]])
