"""What the play-throughs of a proof show, by criteria that leave room for the odds of other people's choices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sandbox.lab.estimate import at_least, at_most

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sandbox.lab.estimate import Band
    from sandbox.lab.proof import Played

WANTED: Final[Mapping[str, Band]] = {
    "proof": at_least(1.0),
    "dependable": at_least(0.8),
    "lesion": at_most(0.2),
    "cause": at_least(0.8),
    "idle": at_most(0.05),
    "clicks": at_most(0.1),
}
"""Which share of each kind has to be won."""


class Verdict(NamedTuple):
    """What one kind of play-through shows."""

    kind: str
    won: int
    played: int
    passed: bool


class Proved(NamedTuple):
    """What all of them show."""

    level: str
    verdicts: tuple[Verdict, ...]
    first: float | None
    """seconds after which the proof won first and last, on any seed; None if it never did"""
    last: float | None
    miss: Played | None
    """the play-through of the proof that came nearest to being won of those that were not"""

    rates: tuple[tuple[str, int, int], ...] = ()
    """of each difficulty besides the usual one, how often the proof won there, and how often it was played"""

    @property
    def passed(self) -> bool:
        """Return whether all is as it should be, and there is a proof at all."""
        return all(verdict.passed for verdict in self.verdicts) and any(one.kind == "proof" for one in self.verdicts)


def judge(level: str, found: Sequence[Played]) -> Proved:
    """Judge the play-throughs of a level."""
    verdicts = []
    for kind, band in WANTED.items():
        outcomes = [one.outcome == "won" for one in found if one.trial.kind == kind]
        if outcomes:
            share = sum(outcomes) / len(outcomes)
            verdicts.append(Verdict(kind, sum(outcomes), len(outcomes), band.holds(share)))
    proofs = [one for one in found if one.trial.kind in {"proof", "dependable"}]
    times = [one.seconds for one in proofs if one.outcome == "won"]
    missed = max((one for one in proofs if one.outcome != "won"), key=lambda one: one.near, default=None)
    rates = []
    for name in dict.fromkeys(one.trial.difficulty for one in found if one.trial.kind == "difficulty"):
        outcomes = [one.outcome == "won" for one in found if one.trial.difficulty == name]
        rates.append((name, sum(outcomes), len(outcomes)))
    return Proved(level, tuple(verdicts), min(times, default=None), max(times, default=None), missed, tuple(rates))
