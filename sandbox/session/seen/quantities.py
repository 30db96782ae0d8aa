"""Everything about people and ties that can be shown: its name, range, meaning, icon and colour, in one registry.

Tooltips, the inspector, cards and documents read it; a quantity that is not listed here is not shown as a number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from sandbox.engine.vocabulary import STREAMS
from sandbox.scenario.language import text_of

if TYPE_CHECKING:
    from sandbox.engine.people import People
    from sandbox.engine.ties import Ties


class Quantity(NamedTuple):
    """One number that a player can see."""

    name: str
    """a column of People or of Ties, or a stream of reward"""
    owner: Literal["person", "tie", "stream", "trait"]
    low: float
    high: float
    icon: str
    colour: str
    """role in the palette of panels, for values above zero"""

    @property
    def title(self) -> str:
        """Its name for players."""
        return text_of(f"stream.{self.name}.name" if self.owner == "stream" else f"ui.quantity.{self.name}")

    @property
    def line(self) -> str:
        """What it means, in one sentence."""
        return text_of(f"stream.{self.name}.line" if self.owner == "stream" else f"ui.quantity.{self.name}.line")


_STRONG: Final = 0.4
"""Reward per second, either way, that fills the bar of a stream."""
_STREAM_COLOURS: Final = (  # no two that share a colour share the pattern that panels add
    *("sky", "pink", "green", "vermillion", "pink", "blue", "green"),
    *("yellow", "orange", "orange", "blue", "grey"),
)

PERSON: Final = (
    Quantity("felt", "person", -1.0, 1.0, "felt", "blue"),
    Quantity("shown", "person", -1.0, 1.0, "truth", "blue"),
    Quantity("mood", "person", -1.0, 1.0, "beliefs", "blue"),
)
"""What the inspector shows as bars."""

INNER: Final = (
    Quantity("esteem", "person", -1.0, 1.0, "praise", "green"),
    Quantity("unease", "person", 0.0, 1.0, "suspect", "faint"),
    Quantity("loneliness", "person", 0.0, 1.0, "give_space", "orange"),
    Quantity("standing", "person", 0.0, 1.0, "triumph", "yellow"),
)
"""What else goes on in somebody, in half the room."""

STREAM_QUANTITIES: Final = tuple(
    Quantity(stream, "stream", -_STRONG, _STRONG, "felt", colour)
    for stream, colour in zip(STREAMS, _STREAM_COLOURS, strict=True)
)
"""Reward per second, by stream."""

TIE: Final = (
    Quantity("affinity", "tie", -1.0, 1.0, "friends", "blue"),
    Quantity("personhood", "tie", 0.0, 1.0, "truth", "sky"),
    Quantity("importance", "tie", 0.0, 1.0, "praise", "yellow"),
    Quantity("believed", "tie", -1.0, 1.0, "beliefs", "blue"),
    Quantity("attention", "tie", 0.0, 1.0, "attention", "amber"),
)
"""The five gates between one person's feeling and another's, in the order of the inspector's columns."""

TRAITS: Final = tuple(
    Quantity(name, "trait", low, 1.0, "felt", "green")
    for name, low in (
        ("sympathy", 0.0),
        ("approval", 0.0),
        ("spite", 0.0),
        ("provocation", 0.0),
        ("anxiety", 0.0),
        ("company", -1.0),
        ("envy", 0.0),
        ("playfulness", 0.0),
        ("social_attention", 0.0),
        ("competence", 0.0),
        ("expressiveness", 0.0),
    )
)
"""What somebody is like for good."""

QUANTITIES: Final = (*PERSON, *INNER, *STREAM_QUANTITIES, *TIE, *TRAITS)
"""All of them."""


def of_person(quantity: Quantity, people: People, person: int) -> float:
    """Read a quantity of a person."""
    if quantity.owner == "stream":
        return float(people.reward[person, STREAMS.index(quantity.name)])
    return float(getattr(people, quantity.name)[person])


def of_tie(quantity: Quantity, ties: Ties, row: int) -> float:
    """Read a quantity of a tie."""
    return float(getattr(ties, quantity.name)[row])
