"""Looking: the gates from somebody in view to another's eyes (T8, T13, T15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.links import pick
from sandbox.engine.people import NOBODY
from sandbox.session.why_not.helping import attended, in_time
from sandbox.session.why_not.pair import Found
from sandbox.session.why_not.regarding import a_person, dear

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.session.why_not.pair import Pair


def looking(pair: Pair) -> Iterator[Found]:
    """Find how each gate stands."""
    yield _perceives(pair)
    yield _minds(pair)
    yield a_person(pair)
    yield from dear(pair, pair.row)
    yield _torn(pair)
    yield _drawn(pair)
    yield in_time(pair)


def _perceives(pair: Pair) -> Found:
    if pair.of("perceived"):
        return Found("knows")
    world = pair.world
    if world.hidden(pair.doer, np.array([pair.whom]))[0]:
        return Found("knows", "wall")
    return Found("knows", "behind" if pair.of("distance") <= world.params.sight_range else "far")


def _minds(pair: Pair) -> Found:
    """Ask whether there is enough of a thought for the eyes to follow; who has more of it is another gate's matter."""
    if pair.shuns:
        return Found("attends", "shuns")
    return attended(pair) if pair.of("attention") <= pair.world.params.focus_share else Found("attends")


def _torn(pair: Pair) -> Found:
    """Ask whether a look there would bring into sight whom the one keeps the eyes off."""
    people, avoided = pair.world.people, int(pair.world.people.avoiding[pair.who])
    if avoided in {NOBODY, pair.whom}:
        return Found("able")
    across, down = people.x - people.x[pair.who], people.y - people.y[pair.who]
    apart = np.maximum(np.hypot(across, down), pair.world.params.sight_cosine**2)
    x, y = across / apart, down / apart
    near = x[avoided] * x[pair.whom] + y[avoided] * y[pair.whom]
    return Found("able", "torn", avoided) if near >= pair.world.params.sight_cosine else Found("able")


def _drawn(pair: Pair) -> Found:
    """Ask whether somebody else in view has more of the one's thought."""
    ties = pair.world.ties
    reachable = np.flatnonzero(ties.clarity != 0.0)
    most = int(pick(ties.target, pair.world.links.strongest(ties.attention, reachable))[pair.who])
    rival = most not in {NOBODY, pair.whom} and ties.attention[pair.tie(most)] > pair.of("attention")
    return Found("others", "drawn", most) if rival else Found("others")
