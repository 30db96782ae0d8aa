"""Tests of what single experiments measure, on a few scenes and for a short time."""

from __future__ import annotations

import numpy as np
import pytest

from sandbox.lab.effects import avoiding_the_ask, being_seen, bystanders, just_world_again, placebos, stability
from sandbox.lab.experiment import Cell
from sandbox.lab.run import Run


def test_a_village_is_measured_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"HOUR": 12.0, "EVERY": 2.0, "LATE": 5.0}.items():
        monkeypatch.setattr(stability, name, value)
    staged = Cell("peace", stability.village, 12.0).staged("stability", seed=1, scenes=2)
    measured = stability.measure({"peace": Run(staged, seed=1)})
    assert {name: values.shape for name, values in measured.items()} == dict.fromkeys(measured, (2,))
    assert measured["spread"] == pytest.approx([0.35, 0.35], abs=0.05)
    assert (measured["friends"] + measured["enemies"] < 1).all()
    assert measured["spread"][0] != measured["spread"][1]


def test_what_is_pinned_at_a_bound_it_did_not_begin_at_is_stuck(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"HOUR": 6.0, "EVERY": 1.0, "LATE": 2.0, "LOOSE": {"ties": ("affinity",), "people": ()}}.items():
        monkeypatch.setattr(stability, name, value)
    staged = Cell("peace", stability.village, 6.0).staged("stability", seed=1, scenes=2)
    run = Run(staged, seed=1)

    class Pinned:
        """The same run, but one tie of the second village goes to its upper bound after the first moment."""

        scenes = 2
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


def staged(module: object, name: str, seconds: float, scenes: int) -> Run:
    """Set one cell of an experiment up for so many seconds."""
    cell = next(cell for cell in module.cells() if cell.name == name)
    return Run(cell.staged("brief", seed=1, scenes=scenes)._replace(seconds=seconds), seed=1)


def test_onlookers_see_the_sufferer_and_never_each_other_and_nobody_reaches_him() -> None:
    run, names = staged(bystanders, "five", 12.0, 3), bystanders.ONLOOKERS
    looked = np.zeros((len(names), run.scenes), np.bool_)
    for world in run.moments(after=1.0):
        wounds = world.people.wound[run.rows("vic")]
        looked |= [world.ties.seen[run.ties(world, one, "vic")] > 0 for one in names]
        for one in names:
            others = [run.ties(world, one, other) for other in names if other != one]
            assert not world.ties.seen[np.concatenate(others)].any()
    assert looked.all()
    assert (wounds > 0.4).all()


def test_bystanders_are_measured_by_the_one_and_by_anybody() -> None:
    runs = {name: staged(bystanders, name, 6.0, 12) for name in ("one", "five")}
    measured = bystanders.measure(runs)
    assert measured["one"].tolist() == measured["one-anybody"].tolist()
    assert (measured["five"] <= measured["five-anybody"]).all()
    assert ((measured["one-wait"] < bystanders.WATCHED) == (measured["one"] > 0)).all()
    assert 0 < measured["one"].mean() <= 1


def test_ned_asks_only_where_he_takes_people_to_be_kind_and_who_helps_has_not_gone_round() -> None:
    runs = {name: staged(avoiding_the_ask, name, 12.0, 25) for name in ("asking-cheap", "silent-cheap")}
    measured = avoiding_the_ask.measure(runs)
    assert measured["asking-cheap-asked"].mean() > 0.9
    assert measured["silent-cheap-asked"].mean() < 0.1
    for name in runs:
        gone = measured[name] > 0
        assert np.isnan(measured[f"{name}-gives"][gone]).all()
        assert not np.isnan(measured[f"{name}-gives"][~gone]).any()


@pytest.mark.parametrize(("cell", "sees"), [("alone", False), ("witness", True), ("eyes", False)])
def test_wes_sees_ann_only_as_a_witness_and_never_bob(cell: str, *, sees: bool) -> None:
    run = staged(being_seen, cell, 3.0, 5)
    world = run.last()
    assert world.ties.seen[run.ties(world, "wes", "ann")].astype(bool).tolist() == [sees] * 5
    assert not world.ties.clarity[run.ties(world, "wes", "bob")].any()


def test_moods_are_those_of_who_helped_and_of_everybody_to_whom_nothing_happened(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in {"SIGHT": 3.0, "WATCHED": 5.0}.items():
        monkeypatch.setattr(being_seen, name, value)
    runs = {name: staged(being_seen, name, 5.0, 12) for name in being_seen.FELT}
    measured = being_seen.measure(runs)
    assert np.isnan(measured["friend-after"]).tolist() == (measured["friend"] == 0).tolist()
    assert not np.isnan(measured["calm-after"]).any()


def test_placebos_have_cells_of_their_own_and_criteria_about_them() -> None:
    names = {cell.name for cell in placebos.cells()}
    assert {name for placebo in placebos.PLACEBOS for name in placebo().criterion.estimator.about} <= names
    assert placebos.measure({"near": staged(placebos, "near", 5.0, 8)})["near"].mean() > 0


def test_what_one_comes_to_like_in_a_sufferer_is_not_set_off_against_what_is_taken_off_them() -> None:
    cell = next(cell for cell in just_world_again.JUST_WORLD_AGAIN.cells() if cell.name == "fenced")
    run = Run(cell.staged("just-world-again", seed=1, scenes=2)._replace(seconds=0.1), seed=1)

    class Later:
        """The same run, but in the end Bob matters less to the first Dee, and more to the second."""

        scenes, ties = run.scenes, run.ties

        def moments(self) -> object:
            return run.moments()

        def last(self) -> object:
            world = run.last()
            importance = world.ties.importance.copy()
            importance[run.ties(world, "dee", "bob")] += (-0.25, 0.25)
            return world.with_ties(importance=importance)

    assert just_world_again.measure({"fenced": Later()})["fenced"] == pytest.approx([-0.25 * 1.2 / 2, 0.0])
