"""Nothing depends on the sign of a zero, since processors differ on which of 0.0 and -0.0 is the greater.

Whole plays are compared with plays in which all zeros get signs at random, between the steps of each tick and wherever
the greater or smaller of two equal zeros is taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from sandbox.engine import tick as ticking
from sandbox.engine.causes import Causes
from sandbox.engine.table import columns
from sandbox.session.session import Session
from sandbox.session.why.cards import told
from tests.replays.replay import files, read
from tests.session.play import level

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sandbox.engine.world import World
    from sandbox.session.files.recording import Recording

SECONDS = 12
"""How long each play is compared."""


class OtherZeros:
    """A ufunc that takes the greater or smaller of two numbers, and any zero where that is zero."""

    def __init__(self, real: np.ufunc, chance: np.random.Generator) -> None:
        self.real, self.chance, self.changed = real, chance, 0

    def __call__(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as the ufunc
        """Take it."""
        found = self.real(*args, **kwargs)
        if np.asarray(found).dtype != np.float64:
            return found
        signed = resigned(np.asarray(found), self.chance)
        self.changed += int((np.signbit(signed) != np.signbit(found)).sum())
        return signed if np.ndim(found) else np.float64(signed)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - reduceat and the like, as they are
        return getattr(self.real, name)


def resigned(values: np.ndarray[Any, Any], chance: np.random.Generator) -> np.ndarray[Any, Any]:
    """Return an array with the signs of all its zeros at random."""
    signs = np.where(chance.random(values.shape) < 0.5, -1.0, 1.0)
    return np.where(values == 0, np.copysign(0.0, signs), values)


def with_other_zeros(before: World, world: World, chance: np.random.Generator) -> World:
    """Return a world with the signs of all zeros at random in those of its columns that are new."""
    people, ties = (
        {
            name: resigned(getattr(table, name), chance)
            for name, declared in columns(type(table)).items()
            if declared.type is np.float64 and getattr(old, name) is not getattr(table, name)
        }
        for old, table in ((before.people, world.people), (before.ties, world.ties))
    )
    return world.with_people(**people).with_ties(**ties)


def digests(replay: Recording) -> list[str]:
    """Play the first seconds of a stored replay and return a digest of every tick."""
    session = Session(replay.level, seed=replay.seed)
    found = []
    for _ in range(min(replay.ticks, SECONDS * 10)):
        for command in replay.commands:
            if round(command.at * 10) == session.tick:
                session.do(command)
        session.step()
        found.append(session.world.digest())
    return found


def test_the_digest_does_not_see_the_sign_of_a_zero() -> None:
    world = Session(level("look-away")).world
    zeros = np.zeros(len(world.people))
    assert world.with_people(felt=zeros).digest() == world.with_people(felt=-zeros).digest()
    assert world.with_people(felt=zeros).digest() != world.with_people(felt=zeros + 5e-324).digest()


@pytest.mark.parametrize("file", files(), ids=lambda file: file.stem)
def test_a_play_in_which_all_zeros_change_their_signs_and_any_of_two_is_the_greater_comes_out_the_same(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (replay, _), chance = read(file), np.random.default_rng(5)
    as_ever = digests(replay)
    kept: Callable[..., World] = ticking.kept
    monkeypatch.setattr(
        ticking, "kept", lambda step, before, after: with_other_zeros(before, kept(step, before, after), chance)
    )
    others = [OtherZeros(real, chance) for real in (np.maximum, np.minimum)]
    monkeypatch.setattr(np, "maximum", others[0])
    monkeypatch.setattr(np, "minimum", others[1])
    assert digests(replay) == as_ever
    assert all(other.changed for other in others)


@pytest.mark.parametrize("value", [-0.0, -0.004])
def test_a_card_tells_of_no_negative_zero(value: float) -> None:
    causes, number = Causes.empty().add(tick=0, kind="felt", who=0, whom=1, value=value)
    (record,) = (record for record in causes.since(0) if record.id == number)
    assert told(level("look-away"), record).slots["value"] == "+0.00"
