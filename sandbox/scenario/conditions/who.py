"""Whom a condition means: a person, a group, or one of a few phrases, as `friends of bob`.

Theory: design. A phrase is data: it is looked up in a table, and what follows it is an id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from sandbox.scenario.ids import unknown
from sandbox.scenario.language import text_of
from sandbox.scenario.problems import Problem
from sandbox.scenario.read_json import shown
from sandbox.scenario.suggest import one_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sandbox.scenario.ids import Ids

Amount: TypeAlias = Literal["each", "some", "none", "any"]
"""Each of them, one of them, none of them, or, in a sentence that denies something, any of them."""
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

    @property
    def amount(self) -> Amount:
        """How many of them are meant."""
        return "some" if self.some else "each"


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


def in_words(phrase: str, names: Mapping[str, str], amount: Amount | None = None, *, besides: str = "") -> str:
    """Say whom a phrase means.

    Args:
        phrase: as a file has it.
        names: what people, groups and places are called, by their ids; of groups, with `group:` before the id.
        amount: how many of them are meant, if not as many as the phrase itself says.
        besides: an id that need not be left out aloud, since what is said of it could not be said of itself.
    """
    meant = chosen(phrase)
    many = amount or meant.amount
    if meant.relation == "all" or meant == Chosen("but", besides, meant.some):
        return text_of(f"who.all.{many}")
    if is_named(meant, names):
        return _name(meant, names)
    return text_of(f"who.{meant.relation or 'group'}.{many}", name=_name(meant, names))


def counted_in_words(phrase: str, names: Mapping[str, str], number: str, count: int, *, besides: str = "") -> str:
    """Say so and so many of those whom a phrase means: `number` in words, and `count` for the form of the noun."""
    meant = chosen(phrase)
    relation = "all" if meant == Chosen("but", besides, meant.some) else meant.relation or "group"
    return text_of(f"who.{relation}.count", number=number, count=count, name=_name(meant, names))


def is_named(meant: Chosen, names: Mapping[str, str]) -> bool:
    """Return whether one person or one place is meant, by its id or as `it`."""
    return not meant.relation and f"group:{meant.of}" not in names


def _name(meant: Chosen, names: Mapping[str, str]) -> str:
    """Return what a phrase is about: of a group that stands behind a relation, somebody in it."""
    if meant.of == IT:
        return text_of("who.it.object")
    group = names.get(f"group:{meant.of}")
    if group is None:
        return names.get(meant.of, meant.of)
    return text_of("who.group.some", name=group) if meant.relation else group
