"""Which arrows go from person to person: the picture draws these, and a click asks about the nearest.

Theory: T1 (ties), T7 (what is told), T8 and T13 (looks), T9 and T16 (things), T25 (verdicts). Nothing here knows where
anybody is drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

import numpy as np

from sandbox.engine.options import those
from sandbox.engine.people import NOBODY
from sandbox.session.seen.recent import JUDGED, recent_events
from sandbox.session.seen.thresholds import GRUDGE, NOTICED, VERDICT_SECONDS
from sandbox.session.seen.tie_sums import STRONG, regards, rows_of

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints
    from sandbox.session.frame import Frame

FAINTEST: Final = 0.2
"""Affinity below this is no line at all."""
LOOKS_OF_ONE: Final = 3
"""So many of one person's looks are drawn, the strongest first, while no lens asks for all."""
LOOKS: Final = 40
"""So many looks at once, the strongest."""
THINGS: Final = 40
"""So many rows of cogs at once, of those to whom somebody is least a person."""
TIES: Final = 40
"""So many ties at once in the lens of friends, the strongest."""
TIES_ELSEWHERE: Final = 14
TOLD_SECONDS: Final = 6.0
"""How long it shows that somebody was told something."""
AVERTING: Final = those(lambda option: option.averts)
WITH_TALE: Final = those(lambda option: option.gesture == "tale")
EARSHOT: Final = 3.0
"""Metres from which on somebody is talked to, and not only walked up to."""


class Question(NamedTuple):
    """What somebody wants to see of a frame."""

    lens: str = "truth"
    """one of LENSES"""
    focus: int | None = None
    """the person in question"""
    show_all: bool = False
    """whether everybody's looks and ties are wanted, whatever the lens"""
    eyes: int | None = None
    """whose mind the world is drawn as, or None for the world as it is"""
    lines: bool = True
    """whether the looks and ties of the person in question are wanted without any lens"""
    alpha: float = 1.0
    """how far between the moment before (0) and this one (1)"""


class Arrow(NamedTuple):
    """One arrow, from whoever looks, judges, likes, or tells."""

    kind: Literal["averted", "look", "blame", "credit", "thing", "tie", "told"]
    who: int
    whom: int
    strength: float = 1.0
    """attention, blame or credit, affinity (below 0 for an enemy), or the verdict that was told (below 0 for blame)"""
    age: float = 0.0
    """seconds since the record that it shows; 0 for what lasts"""
    record: int = NOBODY
    """id of that record"""
    about: int = NOBODY
    """of whom something is told"""
    retold: int = 0
    """how often it had been told before"""


def arrows(frame: Frame, question: Question) -> list[Arrow]:
    """List all arrows that a question brings up; through somebody's eyes only that one's own averted look."""
    return lasting(frame, question) + passing(frame, question)


def lasting(frame: Frame, question: Question) -> list[Arrow]:
    """List those that stay for as long as a frame does."""
    if question.eyes is not None:
        return averted_looks(frame, question)
    parts = averted_looks, looks, things, ties
    return [arrow for part in parts for arrow in part(frame, question)]


def passing(frame: Frame, question: Question) -> list[Arrow]:
    """List those that have an age, which every picture of a frame draws anew."""
    return [] if question.eyes is not None else verdicts(frame, question) + told(frame, question)


def averted_looks(frame: Frame, question: Question) -> list[Arrow]:
    """List who keeps the eyes off whom."""
    if question.eyes is None and question.lens not in {"truth", "attention"}:
        return []
    averted = frame.averted
    away = np.flatnonzero(averted != NOBODY).tolist() if question.eyes is None else [question.eyes]
    return [averted_look(frame, who) for who in away if averted[who] != NOBODY]


def averted_look(frame: Frame, who: int) -> Arrow:
    """Return the look that somebody keeps away, with the choice to do so while it lasts."""
    people, whom = frame.people, int(frame.averted[who])
    chosen = AVERTING[people.option[who]] and people.option_on[who] == whom
    return Arrow("averted", who, whom, record=int(people.why_option[who]) if chosen else NOBODY)


def looks(frame: Frame, question: Question) -> list[Arrow]:
    """List who attends to whom, the strongest first: of the person in question, or of all if that is asked for."""
    attention, focus, lens = frame.ties.attention, question.focus, question.lens
    if question.show_all or (lens == "attention" and focus is None):
        rows, most = np.flatnonzero(attention > 2 * NOTICED), LOOKS
    elif focus is None or lens not in {"truth", "attention"} or (lens == "truth" and not question.lines):
        return []
    else:
        own, most = rows_of(frame.ties, focus), LOOKS_OF_ONE if lens == "truth" else LOOKS
        rows = np.arange(own.start, own.stop)
        if lens == "attention":
            rows = np.concatenate([rows, np.flatnonzero(frame.ties.target == focus)])
        rows = rows[attention[rows] > NOTICED]
    rows = rows[np.argsort(-attention[rows], kind="stable")][:most]
    return [Arrow("look", *_ends(frame, row), float(attention[row])) for row in rows.tolist()]


