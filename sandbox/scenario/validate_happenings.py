"""Whether a happening makes sense: its kind, its fields, whom it names, and whether its tool is to be had."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.engine.happenings import NAMED
from sandbox.engine.happenings.happening import EDGES
from sandbox.engine.vocabulary import CUES, DRIVES, RULES
from sandbox.scenario.check_claims import check_claimed
from sandbox.scenario.ids import unknown
from sandbox.scenario.problems import Problem
from sandbox.scenario.read_json import shown
from sandbox.scenario.suggest import one_of, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sandbox.engine.happenings.happening import Kind
    from sandbox.scenario.ids import Ids
    from sandbox.scenario.schema import Happening, Level

FIELDS: Final = (
    "who",
    "by",
    "about",
    "claim",
    "amount",
    "x",
    "y",
    "drive",
    "on",
    "cue",
    "rule",
    "group",
    "to",
    "edge",
    "radius",
    "until",
    "question",
    "option",
)

ATTRIBUTES: Final = {"to": "target"}
"""Fields that are called otherwise in the file than in the program."""


def fields_of(kind: Kind) -> frozenset[str]:
    """Return the fields that a happening of some kind may have in a file, besides `do` and `at`."""
    return kind.takes | {"claim"} if kind.claims else kind.takes


def check_happening(happening: Happening, path: str, ids: Ids) -> Iterator[Problem]:
    """List what is wrong with one happening."""
    kind = NAMED.get(happening.do)
    if kind is None:
        ending = suggestion(happening.do, NAMED)
        yield Problem(f"{path}.do", "level.happening", value=shown(happening.do), ending=ending)
    else:
        yield from _fields(happening, path, kind)
        yield from _amount(happening, path, kind)
        if kind.spoken and happening.by is None and not ids.people - {happening.who, *ids.things}:
            yield Problem(path, "level.no_speaker", kind=happening.do)
        if "claim" in fields_of(kind):
            yield from check_claimed(happening, path, ids)
        if kind.minded:
            yield from ids.feeling(happening.who, f"{path}.who", "level.thing.minds")
    yield from ids.feeling(happening.by, f"{path}.by", "level.thing.acts")
    yield from ids.person(happening.who, f"{path}.who")
    yield from ids.person(happening.by, f"{path}.by")
    yield from ids.person(happening.about, f"{path}.about")
    for field in ("by", "about"):
        if happening.who is not None and getattr(happening, field) == happening.who:
            yield Problem(f"{path}.{field}", "level.same_person", name=happening.who)
    if kind is not None and kind.passed_on and happening.by is not None and happening.about == happening.by:
        yield Problem(f"{path}.about", "level.same_orderer", name=happening.by)
    yield from unknown(happening.drive, DRIVES, f"{path}.drive", "level.unknown.drive")
    yield from unknown(happening.cue, CUES, f"{path}.cue", "level.unknown.cue")
    yield from unknown(happening.rule, RULES, f"{path}.rule", "level.unknown.rule")
    yield from ids.group(happening.group, f"{path}.group")
    yield from unknown(happening.edge, EDGES, f"{path}.edge", "level.unknown.edge")
    if kind is not None and happening.target is not None:
        yield from _destination(happening, path, kind, ids)


def _destination(happening: Happening, path: str, kind: Kind, ids: Ids) -> Iterator[Problem]:
    """List what is wrong with where somebody is to go: only that can be a person, and only one of place and edge."""
    if "to" in kind.needs:
        yield from ids.person_or_place(happening.target, f"{path}.to")
    else:
        yield from ids.place(happening.target, f"{path}.to")
    if happening.target == happening.who:
        yield Problem(f"{path}.to", "level.same_person", name=happening.target)
    if happening.edge is not None:
        yield Problem(f"{path}.edge", "level.place_and_edge", name=happening.target)


def _amount(happening: Happening, path: str, kind: Kind) -> Iterator[Problem]:
    """Complain about less than nothing, except of news: those can be bad."""
    if happening.amount is not None and happening.amount < 0 and "about" not in kind.takes:
        yield Problem(f"{path}.amount", "level.amount", value=f"{happening.amount:.12g}")


def _fields(happening: Happening, path: str, kind: Kind) -> Iterator[Problem]:
    for field in FIELDS:
        where = f"{path}.{field}"
        given = getattr(happening, ATTRIBUTES.get(field, field)) is not None
        if given and field not in fields_of(kind):
            known = one_of(name for name in FIELDS if name in fields_of(kind))
            yield Problem(where, "level.field_unused", kind=happening.do, known=known)
        if not given and field in kind.needs and not (field == "about" and happening.claim is not None):
            yield Problem(where, "level.field_missing", kind=happening.do)


def remaining(level: Level, tool: str, used: Iterable[Happening], given: int = 0) -> int | None:
    """Return how often a tool of a level may still be used: None is without limit, 0 is not (any more).

    `given` are uses that rules have added.
    """
    if not NAMED[tool].befalls_somebody or level.tools is None:
        return None
    allowed = level.tools.get(tool, 0)
    return None if allowed is None else max(0, allowed + given - sum(one.do == tool for one in used))
