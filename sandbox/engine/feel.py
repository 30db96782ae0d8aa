"""Feel: the circuit fires, the body speaks, company warms; faces show it.

Theory: T1, T2, T5, T29. Reads ties, bodies and traits; changes rewards, emotion, what is felt and shown, and mood.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.circuit import Strengths, View, circuit
from sandbox.engine.curves import part, positive, squash, valence
from sandbox.engine.links import pick, total
from sandbox.engine.people import NOBODY
from sandbox.engine.table import altered
from sandbox.engine.vocabulary import CIRCUIT_STREAMS, STREAMS

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats, Ints
    from sandbox.engine.people import People
    from sandbox.engine.ties import Ties
    from sandbox.engine.world import World


def feel(world: World) -> World:
    """Turn what is attended to and believed into reward, and reward into faces."""
    people, ties, params = world.people, world.ties, world.params
    streams = circuit(strengths(people, world.off, ties.observer), view(ties))
    social = [total(row, ties.observer, len(people)) for row in streams]
    body = valence(people.treat - people.wound - people.illness)
    around = _around(world)
    reward = np.stack([*social, params.body_gain * body, company(world, around)], axis=1)
    alone = people.loneliness + part(params.lonely_time) * (1.0 - people.loneliness)
    loneliness = alone - part(params.sated_time) * around * alone
    felt_for_others = social[0] + social[1] + social[2] + social[3]
    emotion = people.emotion + part(params.emotion_time) * (
        squash(params.emotion_gain * felt_for_others) - people.emotion
    )
    felt = body + emotion * (1.0 - np.abs(body))
    mood = people.mood + part(params.mood_time) * (valence(summed(reward)) - people.mood)
    world = world.with_ties(streams=streams)
    world = world.with_people(
        reward=reward, loneliness=loneliness, emotion=emotion, felt=felt, shown=people.expressiveness * felt, mood=mood
    )
    return _record_feelings(world)


def strengths(people: People, off: frozenset[str], rows: Ints) -> Strengths:
    """Give the circuit's strengths of the people in `rows`, with the switched-off streams at zero."""
    traits = Strengths(people.sympathy[rows], people.spite[rows], people.approval[rows], people.provocation[rows])
    return traits.switched(off)


def view(ties: Ties) -> View:
    """Give how every observer has every target in mind."""
    return View(
        ties.attention, ties.personhood, ties.importance, ties.affinity, ties.believed, ties.regard, ties.noticed
    )


def company(world: World, around: Floats) -> Floats:
    """Give (N,) the reward per second of `around`, the company one has; the lonely enjoy it most (T29)."""
    people = world.people
    taste = people.company * (people.loneliness + positive(-people.company)) * ("company" not in world.off)
    return taste * world.params.company_gain * around


def _around(world: World) -> Floats:
    """Give (N,) how much friendly company everybody has in mind and in sight, 0 to 1."""
    ties = world.ties
    warmth = ties.attention * ties.personhood * positive(ties.affinity) * ties.seen
    return total(warmth, ties.observer, len(world.people))


def summed(reward: Floats) -> Floats:
    """Add up the (N, S) streams to the (N,) reward, always in the same order."""
    whole = reward[:, 0].copy()
    for column in range(1, len(STREAMS)):
        whole += reward[:, column]
    return whole


def _record_feelings(world: World) -> World:
    """Write down feelings about somebody that come from something new."""
    ties = world.ties
    size = np.abs(ties.streams)
    stream = np.argmax(size, axis=0)
    from_regard = stream >= CIRCUIT_STREAMS.index("approval")
    source = np.where(from_regard, ties.why_regard, ties.why_believed)
    strong = size.max(axis=0) > world.params.felt_step
    rows = np.flatnonzero(strong & (source != NOBODY) & (source != ties.felt_from))
    if len(rows):
        causes, ids = world.causes.add(
            tick=world.tick,
            kind="felt",
            detail=stream[rows],
            who=ties.observer[rows],
            whom=ties.target[rows],
            value=ties.streams[stream[rows], rows],
            parents=(
                (source[rows], np.abs(np.where(from_regard, ties.regard, ties.believed))[rows]),
                (ties.why_affinity[rows], world.params.affinity_share * np.abs(ties.affinity[rows])),
            ),
        )
        why_felt, felt_from = ties.why_felt.copy(), ties.felt_from.copy()
        why_felt[rows], felt_from[rows] = ids, source[rows]
        world = altered(world.with_ties(why_felt=why_felt, felt_from=felt_from), causes=causes)
    return _strongest_feelings(world, size.max(axis=0))


def _strongest_feelings(world: World, size: Floats) -> World:
    """Remember for each person the cause of the feeling that is strongest now."""
    ties = world.ties
    row = world.links.strongest(size, (ties.why_felt != NOBODY) & (size > 0))
    return world.with_people(why_felt=np.where(row != NOBODY, pick(ties.why_felt, row), world.people.why_felt))
