"""What took a turn for the better, among the patterns of `beats`: who forgave, is thanked, is a person again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.engine.options import OPTIONS
from sandbox.engine.people import NOBODY
from sandbox.session.story.beat import Beat
from sandbox.session.story.wanted import wanted_by
from sandbox.session.why.cards import Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.engine.causes import Record
    from sandbox.session.story.led_to import Past

STILL_SUFFERS: Final = 0.2
"""Who feels at least so bad is not helped yet."""
ENOUGH: Final = 0.2
"""Whoever took so much of a trouble away is told of, in parts of it."""


def forgave(past: Past) -> Iterator[Beat]:
    """Somebody who is told that another is sorry holds less against them."""
    for record in past.records:
        sorry = past.behind(record, "chose") if record.kind == "forgave" else None
        if sorry is not None and sorry.who == record.whom and OPTIONS[sorry.detail].name == "apologise":
            slots: dict[str, object] = {"who": past.name(record.who), "whom": past.name(record.whom)}
            yield Beat(
                "beat.forgave",
                slots,
                record.tick,
                Subject("tie", record.who, record.whom, record.id),
                3.6,
                (record.whom, record.who),
            )


def thanked(past: Past) -> Iterator[Beat]:
    """Somebody is thought well of for what they did for one who suffers, best of all whom the goal asks it of."""
    found: dict[tuple[int, int], list[Record]] = {}
    for record in past.records:
        if record.kind == "credited" and record.detail not in {NOBODY, record.whom}:
            found.setdefault((record.whom, record.detail), []).append(record)
    wanted = wanted_by(past.level).credited
    said = {beat.people for beat in mended(past)}  # That they helped is told already.
    for (whom, about), records in found.items():
        if (whom, about) in said and whom not in wanted:
            continue
        if not any(one.who == whom and one.tick <= records[0].tick for one in past.chose(about, "answers_need")):
            continue
        rows = [*dict.fromkeys(one.who for one in records)]
        slots: dict[str, object] = {"names": past.names(rows), "whom": past.name(whom), "about": past.name(about)}
        weight = 4.6 if whom in wanted else 2.3 + 0.1 * len(rows)
        subject = Subject("credit", rows[0], whom, records[0].id)
        yield Beat("beat.thanked", slots, records[0].tick, subject, weight, (*rows, whom))


def mended(past: Past) -> Iterator[Beat]:
    """The one who suffered is better, and somebody has taken trouble away: best of all where the goal asks for it.

    Whose help it was, and that it is over, only the present knows.
    """
    people = past.world.people
    if past.sufferer == NOBODY or past.world.tick != past.until or people.felt[past.sufferer] <= -STILL_SUFFERS:
        return
    helpers = [one for one in past.chose(past.sufferer, "answers_need") if people.involved[one.who] == past.sufferer]
    best = max(helpers, key=lambda one: people.relieved[one.who], default=None)
    if best is None or people.relieved[best.who] < ENOUGH:
        return
    slots: dict[str, object] = {"who": past.name(best.who), "whom": past.name(past.sufferer)}
    weight = 4.5 if past.sufferer in wanted_by(past.level).well else 3.4
    subject = Subject("deed", best.who, past.sufferer, best.id)
    yield Beat("beat.help.mended", slots, best.tick, subject, weight, (best.who, past.sufferer))


def seen_again(past: Past) -> Iterator[Beat]:
    """Somebody sees people again where they had seen things, best of all who the goal asks to."""
    found: dict[int, list[Record]] = {}
    for record in past.records:
        if record.kind == "rehumanized" and past.world.people.sentience[record.whom] > 0:
            found.setdefault(record.who, []).append(record)
    wanted = wanted_by(past.level).seers
    for who, records in found.items():
        rows = [*dict.fromkeys(one.whom for one in records)]
        slots: dict[str, object] = {"who": past.name(who), "names": past.names(rows)}
        subject = Subject("thing", who, rows[0], records[0].id)
        weight = 3.2 + 0.2 * len(rows) + 1.4 * (who in wanted)
        yield Beat("beat.again", slots, records[0].tick, subject, weight, (who, *rows))
