"""What a level asks of the player: one condition to bring about, others that lose it, and stars for more."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct

from sandbox.scenario.conditions.schema import AnyCondition
from sandbox.scenario.fields import Line, Seconds

Outcome: TypeAlias = Literal["open", "won", "lost"]


class Ending(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One way to lose, or one star to earn: once its condition has been met, that stays so."""

    when: AnyCondition
    text: Line = ""


class Goal(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is to be brought about, from when on and by when. What loses is looked at first."""

    win: AnyCondition
    text: Line = ""
    waits: bool = False
    after: Seconds = 0.0
    within: Seconds | None = None
    lose: Annotated[tuple[Ending, ...], Meta(max_length=20)] = ()
    stars: Annotated[tuple[Ending, ...], Meta(max_length=5)] = ()
