"""What the lines of the goal say: what is about to lose, what is missing, how long there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.engine.params import SECONDS_PER_TICK, TICKS_PER_SECOND
from sandbox.scenario.conditions.schema import All, Lasted, Then, parts_of
from sandbox.scenario.conditions.sentences import names_of, sentence
from sandbox.scenario.difficulty import USUAL, difficulty_of
from sandbox.scenario.language import text_of
from sandbox.session.story.words import lacking, line
from sandbox.ui.kit.time_axis import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.scenario.conditions.sentences import Names
    from sandbox.scenario.goals import Ending, Goal
    from sandbox.scenario.schema import Level
    from sandbox.session.story.tree import Standing
    from sandbox.ui.context import PlayContext

MOST_ROWS: Final = 2
"""What is missing besides is counted."""


class Row(NamedTuple):
    """One line."""

    words: str
    part: float | None = None
    """of the time that it has to hold, 0 to 1; None if it need not last"""
    danger: bool = False
    """whether the game is lost when that is over"""


def rows_of(context: PlayContext, goal: Goal) -> tuple[Row, ...]:
    """Write what is about to be lost, then what is missing; until it counts, the goal in the level's own words."""
    session, names = context.session, names_of(context.frame.level)
    script, moment, commands = session.script, session.moment, session.commands
    losses = zip(goal.lose, script.losses(moment, commands), strict=True)
    rows = [_threat(loss, standing, names) for loss, standing in losses if moment.tick > 0 and _looms(standing)]
    if goal.text and moment.tick < goal.after * TICKS_PER_SECOND:
        return (*rows[: MOST_ROWS - 1], Row(goal.text))
    standing = script.standing(moment, commands)
    parts = () if standing is None else lacking(standing)
    rows += [_missing(standing if part is parts[0] else None, part, names) for part in parts]
    rows = rows or [Row(text_of("ui.goal.met"))]  # All is so already, and does not count yet.
    if len(rows) <= MOST_ROWS:
        return tuple(rows)
    last, hidden = rows[MOST_ROWS - 1], len(rows) - MOST_ROWS
    return (*rows[: MOST_ROWS - 1], last._replace(words=text_of("ui.goal.more", what=last.words, count=hidden)))


def _looms(standing: Standing) -> bool:
    """Return whether something runs that loses once it has run for long enough."""
    condition = standing.condition
    if isinstance(condition, Lasted):
        return condition.least is not None and standing.value > 0
    return condition.lasting > 0 and standing.held


def _threat(loss: Ending, standing: Standing, names: Names) -> Row:
    """Write what will lose: of what adds up only how it stands, until half of it is there."""
    condition = standing.condition
    if not isinstance(condition, Lasted):
        return Row(
            text_of("ui.goal.danger", what=line(standing, names, loss.text, plain=True)), _part(standing), danger=True
        )
    part, said = min(1.0, standing.value / (condition.least or 1.0)), line(standing, names, plain=True)
    near = part >= 1 / 2
    return Row(text_of("ui.goal.danger", what=said) if near else said, part, danger=near)


def _missing(whole: Standing | None, part: Standing, names: Names) -> Row:
    """Write what is missing: which step of the whole it is, and once all is so that it only has to stay so."""
    all_so = isinstance(part.condition, All) and part.held and len(part.parts) > 1
    words = line(part, names, text_of("ui.goal.together") if all_so and not part.condition.text else "", plain=True)
    if whole is not None and isinstance(whole.condition, Then) and not whole.condition.text:
        done = sum(one.met for one in whole.parts)
        words = text_of("ui.goal.step", place=done + 1, count=len(whole.parts), what=words)
    return Row(words, _part(part))


def _part(standing: Standing) -> float | None:
    lasting = standing.condition.lasting
    return min(1.0, (standing.seconds + SECONDS_PER_TICK * standing.met) / lasting) if lasting else None


def more(context: PlayContext, goal: Goal) -> tuple[str, ...]:
    """Say what loses, and what earns a star."""
    names = names_of(context.frame.level)

    def said(ending: Ending) -> str:
        return ending.text or sentence(ending.when, names, plain=True)

    loses = [text_of("ui.goal.lose", what=said(loss)) for loss in goal.lose]
    return (*loses, *(text_of("ui.goal.star", what=said(star)) for star in goal.stars))


def time_left(context: PlayContext, goal: Goal) -> str:
    """Say how long there is until it is too late, or when it begins to count, and any unusual difficulty."""
    difficulty = difficulty_of(context.frame.level)
    left = _time_left(context.frame.tick, goal)
    if difficulty == USUAL:
        return left
    name = text_of(f"difficulty.{difficulty}")
    return text_of("ui.goal.at", left=left, difficulty=name) if left else name


def _time_left(tick: int, goal: Goal) -> str:
    if tick < goal.after * TICKS_PER_SECOND:
        return text_of("ui.goal.from", time=clock(round(goal.after * TICKS_PER_SECOND)))
    if goal.within is None:
        return ""
    ticks = round(goal.within * TICKS_PER_SECOND) - tick
    return text_of("ui.goal.left", time=clock(max(0, ticks)))


def likely_words(level: Level, goal: Goal) -> Iterator[str]:
    """Yield what the lines might come to say, with live values as long as they get."""
    names = names_of(level)
    yield goal.text
    name = max((person.name for person in level.people), key=len)
    value = text_of("standing.of", name=name, value=text_of("condition.felt.very_good"))
    live = f"{text_of('standing.part.does', have=88, all=88, count=88)}, {value}"
    parts = [part for _, part in parts_of(goal.win) if isinstance(goal.win, All | Then)] or [goal.win]
    for part in parts:
        inner = [one for _, one in parts_of(part) if isinstance(part, All)] or [part]
        yield from (text_of("standing.line", what=sentence(one, names, plain=True), now=live) for one in inner)
    for loss in goal.lose:
        if isinstance(loss.when, Lasted):
            live = text_of("standing.held", held=88, seconds=88)
            yield text_of(
                "ui.goal.danger", what=text_of("standing.line", what=sentence(loss.when, names, plain=True), now=live)
            )
        elif loss.when.lasting:
            held = text_of("standing.held", held=88, seconds=88)
            words = text_of("standing.line", what=loss.text or sentence(loss.when, names, plain=True), now=held)
            yield text_of("ui.goal.danger", what=words)
