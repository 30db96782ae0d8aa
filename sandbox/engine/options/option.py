"""What an option is: how somebody imagines the moment after it, and what it does to the world.

Theory: T13, MODEL step 5: one rule for deeds and for inner moves. No option says when it is chosen; it only says what
its doer expects of it, and the circuit says how that would feel.
"""

from __future__ import annotations

from dataclasses import KW_ONLY  # noqa: TC003 - whatever makes dataclasses looks for it
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

import numpy as np

from sandbox.engine.circuit import View
from sandbox.engine.curves import at_most, share
from sandbox.engine.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.params import Parameters


class Mind(NamedTuple):
    """M people who are choosing, each with somebody in mind; every array is (M,)."""

    view: View
    """how they have that somebody in mind now"""
    distance: Floats
    """metres"""
    clarity: Floats
    """0 not perceived … 1 plainly"""
    vividness: Floats
    """clarity × strength of the feeling shown, 0 to 1: what denial has to deny"""
    need: Floats
    """believed suffering, 0 to 1"""
    competence: Floats
    hope: Floats
    """how well help has worked so far, 0 to 1"""
    answers: Floats
    """how much likelier the other comes to one's help than one took for granted, -1 to 1 (T21)"""
    anxiety: Floats
    personlike: Floats
    """how strongly the other's look says "a person", 0 to 1"""
    affinity_anchor: Floats
    importance_anchor: Floats
    pretext: Floats
    """blame and otherness that a hostile story can hang on, 0 to 1"""
    love: Floats
    fear: Floats
    """how much the other frightens, 0 to 1 (T29)"""
    asked: Floats
    """how much the other begs, 0 to 1 (T21)"""
    guess: Floats
    """the other's taste for company as one takes it to be, -1 to 1 (T18)"""
    tidings: Floats
    """how much there is to tell the other of somebody else who is blamed or credited, 0 to 1 (T32)"""
    ordered: Floats
    """1 where they were told to strike the other"""
    pain: Floats
    """the chooser's own: wound and illness, 0 to 1"""
    suffering: Floats
    """the chooser's own: what they feel below 0, 0 to 1"""
    playfulness: Floats
    doses: Floats
    drops: Floats
    detour: Floats
    """metres that the other way round is longer; below 0 where there is none"""
    passing: Floats
    """how near their errand will bring them to the other, 0 to 1; as near as they are without one"""


def only(mind: Mind, among: Ints) -> Mind:
    """Keep the people at the places `among` (K,)."""
    return Mind(View(*(column[among] for column in mind.view)), *(column[among] for column in mind[1:]))


class Imagined(NamedTuple):
    """The moment after an option, as its doer imagines it; every array is (M,)."""

    view: View
    delay: Floats | float = 0.0
    """seconds until it is so"""
    effort: Floats | float = 0.0
    """cost, reward per second"""
    heart: Floats | float = 0.0
    """exertion that others could see in it, from which and the face they read sympathy, 0 to 1 (T23); < 0 for harm"""
    involvement: Floats | float = 0.0
    """how far others could say that they have to do with the trouble, 0 to 1 (T24)"""
    offence: Floats | float = 0.0
    """how far it goes against the other's wish, or against honesty, 0 to 1: nobody else shares the blame (T20, T21)"""
    merriment: Floats | float = 0.0
    """play, 0 to 1 (T29)"""
    body: Floats | float = 0.0
    """bodily relief or pleasure for the doer, -1 to 1"""


@frozen
class Effects:
    """What everybody's options do in this tick; each option adds to it."""

    tie: Ints
    """(N,) rows of the ties to those whom people have in mind, or NOBODY"""
    goal_x: Floats
    goal_y: Floats
    pace: Floats
    """(N,) m/s"""
    effort: Floats
    """(N,) visible exertion, 0 to 1"""
    relief: Floats
    """(N,) wound mended on each person, per second"""
    cured: Floats
    """(N,) wound and illness taken away from each person by medicine, per second"""
    soothed: Floats
    """(N,) comfort given to each person, per second"""
    pleased: Floats
    """(N,) treat given to each person, or annoyance below 0, per second"""
    blissed: Floats
    """(N,) treat given to each person without limit, per second"""
    struck: Floats
    """(N,) wound given to each person, per second"""
    jeered: Floats
    """(N,) taunting suffered by each person, per second"""
    jeers: Floats
    """(N,) taunting that the doer does, per second"""
    touch: Floats
    """(N,) involvement that the doer shows, 0 to 1"""
    harm: Floats
    """(N,) how much of the trouble the doer makes, 0 to 1"""
    affront: Floats
    """(N,) how far the doer goes against the other's wish, 0 to 1"""
    pretence: Floats
    """(N,) what the doer's face shows beyond what they feel, -1 to 1"""
    playing: Floats
    """(N,) how merrily they play, 0 to 1"""
    rounds: Floats
    """(N,) 1 where they take the other way round"""
    used_doses: Floats
    """(N,) medicine that the doer uses up, per second"""
    used_drops: Floats
    """(N,) happy drops that the doer uses up, per second"""
    tells: Floats
    """(N,) 1 where they talk to the one in mind about others"""
    begs: Floats
    """(N,) 1 where they beg of the one in mind"""
    averted: Floats
    """(N,) push on `averted` of their tie to the one in mind, and so on for the next four; 0 where nothing is pushed"""
    personhood: Floats
    affinity: Floats
    importance: Floats
    believed: Floats

    @classmethod
    def none(cls, x: Floats, y: Floats, tie: Ints) -> Effects:
        """Start with nobody doing anything: people at (N,) `x`, `y`, and their (N,) ties to those they have in mind."""
        return cls(tie, x.copy(), y.copy(), *np.zeros((_SHEETS, len(x))))


