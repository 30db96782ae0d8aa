"""Reasons: what stands behind a record, and how much each of it counts; asked by the journal.

Theory: property 2 of the model, accountability. Each function takes the world after a step and (K,) rows of Ties (of
Choices, for choices), and returns the parents of K records: pairs of (K,) ids, or NOBODY, and weights from 0 to 1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.arrays import NO_ONE
from sandbox.engine.curves import positive
from sandbox.engine.errands import weighing
from sandbox.engine.feel import summed
from sandbox.engine.imagine import TERMS
from sandbox.engine.options import those
from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import STREAMS, TIE_STREAMS

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.causes import Parents
    from sandbox.engine.people import People
    from sandbox.engine.realm import Realm
    from sandbox.engine.traces import Choices

INWARD: Final = those(lambda option: option.inner)
FALSE_FACES: Final = those(lambda option: option.false_face)
"""Which options show what is not felt."""
OF_REGARD: Final = np.isin(TIE_STREAMS, ["approval", "provocation"])
"""Which streams are about what the other seems to think."""
OF_FEELING: Final = np.isin(TIE_STREAMS, ["sympathy", "schadenfreude"])
"""Which are about what the other seems to feel."""
OF_BODY: Final = np.isin(TIE_STREAMS, ["envy"])
"""Which are about how well the other is doing; the rest are about what is between the two."""


COMPANY, PLAY = (STREAMS.index(name) for name in ("company", "play"))
"""Streams that are about nobody in particular."""


def face(world: Realm, rows: Ints) -> Parents:
    """Return what stands behind a belief: what the target shows, and so whatever that comes from."""
    return ((why_shown(world.people, world.ties.target[rows]), 1.0),)


def why_pained(people: People, who: Ints | int) -> Ints:
    """Return (K,) the cause of what pains the bodies of (K,) people most: an illness has none that is known."""
    return np.where(people.illness[who] > people.wound[who], NO_ONE, people.why_pain[who])


def why_shown(people: People, who: Ints) -> Ints:
    """Return (K,) the cause of what (K,) faces show: the body's, the strongest feeling's, or a false one's choice.

    Who is glad of company or a game, more than about anybody, is so for what they are at.
    """
    emotion, shown, pretence = people.emotion[who], people.shown[who], people.pretence[who]
    body, reason = np.abs(people.treat[who] - people.wound[who] - people.illness[who]), people.why_body[who]
    pained = (shown < pretence).nonzero()[0]
    if len(pained):
        reason[pained] = why_pained(people, who[pained])
    moved = (np.abs(emotion) > body) & (people.why_felt[who] != NO_ONE)
    reason[moved] = people.why_felt[who[moved]]
    glad = ((emotion > body) & (people.option_on[who] != NO_ONE)).nonzero()[0]
    if len(glad):
        glad = glad[_merry(people, who[glad])]
        reason[glad] = people.why_option[who[glad]]
    false = (np.abs(pretence) > np.abs(shown - pretence)).nonzero()[0]
    if len(false):
        who = who[false]
        reason[false] = np.where(FALSE_FACES[people.option[who]], people.why_option[who], NOBODY)
    return reason


def _merry(people: People, who: Ints) -> Bools:
    """Return whether (K,) people are gladder of company and play than about all others."""
    reward = people.reward[who]
    about_others = reward[:, : len(TIE_STREAMS)].cumsum(axis=1)[:, -1]  # One after the other, as `summed` adds up.
    merry: Bools = reward[:, COMPANY] + reward[:, PLAY] > about_others
    return merry


def feeling(world: Realm, rows: Ints, stream: Ints, cause: Ints) -> Parents:
    """Return what stands behind a feeling: what it is about, and what made a friend or an enemy of the target.

    `stream` and `cause` are (K,) the strongest stream of each, an index into TIE_STREAMS, and its `source`.
    """
    ties = world.ties
    about = np.where(OF_REGARD[stream], ties.regard[rows], ties.believed[rows])
    bond = world.tie_law(rows).affinity_share * np.abs(ties.affinity[rows])
    return (cause, np.abs(about)), (ties.why_affinity[rows], bond)


def source(world: Realm, rows: Ints, stream: Ints) -> Ints:
    """Return (K,) the cause of what each (K,) stream of reward is about, or NOBODY."""
    ties, cause = world.ties, world.ties.why_affinity[rows]
    for kind, column in ((OF_REGARD, ties.why_regard), (OF_FEELING, ties.why_believed)):
        place = kind[stream].nonzero()[0]
        cause[place] = column[rows[place]]
    place = OF_BODY[stream].nonzero()[0]
    cause[place] = world.people.why_body[ties.target[rows[place]]]
    return cause


def choice(world: Realm, choices: Choices) -> Parents:
    """Return what stands behind a choice: the causes of its parts, weighted by their share in choosing it over staying.

    What is felt about the other's state stands behind Sympathy and Schadenfreude, what they seem to think behind
    Approval and Provocation, what they have done behind love, fear and envy, or what called them away behind an errand;
    company, play and bodily hopes have no cause outside. What spoke against it, or hardly counted, names no cause.
    """
    ties, tie, terms = world.ties, choices.tie, choices.terms
    each = np.arange(len(tie))
    stays = choices.option == 0
    gain = terms[:, choices.option, each] - np.where(stays, 0.0, terms[:, 0, each])
    sizes = np.abs(gain)
    pulls = np.where(stays, sizes, positive(gain))
    part = {term: pulls[row] for row, term in enumerate(TERMS)}
    for_them = part["sympathy"] + part["schadenfreude"] + part["pride"] + part["worry"]
    for_me = part["approval"] + part["provocation"]
    for_bond = part["love"] + part["fear"] + part["envy"]
    bond, called = _called(world, choices, ties.why_affinity[tie], for_bond)
    whole = summed(sizes[: len(STREAMS)]) + called - for_bond
    felt = np.where(ties.why_felt[tie] != NOBODY, ties.why_felt[tie], ties.why_believed[tie])
    parts = ((felt, for_them), (ties.why_regard[tie], for_me), (bond, called))
    weighed = [(cause, size / np.where(whole > 0, whole, 1.0)) for cause, size in parts]
    least = world.law(choices.doer).reason_share
    return tuple((np.where(weight >= least, cause, NOBODY), weight) for cause, weight in weighed)


def _called(world: Realm, choices: Choices, cause: Ints, size: Floats) -> tuple[Ints, Floats]:
    """Return (K,) causes and sizes, with the errand in place of those that weigh less than what it would cost to stop.

    That counts for those whose choice leaves their feet free to go, and is made in no thought of the other.
    """
    if not weighing(world):
        return cause, size
    terms, each = choices.terms[TERMS.index("errand")], np.arange(len(choices.doer))
    spared = terms[choices.option, each] - np.nanmin(terms, axis=0)
    called = (spared > size) & ~INWARD[choices.option]
    return np.where(called, world.people.why_errand[choices.doer], cause), np.where(called, spared, size)


def deed(world: Realm, rows: Ints) -> Parents:
    """Return what stands behind thanks: that somebody gives them."""
    return ((world.people.why_option[world.ties.target[rows]], 1.0),)


def norm(world: Realm, rows: Ints) -> Parents:
    """Return what stands behind what a norm says of somebody: the rule, if one was proposed, and what they are at."""
    people, ties = world.people, world.ties
    return (people.why_rule[ties.observer[rows]], 1.0), (people.why_option[ties.target[rows]], 1.0 / 2)


def verdict(world: Realm, rows: Ints) -> Ints:
    """Return (K,) the cause of what is held against the targets of ties, or in their favour if that is more."""
    ties = world.ties
    return np.where(ties.blame[rows] >= ties.credit[rows], ties.why_blame[rows], ties.why_credit[rows])


def story(pushed: str, why: str) -> Callable[[Realm, Ints], Parents]:
    """Return what finds the reasons for a push on a column: a story that observers tell themselves, or what happened.

    Behind the story are their choice and their feeling; behind anything else what `why` names, if that happened.
    """
    stories = those(lambda option: option.pushes == pushed)

    def behind(world: Realm, rows: Ints) -> Parents:
        people, ties = world.people, world.ties
        observer = ties.observer[rows]
        told = stories[people.option[observer]] & (people.option_on[observer] == ties.target[rows])
        happened = world.happenings(observer, getattr(ties, why)[rows])
        return (
            (np.where(told, people.why_option[observer], happened), 1.0),
            (np.where(told, ties.why_felt[rows], NOBODY), 0.5),
        )

    return behind


def hearsay(world: Realm, rows: Ints) -> Parents:
    """Return what stands behind hearsay: the teller's own reason, so that it leads back to the deed."""
    people, ties, teller = world.people, world.ties, tellers(world, rows)
    reason = verdict(world, world.links.rows(teller, ties.target[rows]))
    return (reason, 1.0), (people.why_option[teller], 1.0 / 2)


