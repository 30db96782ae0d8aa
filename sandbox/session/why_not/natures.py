"""Natures: what the two might have been to each other, and what they might have been like (T1, T9 to T11, T22)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.session.what_if.variation import PersonChanged, TieChanged, Variation
from sandbox.session.why_not.change import Change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.session.why_not.acts import Act
    from sandbox.session.why_not.scene import Scene

FEELINGS: Final = (("affinity", 0.4), ("affinity", 0.8), ("importance", 0.9), ("personhood", 1.0), ("love", 0.8))
"""What somebody might be to the one, by the field of a tie."""
GRUDGES: Final = (("affinity", -0.4), ("affinity", -0.8), ("personhood", 1.0))
"""What the one who is judged might be."""
TRAITS: Final[dict[Act, tuple[tuple[str, str, float], ...]]] = {
    "help": (
        ("one", "sympathy", 1.0),
        ("one", "approval", 1.0),
        ("one", "anxiety", 1.0),
        ("one", "anxiety", 0.0),
        ("one", "spite", 0.0),
        ("one", "competence", 1.0),
        ("other", "expressiveness", 1.0),
    ),
    "look": (
        ("one", "sympathy", 1.0),
        ("one", "sympathy", 0.0),
        ("one", "approval", 1.0),
        ("one", "anxiety", 1.0),
        ("other", "expressiveness", 1.0),
    ),
    "blame": (
        ("other", "sympathy", 0.0),
        ("other", "expressiveness", 0.0),
        ("other", "competence", 0.0),
        ("one", "sympathy", 1.0),
    ),
}
"""Whose trait might be as much, or as little, as it can be."""
_LEAST: Final = 0.1
"""A difference below this is none that is worth trying."""


def ties(scene: Scene) -> Iterator[Change]:
    """List what somebody might be to the one."""
    if scene.act == "blame":
        if scene.trouble != scene.one:
            yield from _felt(scene, scene.trouble, FEELINGS)
        yield from _felt(scene, scene.other, GRUDGES)
    else:
        yield from _felt(scene, scene.other, FEELINGS)


def _felt(scene: Scene, target: int, fields: tuple[tuple[str, float], ...]) -> Iterator[Change]:
    for what, value in fields:
        at_present = scene.tie(what, scene.one, target)
        change = abs(value - (0.0 if at_present is None else at_present))
        raises = at_present is None or (value > at_present) == (value > 0)
        if change > _LEAST and raises:
            one = TieChanged(source=scene.who, target=scene.id(target), what=what, value=value)
            key = f"tie.{'enmity' if value < 0 else what}"
            yield Change(key, "tie", change / 2, Variation(name=key, ties=(one,)), scene.name(target))


def traits(scene: Scene) -> Iterator[Change]:
    """List what the two might be like."""
    for whose, what, value in TRAITS[scene.act]:
        row = scene.one if whose == "one" else scene.other
        change = abs(value - float(getattr(scene.world.people, what)[row]))
        if change > _LEAST and scene.world.people.sentience[row] > 0:
            one = PersonChanged(who=scene.id(row), what=what, value=value)
            key = f"trait.{what}.{'more' if value else 'less'}"
            yield Change(key, "trait", change, Variation(name=key, people=(one,)), scene.name(row))
