"""What took a turn for the better, among the patterns of `beats`: who forgave, is thanked, is a person again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.options import OPTIONS
from sandbox.engine.people import NOBODY
from sandbox.scenario.conditions.schema import Credited, parts_of
from sandbox.session.cards import Subject
from sandbox.session.story.beat import Beat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.engine.causes import Record
    from sandbox.scenario.conditions.schema import AnyCondition
    from sandbox.scenario.schema import Level
    from sandbox.session.story.led_to import Past


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
    wanted = () if past.level.goal is None else [*_credited(past.level.goal.win, past.level)]
    for (whom, about), records in found.items():
        if not any(one.who == whom and one.tick <= records[0].tick for one in past.chose(about, "answers_need")):
            continue
        rows = [*dict.fromkeys(one.who for one in records)]
        slots: dict[str, object] = {"names": past.names(rows), "whom": past.name(whom), "about": past.name(about)}
        weight = 4.6 if whom in wanted else 2.3 + 0.1 * len(rows)
        subject = Subject("credit", rows[0], whom, records[0].id)
        yield Beat("beat.thanked", slots, records[0].tick, subject, weight, (*rows, whom))


def _credited(condition: AnyCondition, level: Level) -> Iterator[int]:
    """List the rows of those who have to be thanked for a condition to hold."""
    if isinstance(condition, Credited) and condition.least is not None:
        yield from (row for row, person in enumerate(level.people) if person.id == condition.credited)
    for path, part in parts_of(condition):
        if path != "not":
            yield from _credited(part, level)


def seen_again(past: Past) -> Iterator[Beat]:
    """Somebody sees people again where they had seen things."""
    found: dict[int, list[Record]] = {}
    for record in past.records:
        if record.kind == "rehumanized" and past.world.people.sentience[record.whom] > 0:
            found.setdefault(record.who, []).append(record)
    for who, records in found.items():
        rows = [*dict.fromkeys(one.whom for one in records)]
        slots: dict[str, object] = {"who": past.name(who), "names": past.names(rows)}
        subject = Subject("thing", who, rows[0], records[0].id)
        yield Beat("beat.again", slots, records[0].tick, subject, 3.2 + 0.2 * len(rows), (who, *rows))
