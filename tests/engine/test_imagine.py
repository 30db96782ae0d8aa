"""Imagine: what each option would feel like, and before whom. T6, T13, T15, T17, T21, T28, T32."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings

from sandbox.engine.imagine import TERMS, imagine
from sandbox.engine.mind import Mind
from sandbox.engine.options import INDEX, OPTIONS
from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import STREAMS
from tests.engine.imagining import FRIEND, ME, SAD, THEM, THIRD, Tie, before, can, scene, terms, worth
from tests.engine.strategies import crowds

if TYPE_CHECKING:
    from sandbox.engine.world import World


def test_a_friend_who_watches_counts_for_real_and_one_who_does_not_only_in_imagination() -> None:
    alone, watched, absent = (
        before(scene(more={(ME, THIRD): FRIEND | {"noticed": noticed}} if friend else {}))
        for friend, noticed in ((False, 0.0), (True, 1.0), (True, 0.0))
    )
    assert watched.real[0] > absent.real[0] == alone.real[0] == 0
    assert absent.imagined[0] > alone.imagined[0] > 0, "beside friends there is the voice inside"
    silent = before(scene(more={(ME, THIRD): FRIEND}, off=("imagined_audience",)))
    assert silent.imagined[0] == silent.real[0] == 0
    assert before(scene(more={(ME, THIRD): FRIEND | {"noticed": 1.0}}, off=("imagined_audience",))).real[0] > 0
    assert before(scene(more={(ME, THIRD): FRIEND | {"noticed": 1.0}}, off=("approval",)))[:2] == (0, 0)


def test_an_enemy_is_no_audience() -> None:
    enemy = before(scene(more={(ME, THIRD): FRIEND | {"affinity": -0.8, "noticed": 1.0}}))
    assert enemy.real[0] == 0
    assert 0 < enemy.imagined[0] <= before(scene()).imagined[0]


def test_the_more_others_could_see_to_it_the_less_it_is_mine() -> None:
    unaware = {(ME, THIRD): {"affinity": 0.0}}
    others = unaware | {(THIRD, THEM): {"clarity": 0.5}}
    alone, unseeing, together, helpless = (
        scene(SAD, more, parameters={"diffusion": 1.0}, wound=wound)
        for more, wound in (({}, 0.0), (unaware, 0.0), (others, 0.0), (others, [0.0, 0.0, 0.8]))
    )
    assert [before(some).others[0] for some in (alone, unseeing, together, helpless)] == [0, 0, 1, 0]
    mine, shared = terms(alone), terms(together)
    for option in ("help", "stay"):
        assert 0 < abs(shared[option]["pride"]) < abs(mine[option]["pride"])
    assert terms(helpless)["help"]["pride"] == mine["help"]["pride"]
    unshared = scene(SAD, others, parameters={"diffusion": 0.0})
    assert terms(unshared)["help"]["pride"] == mine["help"]["pride"]


def test_help_makes_proud_and_looking_on_ashamed_and_only_while_somebody_is_in_need() -> None:
    need, none = terms(scene(SAD)), terms(scene({"believed": 0.5}))
    assert need["help"]["pride"] > 0 > need["stay"]["pride"]
    assert none["help"]["pride"] == none["stay"]["pride"] == 0
    assert terms(scene(SAD, off=("imagined_audience",)))["help"]["pride"] == 0


def test_a_norm_makes_an_option_better_or_worse_before_those_who_hold_it() -> None:
    norms = np.zeros((3, len(OPTIONS)))
    norms[THIRD, INDEX["taunt"]] = -0.8
    watching = {(ME, THIRD): FRIEND | {"noticed": 1.0}}

    def approval(off: tuple[str, ...] = (), third: Tie | None = None) -> float:
        table = terms(scene(more={(ME, THIRD): third} if third else watching, off=off, norms=norms))
        return table["taunt"]["approval"] + table["taunt"]["pride"]

    plain = scene(more=watching)
    free = terms(plain)["taunt"]["approval"] + terms(plain)["taunt"]["pride"]
    assert approval() < free
    assert approval(("norms",)) == pytest.approx(free)
    despised = {"affinity": -0.8, "importance": 0.8, "noticed": 1.0}
    unminded = terms(scene(more={(ME, THIRD): despised}))["taunt"]
    assert approval(third=despised) == pytest.approx(unminded["approval"] + unminded["pride"])


def test_ones_own_norms_speak_even_where_nobody_is() -> None:
    norms = np.zeros((3, len(OPTIONS)))
    norms[ME, INDEX["help"]] = 0.8
    assert terms(scene(SAD, norms=norms))["help"]["pride"] > terms(scene(SAD))["help"]["pride"]


ORDERED = {"order": [INDEX["strike"], -1, -1], "order_on": [THEM, -1, -1], "order_by": [THIRD, -1, -1]}


def test_nobody_strikes_without_an_order_or_somebody_else_than_it_names() -> None:
    assert can(scene(**ORDERED), "strike")
    assert not can(scene(), "strike")
    assert not can(scene(**ORDERED | {"order_on": [THIRD, -1, -1]}), "strike")


def test_an_order_hangs_on_what_whoever_gave_it_is_to_me() -> None:
    def obeys(authority: Tie | None, off: tuple[str, ...] = ()) -> float:
        return worth(scene(more={(ME, THIRD): authority} if authority else {}, off=off, **ORDERED), "strike")

    admired, liked = {"affinity": 0.9, "importance": 0.9}, {"affinity": 0.3, "importance": 0.9}
    enemy = {"affinity": -0.9, "importance": 0.9}
    assert obeys(admired) > obeys(liked) > obeys(enemy) > obeys(None) - 1e-9
    assert obeys(enemy) == pytest.approx(obeys(None))
    obeyed = terms(scene(more={(ME, THIRD): admired}, **ORDERED))
    free = terms(scene(more={(ME, THIRD): admired}))
    assert obeyed["strike"]["approval"] > free["strike"]["approval"]
    assert obeyed["help"]["approval"] < free["help"]["approval"]
    assert terms(scene(more={(ME, THIRD): admired}, off=("approval",), **ORDERED))["strike"]["approval"] == 0


ERRAND = {"errand": [1, 0, 0], "errand_x": 15.0, "errand_y": 5.0, "detour_x": 10.0, "detour_y": 10.0}


@pytest.mark.parametrize(
    ("people", "there_is_one"),
    [
        (ERRAND, True),
        ({}, False),
        (ERRAND | {"errand": 0}, False),
        (ERRAND | {"errand": 2}, True),
        (ERRAND | {"detour_x": 15.0, "detour_y": 5.0}, False),
        (ERRAND | {"x": [5.0, 6.0, 9.0]}, False),
    ],
)
def test_there_is_another_way_round_only_on_an_errand_that_has_one(
    people: dict[str, object], *, there_is_one: bool
) -> None:
    """Also while one is on it, but not once they are met already."""
    assert can(scene(SAD, **people), "detour") is there_is_one


def test_a_longer_detour_costs_more_and_spares_the_sight() -> None:
    short, long = (terms(scene(SAD, **ERRAND | {"detour_y": y}))["detour"] for y in (6.0, 11.0))
    assert long["effort"] < short["effort"] <= 0
    stay = terms(scene(SAD, **ERRAND))["stay"]
    assert stay["sympathy"] < short["sympathy"] <= 0
    assert stay["pride"] < short["pride"] == 0


def test_begging_makes_it_dearer_to_do_nothing() -> None:
    plain, begged = scene(SAD | {"noticed": 0.5}), scene(SAD | {"noticed": 0.5, "asked": 1.0})
    assert sum(terms(begged)["stay"].values()) < sum(terms(plain)["stay"].values())
    assert worth(begged, "help") > worth(plain, "help")
    assert sum(terms(begged)["help"].values()) == pytest.approx(sum(terms(plain)["help"].values()))


def test_who_is_begged_of_cannot_look_away_from_somebody_her_way_leads_past() -> None:
    begged = SAD | {"noticed": 0.5, "asked": 1.0}
    past, elsewhere = ERRAND | {"errand_y": 5.0}, ERRAND | {"errand_x": 5.0, "errand_y": 15.0}
    assert terms(scene(begged, **past))["look_away"]["pride"] < terms(scene(begged, **elsewhere))["look_away"]["pride"]
    assert terms(scene(begged, **elsewhere))["look_away"]["pride"] == terms(scene(begged))["look_away"]["pride"]


def test_a_way_round_does_not_lead_past() -> None:
    begged, errand = SAD | {"noticed": 0.5, "asked": 1.0}, ERRAND | {"detour_x": 5.0, "detour_y": 15.0}
    past, round_it = (terms(scene(begged, **errand | {"errand": [one, 0, 0]})) for one in (1, 2))
    assert past["look_away"]["pride"] < round_it["look_away"]["pride"] < 0


def test_who_is_begged_of_cannot_come_near_as_if_she_were_not() -> None:
    plain, begged = (terms(scene(SAD | {"asked": asked}))["approach"]["pride"] for asked in (0.0, 1.0))
    assert begged < plain < 0


def test_an_unease_makes_a_reason_for_it_worth_having_and_a_calm_mind_needs_none() -> None:
    uneasy, calm = terms(scene(unease=0.8)), terms(scene(unease=0.0))
    assert uneasy["suspect"]["worry"] > uneasy["stay"]["worry"]
    assert calm["suspect"]["worry"] == calm["stay"]["worry"] == 0
    off = terms(scene(unease=0.8, off=("anxiety",)))
    assert off["suspect"]["worry"] == off["stay"]["worry"] == 0
    assert not can(scene(SAD), "suspect")
    assert not can(scene(off=("suspect",)), "suspect")


def test_who_is_feared_is_better_left_and_who_is_loved_is_not() -> None:
    feared, loved, plain = scene({"fear": 0.8}), scene({"love": 0.8}), scene()
    assert worth(feared, "leave") > worth(plain, "leave") > worth(loved, "leave")
    assert worth(scene({"fear": 0.8}, off=("fear",)), "leave") == worth(plain, "leave")
    assert worth(scene({"love": 0.8}, off=("love",)), "leave") == worth(plain, "leave")
    assert worth(scene(SAD | {"love": 0.8}), "look_away") < worth(scene(SAD), "look_away")


def test_there_is_something_to_tell_only_about_a_third_one_and_only_until_it_is_told() -> None:
    blamed = {(ME, THIRD): {"blame": 0.8}}
    assert can(scene(more=blamed), "tell")
    assert can(scene(more={(ME, THIRD): {"credit": 0.8}}), "tell")
    assert not can(scene(), "tell")
    assert not can(scene({"blame": 0.8}), "tell"), "they are not told about themself"
    assert not can(scene({"told": 1.0}, blamed), "tell")
    assert not can(scene(more=blamed, off=("gossip",)), "tell")


@pytest.mark.parametrize(
    ("option", "able", "unable"),
    [
        ("dose", {"doses": 1.0}, {"doses": 0.0}),
        ("slip", {"drops": 1.0}, {"drops": 0.0}),
        ("plead", {"felt": -0.5, "wound": 0.5}, {"felt": 0.0, "wound": 0.5}),
        ("hide", {"felt": -0.5}, {"felt": 0.0}),
    ],
)
def test_what_needs_something_is_open_only_to_those_who_have_it(
    option: str, able: dict[str, float], unable: dict[str, float]
) -> None:
    assert can(scene(SAD, **able), option)
    assert not can(scene(SAD, **unable), option)


def test_play_is_for_the_merry_among_friends() -> None:
    assert can(scene(), "play")
    for tie, people in ((SAD, {}), ({"affinity": -0.2}, {}), ({}, {"felt": -0.6}), ({"clarity": 0.0}, {})):
        assert not can(scene(tie, **people), "play")
    assert terms(scene(playfulness=0.9))["play"]["play"] > terms(scene(playfulness=0.2))["play"]["play"] > 0
    assert terms(scene(playfulness=0.9, off=("play",)))["play"]["play"] == 0


def test_company_is_offered_to_whom_one_takes_to_like_it_and_peace_to_whom_one_takes_not_to() -> None:
    sociable, loner = scene({"guess": 0.8}), scene({"guess": -0.8})
    assert (can(sociable, "invite"), can(sociable, "give_space")) == (True, False)
    assert (can(loner, "invite"), can(loner, "give_space")) == (False, True)
    assert terms(sociable)["invite"]["sympathy"] >= terms(sociable)["stay"]["sympathy"]


def test_medicine_and_happy_drops_promise_relief_and_drops_offend() -> None:
    some = scene(SAD, doses=1.0, drops=1.0)
    table = terms(some)
    for option in ("dose", "slip"):
        assert table[option]["sympathy"] > table["stay"]["sympathy"]
    assert table["slip"]["pride"] < 0 < table["dose"]["pride"]


def test_a_false_face_hopes_to_be_comforted_and_is_a_lie() -> None:
    table = terms(scene())
    assert table["feign"]["body"] > 0 > table["feign"]["pride"]
    assert table["feign"]["body"] > terms(scene({"answers": -1.0}))["feign"]["body"]


@given(crowds(least=2, off=True))
@settings(max_examples=25)
def test_switched_off_streams_bring_nothing_whatever_is_imagined(some: World) -> None:
    focus = some.links.strongest(some.ties.attention)
    doer = np.flatnonzero(focus != NOBODY)
    values = imagine(Mind(some, doer, focus[doer]), np.arange(len(OPTIONS)))
    for stream in set(STREAMS) & some.off:
        assert not values[TERMS.index(stream)].any(), stream
    if "imagined_audience" in some.off:
        assert not values[TERMS.index("pride")].any()
    if "learning" in some.off:
        assert (np.abs(values[TERMS.index("habit")]) <= some.params.steadiness).all()
