"""How a play-through went, as a row of signs that can be sent to somebody: one for each ten seconds, and no words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.options import OPTIONS
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.session.story.led_to import past_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.engine.causes import Record
    from sandbox.engine.world import World
    from sandbox.scenario.schema import Level

EACH: Final = 10 * TICKS_PER_SECOND
"""Ticks that a sign stands for."""
MOST: Final = 18
"""Signs of a row; of a longer play-through those of its end."""
CALM: Final = "😐"
SIGNS: Final = {
    "thing": "📦",
    "person": "🙂",
    "forgave": "💛",
    "blow": "⚡",
    "blame": "🪨",
    "help": "🤝",
    "credit": "⭐",
    "averted": "🙈",
}
"""What most people did in those seconds; of two that as many did, the first of these."""
_KINDS: Final = {
    "dehumanized": "thing",
    "rehumanized": "person",
    "forgave": "forgave",
    "thanked": "forgave",
    "blamed": "blame",
    "despised": "blame",
    "credited": "credit",
    "admired": "credit",
}


def signs(world: World, level: Level, until: int) -> str:
    """Return the row up to a tick, oldest first; of seconds whose records are gone nothing is known, so CALM."""
    people: dict[int, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for record in past_of(world, level, until).records:
        for what in _told(record):
            people[record.tick // EACH][what].add(record.who)
    count = -(-until // EACH)
    return "".join(_most(people[number]) for number in range(max(0, count - MOST), count))


def _told(record: Record) -> Iterator[str]:
    """Yield what a record counts as."""
    if record.kind == "happened" and HAPPENINGS[record.detail].blow:
        yield "blow"
    elif record.kind == "chose":
        option = OPTIONS[record.detail]
        ways = {"averted": option.averts, "help": option.answers_need, "blow": option.unkind}
        yield from (way for way, taken in ways.items() if taken)
    elif record.kind in _KINDS:
        yield _KINDS[record.kind]


def _most(people: dict[str, set[int]]) -> str:
    """Return the sign of what most people did."""
    what = max(SIGNS, key=lambda name: len(people.get(name, ())))
    return SIGNS[what] if people.get(what) else CALM
