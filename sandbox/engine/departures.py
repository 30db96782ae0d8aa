"""Departures: who has come where they were going, left the map, or let go of a trouble; asked by the journal.

Theory: T25, design. Whoever blames somebody for leaving has that for their reason, and that has the leaver's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.arrays import NO_ONE, ZERO
from sandbox.engine.people import NOBODY
from sandbox.engine.table import replaced, with_rows

if TYPE_CHECKING:
    from sandbox.engine.realm import AnyRealm


def gone(before: AnyRealm, after: AnyRealm) -> AnyRealm:
    """Write down who has come where an errand took them, and who has left the map, from whose trouble if from any."""
    then, now = before.people, after.people
    if now.errand is then.errand:
        return after
    ended = (then.errand > 0) & (now.errand == 0)
    for kind, who in (("arrived", ended & (now.present > 0)), ("left", ended & (now.present == 0))):
        rows = who.nonzero()[0]
        if len(rows):
            whom = np.where(now.involvement[rows] > 0, now.involved[rows], NOBODY)
            behind = ((now.why_errand[rows], 1.0),)
            after, _ = after.recorded(kind=kind, who=rows, whom=whom if kind == "left" else NOBODY, parents=behind)
    return after


def let_go(_: AnyRealm, after: AnyRealm) -> AnyRealm:
    """Write down who has let go of a trouble that goes on; who has hands or eyes on one again has left nobody."""
    people = after.people
    back = ((people.why_let_go != NO_ONE) & (people.contact > ZERO)).nonzero()[0]
    if len(back):
        people = with_rows(people, back, why_let_go=NOBODY)
        after = replaced(after, people=people)
    who = after.traces.parted
    if not len(who):
        return after
    who = who[people.involved[who] != NO_ONE]
    who = who[people.felt[people.involved[who]] <= -after.law(who).need_threshold]
    if not len(who):
        return after
    behind = ((people.why_option[who], 1.0),)
    after, ids = after.recorded(kind="let_go", who=who, whom=people.involved[who], parents=behind)
    return replaced(after, people=with_rows(people, who, why_let_go=ids))
