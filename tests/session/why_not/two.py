"""Hal, and Bob who is hurt: moments at which Hal does nothing about it, each for another reason."""

from __future__ import annotations

from typing import Any

from sandbox.scenario.schema import Happening
from sandbox.session.session import Session
from tests.scenario.small import load

HAL, BOB, ANN = range(3)


def moment(
    *,
    hal: dict[str, Any] | None = None,
    bob: dict[str, Any] | None = None,
    tie: dict[str, Any] | None = None,
    others: tuple[dict[str, Any], ...] = (),
    ticks: int = 10,
    hurt: float = 0.7,
    **level: Any,  # noqa: ANN401 - whatever a level file may say
) -> Session:
    """Return a play-through some ticks after Bob was hurt, three metres before Hal's eyes."""
    people = [
        {"id": "hal", "name": "Hal", "x": 8, "y": 5, "facing": "bob"} | (hal or {}),
        {"id": "bob", "name": "Bob", "x": 11, "y": 5} | (bob or {}),
        *others,
    ]
    file = {
        "schema_version": 2,
        "id": "two",
        "title": "Two",
        "hook": "Two people.",
        "seed": 3,
        "map": {"width": 40, "height": 12},
        "people": people,
        "ties": [{"from": "hal", "to": "bob", "affinity": 0.7, "importance": 0.7} | (tie or {})],
    }
    session = Session(load(file | level))
    if hurt:
        session.do(Happening(do="hurt", who="bob", amount=hurt))
    session.step(ticks)
    return session
