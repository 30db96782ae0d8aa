"""Judging each other: who gives everything is credited, who profits is blamed, and word of it goes round (T25, T32)."""

from __future__ import annotations

from functools import cache
from typing import Final

from sandbox.engine.causes import KIND
from sandbox.lab.effects import copenhagen
from sandbox.lab.run import Run
from sandbox.session.why.cards import Subject
from sandbox.session.why.chain import explain
from sandbox.ui.told.why_words import sentence
from tests.levels.scenes import SCENES

CELLS = {cell.name: cell for cell in copenhagen.cells()}


WITHOUT: Final = 4
"""Scenes that show how nobody thinks anything of anybody while a drive is off."""


@cache
def played(cell: str, *off: str) -> Run:
    """Play copies of a cell; reasons are asked for in the one that is told of."""
    staged = CELLS[cell].staged("copenhagen", seed=1, scenes=WITHOUT if off else SCENES)
    run = Run(staged, seed=1, off=off, journal=cell == "told" and not off)
    run.last()
    return run


def opinion(cell: str, observer: str, *off: str) -> float:
    """Return what somebody thinks of Alice at the end, on average over the scenes."""
    run = played(cell, *off)
    return float(copenhagen.opinion(run, run.last(), observer, "alice").mean())


def test_tears_in_vain_are_credited_and_a_relaxed_half_help_is_not() -> None:
    assert opinion("trying", "wes") > 0.05
    assert opinion("gaining", "wes") < -0.05
    assert opinion("trying", "wes", "judgement") == opinion("gaining", "wes", "judgement") == 0


def test_whoever_only_heard_of_it_blames_too() -> None:
    assert opinion("told", "tess") < -0.01
    assert opinion("told", "tess", "gossip") == 0


def test_hearsay_leads_back_to_the_verdict_of_the_teller() -> None:
    told, levels = 0, CELLS["told"].staged("copenhagen", seed=1, scenes=SCENES).scenes
    for number, world in enumerate(played("told").last().worlds()):
        level = levels[number]
        ids = [person.id for person in level.people]
        tess, alice = ids.index("tess"), ids.index("alice")
        for record in world.causes.since(0, frozenset(KIND) - {"told"}):
            if (record.who, record.whom) != (tess, alice):
                continue
            told += 1
            hearsay, *chain = explain(world, level, Subject("blame", tess, alice))
            assert (hearsay.key, hearsay.who, hearsay.whom) == ("told", tess, alice)
            assert sentence(hearsay).startswith("Wes told Tess ill of Alice.")
            assert ("blamed", alice) in [(step.key, step.whom) for step in chain]
    assert told >= SCENES / 20
