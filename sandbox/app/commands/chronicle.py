"""Names and sentences for the records of what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.options import OPTIONS
from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import TIE_STREAMS
from sandbox.scenario.language import text_of

if TYPE_CHECKING:
    from sandbox.engine.causes import Record
    from sandbox.scenario.schema import Level


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
