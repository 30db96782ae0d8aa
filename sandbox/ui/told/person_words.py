"""Somebody in words: what hurts or pleases most, and by whom; then what they are doing; and where the mood goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.engine.options import OPTIONS, STAY
from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import STREAMS, TIE_STREAMS
from sandbox.scenario.language import text_of
from sandbox.session.seen.thresholds import SUFFERS
from sandbox.session.seen.tie_sums import rows_of
from sandbox.view.acting.doers import NEAR

if TYPE_CHECKING:
    from sandbox.session.frame import Frame
    from sandbox.ui.context import PlayContext

_FELT: Final = 0.004
"""Reward per second below which nothing is told of a stream."""
_CALM: Final = 0.05
"""Feelings this near to none are neither good nor bad."""
_STEADY: Final = 0.01
"""How far reward may be from the mood that stays as it is."""
MOST: Final = 3
"""So many causes are told."""
_IN_TWO_WAYS: Final = "company"
"""The stream that pains some for want of people, and others for too many."""


class Cause(NamedTuple):
    """One thing that makes somebody feel so."""

    stream: str
    whom: int
    """from whom it comes, or NOBODY"""
    value: float
    """reward per second, painful below 0"""


def causes(frame: Frame, person: int) -> list[Cause]:
    """List what makes somebody feel so at this moment, what weighs most first."""
    people, ties, rows = frame.people, frame.ties, rows_of(frame.ties, person)
    found = [
        Cause(stream, int(target), float(value))
        for stream, values in zip(TIE_STREAMS, ties.streams[:, rows], strict=True)
        for target, value in zip(ties.target[rows], values, strict=True)
    ]
    found += [
        Cause(stream, NOBODY, float(people.reward[person, place]))
        for place, stream in enumerate(STREAMS)
        if stream not in TIE_STREAMS
    ]
    return sorted((one for one in found if abs(one.value) > _FELT), key=lambda one: -abs(one.value))


def largest(frame: Frame, person: int) -> list[Cause]:
    """List the causes that are told: those that agree with how somebody feels come first."""
    felt, found = float(frame.people.felt[person]), causes(frame, person)
    if abs(felt) > _CALM:
        found.sort(key=lambda one: one.value * felt < 0)
    return found[:MOST]


def clause(context: PlayContext, person: int, cause: Cause) -> str:
    """Say a cause as what somebody does: hurts with Bob."""
    key = f"ui.moved.{cause.stream}.{'bad' if cause.value < 0 else 'well'}"
    if cause.stream == _IN_TWO_WAYS and context.people.company[person] < 0:
        key = f"{key}.alone"
    return text_of(key, whom="" if cause.whom == NOBODY else context.name(cause.whom))


def told_of(context: PlayContext, person: int) -> str:
    """Tell how somebody is, and what they do; never that they only carry on while they feel bad."""
    felt, who = float(context.people.felt[person]), context.name(person)
    said = [
        clause(context, person, one)
        for one in largest(context.frame, person)
        if abs(felt) <= _CALM or one.value * felt > 0
    ]
    if felt < -_CALM and not said:
        said = [text_of("ui.moved.bad" if felt < SUFFERS else "ui.moved.low")]
    deed = doing(context, person)
    if not said:
        return deed or text_of("ui.doing.nothing", who=who)
    key = "ui.moved.two" if len(said) > 1 else "ui.moved.one"
    state = text_of(key, who=who, one=said[0], two=said[min(1, len(said) - 1)])
    return f"{state} {deed}".rstrip()


def doing(context: PlayContext, person: int) -> str:
    """Say what somebody is doing and where the eyes are; nothing if that is nothing."""
    people = context.people
    option, target = OPTIONS[int(people.option[person])], int(people.option_on[person])
    deed = ""
    if target != NOBODY and option is not STAY:
        key = "ui.doing.on_way" if _on_way(context.frame, person) else f"chronicle.chose.{option.name}"
        deed = text_of(key, who=context.name(person), whom=context.name(target))
    gaze, avoiding = int(people.gaze[person]), int(context.frame.averted[person])
    if avoiding != NOBODY and not option.averts:
        eyes = text_of("ui.doing.avoids", whom=context.name(avoiding))
    elif gaze not in {NOBODY, target if deed else NOBODY}:
        eyes = text_of("ui.doing.looks", whom=context.name(gaze))
    else:
        eyes = ""
    return " ".join(filter(None, (deed, eyes)))


def _on_way(frame: Frame, person: int) -> bool:
    """Return whether somebody is still too far off for what they are at."""
    people, option = frame.people, int(frame.people.option[person])
    target = int(people.option_on[person])
    far = np.hypot(people.x[target] - people.x[person], people.y[target] - people.y[person])
    return bool(OPTIONS[option].goes) and OPTIONS[option].act is not None and float(far) > NEAR[option]


def heading(frame: Frame, person: int) -> int:
    """Return where somebody's mood is going: 1 up, -1 down, 0 nowhere."""
    people = frame.people
    now = float(np.clip(people.reward[person].sum(), -1.0, 1.0))
    ahead = now - float(people.mood[person])
    return 0 if abs(ahead) < _STEADY else 1 if ahead > 0 else -1


def mood(frame: Frame, person: int) -> str:
    """Say how somebody's mood is, and where it is going."""
    value = float(frame.people.mood[person])
    level = "fair" if abs(value) < _CALM else "good" if value > 0 else "low"
    way = {1: "rises", 0: "stays", -1: "falls"}[heading(frame, person)]
    return text_of("ui.mood", mood=text_of(f"ui.mood.{level}"), way=text_of(f"ui.mood.{way}"))


def believed(frame: Frame, person: int) -> float | None:
    """Return how others take somebody to feel, those who have them in mind the more, or None if nobody has."""
    ties = frame.ties
    rows = np.flatnonzero((ties.target == person) & (ties.attention > 0))
    weight = ties.attention[rows]
    return float(np.average(ties.believed[rows], weights=weight)) if weight.sum() > 0 else None
