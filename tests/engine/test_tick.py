"""A tick: which step may change what, and what may be switched off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.engine.act import act
from sandbox.engine.amends import amends
from sandbox.engine.attend import attend
from sandbox.engine.choose import choose
from sandbox.engine.fade import fade
from sandbox.engine.feel import feel
from sandbox.engine.frozen import fields
from sandbox.engine.gossip import gossip
from sandbox.engine.happen import recover
from sandbox.engine.judge import forgive, judge
from sandbox.engine.learn import learn
from sandbox.engine.meet import meet
from sandbox.engine.move import move
from sandbox.engine.norms import uphold
from sandbox.engine.perceive import perceive
from sandbox.engine.ranges import outside
from sandbox.engine.table import replaced
from sandbox.engine.tick import STEPS, tick
from sandbox.engine.vocabulary import DRIVES, STREAMS
from tests.engine.strategies import crowds

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sandbox.engine.world import World

GATES: Final = {"affinity", "personhood", "importance"}
ANCHORS: Final = {"affinity_anchor", "personhood_anchor", "importance_anchor"}
VERDICTS: Final = {"affinity", "blame", "credit"}
TOUCH: Final = {"involved", "involvement", "harm", "affront", "contact", "shown_for", "relieved", "gained"}

PEOPLE: Final[Mapping[Callable[[World], World], set[str]]] = {
    recover: {"wound", "treat"},
    attend: {"gaze", "avoiding", "look_x", "look_y"},
    feel: {"reward", "loneliness", "unease", "emotion", "felt", "shown", "mood"},
    choose: {"option", "option_on", "option_tick"},
    learn: {"habit", "usual"},
    judge: {*TOUCH, "esteem"},
    fade: {"esteem", "standing", "tired"},
    act: {
        *TOUCH,
        *("wound", "illness", "treat", "pretence", "playing", "effort", "doses", "drops"),
        *("goal_x", "goal_y", "speed", "errand"),
    },
    move: {
        *("x", "y", "facing_x", "facing_y", "goal_x", "goal_y", "home_x", "home_y", "speed"),
        *("errand", "errand_x", "errand_y", "detour_x", "detour_y"),
        *("errand_to", "errand_weight", "errand_by", "errand_out", "present"),
        *("option", "option_on", "effort", "playing", "gaze", "avoiding"),
    },
}
"""The columns of people that each step may change."""

TIES: Final[Mapping[Callable[[World], World], set[str]]] = {
    perceive: {
        *("stakes", "personhood"),
        *("clarity", "seen", "nearness", "believed", "believed_anchor", "believed_tick", "believed_source"),
        *("noticed", "regard", "reproach"),
    },
    attend: {"attention", "averted", "boredom"},
    feel: {"streams"},
    learn: {*GATES, *ANCHORS, "hope", "avoidance", "answers"},
    forgive: {"blame", "credit", "witnessed", "proven"},
    judge: {*VERDICTS, "witnessed", "proven"},
    uphold: VERDICTS,
    fade: {
        "asked",
        "told",
        "fear",
        "trust",
        "guess",
        "importance_anchor",
        "claim",
        "hearsay",
        "reproach",
        "sorry",
        "thanked",
    },
    act: {*GATES, "averted", "believed", "asked", "fear", "noticed", "regard"},
    gossip: {*VERDICTS, "told", "claim", "claim_by", "hearsay", "regard", "reproach"},
    amends: {"blame", "affinity", "proven", "sorry", "reproach", "regard", "noticed", "thanked"},
}
"""The columns of ties that each step may change; meet and gossip may add rows."""


def changed(before: object, after: object) -> set[str]:
    """Name the columns that are not the same to the last bit."""
    names = [column.name for column in fields(before)]
    return {name for name in names if getattr(before, name).tobytes() != getattr(after, name).tobytes()}


@given(some=crowds(least=2, off=True, walls=True), whole_second=st.booleans())
@settings(max_examples=25)
def test_no_step_changes_what_is_not_its_own(some: World, *, whole_second: bool) -> None:
    some = replaced(some, tick=0 if whole_second else some.tick)
    for step in STEPS:
        after = step(some)
        assert changed(some.people, after.people) <= PEOPLE.get(step, set()), step.__name__
        if len(after.ties) == len(some.ties):
            assert changed(some.ties, after.ties) <= TIES.get(step, set()), step.__name__
        else:
            assert step in {meet, gossip}
        assert after.causes is some.causes
        some = after


@pytest.mark.parametrize("drive", DRIVES)
@given(crowds(least=2))
@settings(max_examples=5)
def test_any_drive_can_be_taken_out(drive: str, some: World) -> None:
    some = replaced(some, off=frozenset({drive}))
    for _ in range(3):
        some = tick(some)
    assert outside(some) == []
    if drive in STREAMS:
        assert not some.people.reward[:, STREAMS.index(drive)].any()


@given(crowds(least=2))
@settings(max_examples=15)
def test_without_any_drive_only_the_body_speaks(some: World) -> None:
    some = replaced(some, off=frozenset(DRIVES))
    for _ in range(3):
        some = tick(some)
    others = [row for row, stream in enumerate(STREAMS) if stream != "body"]
    assert not some.people.reward[:, others].any()
    assert np.isfinite(some.people.reward).all()
