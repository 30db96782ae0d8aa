"""Scene: a level with a restless player, looked at every second, and asked about all that is to be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from msgspec.structs import replace

from sandbox.engine.happenings.happening import Impossible
from sandbox.engine.options import OPTIONS
from sandbox.engine.params import TICKS_PER_SECOND
from sandbox.engine.people import NOBODY
from sandbox.lab.ordinary import draws
from sandbox.lab.whys.deeds import NAME, SECONDS, deeds, free
from sandbox.lab.whys.facts import GRUDGES, facts
from sandbox.session.schedule import tick_of
from sandbox.session.seen.arrows import verdicts
from sandbox.session.session import Session
from sandbox.session.why.asking import subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.scenario.schema import Happening
    from sandbox.session.frame import Frame
    from sandbox.session.why.cards import Card, Subject

ANSWERS: Final = {
    "blame": frozenset({"blamed", "despised", "told", "blames"}),
    "credit": frozenset({"credited", "admired", "told", "praises"}),
    "pebbles": frozenset({"blamed", "despised", "told", "blames"}),
    "stars": frozenset({"credited", "admired", "told", "praises"}),
}
"""What the first card has to say where a verdict is asked about."""


class Asked(NamedTuple):
    """A question, and what came of it."""

    tick: int
    subject: Subject
    cards: tuple[Card, ...]

    @property
    def by_itself(self) -> bool:
        """Whether a verdict is answered by that very verdict, or a heap by one on whom it lies with."""
        first, subject = self.cards[0], self.subject
        ends = (first.who, first.whom) == (subject.who, subject.whom)
        return first.key in ANSWERS[subject.kind] and (ends or (subject.whom == NOBODY and first.whom == subject.who))

    @property
    def by_a_whim(self) -> bool:
        """Whether a look away is answered by saying that nothing pulled."""
        return bool(self.cards[0].options) and not self.cards[0].gain


def played(name: str, seed: int, off: frozenset[str]) -> Iterator[Session]:
    """Play a scene; stop whenever a second is over."""
    session, waiting = Session(free(name), seed=seed, off=off), [*reversed(deeds(name, seed))]
    while session.tick < SECONDS * TICKS_PER_SECOND:
        while waiting and tick_of(waiting[-1]) <= session.tick:
            _do(session, waiting.pop())
        session.step()
        if session.tick % TICKS_PER_SECOND == 0:
            yield session


def _do(session: Session, deed: Happening) -> None:
    """Let something be done, unless somebody whom it takes has left by then."""
    try:
        session.do(replace(deed, at=0.0))
    except Impossible:
        return


def answers(session: Session, frame: Frame) -> list[Asked]:
    """Ask about all that is to be seen of a moment, and about each grudge that its lens shows."""
    subjects = [*facts(frame), *map(subject_of, verdicts(frame, GRUDGES))]
    return [Asked(frame.tick, subject, session.why(subject)) for subject in dict.fromkeys(subjects)]


def chosen(asked: list[Asked], name: str, seed: int, count: int) -> list[Asked]:
    """Draw some different facts: first of what kind, then which of all those seen at any moment."""
    draw, kinds = draws(seed, NAME, name, "facts"), dict[str, list[Asked]]()
    for one in asked:
        kinds.setdefault(one.subject.kind, []).append(one)
    found: dict[tuple[str, int, int], Asked] = {}
    while kinds and len(found) < count:
        kind = sorted(kinds)[int(draw.integers(len(kinds)))]
        one = kinds[kind].pop(int(draw.integers(len(kinds[kind]))))
        found.setdefault((kind, one.subject.who, one.subject.whom), one)
        kinds = {name: left for name, left in kinds.items() if left}
    return [*found.values()]


def tallied(asked: list[Asked]) -> dict[str, float]:
    """Count questions about verdicts and looks away, and the answers that are as they should be."""
    counts = dict.fromkeys((f"{kind}{part}" for kind in ANSWERS for part in ("", "-ok")), 0.0)
    looks = {one.cards[0].cause: one for one in asked if one.subject.kind == "look" and _averts(one.cards[0])}
    for one in asked:
        if one.subject.kind in ANSWERS:
            counts[one.subject.kind] += 1
            counts[f"{one.subject.kind}-ok"] += one.by_itself
    return counts | {"looks": float(len(looks)), "whims": float(sum(one.by_a_whim for one in looks.values()))}


def _averts(card: Card) -> bool:
    """Return whether a card tells of a choice to look away, as one that is drawn has to."""
    return any(option.chosen and OPTIONS_BY_NAME[option.name].averts for option in card.options)


OPTIONS_BY_NAME: Final = {option.name: option for option in OPTIONS}
