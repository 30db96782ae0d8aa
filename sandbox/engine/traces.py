"""Traces: what takes place in a tick and cannot be told from columns afterwards, such as who told whom of whom.

Theory: design. A step leaves its traces in the world, for the steps after it and for the journal; a tick ends without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.fact import Fact
from sandbox.engine.frozen import frozen
from sandbox.engine.vocabulary import TIE_STREAMS

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.effects import Effects
    from sandbox.engine.near import Pairs
    from sandbox.engine.ties import Ties


@frozen
class Sights:
    """What was seen and heard of others, in K ties."""

    of: Pairs
    """the ties whose targets are perceived"""
    seen: Bools
    """(K,) whether the target is seen, and not only heard"""
    shown: Floats
    """(K,) what the observer takes for real of what the target shows, -1 to 1"""


@frozen
class Gates:
    """What arousal makes of how important, how much of a person and how dear each target is; every array is (E,)."""

    personhood: Floats
    importance: Floats
    affinity: Floats
    of: Ties
    """the ties of which they are"""

    def hold(self, ties: Ties) -> bool:
        """Return whether they are those of `ties`, too: nothing that they were worked out from is another column."""
        of = self.of
        kept = of.personhood is ties.personhood and of.importance is ties.importance and of.affinity is ties.affinity
        return kept and of.stakes is ties.stakes


@frozen
class Feelings:
    """What is felt towards those whom one has in mind, in K ties."""

    rows: Ints
    """(K,) rows of Ties, ascending"""
    streams: Floats
    """(S, K) reward per second, in the order of TIE_STREAMS"""

    @Fact
    def size(self) -> Floats:
        """Return (K,) how strong the strongest stream of each is, 0 and up."""
        size: Floats = np.maximum.reduce(np.abs(self.streams))
        return size


@frozen
class Choices:
    """What the M people whose turn it was have made up their minds to."""

    doer: Ints
    """(M,) rows of People"""
    tie: Ints
    """(M,) rows of their ties to whom they had in mind"""
    option: Ints
    """(M,) indexes into OPTIONS"""
    worth: Floats
    """(M,) what they imagine to get from it, reward per second"""
    possible: Bools
    """(A, M) which options were possible"""
    options: Ints
    """(K,) indexes of those that were to anybody, ascending"""
    terms: Floats
    """(T, K, M) what they imagine to get from these, by imagine.TERMS; anything where it was not possible to them"""

    def only(self, among: Ints) -> Choices:
        """Return those at the places `among` (L,), with terms of every option, nan where it was not possible."""
        doer, tie, option, possible = self.doer[among], self.tie[among], self.option[among], self.possible[:, among]
        terms = np.full((len(self.terms), *possible.shape), np.nan)
        terms[:, self.options] = np.where(possible[self.options], self.terms[..., among], np.nan)
        return Choices(doer, tie, option, self.worth[among], possible, np.arange(len(possible)), terms)


@frozen
class Hearsay:
    """K things that are told, by listener and then by whom they are about; every array is (K,)."""

    teller: Ints
    listener: Ints
    about: Ints
    """of whom it is told: a third person, or the listener"""
    verdict: Floats
    """what the listener makes of it if they take it all in: blame, or credit below 0; -1 to 1"""
    holder: Ints
    """whose verdict it is"""
    heed: Floats
    """how much of it gets in in this tick, 0 to 1: less for those who only overhear it"""

    @Fact
    def of_others(self) -> Hearsay:
        """Return what listeners are told of others."""
        others = (self.about != self.listener).nonzero()[0]
        return self if len(others) == len(self.about) else self.only(others)

    @Fact
    def of_listeners(self) -> Hearsay:
        """Return what listeners are told of themselves."""
        return self.only((self.about == self.listener).nonzero()[0])

    def only(self, among: Ints) -> Hearsay:
        """Return those at the places `among`."""
        teller, listener, about = self.teller[among], self.listener[among], self.about[among]
        return Hearsay(teller, listener, about, self.verdict[among], self.holder[among], self.heed[among])


@frozen
class Traces:
    """What the steps of this tick have left so far."""

    sights: Sights | None
    gates: Gates | None
    """what arousal makes of all ties, since they were perceived"""
    feelings: Feelings
    besides: Floats | None
    """(N,) what everybody has felt, but for what their bodies bring: reward per second"""
    choices: Choices
    deeds: Effects | None
    """what everybody is doing to whom"""
    parted: Ints
    """(K,) people who have just let go of the trouble that they were in touch with"""
    jeered: Ints
    """(K,) rows of Ties whose observers are jeered at, by the targets or beside them"""
    begged: Ints
    """(K,) rows of Ties whose observers perceive that the targets beg of them"""
    gladdened: Ints
    """(K,) rows of Ties whose observers are thanked by the targets"""
    moved: Ints
    """(K,) ascending rows of Ties whose blame, credit or affinity was moved last"""
    hearsay: Hearsay
    denied: Ints
    """(K,) rows of Ties about whose targets the observers hear a denial"""
    deniers: Ints
    """(K,) who denies it"""


_ROWS: Final[Ints] = np.zeros(0, np.int64)
_NUMBERS: Final[Floats] = np.zeros(0)

NO_TRACES: Final = Traces(
    None,
    None,
    Feelings(_ROWS, np.zeros((len(TIE_STREAMS), 0))),
    None,
    Choices(_ROWS, _ROWS, _ROWS, _NUMBERS, np.zeros((0, 0), np.bool_), _ROWS, np.zeros((0, 0, 0))),
    None,
    _ROWS,
    _ROWS,
    _ROWS,
    _ROWS,
    _ROWS,
    Hearsay(_ROWS, _ROWS, _ROWS, _NUMBERS, _ROWS, _NUMBERS),
    _ROWS,
    _ROWS,
)
"""Nothing has taken place."""
