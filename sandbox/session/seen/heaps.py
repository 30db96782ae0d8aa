"""Whose the stones and stars are that lie with somebody: one for each who judges, then more of whoever judges hardest.

Theory: T25. Nothing here knows where anybody is drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from sandbox.session.seen.thresholds import GRUDGE
from sandbox.session.seen.tie_sums import weighed

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints
    from sandbox.session.frame import Frame

SHOWN: Final = 5
"""So many of a heap are drawn; of more there is a number."""

Verdict = Literal["blame", "credit"]


class Heaps:
    """All heaps of a frame."""

    def __init__(self, frame: Frame) -> None:
        """Sort nothing before somebody asks."""
        self.frame = frame
        self._counts: dict[Verdict, Ints] = {}
        self._givers: dict[tuple[Verdict, int, int], tuple[int, ...]] = {}
        self._sorted: dict[Verdict, tuple[Ints, Ints]] = {}
        """rows of ties that judge, by target and the record that they rest on; and those targets"""

    def counts(self, kind: Verdict) -> Ints:
        """Return (N,) how many stones, or stars, lie with everybody."""
        if kind not in self._counts:
            self._counts[kind] = weighed(self.frame.ties.target, self._amounts(kind), len(self.frame.people))
        return self._counts[kind]

    def givers(self, kind: Verdict, whom: int, count: int) -> tuple[int, ...]:
        """Return whose the first of `count` stones or stars are that lie with somebody, the oldest verdict first."""
        name = kind, whom, min(count, SHOWN)
        if name not in self._givers:
            self._givers[name] = self._shared_out(*name)
        return self._givers[name]

    def _shared_out(self, kind: Verdict, whom: int, shown: int) -> tuple[int, ...]:
        ties = self.frame.ties
        if kind not in self._sorted:
            rows = np.flatnonzero(self._amounts(kind) > GRUDGE)
            why = (ties.why_blame if kind == "blame" else ties.why_credit)[rows]
            rows = rows[np.lexsort((why, ties.target[rows]))]
            self._sorted[kind] = rows, ties.target[rows]
        rows, targets = self._sorted[kind]
        own = rows[np.searchsorted(targets, whom) : np.searchsorted(targets, whom, "right")]
        amounts = self._amounts(kind)[own]
        own = own[np.sort(np.argsort(-amounts, kind="stable")[:shown])]
        who, amounts = ties.observer[own].tolist(), self._amounts(kind)[own]
        given = np.ones(len(own))
        while 0 < len(who) < shown:
            most = int(np.argmax(amounts / (given + 1)))
            given[most] += 1
            who.append(int(ties.observer[own[most]]))
        return tuple(who)

    def _amounts(self, kind: Verdict) -> Floats:
        return self.frame.ties.blame if kind == "blame" else self.frame.ties.credit


_latest: list[Heaps] = []


def heaps_of(frame: Frame) -> Heaps:
    """Return the heaps of a frame; they are sorted when it changes, not for each picture."""
    if not _latest or _latest[0].frame is not frame:
        _latest[:] = [Heaps(frame)]
    return _latest[0]
