"""What there is to tell once a game is decided: how, what had happened, and what could be done next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.engine.vocabulary import DRIVES
from sandbox.scenario.conditions.schema import Blamed, Credited, Likes, Looks, Personhood, Then, parts_of
from sandbox.scenario.conditions.sentences import names_of, sentence
from sandbox.scenario.difficulty import difficulties, difficulty_of
from sandbox.scenario.language import text_of
from sandbox.session.schedule import tick_of, until
from sandbox.session.story.beats import MOST, beats
from sandbox.session.story.best import Best
from sandbox.session.story.own_deeds import deed, well
from sandbox.session.story.shown import bets
from sandbox.session.story.words import ending, lacking, line
from sandbox.session.why.cards import Subject
from sandbox.ui.kit.time_axis import clock

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from sandbox.scenario.conditions.schema import AnyCondition
    from sandbox.scenario.schema import Happening, Level
    from sandbox.session.session import Session
    from sandbox.session.story.beat import Beat
    from sandbox.session.story.shown import Bet
    from sandbox.session.story.told import Decided
    from sandbox.session.story.tree import Standing
    from sandbox.session.why.cards import Kind

USUAL: Final = "sympathy"
"""The drive without which the same can be seen again, unless the level's proof names one."""


class Ended(NamedTuple):
    """A decided game."""

    decided: Decided
    beats: tuple[Beat, ...]
    subject: Subject | None
    """whom to ask why it ended so"""
    bets: tuple[Bet, ...]
    """the questions that were asked, as they stood then"""
    drive: str
    """without which the same can be seen again; none if that is what was played"""
    easier: str
    """the next easier difficulty of a level that was lost; none if there is none"""
    lacked: tuple[str, ...]
    """what was still missing when the time was up, as far as that is known"""
    yours: frozenset[int]
    """which of the beats are the player's own deeds"""
    played: tuple[frozenset[str], tuple[Happening, ...]]
    """what led there: the drives that were off from the beginning, and what was done"""


def ended_of(session: Session, path: Path | None, before: Ended | None) -> Ended | None:
    """Tell how the line that is played ends, as far as it has been there; `before` is what was known already."""
    if session.decided is None:
        return None
    decided, tick = session.moment.story.decided, session.decided[0]
    played = session.off_at_first, tuple(until(session.commands, tick))
    if before is not None and (before.decided.tick, before.played) == (tick, played):
        return before
    if decided is None:
        return None
    found = _told(session, decided, played[1])
    missed = _missed(session, decided)
    subject = _asked(session.level, decided, missed) or (found[-1].subject if found else None)
    asked = bets(session.level, session.moment.story, played[1])
    yours = frozenset(number for number, beat in enumerate(found) if _done(beat, session.level, played[1]))
    drive = drive_of(session)
    lacked = tuple(line(one, names_of(session.level), plain=True) for one in missed)
    easier = _easier(session.level) if decided.outcome == "lost" and path is not None else ""
    return Ended(decided, found, subject, asked, drive, easier, lacked, yours, played)


def _told(session: Session, decided: Decided, commands: Sequence[Happening]) -> tuple[Beat, ...]:
    """Tell what happened, and where that is little, what the player did last if it is not told, and who is well."""
    found, level = [*beats(session.world, session.level, decided.tick)], session.level
    if len(found) < MOST and not any(_done(beat, level, commands) for beat in found):
        found += deed(level, commands)
    if decided.outcome == "won" and len(found) < MOST:
        found += well(session.world, level, decided.tick)
    return tuple(sorted(found, key=lambda one: one.tick))


def _done(beat: Beat, level: Level, commands: Iterable[Happening]) -> bool:
    """Return whether a beat is what the player did."""
    told = {(level.people[row].id, beat.tick) for row in beat.people}
    return beat.key.split(".")[0] == "happening" and any((one.who, tick_of(one)) in told for one in commands)


