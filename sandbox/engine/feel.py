"""Feel: the circuit fires, the body speaks, company warms; faces show it.

Theory: T1, T2, T5, T6, T17, T29. Reads ties, bodies and traits; changes rewards, emotion, what is felt and shown, and
mood.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.circuit import View
from sandbox.engine.curves import part, positive, squash, valence
from sandbox.engine.drives import bonds, company, play, social, strengths, worry
from sandbox.engine.links import pick, total
from sandbox.engine.people import NOBODY
from sandbox.engine.table import altered
from sandbox.engine.vocabulary import CIRCUIT_STREAMS, TIE_STREAMS

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats
    from sandbox.engine.ties import Ties
    from sandbox.engine.world import World


def feel(world: World) -> World:
    """Turn what is attended to and believed into reward, and reward into faces."""
    people, ties, params, off = world.people, world.ties, world.params, world.off
    streams = social(strengths(people, off, ties.observer), bonds(world), view(ties), params)
    felt_for_others = [total(row, ties.observer, len(people)) for row in streams]
    body = valence(people.treat - people.wound - people.illness)
    around = _around(world)
    proud = pride(world)
    fun = play(people.playfulness * (1.0 - people.tired), people.playing, off, params)
    worried = worry(people.unease, explained(world), off, params)
    own = [proud, company(people, off, around, params), fun, worried, params.body_gain * body]
    reward = np.stack([*felt_for_others, *own], axis=1) * people.sentience[:, None]
    moved = summed(reward[:, : len(TIE_STREAMS)]) + proud + fun + worried
    alone = people.loneliness + part(params.lonely_time) * (1.0 - people.loneliness)
    emotion = people.emotion + part(params.emotion_time) * (squash(params.emotion_gain * moved) - people.emotion)
    felt = (body + emotion * (1.0 - np.abs(body))) * people.sentience
    return _record_feelings(
        world.with_ties(streams=streams).with_people(
            reward=reward,
            loneliness=alone - part(params.sated_time) * around * alone,
            unease=people.unease + part(params.unease_time) * (people.anxiety - people.unease),
            emotion=emotion,
            felt=felt,
            shown=valence(people.expressiveness * felt + people.pretence),
            mood=people.mood + part(params.mood_time) * (valence(summed(reward)) - people.mood),
        )
    )


def pride(world: World) -> Floats:
    """Give (N,) the Approval that an imagined audience grants for what one did lately (T6, T28): pride, or shame."""
    people, off = world.people, world.off
    if "imagined_audience" in off or not people.esteem.any():
        return np.zeros(len(people))
    approval = people.approval * ("approval" not in off)
    return approval * world.params.inner_audience * people.esteem


def explained(world: World) -> Floats:
    """Give (N,) how much believed suffering of people everybody has in mind, 0 and up: a reason to be uneasy (T17)."""
    ties = world.ties
    return total(explanation(view(ties)), ties.observer, len(world.people))


def explanation(view: View) -> Floats:
    """Tell how much somebody's believed suffering could be the reason for one's unease; the view's shape."""
    return view.attention * view.personhood * positive(-view.believed)


def view(ties: Ties) -> View:
    """Give how every observer has every target in mind."""
    return View(
        ties.attention,
        ties.personhood,
        ties.importance,
        ties.affinity,
        ties.believed,
        ties.regard,
        ties.noticed,
        ties.nearness,
    )


def _around(world: World) -> Floats:
    """Give (N,) how much friendly company everybody has in mind and in sight, 0 to 1."""
    ties = world.ties
    warmth = ties.attention * ties.personhood * positive(ties.affinity) * ties.seen
    return total(warmth, ties.observer, len(world.people))


def summed(reward: Floats) -> Floats:
    """Add up (N, S) streams to the (N,) reward, always in the same order."""
    whole = reward[:, 0].copy()
    for column in range(1, reward.shape[1]):
        whole += reward[:, column]
    return whole


def _record_feelings(world: World) -> World:
    """Write down feelings about somebody that come from something new."""
    ties = world.ties
    size = np.abs(ties.streams)
    stream = np.argmax(size, axis=0)
    from_regard = (stream == TIE_STREAMS.index("approval")) | (stream == TIE_STREAMS.index("provocation"))
    bond = stream >= len(CIRCUIT_STREAMS)
    source = np.where(bond, ties.why_affinity, np.where(from_regard, ties.why_regard, ties.why_believed))
    source = np.where(stream == TIE_STREAMS.index("envy"), world.people.why_body[ties.target], source)
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
