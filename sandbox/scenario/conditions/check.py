"""Whether a condition makes sense: whom it names, what it asks of them, and how much of it there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.engine.options import INDEX
from sandbox.engine.vocabulary import RULES
from sandbox.scenario.conditions.schema import (
    DEEPEST,
    Believes,
    Blamed,
    Counted,
    Credited,
    Does,
    Endorses,
    Felt,
    Lasted,
    Likes,
    Looks,
    Near,
    Personhood,
    Predicted,
    Shown,
    Used,
    parts_of,
)
from sandbox.scenario.conditions.who import Chosen, check_who, chosen
from sandbox.scenario.ids import unknown
from sandbox.scenario.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sandbox.scenario.conditions.schema import AnyCondition
    from sandbox.scenario.ids import Ids

BOUNDED: Final = (Felt, Shown, Likes, Personhood, Blamed, Credited, Counted, Lasted, Used, Believes, Endorses)
"""Conditions about a number, which need `min`, `max` or both, but for those of UNBOUNDED."""
UNBOUNDED: Final = (Believes, Endorses)
OTHERS: Final = {Likes: "whom", Personhood: "whom", Blamed: "by", Credited: "by", Looks: "at", Does: "to", Near: "to"}
"""The field that names somebody else."""
FEELING: Final = {
    Felt: "level.thing.feels",
    Believes: "level.thing.minds",
    Endorses: "level.thing.minds",
    Likes: "level.thing.tied",
    Personhood: "level.thing.tied",
    Looks: "level.thing.acts",
    Does: "level.thing.acts",
}
"""Conditions that no thing can meet, and the text that says so."""


class Known(NamedTuple):
    """What a level has that conditions can name."""

    ids: Ids
    tools: Collection[str]
    questions: Collection[str] = ()


def check_condition(
    condition: AnyCondition, path: str, known: Known, *, counting: bool = False, depth: int = 1
) -> Iterator[Problem]:
    """List what is wrong with a condition and all in it.

    Args:
        condition: to be checked.
        path: where it stands.
        known: what the level has.
        counting: whether it stands in a count, where `it` is known.
        depth: of how many conditions it is the innermost.
    """
    if depth > DEEPEST:
        yield Problem(path, "condition.deep", most=DEEPEST)
        return
    yield from _people(condition, path, known.ids, counting=counting)
    if isinstance(condition, BOUNDED):
        yield from _bounds(condition, path)
    if isinstance(condition, Does):
        for place, option in enumerate(condition.what):
            yield from unknown(option, INDEX, f"{path}.what[{place}]", "level.unknown.norm")
    if isinstance(condition, Used):
        yield from unknown(condition.used, known.tools, f"{path}.used", "condition.tool")
    if isinstance(condition, Believes):
        yield from unknown(condition.claim, known.ids.claims, f"{path}.claim", "level.unknown.claim")
    if isinstance(condition, Endorses):
        yield from unknown(condition.rule, RULES, f"{path}.rule", "level.unknown.rule")
    if isinstance(condition, Predicted):
        yield from unknown(condition.predicted, known.questions, f"{path}.predicted", "condition.question")
    within = counting or isinstance(condition, Counted)
    for below, part in parts_of(condition):
        yield from check_condition(part, f"{path}.{below}", known, counting=within, depth=depth + 1)


def _people(condition: AnyCondition, path: str, ids: Ids, *, counting: bool) -> Iterator[Problem]:
    """List what is wrong with whom a condition names."""
    if not condition.subject:
        return
    tag, who = str(condition.__struct_config__.tag), str(getattr(condition, condition.subject))
    yield from check_who(who, f"{path}.{tag}", ids, counting=counting)
    named = chosen(who)
    if not named.relation and type(condition) in FEELING:
        yield from ids.feeling(named.of, f"{path}.{tag}", FEELING[type(condition)])
    field = OTHERS.get(type(condition))
    if field is not None:
        other: str | None = getattr(condition, field)
        places = isinstance(condition, Near)
        yield from check_who(other, f"{path}.{field}", ids, counting=counting, places=places)
        if other == who and named == Chosen("", who) and who in ids.people:
            yield Problem(f"{path}.{field}", "level.same_person", name=who)


def _bounds(condition: AnyCondition, path: str) -> Iterator[Problem]:
    least: float | None = getattr(condition, "least", None)
    most: float | None = getattr(condition, "most", None)
    if least is None and most is None and not isinstance(condition, UNBOUNDED):
        yield Problem(path, "condition.no_bound")
    elif least is not None and most is not None and least > most:
        yield Problem(f"{path}.min", "condition.crossed", value=f"{least:g}", most=f"{most:g}")
