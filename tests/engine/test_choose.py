"""Choose: one rule for deeds and inner moves, with its reasons kept. T3, T6, T13, T15."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.engine.choose import choose
from sandbox.engine.imagine import TERMS, audience, imagine, possible
from sandbox.engine.mind import Mind
from sandbox.engine.options import INDEX, OPTIONS
from sandbox.engine.params import Parameters
from sandbox.engine.people import NOBODY
from sandbox.engine.table import replaced
from sandbox.engine.vocabulary import CIRCUIT_STREAMS, EVASIONS
from tests.engine.strategies import crowds, recorded, world

if TYPE_CHECKING:
    from sandbox.engine.world import World

SAD_FRIEND = dict.fromkeys(("affinity", "affinity_anchor", "importance", "importance_anchor"), 0.8) | {
    "believed": -0.8,
    "believed_anchor": -0.8,
    "attention": 0.6,
    "clarity": 0.8,
    "seen": 1.0,
}
EVERYTHING = np.arange(len(OPTIONS))


def pair(off: tuple[str, ...] = (), tie: dict[str, float] | None = None, **people: object) -> World:
    """Somebody who has a sad friend in view, 3 m away."""
    columns = {"x": [5.0, 8.0], "shown": [0.0, -0.8], "approval": 0.0, "sympathy": 0.8} | people
    return world(columns, {(0, 1): SAD_FRIEND | (tie or {})}, off=off)


def worth(some: World) -> dict[str, float]:
    """What each option is worth to the first person."""
    doer, tie = np.array([0]), np.array([0])
    terms = imagine(Mind(some, doer, tie), EVERYTHING)
    return {option.name: float(terms[:, index, 0].sum()) for index, option in enumerate(OPTIONS)}


def all_choices(some: World) -> World:
    """Let everybody choose once."""
    start = replaced(some, tick=0, params=some.params.with_settings({"decision_ticks": 1}))
    return recorded(choose, start)


@given(crowds(off=True, walls=True))
@settings(max_examples=30)
def test_the_table_behind_every_choice_holds_the_chosen_option_and_adds_up_to_its_worth(some: World) -> None:
    after = all_choices(some)
    chosen = [record for record in after.causes.since(0) if record.kind == "chose"]
    assert len(chosen) == after.causes.count
    for record in chosen:
        table = after.causes.table(record.id)
        assert table.shape == (len(OPTIONS), len(TERMS))
        assert np.isfinite(table[record.detail]).all()
        assert table[record.detail].sum() == pytest.approx(record.value, abs=1e-6)
        assert after.people.option[record.who] == record.detail
        assert after.people.why_option[record.who] == record.id
        assert (np.isnan(table).any(axis=1) == np.isnan(table).all(axis=1)).all()


@given(crowds(off=True))
@settings(max_examples=30)
def test_what_is_switched_off_is_never_chosen_nor_even_weighed(some: World) -> None:
    after = all_choices(some)
    off = [index for index, option in enumerate(OPTIONS) if option.switch in some.off]
    for record in after.causes.since(0):
        assert record.detail not in off
        assert np.isnan(after.causes.table(record.id)[off]).all()


@given(crowds(least=2))
@settings(max_examples=20)
def test_without_much_of_a_thought_people_just_carry_on(some: World) -> None:
    after = all_choices(some.with_ties(attention=some.ties.attention * 0.04))
    minded = after.links.strongest(after.ties.attention) != NOBODY
    assert (after.people.option[minded] == INDEX["stay"]).all()
    assert (after.people.option_on[minded] == NOBODY).all()


def test_the_better_option_is_chosen_more_often_and_nearly_always_without_noise() -> None:
    some = pair()
    open_to_her = possible(Mind(some, np.array([0]), np.array([0])))[:, 0]
    best = max((value, name) for name, value in worth(some).items() if open_to_her[INDEX[name]])[1]

    def how_often(temperature: float) -> float:
        params = Parameters().with_settings({"temperature": temperature})
        runs = (choose(replaced(some, params=params, seed=seed)) for seed in range(60))
        return float(np.mean([OPTIONS[after.people.option[0]].name == best for after in runs]))

    assert how_often(0.0001) > 0.9
    assert 0.02 < how_often(1.0) < 0.5


def test_people_decide_in_turn_and_keep_at_it_in_between() -> None:
    some = pair(option=[INDEX["help"], 0], option_on=[1, NOBODY])
    waiting = replaced(some, tick=1)
    assert choose(waiting) is waiting
    alike = worth(pair())
    going_on = worth(some)
    assert going_on["help"] == pytest.approx(alike["help"] + some.params.steadiness)
    assert going_on["stay"] == alike["stay"]


def test_help_promises_relief_to_the_able_who_care_and_none_to_the_rest() -> None:
    def gain(**people: object) -> float:
        values = worth(pair(**people))
        return values["help"] - values["stay"]

    assert gain(competence=0.9) > 0
    assert gain(competence=0.9) > gain(competence=0.05)
    assert gain(competence=0.9, sympathy=0.9) > gain(competence=0.9, sympathy=0.3)
    assert gain(competence=0.9, sympathy=0.0) < 0


@pytest.mark.parametrize("evasion", EVASIONS)
def test_every_evasion_pays_the_more_the_stronger_the_sympathy(evasion: str) -> None:
    stranger = {"affinity_anchor": 0.2, "importance_anchor": 0.2, "clarity": 0.3, "blame": 0.5, "importance": 0.9}

    def gain(sympathy: float) -> float:
        values = worth(pair(tie=stranger, sympathy=sympathy, anxiety=0.0, personlike=0.5, group=[0, 1]))
        return values[evasion] - values["stay"]

    assert gain(0.0) < 0
    assert gain(0.9) > gain(0.4) > gain(0.0)


def test_a_face_a_long_friendship_and_a_vivid_sight_resist_the_stories() -> None:
    def gain(evasion: str, *, tie: dict[str, float], **people: object) -> float:
        values = worth(pair(tie=tie, **({"anxiety": 0.0} | people)))
        return values[evasion] - values["stay"]

    vague, plain = {"clarity": 0.1}, {"clarity": 1.0}
    assert gain("see_thing", tie=vague, personlike=0.2) > gain("see_thing", tie=plain, personlike=0.2)
    assert gain("see_thing", tie=vague, personlike=0.2) > gain("see_thing", tie=vague, personlike=1.0)
    assert gain("deny", tie=vague) > gain("deny", tie=plain)
    some_blame = {"blame": 1.0}
    assert gain("see_enemy", tie=some_blame | {"affinity_anchor": 0.1}) > gain("see_enemy", tie=some_blame)
    assert gain("belittle", tie={"importance_anchor": 0.1}) > gain("belittle", tie={})
    assert gain("look_away", tie=vague) > gain("look_away", tie=vague, anxiety=[1.0, 0.0])


def test_admirers_make_help_worth_more_even_if_they_are_only_imagined() -> None:
    def gain(approval: float, others: dict[tuple[int, int], dict[str, float]], off: tuple[str, ...] = ()) -> float:
        people = {"x": [5.0, 8.0, 5.0], "shown": [0.0, -0.8, 0.0], "approval": approval, "sympathy": 0.3}
        values = worth(world(people, {(0, 1): SAD_FRIEND} | others, off=off))
        return values["help"] - values["stay"]

    watching = {(0, 2): {"affinity": 0.8, "attention": 0.2, "noticed": 1.0}}
    dreamt = {(0, 2): {"affinity": 0.8, "attention": 0.2, "noticed": 0.0}}
    assert gain(0.9, watching) > gain(0.9, dreamt) > gain(0.0, dreamt)
    assert gain(0.9, watching, ("approval",)) == pytest.approx(gain(0.0, watching))


@given(crowds(least=2), st.floats(0.1, 1))
@settings(max_examples=20)
def test_the_esteem_of_an_audience_is_never_painful_and_grows_with_the_wish_for_it(some: World, less: float) -> None:
    tie = some.links.strongest(some.ties.attention)
    doer = np.flatnonzero(tie != NOBODY)
    esteem = audience(Mind(some, doer, tie[doer]))
    modest = audience(Mind(some.with_people(approval=some.people.approval * less), doer, tie[doer]))
    for real, other in ((esteem.real, modest.real), (esteem.imagined, modest.imagined)):
        assert ((real >= 0) & (real <= 1)).all()
        assert other == pytest.approx(real * less)


def test_what_is_imagined_is_felt_by_the_same_circuit_as_the_present() -> None:
    some = pair()
    doer = tie = np.array([0])
    terms = imagine(Mind(some, doer, tie), EVERYTHING)
    # 0.8 sympathy · 0.8 friend · 0.6 attention · 0.8 importance · -0.8 believed
    assert terms[CIRCUIT_STREAMS.index("sympathy"), INDEX["stay"], 0] == pytest.approx(-0.8 * 0.8 * 0.6 * 0.8 * 0.8)
