"""Gates: what has to be so for somebody to help, look at or blame another, and which of it is not so.

Each gate asks what the engine itself asks on the way from a sight to a deed: what perceive and attend have left in the
tie, what `mind` makes of it, what `choose` foresees, whom `judge` can read something off. No rule stands here that the
engine does not have; where a number becomes a yes or a no, it does so at the engine's threshold or at the picture's.

Theory: T1, T4, T8 to T13, T23 to T25, T28.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import numpy as np
from msgspec import Struct

from sandbox.engine.meet import with_ties_between
from sandbox.engine.people import NOBODY
from sandbox.session.why_not.blaming import blaming
from sandbox.session.why_not.helping import helping
from sandbox.session.why_not.looking import looking
from sandbox.session.why_not.pair import Pair

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sandbox.engine.world import World
    from sandbox.session.why_not.acts import Act, Wonder
    from sandbox.session.why_not.pair import Found

State: TypeAlias = Literal["open", "half", "shut"]

GATES: Final = ("knows", "attends", "person", "friend", "matters", "able", "others", "late", "wants")
"""In the order in which they are shown."""
OPEN: Final = frozenset({"open", "own"})
"""Findings that keep nobody off."""
HALF: Final = frozenset({"stranger", "few", "same"})
"""Findings that hinder without keeping anybody off by themselves."""
_READ: Final[Mapping[Act, Callable[[Pair], Iterator[Found]]]] = {"help": helping, "look": looking, "blame": blaming}


class Gate(Struct, frozen=True):
    """One gate, as it stands."""

    name: str
    """one of GATES"""
    state: State
    finding: str
    """what was found, to be said as why_not.ACT.NAME.FINDING"""
    other: int = NOBODY
    """row of a third person whom it is about"""
    option: str = ""
    """name of an option that it is about"""


def gates(world: World, wonder: Wonder) -> tuple[Gate, ...]:
    """Return how each gate stands for an act, in the order of GATES; those that cannot be asked yet are left out."""
    people = world.people
    if people.sentience[wonder.who] <= 0:
        return (Gate("able", "shut", "thing"),)
    world = with_ties_between(world, np.array([wonder.who]), np.array([wonder.whom]))
    found = {one.gate: one for one in _READ[wonder.act](Pair(world, wonder.who, wonder.whom))}
    return tuple(
        Gate(name, state_of(found[name].finding), found[name].finding, found[name].other, found[name].option)
        for name in GATES
        if name in found
    )


def state_of(finding: str) -> State:
    """Return whether what was found lets through."""
    return "open" if finding in OPEN else "half" if finding in HALF else "shut"


def closed(found: tuple[Gate, ...]) -> Gate | None:
    """Return the gate that keeps the act from happening: the first that is shut, else half open; None if none is."""
    for state in ("shut", "half"):
        for gate in found:
            if gate.state == state:
                return gate
    return None
