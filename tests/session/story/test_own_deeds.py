"""The card of the end tells what the player did, and that those are well whom the goal is about."""

from __future__ import annotations

import numpy as np
import pytest

from sandbox.engine.frozen import replace
from sandbox.scenario.schema import Happening
from sandbox.session.session import Session
from sandbox.session.story.own_deeds import deed, well
from tests.session.story.telling import ANN, BOB, level_with


def test_the_latest_deed_to_somebody_is_told_with_whoever_took_part() -> None:
    level = level_with({"time": 9})
    answer = Happening(do="answer", question="who", option=0, at=3)
    done = (Happening(do="gift", who="ann", at=1), Happening(do="praise", who="bob", by="ann", at=2), answer)
    (told,) = deed(level, done)
    assert (told.sentence, told.tick, told.people) == ("Ann praised Bob.", 20, (ANN, BOB))
    assert [*deed(level, done[-1:])] == []


@pytest.mark.parametrize(("felt", "told"), [(0.3, ["Ann and Bob feel well now."]), (-0.3, [])])
def test_who_is_to_be_well_is_told_to_be_so_only_at_the_end_and_if_they_are(felt: float, told: list[str]) -> None:
    level = level_with({"all": [{"felt": "ann", "min": -1}, {"felt": "bob", "min": -1}]})
    world = Session(level).world
    world = replace(world, people=replace(world.people, felt=np.array([0.5, felt, 0.0])))
    assert [one.sentence for one in well(world, level, world.tick)] == told
    assert [*well(world, level, world.tick + 1)] == []
    assert [*well(world, level_with({"felt": "cy", "max": 0.2}), world.tick)] == []
