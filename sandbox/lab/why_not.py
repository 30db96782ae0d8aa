"""Why not: whether the smallest change that is named makes somebody do what they did not, on seeds not searched.

Theory: design. In each level somebody is hurt at random; a while later it is asked of somebody drawn at random why they
do not help, look at or blame another. The change that the search finds is played once more on fresh seeds, and beside
it the same moment without any change, and the very same change for two others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from msgspec.structs import replace

from sandbox.engine.happenings.happening import Impossible
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.scenario.load import load_level
from sandbox.scenario.schema import Happening
from sandbox.session.session import Session
from sandbox.session.what_if.question import Question, check_question, other_seeds
from sandbox.session.what_if.service import WhatIfs
from sandbox.session.what_if.variation import SHAM, Variation
from sandbox.session.why_not.acts import ACTS, SECONDS, Wonder, happens
from sandbox.session.why_not.gates import closed, gates
from sandbox.session.why_not.search import SEEDS, Search

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from concurrent.futures import Executor
    from pathlib import Path

    from numpy.random import Generator

FRESH: Final = 10
"""Seeds that the search has not used."""
ENOUGH: Final = 8
"""In so many of them, at least, the change has to make it happen …"""
FEW: Final = 2
"""… and in so many, at most, a sham."""
DEED: Final = 10
"""The tick of the hurt."""
LATER: Final = (10, 150)
"""Ticks after it, between which the question is asked."""
MOST: Final = 0.9
"""Share of the changes that are named of which that has to hold."""
QUESTIONS: Final = 15
"""About each level; every third is about the same act."""
DRAWS: Final = 40
"""Pairs that are drawn until one is found of whom it can be asked."""


class Asked(NamedTuple):
    """One question, and what came of it."""

    level: str
    act: str
    who: str
    whom: str
    seconds: float
    """of the moment that it was asked about"""
    gate: str
    """the one that is marked, with what was found at it"""
    outcome: str
    """of the search, from `search.Outcome`"""
    change: str = ""
    rank: str = ""
    worlds: int = 0
    """that the search played"""
    flips: int = 0
    """of FRESH worlds with the change, in how many it happens"""
    sham: int = 0
    """likewise without any"""
    beside: int = 0
    """likewise with the same change for two others, or none where that cannot be"""


def ask(path: Path, number: int) -> Asked | None:
    """Draw a question about a level by its number, and answer it; None if there is none to be asked."""
    level = load_level(path)
    draw = np.random.default_rng([number, *level.id.encode()])
    session = Session(level, seed=level.seed + number, journal=False)
    hurt = _played(session, draw)
    wonder = _drawn(session, draw, hurt, number)
    if wonder is None:
        return None
    with WhatIfs(background=False) as what_ifs:
        search = Search(session, wonder)
        while search.follow(what_ifs, SECONDS) is None:
            pass
        answer, gate = search.answer, closed(gates(session.world, wonder))
        found = Asked(
            level.id,
            wonder.act,
            level.people[wonder.who].id,
            level.people[wonder.whom].id,
            session.tick / TICKS_PER_SECOND,
            "" if gate is None else f"{gate.name}.{gate.finding}",
            "" if answer is None else answer.outcome,
            worlds=search.worlds,
        )
        if answer is None or answer.change is None:
            return found
        change = answer.change.variation
        variations = (change, SHAM, _for_others(search, change, draw))
        fresh = other_seeds(session.seed, SEEDS - 1 + FRESH)[SEEDS - 1 :]
        asked = what_ifs.ask(search.origin, search.question(variations, fresh))
        what_ifs.wait(asked)
        held = [asked.held(wonder.act, place)[0] for place in range(len(variations))]
    return found._replace(
        change=answer.change.key, rank=answer.change.rank, flips=held[0], sham=held[1], beside=held[2]
    )


def _played(session: Session, draw: Generator) -> int:
    """Let somebody be hurt, and some seconds pass; return who it is."""
    people = session.world.people
    hurt = int(draw.choice(np.flatnonzero((people.sentience > 0) & (people.present > 0))))
    session.step(DEED)
    try:
        session.do(Happening(do="hurt", who=session.level.people[hurt].id))
    except Impossible:  # The level gives no such tool: what it brings by itself is enough.
        hurt = int(session.world.people.felt.argmin())
    session.step(int(draw.integers(*LATER)))
    return hurt


def _drawn(session: Session, draw: Generator, hurt: int, number: int) -> Wonder | None:
    """Draw two people, every other time about whoever was hurt, of whom the one does not do it to the other now."""
    level, people, act = session.level, session.world.people, ACTS[number % len(ACTS)]
    minds = np.flatnonzero((people.sentience > 0) & (people.present > 0))
    for _ in range(DRAWS):
        who = int(draw.choice(minds))
        whom = hurt if draw.random() < 1 / 2 else int(draw.choice(np.flatnonzero(people.present > 0)))
        wonder = Wonder(act, who, whom)
        if who != whom and not happens(session.moment, level, wonder):
            return wonder
    return None


def _for_others(search: Search, change: Variation, draw: Generator) -> Variation:
    """Return the same change for two others; none, if it cannot be made for anybody."""
    play, wonder = search.origin.play, search.wonder
    level = play.level
    who, whom = level.people[wonder.who].id, level.people[wonder.whom].id
    others = [person.id for person in level.people if person.id not in {who, whom} and person.being == "person"]
    for _ in range(DRAWS if len(others) > 1 else 0):
        one, other = (others[place] for place in draw.permutation(len(others))[:2])
        sham = _renamed(change, {who: one, whom: other, one: who, other: whom})
        problems = check_question(Question(measures=(), seconds=0.0, variations=(sham,)), play, search.origin.earliest)
        if next(problems, None) is None:
            return sham
    return SHAM


def _renamed(change: Variation, names: dict[str, str]) -> Variation:
    """Return a change in which people are exchanged; whoever is moved goes as far as was meant for the other."""
    added = tuple(
        replace(
            deed,
            who=names.get(deed.who or "", deed.who),
            by=names.get(deed.by or "", deed.by),
            about=names.get(deed.about or "", deed.about),
        )
        for deed in change.added
    )
    people = tuple(replace(one, who=names.get(one.who, one.who)) for one in change.people)
    ties = tuple(
        replace(one, source=names.get(one.source, one.source), target=names.get(one.target, one.target))
        for one in change.ties
    )
    return replace(change, added=added, people=people, ties=ties)


class Counted(NamedTuple):
    """How often something is so that was looked at."""

    what: str
    """one of COUNTS, behind the act that it is about, or behind "all" """
    some: int
    whole: int
    passed: bool | None = None
    """None where nothing is asked for"""


def asked(
    levels: Iterable[Path], count: int, executor: Executor | None, report: Callable[[int, int], None]
) -> list[Asked]:
    """Ask so many questions about each level; without an executor in this process."""
    jobs = [(path, number) for path in levels for number in range(count)]
    each = map(ask, *zip(*jobs, strict=True)) if executor is None else executor.map(ask, *zip(*jobs, strict=True))
    found = list[Asked]()
    for done, one in enumerate(each, 1):
        found += [] if one is None else [one]
        report(done, len(jobs))
    return found


def counted(found: Sequence[Asked]) -> list[Counted]:
    """Count what came of questions, act by act and of all; what happens by itself soon is no why-not."""
    lines = list[Counted]()
    for act in (*ACTS, "all"):
        rows = [one for one in found if act in {one.act, "all"} and one.outcome != "soon"]
        changed = [one for one in rows if one.outcome == "found"]
        worlds = FRESH * len(changed)
        flips, sham, beside = (sum(getattr(one, name) for one in changed) for name in ("flips", "sham", "beside"))
        holds = sum(one.flips >= ENOUGH and one.sham <= FEW for one in changed)
        lines += [
            Counted(f"{act}.chance", sum(one.outcome == "chance" for one in rows), len(rows)),
            Counted(f"{act}.found", len(changed), len(rows)),
            Counted(f"{act}.single", sum(one.rank != "both" for one in changed), len(rows)),
            Counted(f"{act}.flips", flips, worlds, worlds > 0 and flips >= worlds * ENOUGH / FRESH),
            Counted(f"{act}.sham", sham, worlds, worlds > 0 and sham <= worlds * FEW / FRESH),
            Counted(f"{act}.beside", beside, worlds),
            Counted(f"{act}.holds", holds, len(changed), worlds > 0 and holds >= len(changed) * MOST),
        ]
    return lines
