"""A choice names as its reasons what counted in it, and nothing else."""

from __future__ import annotations

import numpy as np
import pytest

from sandbox.engine.imagine import TERMS
from sandbox.engine.params import Parameters
from sandbox.engine.vocabulary import STREAMS
from sandbox.scenario.schema import Happening
from sandbox.session.session import Session
from tests.session.play import level

STAY = 0
REASONS = (
    ("sympathy", "schadenfreude", "pride", "worry"),
    ("approval", "provocation"),
    ("love", "fear", "envy"),
)
"""Streams that stand for the other's trouble, for what they think of me, and for what is between us."""
TINY = 1e-5
"""How exactly records keep weights."""


@pytest.mark.parametrize("name", ["open-square", "look-away"])  # where nobody is on an errand, a reason too
def test_the_weights_of_a_choices_reasons_are_what_pulled_of_its_streams(name: str) -> None:
    session = Session(level(name), seed=2)
    session.step(20)
    session.do(Happening(do="hurt", who="bob"))
    session.step(150)
    causes = session.world.causes
    reasoned = 0
    for record in causes.since(0):
        table = causes.table(record.id) if record.kind == "chose" else None
        if table is None or not record.weights:
            continue
        row = table[record.detail] - (0.0 if record.detail == STAY else table[STAY])
        pulls = np.abs(row) if record.detail == STAY else np.maximum(row, 0.0)
        parts = dict(zip(TERMS, pulls, strict=True))
        whole = np.abs(row)[[TERMS.index(stream) for stream in STREAMS]].sum()
        shares = [sum(parts[stream] for stream in streams) / whole for streams in REASONS]
        for weight in record.weights:
            assert weight >= Parameters().reason_share
            assert min(abs(weight - share) for share in shares) < TINY
            reasoned += 1
    assert reasoned > 20
