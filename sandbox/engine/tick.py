"""One tick, in one direction: the order in which a tenth of a second happens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.engine.act import act
from sandbox.engine.amends import amends
from sandbox.engine.attend import attend
from sandbox.engine.choose import choose
from sandbox.engine.fade import fade
from sandbox.engine.feel import feel
from sandbox.engine.gossip import gossip
from sandbox.engine.happen import happen, misses, recover
from sandbox.engine.journal import happened, kept
from sandbox.engine.judge import forgive, judge
from sandbox.engine.learn import learn
from sandbox.engine.meet import meet
from sandbox.engine.move import move
from sandbox.engine.norms import uphold
from sandbox.engine.perceive import perceive
from sandbox.engine.table import read_only, replaced
from sandbox.engine.traces import NO_TRACES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.realm import AnyRealm, Realm
    from sandbox.engine.world import World

STEPS: Final = (
    recover,
    meet,
    perceive,
    attend,
    feel,
    choose,
    learn,
    forgive,
    judge,
    uphold,
    fade,
    act,
    gossip,
    amends,
    move,
)
"""What a tick does after whatever happens in it; the journal looks at the world before and after each."""


def tick(world: World, events: Iterable[Event] = ()) -> World:
    """Make the world a tenth of a second older; raise Impossible if one of the events cannot be."""
    return passed(befallen(world, events))


def befallen(world: World, events: Iterable[Event]) -> World:
    """Let what happens in this tick befall the world; raise Impossible if something of it cannot be."""
    after = world
    for event in events:
        if misses(after, event):
            continue
        after = happened(after, happen(after, event), event)
    if after is not world:
        _over(after, world)
    return after


def passed(realm: AnyRealm) -> AnyRealm:
    """Let a tenth of a second pass, in one world or in many."""
    now = realm
    for step in STEPS:
        now = kept(step, now, step(now))
    _over(now, realm)
    return replaced(now, tick=now.tick + 1, traces=NO_TRACES)


def _over(after: Realm, before: Realm) -> None:
    """Let nobody write into what has become of people and ties."""
    read_only(after.people, before.people)
    read_only(after.ties, before.ties)
