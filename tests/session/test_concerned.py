"""Whom a picture should show: those of the story, whoever is asked for, and of the others only who is near."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from sandbox.engine.frozen import replace
from sandbox.engine.options import OPTIONS
from sandbox.engine.people import NOBODY
from sandbox.session.seen.concerned import BESIDE, CROWD, FEW, REACH, Extent, concerned
from sandbox.session.seen.recent import RECENT_SECONDS
from sandbox.session.session import Session
from tests.session.play import HURT, level, straight

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sandbox.session.frame import Frame

ANN, BOB, CY = range(3)
STRIKE = next(index for index, option in enumerate(OPTIONS) if option.name == "strike")


def moment(**columns: Iterable[object]) -> Frame:
    """Return a quiet moment of three people in a row, far apart, with other columns."""
    frame = straight(0).frame()
    usual: dict[str, Iterable[object]] = {
        "x": (0.0, 20.0, 40.0),
        "y": (5.0, 5.0, 5.0),
        "felt": (0.0, 0.0, 0.0),
        "gaze": (NOBODY,) * 3,
        "avoiding": (NOBODY,) * 3,
        "option": (0,) * 3,
        "option_on": (NOBODY,) * 3,
        "present": (1, 1, 1),
    }
    people = frame.people
    given = {name: np.asarray(value, getattr(people, name).dtype) for name, value in (usual | columns).items()}
    changed = replace(people, **given)
    return replace(frame, people=changed, before=changed, recent=())


def names(frame: Frame, asked: Iterable[int] = ()) -> set[int]:
    return set(concerned(frame, asked).tolist())


def test_whoever_suffers_is_shown_and_no_stroller() -> None:
    assert names(moment(felt=(0, -0.6, 0))) == {BOB}


def test_who_looks_at_a_sufferer_is_shown_as_long_as_they_are_near() -> None:
    near = {"x": (20.0 - REACH[0] / 2, 20.0, 20.0 + REACH[0] / 3), "felt": (0, -0.6, 0)}
    assert names(moment(**near)) == {BOB}
    assert names(moment(**near, gaze=(BOB, NOBODY, NOBODY))) == {ANN, BOB}
    assert names(moment(**near, gaze=(BOB, NOBODY, BOB))) == {ANN, BOB, CY}
    far = near | {"x": (19.0 - REACH[0], 20.0, 24.0)}
    assert names(moment(**far, gaze=(BOB, NOBODY, BOB))) == {BOB, CY}


def test_who_keeps_the_eyes_off_a_pain_is_shown_wherever_they_are_unless_many_do() -> None:
    hurt = moment(felt=(0, -0.6, 0), wound=(0, 0.5, 0), avoiding=(NOBODY, NOBODY, BOB))
    assert names(hurt) == {BOB, CY}
    row, many = hurt.people, np.array([BOB, *[CY] * (FEW + 1)])
    columns = ("x", "y", "present", "felt", "gaze", "avoiding", "option", "option_on", "wound", "illness")
    copies = {name: getattr(row, name)[many] for name in columns}
    few, all_of_them = (replace(row, **{name: value[:count] for name, value in copies.items()}) for count in (3, 14))
    for people, shown in ((few, {0, 1, 2}), (all_of_them, {0})):
        people_then = replace(people, avoiding=np.where(np.arange(len(people)) > 0, 0, NOBODY))
        assert names(replace(hurt, people=people_then, before=people_then)) == shown


def test_who_is_unkind_and_to_whom_are_shown_however_far_apart() -> None:
    frame = moment(option=(STRIKE, 0, 0), option_on=(CY, NOBODY, NOBODY))
    assert names(frame) == {ANN, CY}


def test_who_is_asked_for_is_shown_in_any_case_unless_not_on_the_map() -> None:
    assert names(moment(felt=(0, -0.6, 0)), [CY]) == {BOB, CY}
    assert names(moment(felt=(0, -0.6, 0), present=(1, 1, 0)), [CY, 7]) == {BOB}


def test_before_anything_happens_it_is_the_largest_group_and_who_is_near_it() -> None:
    two = (0.0, BESIDE - 0.1, 40.0)
    assert names(moment(x=two)) == {ANN, BOB}
    assert names(moment(x=two), [CY]) == {ANN, BOB, CY}
    assert names(moment(x=(0.0, 2.0, 2.1 + BESIDE))) == {ANN, BOB, CY}
    assert names(moment(x=(0.0, 20.0, 40.0))) == {ANN}
    assert names(moment(present=(0, 0, 0))) == set()


def test_of_a_crowd_nobody_is_left_out() -> None:
    frame = moment()
    many = np.arange(3).repeat(CROWD)
    row = frame.people
    quiet = ("present", "felt", "gaze", "avoiding", "option", "option_on", "wound", "illness")
    copies = {name: getattr(row, name)[many] for name in quiet}
    people = replace(row, **copies, x=np.linspace(0, 4000, 3 * CROWD), y=np.zeros(3 * CROWD))
    assert len(concerned(replace(frame, people=people, before=people))) == 3 * CROWD


@pytest.mark.parametrize("later", [0, RECENT_SECONDS - 1])
def test_what_was_done_to_somebody_is_part_of_it_for_a_while(later: int) -> None:
    session = Session(level("look-away"))
    session.do(HURT)
    session.step(1 + 10 * later)
    assert 0 in names(session.frame())


def test_the_extent_is_what_their_feet_take_up() -> None:
    frame = moment(x=(1, 4, 9), y=(2, 8, 3))
    assert Extent.of(frame.people, np.array([ANN, BOB])) == (1, 2, 4, 8)
