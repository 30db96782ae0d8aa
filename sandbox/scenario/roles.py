"""Roles: what somebody who plays one is like, beneath what the level says of them; and the looks of groups.

Theory: design, after the people of the levels. A role says nothing about what anybody does: it is a name for some
traits, cues and things in a bag, and whatever a level gives a person goes before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sandbox.scenario.schema import Bag, Body, Cues, Look, Person, Role, Tastes, Traits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.scenario.schema import Level

PARTS: Final = {"traits": Traits, "cues": Cues, "bag": Bag, "body": Body, "tastes": Tastes, "look": Look}
"""What of a person a role or a group can set, field by field."""
ROLES: Final[Mapping[Role, Mapping[str, Mapping[str, float | bool]]]] = {
    "bystander": {"traits": {"sympathy": 0.3, "approval": 0.6, "anxiety": 0.1, "competence": 0.5, "playfulness": 0.1}},
    "bully": {"traits": {"sympathy": 0.1, "spite": 0.95, "provocation": 0.7, "approval": 0.6, "playfulness": 0.1}},
    "half-helper": {"traits": {"sympathy": 0.1, "approval": 0.6, "competence": 0.3, "playfulness": 0.0}},
    "helpless-friend": {"traits": {"sympathy": 0.9, "approval": 0.1, "anxiety": 0.05, "competence": 0.05}},
    "tired-clerk": {
        "traits": {"sympathy": 1.0, "approval": 0.1, "anxiety": 0.05, "competence": 0.02, "playfulness": 0.0},
        "cues": {"uniform": True},
        "tastes": {"company": 0.0},
    },
    "idol": {"traits": {"approval": 0.2, "competence": 0.8, "expressiveness": 1.0}, "tastes": {"company": 0.8}},
}
"""What each role sets; whatever it does not mention is as usual."""


def base_of(role: str | None, look: Look | None) -> Person:
    """Return somebody of whom nothing is said but a role and the look of their group."""
    told: Mapping[str, Mapping[str, Any]] = ROLES.get(role, {}) if role else {}  # type: ignore[call-overload]
    parts = {part: kind(**told.get(part, {})) for part, kind in PARTS.items()}
    if look is not None:
        parts["look"] = look
    return Person(id="", name="", **parts)


def inherit(value: Any, *above: str) -> None:  # noqa: ANN401 - JSON values
    """Fill into each person of a level what role and group set beneath.

    Args:
        value: a level as JSON values of the right shape, or something with one in it.
        above: the keys under which it stands in there.
    """
    level = value
    for key in above:
        level = level[key]
    looks = {group["id"]: group["look"] for group in level.get("groups", ()) if group.get("look") is not None}
    for person in level["people"]:
        told = {**ROLES.get(person.get("role"), {})}
        if person.get("group") in looks:
            told["look"] = looks[person["group"]]
        for part, values in told.items():
            person[part] = {**values, **person.get(part, {})}


def bases(level: Level) -> list[Person]:
    """Return for each person of a level what they inherit."""
    looks = {group.id: group.look for group in level.groups}
    return [base_of(person.role, looks.get(person.group or "")) for person in level.people]
