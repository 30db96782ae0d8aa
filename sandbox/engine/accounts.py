"""Accounts: what a verdict on somebody rests on, by the same parts that `judge` adds up; asked by the journal.

Theory: T25, property 2 of the model. A heart is read off distress, joy and effort against the suffering, less the harm
and the affront. The part that weighs most is what is held against somebody or in their favour; where what is missing
weighs most, it is told by the manner of it: letting go, turning away, standing by, or helping calmly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.engine.arrays import nobodies
from sandbox.engine.curves import positive
from sandbox.engine.judge import devoted
from sandbox.engine.links import pick
from sandbox.engine.options import give_space, invite, play, those
from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import ACCOUNTS, MERITS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.causes import Parents
    from sandbox.engine.params import Parameters
    from sandbox.engine.realm import AnyRealm, Realm

HARMED, OVERRODE, GLOATED, PROFITED, LEFT_ALONE, TURNED_AWAY, STOOD_BY, HALF_HELPED = range(8)
TOILED, WEPT, MENDED = (ACCOUNTS.index(name) for name in MERITS)
OF_DEEDS: Final = (HARMED, OVERRODE)
"""Those in which what was done is the trouble itself."""
ALSO: Final = 0.8
"""Weight of what stands behind a verdict besides its first reason."""
AVERTING: Final = those(lambda option: option.averts)
HELPING: Final = those(lambda option: option.answers_need)
PLEASING: Final = those(lambda option: option in (give_space.OPTION, invite.OPTION, play.OPTION))
IDLE: Final = those(lambda option: not option.averts and not option.answers_need and not option.unkind)


def _accounts(of: Mapping[int, Bools]) -> Bools:
    """Return (accounts, options) flags: those that some accounts have, none for all others."""
    flags = np.zeros((len(ACCOUNTS), len(AVERTING)), np.bool_)
    for account, options in of.items():
        flags[account] = options
    return flags


_DONE: Final = _accounts(
    {TURNED_AWAY: AVERTING, STOOD_BY: IDLE} | dict.fromkeys((HALF_HELPED, PROFITED, TOILED, MENDED), HELPING)
)
"""Which options an account is about."""
_DEED, _FACE = (np.isin(range(len(ACCOUNTS)), those_of) for those_of in (OF_DEEDS, (GLOATED, WEPT)))
"""Which accounts are about harm done, and which about what is felt."""


class Held(NamedTuple):
    """What K verdicts rest on."""

    account: Ints
    """(K,) indexes into ACCOUNTS"""
    size: Floats
    """(K,) how much it makes of the heart that was read, 0 and up"""


def account(world: Realm, judged: Ints, suffering: Floats, params: Parameters, *, ill: bool | Bools) -> Held:
    """Return what verdicts on (K,) people rest on.

    Args:
        world: after the judgement.
        judged: (K,) rows of People.
        suffering: (K,) of those with whose trouble they have to do, in the eyes of who judges, 0 to 1.
        params: the constants of (K,) worlds.
        ill: (K,) whether it is held against them.
    """
    people, shown = world.people, world.people.shown_for[judged]
    called_for = np.maximum(suffering, params.need_threshold)
    distress, joy = (params.distress_weight * positive(face) / called_for for face in (-shown, shown))
    worked, pure = params.effort_weight * people.effort[judged], devoted(world, judged, params)
    kind = worked * pure
    lacking = positive(params.expected_heart - distress - kind)
    faults = np.array(
        (people.harm[judged], people.affront[judged], params.joy_weight * joy, worked * (1.0 - pure), lacking)
    )
    merits = np.array((kind, distress, people.relieved[judged]))
    most, best = faults.argmax(axis=0), merits.argmax(axis=0)
    against = np.where(most < LEFT_ALONE, most, _manner(world, judged))
    whole = np.where(ill, faults.max(axis=0), merits.max(axis=0))
    return Held(np.where(ill, against, TOILED + best), whole)


def _manner(world: Realm, judged: Ints) -> Ints:
    """Return in which way (K,) people lack heart: whoever has had their hands on a trouble has not stood by."""
    people, parted = world.people, np.zeros(len(world.people), np.bool_)
    parted[world.traces.parted] = True
    shuns = (people.avoiding[judged] != NOBODY) & (people.avoiding[judged] == people.involved[judged])
    helped = np.where(people.involvement[judged] > 1.0 / 2, HALF_HELPED, STOOD_BY)
    return np.where(parted[judged], LEFT_ALONE, np.where(shuns, TURNED_AWAY, helped))


def written(world: AnyRealm, judged: Ints, held: Held) -> tuple[AnyRealm, Ints]:
    """Write down what (K,) verdicts on the (K,) judged rest on, those of one world together; return the ids."""
    return world.recorded(
        kind="held",
        who=judged,
        whom=world.people.involved[judged],
        detail=held.account,
        value=held.size,
        parents=_deed(world, judged, held.account),
    )


def _deed(world: Realm, judged: Ints, account: Ints) -> Parents:
    """Return what (K,) people did or felt that is held against them or in their favour, if that is known."""
    people, ties = world.people, world.ties
    involved, deed = people.involved[judged], nobodies(len(judged))
    done = (_DONE[account, people.option[judged]] & (people.option_on[judged] == involved)).nonzero()[0]
    deed[done] = people.why_option[judged[done]]
    shown = _FACE[account].nonzero()[0]
    deed[shown] = pick(ties.why_felt, world.links.rows(judged[shown], involved[shown]))
    for place, why in ((account == LEFT_ALONE, people.why_let_go), (_DEED[account], people.why_harm)):
        deed[place] = why[judged[place]]
    return ((deed, 1.0),)


def behind(held: Held, ids: Ints, suffering: Ints) -> Parents:
    """Return what stands behind (K,) verdicts: what they rest on, and the suffering of which that is all about.

    The deed comes first where it is the trouble itself, the suffering where it was there before.
    """
    deed = _DEED[held.account]
    return (suffering, np.where(deed, ALSO, 1.0)), (ids, np.where(deed, 1.0, ALSO))
