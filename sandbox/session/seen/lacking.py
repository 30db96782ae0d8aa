"""What nobody feels or does any more: whom a drive that is switched off would move just now.

Theory: T1, T6, T7, T8 to T13, T15, T29. Nothing that changes behaviour may be invisible, so that the picture greys
what a drive would have done. It is worked out by the engine's own circuit from what people have in mind now, which may
be something else than if the drive had been on all the time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.circuit import Strengths, View, circuit
from sandbox.engine.vocabulary import CIRCUIT_STREAMS, EVASIONS
from sandbox.session.seen.thresholds import GRUDGE

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats
    from sandbox.session.frame import Frame

MOVED: Final = 0.02
"""Reward per second from which on a stream is missed, and pain that somebody would turn from."""
SIGNED: Final = (*CIRCUIT_STREAMS, "love", "fear", "imagined_audience", "gossip", *EVASIONS)
"""The drives of which it can be said whom they would move, the feelings before what is done about them."""

_latest: list[tuple[Frame, dict[int, str]]] = []


def lacking(frame: Frame) -> dict[int, str]:
    """Return whom drives that are off would move now, by row, and which of these would the most; found once a frame."""
    if not _latest or _latest[0][0] is not frame:
        _latest[:] = [(frame, _lacking(frame) if frame.off else {})]
    return _latest[0][1]


def _lacking(frame: Frame) -> dict[int, str]:
    felt = {drive: pull for drive, pull in _pulls(frame).items() if drive in frame.off}
    if not felt:
        return {}
    names, pulls = list(felt), np.stack(list(felt.values()))
    most, there = pulls.argmax(axis=0), frame.people.there()
    moved = there[pulls[most[there], there] >= MOVED]
    return {who: names[most[who]] for who in moved.tolist()}


def _pulls(frame: Frame) -> dict[str, Floats]:
    """Return (N,) how strongly each of SIGNED would move everybody."""
    people, ties, count = frame.people, frame.ties, len(frame.people)
    who = ties.observer

    def summed(of_ties: Floats) -> Floats:
        totals: Floats = np.bincount(who, weights=of_ties, minlength=count).astype(np.float64)
        return totals

    traits = Strengths(people.sympathy[who], people.spite[who], people.approval[who], people.provocation[who])
    streams = circuit(traits, View(*(getattr(ties, name) for name in View._fields)))
    pained = np.abs(np.minimum(0.0, summed(ties.streams[CIRCUIT_STREAMS.index("sympathy")])))
    verdict = np.maximum(ties.blame, ties.credit)
    return {
        **{name: np.abs(summed(stream)) for name, stream in zip(CIRCUIT_STREAMS, streams, strict=True)},
        "love": summed(ties.love * ties.attention),
        "fear": summed(ties.fear * ties.attention * ties.nearness),
        "imagined_audience": np.abs(people.approval * people.esteem),
        "gossip": summed(np.where(verdict > GRUDGE, verdict * ties.attention, 0.0)),
        **dict.fromkeys(EVASIONS, pained),
    }
