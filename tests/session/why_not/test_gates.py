"""Each gate is shut by what it is about, and by nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox.session.why_not.acts import Act, Wonder
from sandbox.session.why_not.gates import GATES, Gate, closed, gates
from tests.session.why_not.two import ANN, BOB, HAL, moment

ANN_BESIDE = {"id": "ann", "name": "Ann", "x": 12, "y": 7}
WALL = {"x1": 9.5, "y1": 0, "x2": 9.5, "y2": 12}


def found(act: Act, whom: int = BOB, **given: Any) -> dict[str, Gate]:  # noqa: ANN401 - of `moment`
    return {gate.name: gate for gate in gates(moment(**given).world, Wonder(act, HAL, whom))}


@pytest.mark.parametrize(
    ("gate", "finding", "given"),
    [
        ("knows", "fine", {"hurt": 0}),
        ("knows", "unseen", {"bob": {"x": 38}}),
        ("knows", "misread", {"bob": {"traits": {"expressiveness": 0.0}}, "tie": {"trust": 0.0}}),
        ("person", "thing", {"tie": {"personhood": 0.2}, "hurt": 0.3, "ticks": 5}),
        ("friend", "enemy", {"tie": {"affinity": -0.8}, "hurt": 0.3, "ticks": 5}),
        ("friend", "stranger", {"tie": {"affinity": 0.0}, "hurt": 0.3, "ticks": 5}),
        ("matters", "little", {"tie": {"importance": 0.1}, "hurt": 0.3, "ticks": 5}),
        ("able", "unwell", {"hal": {"body": {"wound": 0.5}}}),
        ("others", "few", {"others": (ANN_BESIDE,)}),
    ],
)
def test_a_gate_says_what_keeps_it(gate: str, finding: str, given: dict[str, Any]) -> None:
    assert found("help", **given)[gate].finding == finding
    assert found("help", ticks=5)[gate].state == "open"


def test_the_eyes_ask_who_is_in_view_and_who_draws_them_more() -> None:
    assert found("look")["knows"].finding == "open"
    assert found("look", hal={"x": 38}, bob={"x": 5})["knows"].finding == "far"
    assert found("look", ticks=1, map={"width": 40, "height": 12, "walls": [WALL]})["knows"].finding == "wall"
    drawn = found("look", ANN, others=(ANN_BESIDE,))["others"]
    assert (drawn.finding, drawn.other) == ("drawn", BOB)


def test_nobody_is_blamed_who_has_to_do_with_no_trouble() -> None:
    assert [gate.finding for gate in found("blame", hurt=0).values()] == ["nothing"]
    onlooker = found("blame", ANN, others=(ANN_BESIDE | {"facing": "bob"},), ticks=40)
    assert onlooker["knows"].other == BOB
    assert onlooker["friend"].state == "open"


def test_gates_stand_in_order_and_the_first_that_is_shut_is_marked() -> None:
    session = moment(tie={"affinity": -0.8, "importance": 0.1}, hurt=0.3, ticks=5)
    all_gates = gates(session.world, Wonder("help", HAL, BOB))
    assert [gate.name for gate in all_gates] == [name for name in GATES if name in {gate.name for gate in all_gates}]
    marked = closed(all_gates)
    shut = [gate for gate in all_gates if gate.state == "shut"]
    assert len(shut) > 1
    assert marked == shut[0]


def test_where_nothing_is_in_the_way_no_gate_is_marked() -> None:
    assert closed((Gate("knows", "open", "open"), Gate("friend", "open", "own"))) is None
    half = Gate("friend", "half", "stranger")
    assert closed((Gate("knows", "open", "open"), half)) == half


def test_things_do_nothing() -> None:
    session = moment(others=({"id": "doll", "name": "Dot", "x": 9, "y": 6, "being": "doll"},))
    assert gates(session.world, Wonder("help", ANN, BOB)) == (Gate("able", "shut", "thing"),)
