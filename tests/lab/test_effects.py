"""Tests of what single experiments measure, on a few scenes and for a short time."""

from __future__ import annotations

import numpy as np
import pytest

from sandbox.lab.effects import shown_distress, stability
from sandbox.lab.experiment import Cell
from sandbox.lab.run import Run


def test_a_village_is_measured_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"HOUR": 12.0, "EVERY": 2.0, "LATE": 5.0}.items():
        monkeypatch.setattr(stability, name, value)
    staged = Cell("peace", stability.village, 12.0).staged("stability", seed=1, tiles=2)
    measured = stability.measure({"peace": Run(staged, seed=1)})
    assert {name: values.shape for name, values in measured.items()} == dict.fromkeys(measured, (2,))
    assert measured["spread"] == pytest.approx([0.35, 0.35], abs=0.05)
    assert (measured["friends"] + measured["enemies"] < 1).all()
    assert measured["spread"][0] != measured["spread"][1]


def test_what_is_pinned_at_a_bound_it_did_not_begin_at_is_stuck(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"HOUR": 6.0, "EVERY": 1.0, "LATE": 2.0, "LOOSE": {"ties": ("affinity",), "people": ()}}.items():
        monkeypatch.setattr(stability, name, value)
    staged = Cell("peace", stability.village, 6.0).staged("stability", seed=1, tiles=2)
    run = Run(staged, seed=1)

    class Pinned:
        """The same run, but one tie of the second village goes to its upper bound after the first moment."""

        tiles = 2
        moment = None

        def moments(self) -> object:
            for world in run.moments():
                affinity = world.ties.affinity.copy()
                affinity[0] = -1.0
                affinity[-1] = 1.0 if world.tick > 1 else 0.5
                self.moment = world.with_ties(affinity=affinity)
                yield self.moment

        def last(self) -> object:
            return self.moment

    assert stability.measure({"peace": Pinned()})["stuck"].tolist() == [0.0, 1.0]


@pytest.mark.parametrize(
    ("column", "judged", "lines"),
    [
        ("spread", stability.varied, [(0.15, True), (0.14, False)]),
        ("mood", stability.steady, [(0.3, True), (0.31, False)]),
        ("stuck", stability.free, [(0.0, True), (1.0, False)]),
    ],
)
def test_each_verdict_on_a_village_draws_its_line(column: str, judged: object, lines: list[tuple[float, bool]]) -> None:
    values = np.array([value for value, _ in lines])
    assert judged({column: values}).tolist() == [answer for _, answer in lines]


def test_a_village_of_friends_only_or_enemies_only_is_not_mixed() -> None:
    measured = {"friends": np.array([0.95, 0.0, 0.6]), "enemies": np.array([0.0, 0.96, 0.1])}
    assert stability.mixed(measured).tolist() == [False, False, True]


def test_only_deeds_for_bob_count_as_help() -> None:
    cells = {cell.name: cell for cell in shown_distress.cells()}
    shown = cells["shown-friend"].staged("shown-distress", seed=1, tiles=20)
    ends = [person for person in shown.level.people if person.id.startswith("bob")]
    assert {person.traits.expressiveness for person in ends} == {0.9}
    assert len({tie.affinity for tie in shown.level.ties}) > 10
    helped = shown_distress.helped(Run(shown, seed=1))
    assert helped.mean() > 0.5
    calm = Run(shown._replace(level=shown_distress_without_pain(shown.level)), seed=1)
    assert not shown_distress.helped(calm).any()


def shown_distress_without_pain(level: object) -> object:
    from msgspec.structs import replace

    from sandbox.scenario.schema import Body

    return replace(level, people=tuple(replace(person, body=Body()) for person in level.people))
