"""What a rule of a level can do besides happenings: each is told by the key it begins with, as conditions are.

None of them touches the world. They are words and pictures for the player, tools, and the end of the game.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from sandbox.scenario.conditions.schema import AnyCondition
from sandbox.scenario.fields import Count, Id, Line, Name, Passage


class Action(
    Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="told_by", rename={"lasting": "for"}
):
    """What all of them have in common: see `conditions.schema.Condition`."""


class Say(Action, frozen=True, tag="say"):
    """Words in a bubble over somebody; nobody on the map hears them."""

    say: Id
    text: Line
    lasting: Annotated[float, Meta(gt=0, le=60, description="seconds")] = 4.0


class Hint(Action, frozen=True, tag="hint"):
    """The line that tells the player what to try."""

    hint: Line


class Card(Action, frozen=True, tag="card"):
    """A card with a title, which the player puts away."""

    card: Name
    text: Passage = ""


class LookAt(Action, frozen=True, tag="look_at"):
    """The camera goes to a person or a place."""

    look_at: Id


class Give(Action, frozen=True, tag="give"):
    """So many more uses of tools."""

    give: dict[str, Count]


class Option(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One answer to a question, and what makes it right: its condition is met before that of any other."""

    text: Name
    when: AnyCondition
    who: Id | None = None
    """the person who stands for it, so that it can be chosen by their face"""


class Ask(Action, frozen=True, tag="ask"):
    """A bet: the player may answer until it is decided which answer is right."""

    ask: Id
    text: Line
    options: Annotated[tuple[Option, ...], Meta(min_length=2, max_length=8)]


class Win(Action, frozen=True, tag="win"):
    """The game is won, with these words."""

    win: Line


class Lose(Action, frozen=True, tag="lose"):
    """The game is lost, with these words."""

    lose: Line
