"""Whom a condition means: a person, a group, or one of a few phrases, as `friends of bob`.

Theory: design. A phrase is data: it is looked up in a table, and what follows it is an id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.scenario.ids import unknown
from sandbox.scenario.language import text_of
from sandbox.scenario.problems import Problem
from sandbox.scenario.read_json import shown
from sandbox.scenario.suggest import one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.scenario.ids import Ids

IT: Final = "it"
"""The one whom a count is at."""


class Chosen(NamedTuple):
    """Whom a phrase means."""

    relation: str
    """themselves (nothing), all, but, friends, enemies, looking, averting, blaming"""
    of: str = ""
    """to whom they stand in it: an id, IT, or nothing for `all`"""
    some: bool = False
    """whether one of them is enough; else each of them is meant"""


WHOLE: Final = {"anyone": Chosen("all", some=True), "everyone": Chosen("all")}
PHRASES: Final = {
    "any of ": ("", True),
    "anyone but ": ("but", True),
    "everyone but ": ("but", False),
    "a friend of ": ("friends", True),
    "friends of ": ("friends", False),
    "an enemy of ": ("enemies", True),
    "enemies of ": ("enemies", False),
    "anyone who looks at ": ("looking", True),
    "who looks at ": ("looking", False),
    "anyone who looks away from ": ("averting", True),
    "who looks away from ": ("averting", False),
    "anyone who blames ": ("blaming", True),
    "who blames ": ("blaming", False),
}
"""What may stand before an id: the relation, and whether one of them is enough."""


def chosen(phrase: str) -> Chosen:
    """Return whom a phrase means; what is no phrase is an id."""
    if phrase in WHOLE:
        return WHOLE[phrase]
    for beginning, (relation, some) in PHRASES.items():
        if phrase.startswith(beginning):
            return Chosen(relation, phrase.removeprefix(beginning), some)
    return Chosen("", phrase)


def check_who(phrase: str | None, path: str, ids: Ids, *, counting: bool, places: bool = False) -> Iterator[Problem]:
    """Complain unless a phrase means somebody, or a place where that may be; `it` is known within a count only."""
    if phrase is None:
        return
    meant = chosen(phrase)
    if meant.relation == "all":
        return
    if meant.of == IT:
        if not counting:
            yield Problem(path, "condition.it")
    elif " " in meant.of:
        forms = [*WHOLE, *(f"{beginning}…" for beginning in PHRASES)]
        yield Problem(path, "condition.phrase", value=shown(phrase), known=one_of(f'"{form}"' for form in forms))
    elif not meant.relation and places:
        known = ids.people_and_groups | ids.places
        yield from unknown(meant.of, known, path, "level.unknown.person_or_place")
    else:
        yield from ids.person_or_group(meant.of, path)


def in_words(phrase: str, names: dict[str, str]) -> str:
    """Say whom a phrase means.

    Args:
        phrase: as a file has it.
        names: what people, groups and places are called, by their ids; of groups, with `group:` before the id.
    """
    meant = chosen(phrase)
    amount = "some" if meant.some else "each"
    if meant.relation == "all":
        return text_of(f"who.all.{amount}")
    group = names.get(f"group:{meant.of}")
    if meant.of == IT:
        name = text_of("who.it")
    elif not meant.relation:
        return names.get(meant.of, meant.of) if group is None else text_of(f"who.group.{amount}", name=group)
    else:
        name = names.get(meant.of, meant.of) if group is None else text_of("who.group.some", name=group)
    return text_of(f"who.{meant.relation}.{amount}", name=name) if meant.relation else name
