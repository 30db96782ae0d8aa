"""Proof: a level can be won, not by chance nor by waiting, dependably, and by the drive that it is about.

Theory: design. The level's own proof is what a player does who wins. It is played on many seeds, a second earlier and
later; besides, nobody plays, somebody clicks at random, the same is done with the named drives off,
and nothing is done without the drives that cause the trouble, which then does not arise. Every
play-through is one job, which can be played anywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from msgspec.structs import replace

from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.happenings.happening import Impossible
from sandbox.engine.params import SECONDS_PER_TICK, TICKS_PER_SECOND
from sandbox.engine.vocabulary import CUES, RULES
from sandbox.lab.closeness import closeness
from sandbox.scenario.conditions.sentences import names_of
from sandbox.scenario.difficulty import USUAL, adjusted, difficulties
from sandbox.scenario.schema import Happening
from sandbox.session.session import Session
from sandbox.session.story.words import missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.scenario.schema import Level

SEEDS: Final = 20
"""On so many the proof is played, and as many are played without the drives, or by nobody."""
SHIFTS: Final = (0.0, -1.0, 1.0)
"""Seconds by which all that is done comes earlier or later."""
CLICKS: Final = 2.5
"""More random plays than others."""
PAUSE: Final = 3.0
"""Seconds from one random click to the next, on average."""
LONGEST: Final = 300.0
"""Seconds that a goal without a deadline is played for."""
BEYOND: Final = 30.0
"""Seconds after the last command that it is at least."""


class Trial(NamedTuple):
    """One play-through."""

    kind: str
    """proof, dependable, difficulty, idle, clicks, lesion or cause"""
    seed: int
    shift: float = 0.0
    difficulty: str = USUAL


class Played(NamedTuple):
    """What came of it."""

    trial: Trial
    outcome: str
    """won, lost or open"""
    seconds: float
    """when that was decided, or where it ended"""
    near: float
    """how near it came to being won, 0 to 1"""
    nearest: float
    """the second of that"""
    lacked: tuple[str, ...]
    """what was missing then"""


def trials(level: Level, seeds: int) -> list[Trial]:
    """List what is to be played; nothing is proved of a level without a goal."""
    found = [Trial("idle", level.seed + number) for number in range(seeds)]
    found += [Trial("clicks", level.seed + number) for number in range(round(CLICKS * seeds))]
    if level.proof is None:
        return found
    shifted = [Trial("dependable", level.seed + number, shift) for number in range(seeds) for shift in SHIFTS]
    drives = {"lesion": level.proof.off, "cause": level.proof.cause}
    without = [Trial(kind, level.seed + number) for kind, off in drives.items() if off for number in range(seeds)]
    others = [
        Trial("difficulty", level.seed + number, difficulty=name)
        for name in difficulties(level)
        for number in range(seeds)
        if name != USUAL
    ]
    return [Trial("proof", level.seed), *shifted, *without, *others, *found]


def play(level: Level, trial: Trial) -> Played:
    """Play one of them, until it is decided or over."""
    level = adjusted(level, trial.difficulty)
    off = () if level.proof is None else {"lesion": level.proof.off, "cause": level.proof.cause}.get(trial.kind, ())
    session = Session(level, seed=trial.seed, off=off, journal=False)
    waiting, clicks = _commands(level, trial), _clicks(level, trial)
    end, best = round(_seconds(level) * TICKS_PER_SECOND), (-1.0, 0.0, tuple[str, ...]())
    counts = 0 if level.goal is None else round(level.goal.after * TICKS_PER_SECOND)  # Before, nothing is missing yet.
    while session.tick < end and session.outcome() == "open":
        while waiting and round(waiting[0].at * TICKS_PER_SECOND) <= session.tick:
            _do(session, waiting.pop(0))
        if trial.kind == "clicks" and (click := next(clicks)) is not None:
            _do(session, click)
        session.step()
        standing = session.script.standing(session.moment, session.commands)
        if standing is None or session.tick < counts or session.outcome() != "open":
            continue
        if (near := closeness(standing)) > best[0]:
            best = near, session.tick * SECONDS_PER_TICK, missing(standing, names_of(level))
    decided = session.moment.story.decided
    seconds = (session.tick if decided is None else decided.tick) * SECONDS_PER_TICK
    return Played(trial, session.outcome() or "open", seconds, *best)


def _seconds(level: Level) -> float:
    """Return how long a level is played for."""
    if level.goal is not None and level.goal.within is not None:
        return level.goal.within + 2 * SECONDS_PER_TICK
    last = max((command.at for command in level.proof.commands), default=0.0) if level.proof is not None else 0.0
    return max(LONGEST, last + BEYOND)


def _commands(level: Level, trial: Trial) -> list[Happening]:
    if level.proof is None or trial.kind in {"idle", "clicks", "cause"}:
        return []
    moved = [replace(one, at=max(0.0, one.at + trial.shift)) for one in level.proof.commands]
    return sorted(moved, key=lambda one: one.at)


def _do(session: Session, command: Happening) -> None:
    """Do something, or leave it: a second later, or on another seed, it may be impossible."""
    try:
        session.do(command)
    except Impossible:
        return


def _clicks(level: Level, trial: Trial) -> Iterator[Happening | None]:
    """Draw for each tick what somebody does who clicks at random, with the tools that the level gives."""
    draw = np.random.default_rng([trial.seed, len(level.people)])
    kinds = [kind for kind in HAPPENINGS if kind.is_tool and (level.tools is None or kind.name in level.tools)]
    groups = sorted({person.group for person in level.people if person.group})
    while True:
        if not kinds or draw.random() >= SECONDS_PER_TICK / PAUSE:
            yield None
            continue
        kind = kinds[draw.integers(len(kinds))]
        people = draw.permutation(len(level.people)).tolist()
        drawn: dict[str, object] = {
            field: level.people[people[place % len(people)]].id for place, field in enumerate(("who", "by", "about"))
        }
        drawn |= {"x": float(draw.random()) * level.map.width, "y": float(draw.random()) * level.map.height}
        drawn |= {"cue": CUES[draw.integers(len(CUES))], "rule": RULES[draw.integers(len(RULES))]}
        drawn |= {"on": bool(draw.random() < 1 / 2)}
        if groups:
            drawn["group"] = groups[draw.integers(len(groups))]
        if kind.needs <= drawn.keys():
            yield Happening(do=kind.name, **{field: drawn[field] for field in kind.needs})  # type: ignore[arg-type]
        else:
            yield None