def _easier(level: Level) -> str:
    """Return the next easier difficulty of a level, or nothing."""
    names = difficulties(level)
    place = names.index(difficulty_of(level))
    return names[place - 1] if place else ""


def _missed(session: Session, decided: Decided) -> tuple[Standing, ...]:
    """List what was still missing when the time was up; only that moment itself knows."""
    standing = session.script.standing(session.moment, session.commands)
    if standing is None or decided.by != "late" or session.tick != decided.tick:
        return ()
    return lacking(standing)


def headline(level: Level, decided: Decided) -> str:
    """Say when and how a game ended, and what ended it."""
    time = clock(decided.tick)
    return text_of(f"ui.ending.{decided.outcome}", time=time, why=_cause(level, decided))


def _cause(level: Level, decided: Decided) -> str:
    """Say what ended a game: in the level's own words, or else in those of the condition."""
    said, goal, names = ending(level, decided), level.goal, names_of(level)
    if said or goal is None:
        return said or text_of("ui.ending.rule")
    if decided.by == "loss":
        return sentence(goal.lose[decided.place].when, names, plain=True)
    return text_of("ui.ending.late") if decided.by == "late" else goal.text or sentence(goal.win, names, plain=True)


def _asked(level: Level, decided: Decided, missed: tuple[Standing, ...]) -> Subject | None:
    """Return what to ask about the condition that decided it, or about the first that was still missing.

    Of what was won in stages nothing: the first of them is long over, so that the story's latest beat tells more.
    """
    goal = level.goal
    if goal is None or decided.by == "rule":
        return None
    condition = goal.lose[decided.place].when if decided.by == "loss" else goal.win
    condition = missed[0].condition if missed else condition
    if isinstance(condition, Then):
        return None
    who = named(condition, level)
    return _between(condition, level) or (None if who is None else Subject("person", who))


def _between(condition: AnyCondition, level: Level) -> Subject | None:
    """Return what to ask about a condition on what one is to another, or on what is held for or against somebody."""
    rows = {person.id: row for row, person in enumerate(level.people)}
    kind: Kind
    match condition:
        case Blamed():
            kind, who, whom = "blame", condition.by, condition.blamed
        case Credited():
            kind, who, whom = "credit", condition.by, condition.credited
        case Likes():
            kind, who, whom = "tie", condition.likes, condition.whom
        case Personhood():
            kind, who, whom = "thing", condition.person, condition.whom
        case _:
            return None
    if who in rows and whom in rows:
        return Subject(kind, rows[who], rows[whom])
    held: dict[str, Kind] = {"blame": "pebbles", "credit": "stars"}
    return Subject(held[kind], rows[whom]) if kind in held and whom in rows else None


def named(condition: AnyCondition, level: Level) -> int | None:
    """Return the first person whom a condition names, by row; None if it names nobody."""
    phrases = [condition.at] if isinstance(condition, Looks) else []
    phrases += [str(getattr(condition, condition.subject))] if condition.subject else []
    rows = {person.id: row for row, person in enumerate(level.people)}
    for phrase in phrases:
        if phrase in rows:
            return rows[phrase]
    inner = (named(part, level) for _, part in parts_of(condition))
    return next((row for row in inner if row is not None), None)


def drive_of(session: Session) -> str:
    """Name the drive without which the same is most worth seeing; none if that is what is played."""
    proof = session.level.proof
    named = () if proof is None else (*proof.off, *proof.cause)
    drives = [drive for drive in (*named, USUAL) if drive in DRIVES]
    return "" if session.off_at_first & {*drives} else drives[0]


def best_of(session: Session) -> Best | None:
    """Return how well a level was won as it is meant, with all drives at work; None otherwise."""
    decided = session.moment.story.decided
    if decided is None or decided.outcome != "won" or session.off or session.off_at_first or session.settings:
        return None
    return Best(stars=len(decided.stars), ticks=decided.tick)
