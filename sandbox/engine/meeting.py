"""Meeting: who is in touch with whose trouble, what their face tells about it, and when they let go of it.

Theory: T24, T25. Whoever has hands on a trouble, looks on close by or turns away from it is involved in it; the rest of
the world is not, and nothing can be read off them. A meeting ends when hands and eyes have been off it for a while.
Being set down elsewhere by the player's hand is no end that one makes (`happenings.move`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from sandbox.engine import cadence
from sandbox.engine.arrays import NO_ONE, ZERO
from sandbox.engine.curves import part, positive, squash, valence
from sandbox.engine.vocabulary import CIRCUIT_STREAMS

if TYPE_CHECKING:
    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.engine.realm import AnyRealm, Realm

OF_A_MEETING: Final = ("shown_for", "relieved", "gained", "harm", "affront")
"""What is remembered of somebody's meeting with a trouble, columns of People; they begin with nothing."""
SYMPATHY, SCHADENFREUDE = (CIRCUIT_STREAMS.index(name) for name in ("sympathy", "schadenfreude"))


def meet_trouble(world: AnyRealm) -> AnyRealm:
    """Let old troubles come off; put in touch with one close by who looks on, or turns away from it."""
    people, everybody = world.people, world.links.everybody
    kept, step = 1.0 - part(world.law().involvement_time), part(world.law().parting_time)
    involvement, involved, contact = people.involvement * kept, people.involved.copy(), positive(people.contact - step)
    for eyes, name in ((people.avoiding, "shunner_involvement"), (people.gaze, "onlooker_involvement")):
        watcher, trouble = _aware(world, everybody, eyes)
        if not len(watcher):
            continue
        much = getattr(world.law(watcher), name)
        stronger = (involvement[watcher] <= much) | (involved[watcher] == trouble)
        watcher, trouble = watcher[stronger], trouble[stronger]
        params = world.law(watcher)
        involved[watcher] = trouble
        involvement[watcher] += part(params.onlooker_time) * positive(getattr(params, name) - involvement[watcher])
        if eyes is people.gaze:
            contact[watcher] = 1.0
    parted = ((people.contact > contact) & (contact <= ZERO)).nonzero()[0]
    parted = parted[involved[parted] == people.involved[parted]] if len(parted) else parted
    world = taking_up(world, involved)
    fading = _fading(world, contact, kept)
    if np.count_nonzero(contact):
        fading["shown_for"] = _told(world, contact >= 1.0 - step, kept)
    world = world.with_people(involved=involved, involvement=involvement, contact=contact, **fading)
    return _forgotten(world.leaving(parted=parted) if len(parted) else world)


def telling(world: Realm) -> Bools:
    """Return (N,) who has so much to do with a trouble that something can be read off them."""
    much: Bools = world.people.involvement > world.law().shunner_involvement / 2
    return much


def _fading(world: Realm, contact: Floats, kept: Floats | float) -> dict[str, Floats]:
    """Return what is remembered of meetings a tick later, by columns, without those that nobody remembers."""
    people = world.people
    known = [name for name in OF_A_MEETING if np.count_nonzero(getattr(people, name))]
    lasting = np.where(contact > ZERO, 1.0, kept) if "relieved" in known or "gained" in known else kept
    return {name: getattr(people, name) * (lasting if name in {"relieved", "gained"} else kept) for name in known}


def _forgotten(world: AnyRealm) -> AnyRealm:
    """Once a second, let all be forgotten of the meetings of those off whom nothing can be read any more."""
    if not cadence.due(world.tick):
        return world
    people, told = world.people, telling(world)
    known = [name for name in OF_A_MEETING if np.count_nonzero(getattr(people, name))]
    return world.with_people(**{name: getattr(people, name) * told for name in known}) if known else world


def taking_up(world: AnyRealm, involved: Ints) -> AnyRealm:
    """Let whoever takes up the trouble of another one, (N,) `involved`, begin with a clean sheet."""
    people = world.people
    same = involved == people.involved
    if np.count_nonzero(same) == len(same):
        return world
    return world.with_people(**{name: getattr(people, name) * same for name in OF_A_MEETING})


def about(world: Realm, who: Ints, rows: Ints) -> Floats:
    """Return (K,) what the faces of (K,) people show about the targets of their ties in `rows`, -1 to 1.

    Onlookers are taken to tell it from what the same face shows for other reasons (design).
    """
    people = world.people
    streams = world.ties.streams
    felt = squash(world.law(who).emotion_gain * (streams[SYMPATHY][rows] + streams[SCHADENFREUDE][rows]))
    shown: Floats = people.expressiveness[who] * felt * people.sentience[who]
    return shown


def _aware(world: Realm, everybody: Ints, eyes: Ints) -> tuple[Ints, Ints]:
    """Return who has their (N,) eyes on, or off, a trouble close by, and whose it is."""
    ties, rows = world.ties, world.links.rows(everybody, eyes)
    row = rows[rows != NO_ONE]
    if len(row):
        row = row[ties.believed[row] <= -world.tie_law(row).need_threshold]
    if len(row):
        params = world.tie_law(row)
        row = row[ties.clarity[row] >= 1.0 / (1.0 + params.onlooker_range**2 / params.clear_range**2)]
    return ties.observer[row], ties.target[row]


def _told(world: Realm, touching: Bools, kept: Floats | float) -> Floats:
    """Return (N,) what everybody's face has shown about the one whose trouble they are in touch with."""
    people = world.people
    shown = people.shown_for * kept
    who = touching.nonzero()[0]
    rows = world.links.rows(who, people.involved[who])
    known = (rows != NO_ONE).nonzero()[0]
    if len(known):
        who, rows = who[known], rows[known]
        now, before = valence(about(world, who, rows) + people.pretence[who]), people.shown_for[who]
        shown[who] = before + part(world.law(who).shown_time) * (now - before)
    return shown