def verdicts(frame: Frame, question: Question) -> list[Arrow]:
    """List who blames or credits whom: what was judged in the last seconds, and in the lens of blame every grudge."""
    if question.lens not in {"truth", "blame"}:
        return []
    found: dict[tuple[int, int, str], Arrow] = {}
    if question.lens == "blame":
        held = (*_held(frame, "blame", frame.ties.blame), *_held(frame, "credit", frame.ties.credit))
        found = {
            (arrow.who, arrow.whom, arrow.kind): arrow
            for arrow in held
            if question.focus is None or question.focus in {arrow.who, arrow.whom}
        }
    for record in recent_events(frame).judged:
        kind, age = JUDGED[record.kind], frame.age_of(record.tick, question.alpha)
        if age < VERDICT_SECONDS:
            arrow = Arrow(kind, record.who, record.whom, abs(record.value), age, record.id)
            found[record.who, record.whom, kind] = arrow
    return list(found.values())


def _held(frame: Frame, kind: Literal["blame", "credit"], column: Floats) -> list[Arrow]:
    return [Arrow(kind, *_ends(frame, row), float(column[row])) for row in np.flatnonzero(column > GRUDGE).tolist()]


def things(frame: Frame, question: Question) -> list[Arrow]:
    """List who is a thing to whom, the least a person first, in the lens of personhood."""
    given = regards(frame, question.focus) if question.lens == "personhood" else []
    return [Arrow("thing", one.who, one.whom) for one in given if one.face == "thing"][:THINGS]


def ties(frame: Frame, question: Question) -> list[Arrow]:
    """List who likes or hates whom, the strongest first: of the person in question, or every strong one."""
    between, focus, lens = frame.ties, question.focus, question.lens
    strength = abs(between.affinity)
    if lens == "truth" and not question.lines and not question.show_all:
        return []
    if focus is not None and lens in {"truth", "friends"}:
        rows = np.flatnonzero(((between.observer == focus) | (between.target == focus)) & (strength > FAINTEST))
    elif lens == "friends" or question.show_all:
        rows = np.flatnonzero(strength > STRONG)
    else:
        return []
    rows = rows[np.argsort(-strength[rows], kind="stable")][: TIES if lens == "friends" else TIES_ELSEWHERE]
    return [
        Arrow("tie", *_ends(frame, row), float(between.affinity[row])) for row in _with_answers(frame, rows).tolist()
    ]


def _with_answers(frame: Frame, rows: Ints) -> Ints:
    """Return rows of ties and of what the others have for these observers, if it is worth a line."""
    between, many = frame.ties, len(frame.people)
    answers = np.flatnonzero(
        np.isin(between.observer * many + between.target, between.target[rows] * many + between.observer[rows])
        & (abs(between.affinity) > FAINTEST)
    )
    return np.concatenate([rows, answers[~np.isin(answers, rows)]])


def one_sided(ties: list[Arrow]) -> set[tuple[int, int]]:
    """Return who of a list of ties has something for whom that has nothing for them."""
    ends = {(tie.who, tie.whom) for tie in ties}
    return {(who, whom) for who, whom in ends if (whom, who) not in ends}


def told(frame: Frame, question: Question) -> list[Arrow]:
    """List who has just told whom about whom, the newest first."""
    if question.lens not in {"truth", "blame"}:
        return []
    aged = ((record, frame.age_of(record.tick, question.alpha)) for record in reversed(recent_events(frame).told))
    return [
        Arrow(
            "told",
            record.detail,
            record.who,
            record.value,
            age,
            record.id,
            about=record.whom,
            retold=frame.retold.get(record.id, 0),
        )
        for record, age in aged
        if age < TOLD_SECONDS
    ]


def telling(frame: Frame, tellers: Ints) -> list[Arrow]:
    """List what some of those who tell have to say: the verdict that is strongest, if whom they tell it is near."""
    people, between = frame.people, frame.ties
    found: list[Arrow] = []
    for who in tellers.tolist():
        whom = int(people.option_on[who])
        rows = rows_of(between, who)
        verdict = np.where(between.target[rows] == whom, 0.0, (between.credit - between.blame)[rows])
        far = np.hypot(people.x[who] - people.x[whom], people.y[who] - people.y[whom])
        if far < EARSHOT and verdict.any():
            most = int(np.argmax(np.abs(verdict)))
            about = int(between.target[rows][most])
            found.append(Arrow("told", who, whom, float(verdict[most]), about=about))
    return found


def tellers(frame: Frame) -> Ints:
    """Return (T,) who is about to tell something."""
    return np.flatnonzero(WITH_TALE[frame.people.option])


def _ends(frame: Frame, row: int) -> tuple[int, int]:
    return int(frame.ties.observer[row]), int(frame.ties.target[row])
