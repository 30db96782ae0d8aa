"""What a play-through without a window tells: everything as plain values, or a short summary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from msgspec import to_builtins

from sandbox.engine.options import OPTIONS
from sandbox.engine.params import SECONDS_PER_TICK, TICKS_PER_SECOND
from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import STREAMS
from sandbox.scenario.conditions.sentences import names_of
from sandbox.scenario.language import text_of
from sandbox.session.chronicle import sentence, what
from sandbox.session.story.words import missing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sandbox.app.commands.headless import Headless
    from sandbox.engine.arrays import Floats
    from sandbox.engine.causes import Record

DIGITS: Final = 6
"""Digits after the point; the digest knows them all."""
TIE_COLUMNS: Final = ("affinity", "personhood", "importance", "believed", "regard", "blame", "credit", "attention")
WORTH_TELLING: Final = 24
"""In a summary, at most so many lines of what happened first, and as many of the latest."""
_EVERYDAY: Final = frozenset({"saw", "heard", "felt"})


@dataclass(frozen=True, slots=True)
class Selection:
    """What of the chronicle is asked for."""

    first: int
    """tick of the earliest"""
    last: int
    """tick of the latest"""
    who: frozenset[int]
    """rows of people, one of whom does it or it is done to; of everybody if there are none"""

    def of(self, records: Iterable[Record]) -> list[Record]:
        """Return those records that are asked for."""
        within = [record for record in records if self.first <= record.tick <= self.last]
        return [record for record in within if not self.who or self.who & {record.who, record.whom}]


def account(played: Headless, asked: Selection | None = None) -> dict[str, object]:
    """Tell everything: people, ties, and the chronicle with causes, or what is asked for of that."""
    session = played.session
    records = session.world.causes.since(0)
    return {
        "level": session.level.id,
        "seed": session.seed,
        "ticks": session.tick,
        "digest": session.world.digest(),
        "off": sorted(session.off),
        "outcome": played.outcome,
        "story": to_builtins(session.moment.story),
        "people": [_person(played, row, int(whom)) for row, whom in enumerate(session.frame().averted)],
        "ties": _ties(played),
        "chronicle": [_entry(played, record) for record in (asked.of(records) if asked else records)],
    }


def summary(played: Headless, asked: Selection | None = None) -> str:
    """Tell how everybody is and what happened, for reading: all that is asked for, or else the first and the latest."""
    session, level, people = played.session, played.session.level, played.session.world.people
    telling = [record for record in session.world.causes.since(0) if _in_short(record)]
    width = max(len(person.name) for person in level.people)
    lines = [
        text_of(
            "cli.run.head", title=level.title, seed=session.seed, count=session.tick, digest=session.world.digest()
        ),
        *_goal(played),
    ]
    for row, person in enumerate(level.people):
        doing = text_of(f"option.{OPTIONS[people.option[row]].name}.name")
        felt = {name: f"{getattr(people, name)[row]:+z.2f}" for name in ("felt", "shown", "mood")}
        lines.append(text_of("cli.run.person", name=person.name.ljust(width), doing=doing, **felt))
    lines += [
        text_of("cli.run.event", seconds=f"{record.tick / TICKS_PER_SECOND:6.1f}", sentence=sentence(level, record))
        for record in (asked.of(telling) if asked else _first_and_latest(telling))
    ]
    return "\n".join(lines)


def _goal(played: Headless) -> list[str]:
    """Tell how the goal stands: when it was decided and by what, or what is still missing."""
    session, decided = played.session, played.session.moment.story.decided
    if played.outcome is None:
        return []
    outcome = text_of(f"cli.run.{played.outcome}")
    if decided is not None:
        seconds = f"{decided.tick / TICKS_PER_SECOND:.1f}"
        return [text_of("cli.run.decided", outcome=outcome, seconds=seconds, by=text_of(f"cli.run.by.{decided.by}"))]
    standing = session.script.standing(session.moment, session.commands)
    lacked = missing(standing, names_of(session.level)) if standing is not None else ()
    return [text_of("cli.run.goal", outcome=outcome), *(text_of("cli.run.missing", what=what) for what in lacked)]


def _person(played: Headless, row: int, averted: int) -> dict[str, object]:
    session = played.session
    people = session.world.people
    ticks = {option.name: int(played.doing[row, index]) for index, option in enumerate(OPTIONS)}
    ticks["averting"] = int(played.averting[row])
    return {
        "id": session.level.people[row].id,
        **{name: _rounded(getattr(people, name)[row]) for name in ("x", "y", "wound", "felt", "shown", "mood")},
        "averting": _averting(played, row, averted),
        "gaze": _name(played, people.gaze[row]),
        "option": OPTIONS[people.option[row]].name,
        "option_on": _name(played, people.option_on[row]),
        "reward": _streams(people.reward[row]),
        "reward_so_far": _streams(played.reward[row]),
        "seconds": {name: _rounded(count * SECONDS_PER_TICK) for name, count in ticks.items()},
    }


def _averting(played: Headless, row: int, whom: int) -> dict[str, object] | None:
    """Tell from whom somebody keeps the eyes, by which option, and the record of that choice if it is still known."""
    if whom == NOBODY:
        return None
    chosen = [
        record
        for record in played.session.world.causes.since(0)
        if (record.kind, record.who, record.whom) == ("chose", row, whom) and OPTIONS[record.detail].averts
    ]
    by, cause = (OPTIONS[chosen[-1].detail].name, chosen[-1].id) if chosen else (None, None)
    return {"from": _name(played, whom), "by": by, "cause": cause}


def _ties(played: Headless) -> list[dict[str, object]]:
    ties = played.session.world.ties
    return [
        {"from": _name(played, ties.observer[row]), "to": _name(played, ties.target[row])}
        | {name: _rounded(getattr(ties, name)[row]) for name in TIE_COLUMNS}
        for row in range(len(ties))
    ]


def _entry(played: Headless, record: Record) -> dict[str, object]:
    return {
        "id": record.id,
        "tick": record.tick,
        "what": what(record),
        "who": _name(played, record.who),
        "whom": _name(played, record.whom),
        "value": _rounded(record.value),
        "causes": list(record.parents),
        "weights": [_rounded(weight) for weight in record.weights],
    }


def _streams(reward: Floats) -> dict[str, float]:
    return {name: _rounded(part) for name, part in zip(STREAMS, reward, strict=True)}


def _in_short(record: Record) -> bool:
    """Return whether a record is told in a summary: sights and feelings are too many."""
    return record.kind not in _EVERYDAY and what(record) != "chose.stay"


def _first_and_latest(telling: Sequence[Record]) -> list[Record]:
    """Pick the first causes, and the latest of all."""
    happened = [record for record in telling[:-WORTH_TELLING] if record.kind == "happened"]
    return [*happened[:WORTH_TELLING], *telling[-WORTH_TELLING:]]


def _name(played: Headless, row: int) -> str | None:
    return played.session.level.people[row].id if row >= 0 else None


def _rounded(value: float) -> float:
    return round(float(value), DIGITS) + 0.0
