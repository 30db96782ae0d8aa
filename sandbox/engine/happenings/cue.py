"""Something about somebody's look changes: a mask is put on, a face is shown, a label is hung round the neck.

Theory: T9. It raises or lowers the flag "this is a person" in everybody's eyes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.curves import share
from sandbox.engine.happenings.column_edits import changed
from sandbox.engine.happenings.happening import Kind
from sandbox.engine.looks import personlike
from sandbox.engine.vocabulary import CUES

if TYPE_CHECKING:
    from sandbox.engine.happenings.happening import Event
    from sandbox.engine.world import World


def _apply(world: World, event: Event, _amount: float) -> World:
    people, ties, who = world.people, world.ties, event.who
    cues = people.cues.copy()
    cues[who, CUES.index(event.cue)] = 1.0 if event.on else 0.0
    now = float(personlike(cues[who], int(people.looks[who, 0])))
    step = np.where(ties.target == who, now - people.personlike[who], 0.0)
    return world.with_people(cues=cues, personlike=changed(people.personlike, who, now)).with_ties(
        personhood=share(ties.personhood + step),
        personhood_anchor=share(ties.personhood_anchor + step),
    )


KIND = Kind(
    "cue",
    frozenset({"who", "cue", "on"}),
    frozenset({"who", "cue", "on"}),
    _apply,
    tone="startling",
    icon="cue",
    sound="cue",
)
