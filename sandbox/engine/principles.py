"""Principles: a rule is endorsed because the thought of it feels good, and refused because it does not.

Theory: T7, T28. Everybody imagines how all whom they know would fare under the rule, and feels the difference by the
circuit itself, with thought spread over all of them. Switch: principles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.circuit import circuit
from sandbox.engine.curves import positive, squash, valence
from sandbox.engine.drives import strengths
from sandbox.engine.feel import view
from sandbox.engine.links import total
from sandbox.engine.options import INDEX
from sandbox.engine.vocabulary import RULES

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats
    from sandbox.engine.world import World

ADMIRED: Final = {"help_all": ("help", "comfort", "dose"), "fend_alone": ("leave",), "punish_enemies": ("taunt",)}
"""The deeds that each rule holds up."""
DESPISED: Final = {"help_all": ("leave", "taunt"), "fend_alone": ("plead",), "punish_enemies": ()}
"""The deeds that each rule looks down on."""


def vote(world: World, proposer: int, rule: int) -> World:
    """Let everybody make up their mind about a rule of RULES, and live by it as far as they endorse it."""
    if "principles" in world.off:
        return world
    people, params = world.people, world.params
    stance = squash(params.principle_gain * imagined(world, proposer, rule)) * people.sentience * people.present
    norms = people.norms.copy()
    pull = params.principle_weight * positive(stance)
    for deeds, sign in ((ADMIRED, 1.0), (DESPISED, -1.0)):
        for name in deeds[RULES[rule]]:
            norms[:, INDEX[name]] = valence(norms[:, INDEX[name]] + sign * pull)
    return world.with_people(stance=stance, rule=np.full(len(people), rule), norms=norms)


def imagined(world: World, proposer: int, rule: int) -> Floats:
    """Return (N,) the reward per second that the thought of a rule brings, against things as they are."""
    people, ties = world.people, world.ties
    traits = strengths(world, ties.observer)
    known = 1.0 + total(np.ones(len(ties)), ties.observer, len(people))
    here = view(world, np.arange(len(ties)))
    spread = here._replace(attention=1.0 / known[ties.observer], noticed=np.zeros(len(ties)))
    gain = circuit(traits, spread._replace(believed=_under(world, rule))) - circuit(traits, spread)
    agreed = here._replace(attention=1.0 / known[ties.observer], noticed=1.0 * (ties.target == proposer))
    esteem = circuit(traits, agreed._replace(believed=np.zeros(len(ties)), regard=np.ones(len(ties))))
    whole = (gain + esteem).sum(axis=0)
    return total(whole, ties.observer, len(people)) + _selfish(world, rule)


def _under(world: World, rule: int) -> Floats:
    """Return (E,) how each target is imagined to fare under a rule."""
    believed, params = world.ties.believed, world.params
    if RULES[rule] == "help_all":
        return positive(believed)
    enemy = world.ties.affinity < -params.friend_line
    if RULES[rule] == "punish_enemies":
        return np.where(enemy, valence(believed - params.strike_harm), believed)
    return np.minimum(believed, 0.0)


def _selfish(world: World, rule: int) -> Floats:
    """Return (N,) what a rule would mean for one's own body: help in pain, or work for others."""
    people, params = world.people, world.params
    pain = positive(-people.felt) * params.body_gain / len(RULES)
    cost = params.help_effort / len(RULES)
    if RULES[rule] == "help_all":
        return pain - cost
    return cost - pain if RULES[rule] == "fend_alone" else np.zeros(len(people))
