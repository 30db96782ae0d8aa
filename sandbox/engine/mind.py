"""Mind: how people who are choosing or doing something have the one whom it is about in mind.

Theory: T13, MODEL step 5. An option reads a few of these facts, and each is worked out when it is first read: most
ticks ask for few of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine import ways
from sandbox.engine.arousal import moved
from sandbox.engine.arrays import ONE
from sandbox.engine.chooser import Chooser
from sandbox.engine.circuit import View, holding, minding
from sandbox.engine.curves import nearness_at, positive, share
from sandbox.engine.denials import accused, contested
from sandbox.engine.drives import driven
from sandbox.engine.fact import Fact, OfTie
from sandbox.engine.looks import seeming
from sandbox.engine.options import DWELLS
from sandbox.engine.people import NOBODY
from sandbox.engine.tidings import topics, worth_telling

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.realm import Realm


class Mind(Chooser):
    """M people, each with somebody in mind; every array is (M,)."""

    def __init__(self, world: Realm, doer: Ints, tie: Ints) -> None:
        """Take (M,) rows of People, and the rows of their ties to those whom they have in mind."""
        super().__init__(world, doer)
        self.tie, self.target = tie, world.ties.target[tie]

    @Fact
    def view(self) -> View:
        """How they have that somebody in mind now."""
        return View(*(getattr(self, name) for name in View._fields))

    attention = OfTie()
    """share of thought, 0 to 1; this and the next seven are what the view is made of"""

    averted = OfTie()
    """how firmly the look is kept away, 0 to 1"""
    boredom = OfTie()
    """how used one is to thinking of the other, 0 to 1"""

    @Fact
    def hold(self) -> Floats:
        """How much of all other thought dwelling on the other takes, 0 to 1."""
        return holding(self.boredom, self.perceived | self.world.on("imagination", self.doer), self.params)

    @Fact
    def drawn(self) -> Floats:
        """Share of thought that the other has without being dwelt on, 0 to 1."""
        people = self.world.people
        dwells = DWELLS[people.option[self.doer]] & (people.option_on[self.doer] == self.target)
        if not np.count_nonzero(dwells):
            return self.attention
        return np.where(dwells, positive(self.attention - self.hold) / (ONE - self.hold), self.attention)

    @Fact
    def _moved(self) -> tuple[Floats, Floats, Floats]:
        return moved(self.world, self.tie)

    @Fact
    def personhood(self) -> Floats:
        """0 a thing, 1 a person."""
        return self._moved[0]

    @Fact
    def importance(self) -> Floats:
        """0 to 1."""
        return self._moved[1]

    @Fact
    def affinity(self) -> Floats:
        """-1 enemy to 1 friend."""
        return self._moved[2]

    believed = OfTie()
    """how the other seems to feel, -1 to 1"""
    regard = OfTie()
    """what the other seems to think of one, -1 to 1"""
    noticed = OfTie()
    """how surely the other is thinking of one, 0 to 1"""

    @Fact
    def nearness(self) -> Floats:
        """How near the other is, 0 (far away, or not perceived) to 1."""
        return nearness_at(self.distance, self.params.reach) * self.perceived

    @Fact
    def away(self) -> tuple[Floats, Floats]:
        """Metres to the right and down from the chooser to the other."""
        people, doer, target = self.world.people, self.doer, self.target
        return people.x[target] - people.x[doer], people.y[target] - people.y[doer]

    @Fact
    def distance(self) -> Floats:
        """Metres."""
        across, down = self.away
        return np.sqrt(across * across + down * down)

    @Fact
    def walk(self) -> Floats:
        """Seconds that it takes to walk over."""
        return self.distance / self.params.walk_speed

    @Fact
    def hurry(self) -> Floats:
        """Seconds that it takes to hurry over."""
        return self.distance / self.params.hurry_speed

    stakes = OfTie()
    """arousal about the other, 0 to 1 (T11)"""
    clarity = OfTie()
    """0 not perceived … 1 plainly"""

    @Fact
    def perceived(self) -> Bools:
        """Whether the other is perceived at all."""
        return self.clarity > 0

    @Fact
    def vividness(self) -> Floats:
        """Clarity × strength of the feeling shown, 0 to 1: what denial has to deny."""
        return self.clarity * share(self.params.vividness_gain * np.abs(self.world.people.shown[self.target]))

    @Fact
    def need(self) -> Floats:
        """Believed suffering, 0 to 1."""
        return positive(-self.believed)

    @Fact
    def needed(self) -> Bools:
        """Whether it is enough to do something about it."""
        return self.need >= self.params.need_threshold

    @Fact
    def carefree(self) -> Bools:
        """Whether it is not."""
        return self.need < self.params.need_threshold

    @Fact
    def at_ease(self) -> Bools:
        """Whether the other is perceived, and in no need."""
        return self.perceived & self.carefree

    @Fact
    def no_enemy(self) -> Bools:
        """Whether the other is no enemy."""
        return self.affinity > -self.params.friend_line

    @Fact
    def turning(self) -> Floats:
        """How much more of the thought one who goes there gives to the other, 0 to 1."""
        return (ONE - self.drawn) * (ONE - self.nearness) / 2

    @Fact
    def room(self) -> Floats:
        """How much happier a treat could make the other, 0 to 1."""
        return positive(self.params.treat_limit - positive(self.believed))

    @Fact
    def free(self) -> Floats:
        """How far the other, as they seem to feel, could think of somebody else, 0 to 1."""
        return minding(self.believed, self.params)

    hope = OfTie()
    """how well help has worked so far, 0 to 1"""

    @Fact
    def means(self) -> Floats | float:
        """How far they can do something about it, 0 to 1: by hope, where a wall keeps them off (T24)."""
        if not np.count_nonzero(self.hope < 1.0):
            return 1.0
        return np.where(self.barred, self.hope, 1.0)

    @Fact
    def barred(self) -> Bools:
        """Whether a wall stands in the way to the other."""
        people, doer, target = self.world.people, self.doer, self.target
        return self.world.cut(doer, people.x[doer], people.y[doer], people.x[target], people.y[target])

    answers = OfTie()
    """how much likelier the other comes to one's help than one took for granted, -1 to 1 (T21)"""

    @Fact
    def personlike(self) -> Floats:
        """How strongly the other's look says "a person", 0 to 1."""
        return seeming(self.world)[self.target]

    affinity_anchor = OfTie()
    """what evidence alone says of the affinity, -1 to 1"""
    importance_anchor = OfTie()
    """what evidence alone says of the importance, 0 to 1"""

    @Fact
    def pretext(self) -> Floats:
        """Blame and otherness that a hostile story can hang on, 0 to 1."""
        mine, theirs = self.world.people.group[self.doer], self.world.people.group[self.target]
        sides = (mine != theirs) & (mine >= 0) & (theirs >= 0)
        return share(self.world.ties.blame[self.tie] + sides / 2 + positive(-self.affinity_anchor))

    @Fact
    def love(self) -> Floats:
        """Attachment, 0 to 1 (T15, T29)."""
        return driven(self.world, "love", self.doer, self.world.ties.love[self.tie])

    @Fact
    def fear(self) -> Floats:
        """How much the other frightens, 0 to 1 (T29)."""
        return driven(self.world, "fear", self.doer, self.world.ties.fear[self.tie])

    asked = OfTie()
    """how much the other begs, 0 to 1 (T21)"""

    @Fact
    def onlooking(self) -> Floats:
        """How far somebody who does nothing has to do with a trouble: in view a little, asked or at it already more."""
        return np.where(self.perceived, np.maximum(self.params.onlooker_involvement, self.asked), 0.0)

    guess = OfTie()
    """the other's taste for company as one takes it to be, -1 to 1 (T18)"""

    @Fact
    def tidings(self) -> Floats:
        """How much there is to tell the other: more of one who is blamed or credited more, 0 to 1 (T32)."""
        news = worth_telling(topics(self.world, self.tie).verdict, self.params)
        return driven(self.world, "gossip", self.doer, news * (ONE - self.world.ties.told[self.tie]))

    @Fact
    def contested(self) -> Floats:
        """How much the chooser could contradict of what the other says of a third, 0 to 1 (T32)."""
        return driven(self.world, "gossip", self.doer, contested(self.world, self.doer, self.target)[1])

    @Fact
    def accused(self) -> Floats:
        """How much the other holds against the chooser without cause, 0 to 1 (T32)."""
        return driven(self.world, "gossip", self.doer, accused(self.world, self.doer, self.tie))

    @Fact
    def reproach(self) -> Floats:
        """How much the other seems to hold against the chooser who has not yet said sorry for it, 0 to 1 (T28)."""
        unsaid = self.world.ties.reproach[self.tie] * (ONE - self.world.ties.sorry[self.tie])
        return driven(self.world, "amends", self.doer, unsaid)

    @Fact
    def gratitude(self) -> Floats:
        """How much the chooser has to thank the other for, more for more credit, 0 to 1 (T6)."""
        owed = worth_telling(self.world.ties.credit[self.tie], self.params)
        return driven(self.world, "gratitude", self.doer, owed * (ONE - self.world.ties.thanked[self.tie]))

    @Fact
    def passing(self) -> Floats:
        """How near their errand will bring them to the other, 0 to 1; as near as they are without one."""
        return ways.passing(self.world, self.doer, self.target, self.nearness)

    @Fact
    def ordered(self) -> Ints:
        """Which option towards the other they were told to take, an index into OPTIONS, or NOBODY."""
        people, doer = self.world.people, self.doer
        return np.where(people.order_on[doer] == self.target, people.order[doer], NOBODY)


class Doing(Mind):
    """M people who are at an option: what they have in mind, and where and with whom they are in truth."""

    def __init__(self, world: Realm, doer: Ints, tie: Ints, there: Bools) -> None:
        """Take what a mind is made of, and (M,) whether they are near enough to do it."""
        super().__init__(world, doer, tie)
        self.there = there

    @Fact
    def taste(self) -> Floats:
        """The other's true taste for company, -1 to 1."""
        return self.world.people.company[self.target]


FACTS: Final = tuple(name for name, fact in (vars(Chooser) | vars(Mind)).items() if isinstance(fact, Fact))
"""Names of all that there is to read of a mind."""