def tellers(world: Realm, rows: Ints) -> Ints:
    """Return (K,) who told the observers of the ties `rows`, which must be some of those of the hearsay, ascending."""
    others = world.traces.hearsay.of_others
    return others.teller[np.searchsorted(world.links.rows(others.listener, others.about), rows)]


def apology(world: Realm, rows: Ints) -> Parents:
    """Return what stands behind forgiving: the target's choice to say sorry, and what was held against them."""
    return (world.people.why_option[world.ties.target[rows]], 1.0), (world.ties.why_blame[rows], 1.0 / 2)


def denial(world: Realm, rows: Ints) -> Parents:
    """Return what stands behind a doubt: the choice to deny what was said, and the reason to have believed it."""
    return (world.people.why_option[deniers(world, rows)], 1.0), (verdict(world, rows), 1.0 / 2)


def deniers(world: Realm, rows: Ints) -> Ints:
    """Return (K,) who denied to the observers of the ties `rows` what was said of the targets."""
    order = world.traces.denied.argsort(kind="stable")
    return world.traces.deniers[order][np.searchsorted(world.traces.denied[order], rows)]


def slander(world: Realm, rows: Ints) -> Parents:
    """Return what stands behind what somebody finds out that another thinks of them: that one's own reason."""
    ties, teller = world.ties, betrayers(world, rows)
    holder = world.links.rows(ties.target[rows], ties.observer[rows])
    reason = np.where(holder != NOBODY, verdict(world, holder), NOBODY)
    return (reason, 1.0), (world.people.why_option[teller], 1.0 / 2)


def betrayers(world: Realm, rows: Ints) -> Ints:
    """Return (K,) who let the observers of the ties `rows` find out what the targets think of them."""
    own = world.traces.hearsay.of_listeners
    heard = world.links.rows(own.listener, own.holder)
    order = heard.argsort(kind="stable")
    return own.teller[order][np.searchsorted(heard[order], rows)]
