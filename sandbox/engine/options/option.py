"""What an option is: how somebody imagines the moment after it, and what it does to the world.

Theory: T13, MODEL step 5: one rule for deeds and for inner moves. No option says when it is chosen; it only says what
its doer expects of it, and the circuit says how that would feel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from sandbox.engine.curves import at_most, share
from sandbox.engine.frozen import frozen
from sandbox.engine.named import TypedDict

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import KW_ONLY

    from sandbox.engine.arrays import Bools, Floats
    from sandbox.engine.effects import Effects
    from sandbox.engine.mind import Doing, Mind
    from sandbox.engine.params import Parameters


BESIDE: Final = 1.0 / 2
"""Nearness of somebody who stands within reach of the other."""


class Imagined(TypedDict, total=False):
    """The moment after an option, as its doer imagines it, in numbers or (M,) arrays.

    Of what it does not mention, that which a `View` has stays as it is, and the rest is nothing.
    """

    attention: Floats
    personhood: Floats
    importance: Floats
    affinity: Floats
    believed: Floats | float
    regard: Floats
    noticed: Floats | float
    nearness: Floats | float
    delay: Floats | float
    """seconds until it is so"""
    effort: Floats | float
    """cost, reward per second"""
    heart: Floats | float
    """exertion that others could see in it, from which and the face they read sympathy, 0 to 1 (T23); < 0 for harm"""
    involvement: Floats | float
    """how far others could say that they have to do with the trouble, 0 to 1 (T24)"""
    offence: Floats | float
    """how far it goes against the other's wish, or against honesty, 0 to 1: nobody else shares the blame (T20, T21)"""
    merriment: Floats | float
    """play, 0 to 1 (T29)"""
    body: Floats | float
    """bodily relief or pleasure for the doer, -1 to 1"""


@frozen
class Option:
    """One thing that a person can choose to do."""

    name: str
    theory: str
    """mechanisms it is needed for"""
    imagine: Callable[[Mind, Parameters], Imagined]
    act: Callable[[Doing, Effects, Parameters], None] | None
    """what it does beyond going there; None leaves people to that, or to their strolling and their errands"""
    possible: Callable[[Mind, Parameters], Bools]
    _: KW_ONLY
    icon: str
    """name of its picture, which is drawn above the engine"""
    sound: str = ""
    """name of its sound, which is made above the engine; silent if empty"""
    voiced: bool = False
    """whether it is done with the voice, which nobody hears of whoever is a thing to all (T9)"""
    eyes: str = ""
    """name of what the doer's lids do; only what is felt shows in them if empty"""
    gesture: str = ""
    """name of what else shows it on the map, such as a hug or a bolt; nothing if empty"""
    goes: Literal["", "walk", "hurry"] = ""
    """at which pace its doer first goes to the other; nowhere if empty"""
    arms: int = 1
    """from how many times their reach it is done"""
    sign: Literal["", "toward", "away"] = ""
    """the side of the body on which its picture is held, seen from the doer to the other; nowhere if empty"""
    pushes: Literal["", "averted", "attention", "personhood", "affinity", "importance", "believed"] = ""
    """column of the tie to the other that a story or a turn of the eyes, done only in the head, moves;
    attention only for as long as one is at it"""
    answers_need: bool = False
    """whether it answers another's suffering"""
    tests_hope: bool = False
    """whether its doer learns from it how much help changes"""
    dry: bool = False
    """whether its sign is nothing to hold while tears run, as a cup of coffee"""
    false_face: Literal[-1, 0, 1] = 0
    """1 for a face that looks better than it feels, -1 for one that looks worse"""
    unkind: bool = False
    """whether it is meant to hurt"""
    on_order: bool = False
    """whether nobody takes it who was not told to"""
    free_feet: bool = False
    """whether the feet are free for an errand, as they are during every inner move"""
    remarkable: bool = False
    """whether it is asked about before anything that befell its doer, as every inner move is"""

    @property
    def inner(self) -> bool:
        """Return whether it is done only in the head."""
        return bool(self.pushes)

    @property
    def averts(self) -> bool:
        """Return whether it turns the eyes away from the other."""
        return self.pushes == "averted"

    @property
    def dwells(self) -> bool:
        """Return whether it keeps thoughts and eyes on the other."""
        return self.pushes == "attention"

    @property
    def switch(self) -> str | None:
        """Name of the drive that switches it off, if it has one."""
        return self.name if self.inner else None


def always(mind: Mind, _: Parameters) -> Bools:
    """Return (M,) that it is possible for everybody who has somebody in mind."""
    return np.ones(len(mind.doer), np.bool_)


def when_needed(mind: Mind, _: Parameters) -> Bools:
    """Return (M,) where it is possible: where suffering is believed."""
    return mind.needed


def sure_of_help(affinity: Floats, answers: Floats, fear: Floats, params: Parameters) -> Floats:
    """Return how sure one is that the other comes when one suffers, 0 to 1.

    Friends do, and those who always did (T21); those whom one has learned to fear do not.
    """
    return share(params.stranger_help + affinity + answers - fear)


def story_effort(params: Parameters, lasts: float) -> float:
    """Return the cost of telling oneself a story that fades within `lasts` seconds: paid anew each time it has faded.

    Whatever outlasts the horizon is paid for within it.
    """
    return params.story_effort * at_most(1.0, params.story_time / at_most(lasts, params.horizon))


def walk_from(doing: Doing, effects: Effects, params: Parameters) -> None:
    """Send the doers away from their targets."""
    (x, y), (across, down) = doing.here, doing.away
    distance = np.maximum(doing.distance, params.elbow_room)
    effects.goal_x[doing.doer] = x - across / distance * params.leave_distance / 2
    effects.goal_y[doing.doer] = y - down / distance * params.leave_distance / 2
    effects.pace[doing.doer] = params.walk_speed
