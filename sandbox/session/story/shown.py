"""What the rules of a level show the player at a moment: words over people, hints, cards and questions.

It is read off the story of the moment alone, so that whoever goes back in time finds it as it was there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.scenario.actions import Ask, Card, Hint, Say
from sandbox.scenario.labels import group_name
from sandbox.scenario.plot import questions_of
from sandbox.session.schedule import tick_of
from sandbox.session.story.told import NEVER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sandbox.scenario.schema import AnyAction, Happening, Level
    from sandbox.session.story.told import Settled, Story

HINT_TICKS: Final = 10 * TICKS_PER_SECOND
"""A hint is there for so long, unless another one comes."""
READ_TICKS: Final = 4 * TICKS_PER_SECOND
"""A hint that is of no use any more is there for so long: who has begun to read it can end."""
MANY: Final = 8
"""Whoever names the groups of so many people or fewer means each of them."""
LAST_TICKS: Final = TICKS_PER_SECOND
"""What ends a game may give a hint, too: on where to look now."""


class Speech(NamedTuple):
    """Words over somebody."""

    who: int
    words: str


class Bet(NamedTuple):
    """A question that has been asked, and how it stands."""

    ask: Ask
    answer: int | None
    """which option the player chose last"""
    settled: Settled
    asked: int
    """the tick at which it was asked"""

    @property
    def open(self) -> bool:
        """Whether it can still be answered."""
        return self.settled.tick == NEVER


def _carried_out(level: Level, story: Story) -> Iterator[tuple[int, AnyAction]]:
    """Yield what rules have done by a moment, each with the tick at which it was done last."""
    for rule, firing in zip(level.rules, story.firings, strict=False):
        if firing.last != NEVER:
            for action in rule.then:
                yield firing.last, action


def actions_at(level: Level, story: Story, tick: int) -> tuple[AnyAction, ...]:
    """List what rules do at this very moment."""
    return tuple(action for when, action in _carried_out(level, story) if when == tick)


def speeches(level: Level, story: Story, tick: int) -> tuple[Speech, ...]:
    """List the words over people at a moment: of somebody who has said several things, the latest."""
    rows = {person.id: row for row, person in enumerate(level.people)}
    said: dict[int, tuple[int, str]] = {}
    for when, action in _carried_out(level, story):
        if isinstance(action, Say) and tick - when < action.lasting * TICKS_PER_SECOND:
            row = rows[action.say]
            said[row] = max(said.get(row, (NEVER, "")), (when, action.text), key=lambda one: one[0])
    return tuple(Speech(row, words) for row, (_, words) in said.items())


def hint(level: Level, story: Story, tick: int, commands: Sequence[Happening]) -> str:
    """Return the latest hint of a rule while it is there, or nothing.

    It is there for its time, or until the player has done something to the one whom it names. It only stays long enough
    to be read once what called for it is not so any more, or once the player has done anything if it names nobody.
    What could be done is of no use once the game is over: then only what came within LAST_TICKS of the end is there.
    """
    end = None if story.decided is None else story.decided.tick
    given = [one for one in _hints(level, story) if end is None or one[0] <= end + LAST_TICKS]
    when, words, so = max(given, key=lambda one: one[0], default=(NEVER, "", False))
    over = end is not None and when < end - LAST_TICKS
    row = named_in(level, words)
    done = {one.who for one in commands if when <= tick_of(one) <= tick} - {None}
    stale = not so or (row is None and done)
    if over or tick - when >= (READ_TICKS if stale else HINT_TICKS):
        return ""
    return "" if row is not None and level.people[row].id in done else words


def has_hinted(level: Level, story: Story) -> bool:
    """Return whether a rule has given a hint by a moment: what to try first is stale then."""
    return next(_hints(level, story), None) is not None


def _hints(level: Level, story: Story) -> Iterator[tuple[int, str, bool]]:
    """Yield the hints of rules by a moment: when they came, their words, and whether what called for them is so."""
    for rule, firing in zip(level.rules, story.firings, strict=False):
        if firing.last != NEVER:
            so = rule.when is None or firing.met
            yield from ((firing.last, action.hint, so) for action in rule.then if isinstance(action, Hint))


def named_in(level: Level, words: str) -> int | None:
    """Find the person whose name stands first in some words."""
    return min(all_named(level, words), key=lambda row: words.index(level.people[row].name), default=None)


def all_named(level: Level, words: str) -> tuple[int, ...]:
    """List the rows of all people whose names stand in some words."""
    return tuple(row for row, person in enumerate(level.people) if _stands_in(person.name, words))


def all_meant(level: Level, words: str) -> tuple[int, ...]:
    """List the rows of all people whose names stand in some words, or that of their group, unless it is large."""
    groups = {person.group for person in level.people if person.group and _stands_in(group_name(person.group), words)}
    members = {row for row, person in enumerate(level.people) if person.group in groups}
    return (*all_named(level, words), *(members if len(members) <= MANY else ()))


def _stands_in(name: str, words: str) -> bool:
    return name in words and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) is not None


def latest_card(level: Level, story: Story) -> Card | None:
    """Return the card that came last, or None."""
    given = [(when, action) for when, action in _carried_out(level, story) if isinstance(action, Card)]
    return max(given, key=lambda one: one[0])[1] if given else None


def bets(level: Level, story: Story, commands: Sequence[Happening]) -> tuple[Bet, ...]:
    """List the questions that have been asked by a moment, with the answers among the commands until then."""
    asked = {action.ask: when for when, action in _carried_out(level, story) if isinstance(action, Ask)}
    found: list[Bet] = []
    for (_, ask), settled in zip(questions_of(level), story.bets, strict=False):
        if ask.ask in asked:
            given = [command.option for command in commands if command.question == ask.ask]
            found.append(Bet(ask, given[-1] if given else None, settled, asked[ask.ask]))
    return tuple(found)
