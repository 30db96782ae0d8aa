"""Feelings: what moves somebody most just now, in sentences, the weightiest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import STREAMS, TIE_STREAMS
from sandbox.scenario.language import text_of

if TYPE_CHECKING:
    from sandbox.ui.context import PlayContext

MOST: Final = 3
"""So many are told."""
LEAST: Final = 0.004
"""Reward a second, either way, that is worth a sentence."""


class Feeling(NamedTuple):
    """One stream of reward, as it is just now."""

    stream: str
    value: float
    """reward a second"""
    words: str
    """nothing if it is too weak"""


def strongest(context: PlayContext, person: int) -> list[Feeling]:
    """Return MOST streams that move somebody most, of which some may be too weak to be worth a sentence."""
    reward = context.people.reward[person]
    order = np.argsort(-np.abs(reward), kind="stable")[:MOST]
    return [_told(context, person, STREAMS[place], float(reward[place])) for place in order]


def _told(context: PlayContext, person: int, stream: str, value: float) -> Feeling:
    if abs(value) < LEAST:
        return Feeling(stream, value, "")
    whom = _about(context, person, stream, value)
    names = {"who": context.name(person), "whom": "" if whom == NOBODY else context.name(whom)}
    return Feeling(stream, value, text_of(f"ui.feels.{stream}.{'bad' if value < 0 else 'well'}", **names))


def _about(context: PlayContext, person: int, stream: str, value: float) -> int:
    """Return about whom somebody feels that most, or NOBODY if it is about nobody in particular."""
    ties = context.frame.ties
    rows = np.flatnonzero(ties.observer == person)
    if stream not in TIE_STREAMS or not len(rows):
        return NOBODY
    of_each = ties.streams[TIE_STREAMS.index(stream), rows] * np.sign(value)
    return int(ties.target[rows[np.argmax(of_each)]])
