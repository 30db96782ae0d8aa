"""Thing root: how somebody became a thing in another's eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine.causes import KINDS
from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.looks import SHOWS, personlike
from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import CUES
from sandbox.session.seen.thresholds import A_PERSON
from sandbox.session.why.inquiry import Root

if TYPE_CHECKING:
    from sandbox.engine.world import World
    from sandbox.session.why.inquiry import Asking

BUT_HAPPENINGS: Final = frozenset(KINDS) - {"happened"}
MOSTLY: Final = 2 / 3
"""If a look takes at least this share of what is missing to a person, it is the look that makes a thing of them."""


def thing(asking: Asking) -> Root:
    """Find how somebody became a thing in another's eyes, or in those of whom they are least a person to."""
    subject, ties = asking.subject, asking.world.ties
    row = asking.row()
    if subject.whom == NOBODY:
        rows = np.flatnonzero((ties.target == subject.who) & (ties.personhood < A_PERSON))
        if not len(rows):
            return Root(who=subject.who)
        row = int(rows[np.argmin(ties.personhood[rows])])
    if row == NOBODY:
        return Root(who=subject.who, whom=subject.whom)
    record = int(ties.why_personhood[row])
    if hiding(asking.world, int(ties.observer[row]), int(ties.target[row])):
        record = _changed_look(asking, int(ties.target[row]))
    says_so = asking.known(record) and asking.world.causes[record].kind == "dehumanized"
    return Root(record, "" if says_so else "thing", int(ties.observer[row]), int(ties.target[row]))


def hiding(world: World, who: int, whom: int) -> str:
    """Return by which cue of their look somebody is but a thing to another: a name of CUES, or nothing.

    It is the one without which the look would say "a person" most.
    """
    row, people = int(world.links.rows(np.array([who]), np.array([whom]))[0]), world.people
    if row == NOBODY or 1.0 - people.personlike[whom] < MOSTLY * (1.0 - world.ties.personhood[row]):
        return ""
    seen, being = people.cues[whom], int(people.looks[whom, 0])
    otherwise = {}
    for place, cue in enumerate(CUES):
        shown = seen.copy()
        shown[place] = 1.0 if cue in SHOWS else 0.0
        otherwise[cue] = float(personlike(shown, being))
    found = max(otherwise, key=otherwise.__getitem__)
    return found if otherwise[found] > people.personlike[whom] else ""


def _changed_look(asking: Asking, whom: int) -> int:
    """Return the record of the last change of somebody's look by a happening, or NOBODY."""
    causes = asking.world.causes
    found = [one for one in causes.since(0, BUT_HAPPENINGS) if one.who == whom and HAPPENINGS[one.detail].name == "cue"]
    return found[-1].id if found else NOBODY
