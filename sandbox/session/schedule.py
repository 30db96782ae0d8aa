"""What happens when: happenings of the level and of the player, with their ids turned into rows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from sandbox.engine.happenings.happening import Event
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import RULES
from sandbox.scenario.build import groups_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.scenario.schema import Happening, Level


class Schedule:
    """What a level brings, and what of the player's commands is due."""

    def __init__(self, level: Level) -> None:
        """Sort what the level brings by its ticks."""
        self._groups = groups_of(level)
        self._places = {place.id: (place.x, place.y) for place in level.map.places}
        self._rows = {person.id: row for row, person in enumerate(level.people)}
        self._claims = {claim.id: claim for claim in level.claims}
        self._brought: dict[int, list[Happening]] = {}
        for happening in sorted(level.happenings, key=lambda happening: happening.at):
            self._brought.setdefault(tick_of(happening), []).append(happening)

    def due(self, now: int, commands: Sequence[Happening]) -> list[Event]:
        """List what happens in the tick that begins now: what the level brings, then what the player does."""
        first, end = (side(commands, now, key=tick_of) for side in (bisect_left, bisect_right))
        brought = [self.event(happening) for happening in self._brought.get(now, ())]
        return brought + [self.event(command, own=True) for command in commands[first:end]]

    def event(self, happening: Happening, *, own: bool = False) -> Event:
        """Turn ids into rows; `own` if the player does it."""
        claim = None if happening.claim is None else self._claims[happening.claim]
        named = happening.who, happening.by, happening.about if claim is None else claim.about
        who, by, about = (NOBODY if name is None else self._rows[name] for name in named)
        return Event(
            happening.do,
            who,
            by,
            about,
            happening.amount if claim is None else claim.amount,
            happening.x or 0.0,
            happening.y or 0.0,
            happening.drive or "",
            happening.on is not False,
            happening.cue or "",
            NOBODY if happening.rule is None else RULES.index(happening.rule),
            NOBODY if happening.group is None else self._groups[happening.group],
            NOBODY if happening.target is None else self._rows.get(happening.target, NOBODY),
            None if happening.target is None else self._places.get(happening.target),
            happening.edge or "",
            happening.radius,
            happening.until or 0.0,
            happening.question or "",
            NOBODY if happening.option is None else happening.option,
            own,
        )


def tick_of(happening: Happening) -> int:
    """Return the tick in which something happens."""
    return round(happening.at * TICKS_PER_SECOND)


def switched(off: frozenset[str], commands: Sequence[Happening]) -> frozenset[str]:
    """Return the drives that are off after commands have switched some."""
    for command in commands:
        if command.drive is not None:
            off = off - {command.drive} if command.on is not False else off | {command.drive}
    return off


def until(commands: Sequence[Happening], tick: int) -> Sequence[Happening]:
    """Return the commands up to a tick, those of it included."""
    return commands[: bisect_right(commands, tick, key=tick_of)]