_SHEETS: Final = 25
"""Columns that begin with nothing."""


class Doing(NamedTuple):
    """The D people who are at one option in this tick; every array is (D,)."""

    doer: Ints
    """rows of People"""
    target: Ints
    """rows of People"""
    tie: Ints
    """rows of Ties, doer → target"""
    sheet: Mind
    """how everybody has those in mind about whom they are at something"""
    among: Ints
    """the places of the doers in it"""
    here: tuple[Floats, Floats]
    """metres"""
    there: tuple[Floats, Floats]
    """metres, the target's spot"""
    taste: Floats
    """the target's true taste for company, -1 to 1"""

    @property
    def mind(self) -> Mind:
        """How the doers have their targets in mind."""
        return only(self.sheet, self.among)


@frozen
class Option:
    """One thing that a person can choose to do."""

    name: str
    theory: str
    """mechanisms it is needed for"""
    imagine: Callable[[Mind, Parameters], Imagined]
    act: Callable[[Doing, Effects, Parameters], None] | None
    """what it does; None leaves people to their strolling and their errands"""
    possible: Callable[[Mind, Parameters], Bools]
    _: KW_ONLY
    icon: str
    """name of its picture, which is drawn above the engine"""
    sound: str = ""
    """name of its sound, which is made above the engine; silent if empty"""
    eyes: str = ""
    """name of what the doer's lids do; only what is felt shows in them if empty"""
    gesture: str = ""
    """name of what else shows it on the map, such as a hug or a bolt; nothing if empty"""
    sign: Literal["", "toward", "away"] = ""
    """the side of the body on which its picture is held, seen from the doer to the other; nowhere if empty"""
    pushes: Literal["", "averted", "personhood", "affinity", "importance", "believed"] = ""
    """column of the tie to the other that a story or a turn of the eyes, done only in the head, moves"""
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
    def switch(self) -> str | None:
        """Name of the drive that switches it off, if it has one."""
        return self.name if self.inner else None


def always(mind: Mind, _: Parameters) -> Bools:
    """Return (M,) that it is possible for everybody who has somebody in mind."""
    return mind.need >= 0


def when_needed(mind: Mind, params: Parameters) -> Bools:
    """Return (M,) where it is possible: where suffering is believed."""
    return mind.need >= params.need_threshold


def onlooking(mind: Mind, params: Parameters) -> Floats:
    """Return (M,) how far somebody who does nothing has to do with a trouble: in view a little, asked for help more."""
    return np.where(mind.clarity > 0, np.maximum(params.onlooker_involvement, mind.asked), 0.0)


def sure_of_help(affinity: Floats, answers: Floats, fear: Floats, params: Parameters) -> Floats:
    """Return how sure one is that the other comes when one suffers, 0 to 1.

    Friends do, and those who always did (T21); those whom one has learned to fear do not.
    """
    return share(params.stranger_help + affinity + answers - fear)


def beside(view: View) -> View:
    """Imagine standing within reach of the other."""
    return view._replace(nearness=np.full_like(view.nearness, 1.0 / 2))


def story_effort(params: Parameters, lasts: float) -> float:
    """Return the cost of telling oneself a story that fades within `lasts` seconds: paid anew each time it has faded.

    Whatever outlasts the horizon is paid for within it.
    """
    return params.story_effort * at_most(1.0, params.story_time / at_most(lasts, params.horizon))


def walk_to(doing: Doing, effects: Effects, pace: float, reach: float) -> Bools:
    """Send the doers to their targets at `pace` m/s and tell (D,) who is within `reach` metres."""
    (x, y), (there_x, there_y) = doing.here, doing.there
    distance = np.sqrt((there_x - x) ** 2 + (there_y - y) ** 2)
    away = distance > reach
    stop = np.where(away, 1.0 - 0.7 * reach / np.maximum(distance, reach), 0.0)
    effects.goal_x[doing.doer] = x + (there_x - x) * stop
    effects.goal_y[doing.doer] = y + (there_y - y) * stop
    effects.pace[doing.doer] = pace
    return ~away


def walk_from(doing: Doing, effects: Effects, params: Parameters) -> None:
    """Send the doers away from their targets."""
    (x, y), (there_x, there_y) = doing.here, doing.there
    distance = np.maximum(np.sqrt((x - there_x) ** 2 + (y - there_y) ** 2), params.elbow_room)
    effects.goal_x[doing.doer] = x + (x - there_x) / distance * params.leave_distance / 2
    effects.goal_y[doing.doer] = y + (y - there_y) / distance * params.leave_distance / 2
    effects.pace[doing.doer] = params.walk_speed
