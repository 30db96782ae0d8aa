"""Removal: whether a fact goes when that is taken away which its chain of reasons ends in, and stays else.

Theory: Woodward (2003): a cause is what one could change the effect by. Each fact is held against the same play, with
the same seeds from the same tick on, in which nothing is otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.engine.happenings import HAPPENINGS, INDEX
from sandbox.engine.params import SECONDS_PER_TICK
from sandbox.engine.people import NOBODY
from sandbox.lab.ordinary import draws
from sandbox.lab.whys.facts import strength
from sandbox.lab.whys.origins import origin
from sandbox.scenario.schema import Happening
from sandbox.session.schedule import tick_of
from sandbox.session.what_if.origin import Origin as Moment
from sandbox.session.what_if.question import Measure, Question, other_seeds
from sandbox.session.what_if.service import WhatIfs
from sandbox.session.what_if.variation import Variation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.engine.arrays import Floats
    from sandbox.lab.whys.origins import Origin
    from sandbox.lab.whys.scene import Asked
    from sandbox.session.session import Session

SEEDS: Final = 20
RARE: Final = 0.25
"""A fact that shows in a smaller share of so few worlds cannot go by two standard errors, and is also played with …"""
MANY: Final = 100
"""… so many seeds."""
WITHIN: Final = 5.0
"""Seconds, from the moment on at which a fact is seen, in which it counts how strong it gets."""
FALLS: Final = 0.2
"""A fact falls if this share of its strength goes, at least, …"""
ERRORS: Final = 2.0
"""… and so many standard errors."""
LIKE: Final = 2.0
"""Deeds of which one is at most so many times the other are of like size."""


class Removed(NamedTuple):
    """What came of taking something away from behind a fact; nan where it was not tried."""

    ends: str
    """deed, rule, claim or trait: what the chain ends in; nothing if it ends in none"""
    falls: float
    """1 if the fact falls without it, else 0"""
    other_falls: float
    """the same without another deed of like size"""
    falls_often: float = 0.0
    """`falls`, with many seeds where the fact is rare"""
    other_falls_often: float = np.nan
    """`other_falls`, with many seeds where the fact is rare"""


def removed(session: Session, asked: Asked) -> Removed:
    """Take away what a chain ends in, and another deed; the session stands at the moment of the fact."""
    found = origin(session.world, session.level, session.commands, asked.cards[-1])
    if not found.kind:
        return Removed("", 0.0, np.nan)
    place, (falls, often) = _other(session, asked, found), _falls(session, asked, found.without, found.tick)
    if place == NOBODY:
        return Removed(found.kind, falls, np.nan, often)
    deed = session.commands[place]
    other, other_often = _falls(session, asked, Variation(without=(place,)), tick_of(deed))
    return Removed(found.kind, falls, other, often, other_often)


def _falls(session: Session, asked: Asked, without: Variation, tick: int) -> tuple[float, float]:
    """Return 1 or 0 for whether a fact falls without something, and the same with many seeds where it is rare."""
    seeds = (session.seed, *other_seeds(session.seed, MANY - 1))
    real, lacking = strengths(session, asked, without, tick, seeds[:SEEDS])
    falls = float(fallen(real, lacking))
    if (real > 0).mean() >= RARE:
        return falls, falls
    more = strengths(session, asked, without, tick, seeds[SEEDS:])
    return falls, float(fallen(np.append(real, more[0]), np.append(lacking, more[1])))


def fallen(real: Floats, lacking: Floats) -> bool:
    """Return whether a fact has fallen, by (seeds,) how strong it is in the play, and without something."""
    error = np.sqrt((real.var(ddof=1) + lacking.var(ddof=1)) / len(real))
    return bool(real.mean() - lacking.mean() > max(FALLS * real.mean(), ERRORS * error))


def strengths(
    session: Session, asked: Asked, without: Variation, tick: int, seeds: Sequence[int]
) -> tuple[Floats, Floats]:
    """Return (seeds,) how strong a fact is in the play, and in the same play without something, from a tick on."""
    how = strength(session.level, session.frame(), asked.subject, asked.cards[0])
    same = Happening(do="switch", at=tick * SECONDS_PER_TICK, drive="sympathy", on="sympathy" not in session.world.off)
    with WhatIfs(background=False) as what_ifs:
        question = Question(
            seconds=WITHIN,
            variations=(Variation(added=(same,)), _from(without, same)),
            seeds=tuple(seeds),
            measures=(Measure(name="strength", of=how.of),),
        )
        answered = what_ifs.ask(Moment(session), question)
        what_ifs.wait(answered)
        values = how.read(answered.column("strength"))
    return values[answered.variation == 0], values[answered.variation == 1]


def _from(without: Variation, same: Happening) -> Variation:
    """Let a variation leave the play no later than what changes nothing."""
    return Variation(
        without=without.without,
        spared=without.spared,
        people=without.people,
        ties=without.ties,
        added=(*without.added, same),
    )


def _other(session: Session, asked: Asked, found: Origin) -> int:
    """Draw another deed of the player's before the fact, of like size and not named in the chain; return its place."""
    named = [*asked.cards, *asked.cards[-1].also]
    told = {(card.tick, card.key.rpartition(".")[2]) for card in named if card.own}
    size = _size(session.commands[found.deed]) if found.deed != NOBODY else 0.0
    others = [
        place
        for place, one in enumerate(session.commands)
        if tick_of(one) < asked.tick
        and (tick_of(one), one.do) not in told
        and (not size or 1 / LIKE <= _size(one) / size <= LIKE)
    ]
    return (
        others[int(draws(session.seed, session.level.id, str(asked.tick)).integers(len(others)))] if others else NOBODY
    )


def _size(deed: Happening) -> float:
    """Return how much of it there is, 0 to 1."""
    return abs(HAPPENINGS[INDEX[deed.do]].amount if deed.amount is None else deed.amount)
