"""The chronicle: what happened, in sentences, with what to ask about each and which drive is behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.options import OPTIONS
from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import DRIVES, TIE_STREAMS
from sandbox.scenario.language import text_of
from sandbox.session.why.cards import Kind, Subject

if TYPE_CHECKING:
    from sandbox.engine.causes import Record
    from sandbox.engine.world import World
    from sandbox.scenario.schema import Level

IN_HEADS: Final = frozenset({"saw", "heard", "held"})
"""Records that are steps of a chain, and no news by themselves."""
EVERYDAY: Final = frozenset({"stay", "approach", "play"})
"""Choices that say nothing about anybody."""
_ASKS: Final[dict[str, Kind]] = {
    "happened": "pain",
    "blamed": "blame",
    "credited": "credit",
    "despised": "blame",
    "admired": "credit",
    "dehumanized": "thing",
    "rehumanized": "thing",
    "told": "told",
    "ashamed": "shame",
    "proud": "pride",
}
"""What is asked about a record, by its kind; about others, the person whose it is."""
_BEHIND: Final = {
    "blamed": "judgement",
    "credited": "judgement",
    "befriended": "judgement",
    "estranged": "judgement",
    "despised": "norms",
    "admired": "norms",
    "dehumanized": "see_thing",
    "rehumanized": "personhood",
    "told": "gossip",
    "found_out": "gossip",
    "ashamed": "approval",
    "proud": "approval",
    "forgave": "amends",
    "thanked": "gratitude",
    "endorsed": "principles",
    "refused": "principles",
    "doubted": "learning",
}
"""The drive without which there were no such record, by its kind."""


def what(record: Record) -> str:
    """Name what a record is about: `happened.hurt`, `chose.help`, `felt.sympathy`, `blamed` …."""
    if record.kind == "happened":
        return f"happened.{HAPPENINGS[record.detail].name}"
    if record.kind == "chose":
        return f"chose.{OPTIONS[record.detail].name}"
    if record.kind == "felt":
        return f"felt.{TIE_STREAMS[record.detail]}"
    return record.kind


def sentence(level: Level, record: Record) -> str:
    """Tell a record in a sentence."""
    who, whom = _name(level, record.who), _name(level, record.whom)
    if record.kind != "happened":
        return text_of(f"chronicle.{what(record)}", who=who, whom=whom)
    kind = HAPPENINGS[record.detail]
    key = "did_by" if record.whom != NOBODY and "about" not in kind.takes else "did"
    return text_of(f"happening.{kind.name}.{key}", who=who, by=whom, about=whom)


def _name(level: Level, row: int) -> str:
    return level.people[row].name if row != NOBODY else text_of("chronicle.somebody")


def subject_of(record: Record) -> Subject:
    """Return what is to be asked about a record."""
    kind = _ASKS.get(record.kind, "person")
    if record.kind == "chose":
        option = OPTIONS[record.detail]
        kind = "look" if option.averts else "thought" if option.inner else "deed"
    whom = NOBODY if kind in {"pain", "shame", "pride"} else record.whom
    return Subject(kind, record.who, whom, record.id)


def drive_of(record: Record) -> str:
    """Name the drive behind a record; nothing if none is."""
    if record.kind == "felt":
        stream = TIE_STREAMS[record.detail]
        return stream if stream in DRIVES else ""
    if record.kind == "chose":
        name = OPTIONS[record.detail].name
        return name if name in DRIVES else ""
    return _BEHIND.get(record.kind, "")


def is_news(record: Record) -> bool:
    """Return whether a record is news."""
    return record.kind not in IN_HEADS and not (record.kind == "chose" and OPTIONS[record.detail].name in EVERYDAY)


class Chronicle:
    """What is news of a line of play, of which only what is new is looked up as it goes on."""

    def __init__(self) -> None:
        """Begin with nothing known."""
        self._count, self._until = 0, 0
        self._news: list[Record] = []

    def of(self, world: World) -> list[Record]:
        """Return all that is news and not forgotten, oldest first."""
        causes = world.causes
        last = self._news[-1] if self._news else None
        goes_on = causes.count >= self._count and (
            last is None or (last.id < causes.count and causes.knows(last.id) and causes[last.id] == last)
        )
        if not goes_on:
            self._count, self._until, self._news = 0, 0, []
        if causes.count > self._count:
            fresh = (record for record in causes.since(self._until) if record.id >= self._count)
            self._news += [record for record in fresh if is_news(record)]
            self._count, self._until = causes.count, world.tick - 1
        return self._news
