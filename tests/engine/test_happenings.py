"""What befalls people does what it says, and nothing else. T1, T2, T4, T12, T24, T28."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, get_args

import numpy as np
import pytest

from sandbox.engine.frozen import fields, replace
from sandbox.engine.happen import recover
from sandbox.engine.happenings import HAPPENINGS, INDEX
from sandbox.engine.happenings.happening import Event, Impossible, Tone
from sandbox.engine.options import OPTIONS
from sandbox.engine.people import NOBODY
from sandbox.engine.ties import Ties
from sandbox.engine.vocabulary import CUES, DRIVES, RULES
from tests.engine.strategies import befallen, world

if TYPE_CHECKING:
    from sandbox.engine.world import World

ANN, BOB, CY = range(3)
TRIO = {"x": [5.0, 7.0, 15.0], "y": [5.0, 5.0, 9.0], "wound": 0.3, "illness": 0.2, "sweet_tooth": 0.5}
KNOWN = {(BOB, ANN): {"clarity": 0.8, "attention": 0.4}, (BOB, CY): {"attention": 0.4}}
FIELDS = {
    "who": BOB,
    "by": ANN,
    "about": CY,
    "x": 3.0,
    "y": 4.0,
    "drive": "sympathy",
    "cue": "mask",
    "rule": 0,
    "group": 1,
}
GIVEN = {
    kind.name: Event(kind.name, on="cue" in kind.takes, **{name: FIELDS[name] for name in kind.takes & FIELDS.keys()})
    for kind in HAPPENINGS
}
"""Each kind with all that it takes."""
TOUCHED = {"hurt": {ANN, BOB}, "drops": {ANN, BOB}, "propose": {ANN, BOB, CY}}
"""Who is changed besides the one whom it befalls."""
SEEN_BY_ALL = {"cue", "badge"}
"""What changes how others take somebody."""


def after(event: Event, before: World | None = None) -> World:
    return befallen(before or world(TRIO, KNOWN), event)


def tie(some: World, observer: int, target: int, column: str) -> float:
    row = some.links.rows(np.array([observer]), np.array([target]))[0]
    assert row >= 0
    return float(getattr(some.ties, column)[row])


each_kind = pytest.mark.parametrize("kind", HAPPENINGS, ids=lambda kind: kind.name)


@each_kind
def test_each_happening_is_written_down_as_a_first_cause(kind: object) -> None:
    some = after(GIVEN[kind.name])
    record = some.causes[0]
    assert (record.kind, record.detail, record.parents) == ("happened", INDEX[kind.name], ())
    assert record.value == kind.amount
    assert some.causes.count == 1 or kind.name == "propose"


@each_kind
def test_each_happening_changes_nobody_else(kind: object) -> None:
    before, some = world(TRIO, KNOWN), after(GIVEN[kind.name])
    touched = TOUCHED.get(kind.name, {BOB})
    others = [person for person in range(3) if person not in touched]
    for column in fields(some.people):
        old, new = getattr(before.people, column.name), getattr(some.people, column.name)
        assert old[others].tolist() == new[others].tolist(), column.name
    rows = some.links.rows(before.ties.observer, before.ties.target)
    foreign = (before.ties.observer != BOB) & ((before.ties.target != BOB) | (kind.name not in SEEN_BY_ALL))
    for column in fields(Ties):
        old, new = getattr(before.ties, column.name), getattr(some.ties, column.name)[..., rows]
        assert old[..., foreign].tolist() == new[..., foreign].tolist(), column.name


@each_kind
def test_each_kind_needs_only_what_it_takes(kind: object) -> None:
    assert kind.needs <= kind.takes <= {field.name for field in fields(Event)} - {"do"}
    assert -1 <= kind.amount <= 1


def test_hurt_wounds_and_the_struck_remember_who_struck() -> None:
    luck = after(Event("hurt", who=BOB, amount=0.5))
    assert luck.people.wound.tolist() == pytest.approx([0.3, 0.8, 0.3])
    assert not luck.people.involvement.any()
    some = after(Event("hurt", who=BOB, by=ANN, amount=0.9))
    assert some.people.wound[BOB] == 1
    assert (some.people.involved[ANN], some.people.involvement[ANN]) == (BOB, 1)
    assert tie(some, BOB, ANN, "affinity") == pytest.approx(-0.9)
    assert tie(some, BOB, ANN, "affinity_anchor") == pytest.approx(-0.45)
    assert tie(some, BOB, ANN, "blame") == pytest.approx(0.9)
    assert tie(some, BOB, ANN, "fear") > 0
    assert some.people.harm.tolist() == [1, 0, 0]


def test_healing_shrinks_wounds_and_illness_but_never_below_nothing() -> None:
    some = after(Event("heal", who=BOB, amount=0.25))
    assert some.people.wound[BOB] == pytest.approx(0.05)
    assert some.people.illness[BOB] == 0


@pytest.mark.parametrize(("do", "sign"), [("praise", 1), ("insult", -1)])
def test_words_tell_what_the_speaker_thinks_and_bystanders_make_it_pride_or_shame(do: str, sign: int) -> None:
    ties = KNOWN | {(BOB, CY): {"clarity": 0.5, "attention": 0.4}}
    near = TRIO | {"x": [5.0, 7.0, 10.0]}
    some = after(Event(do, who=BOB, by=ANN, amount=0.8), world(near, ties))
    assert tie(some, BOB, ANN, "regard") == pytest.approx(0.8 * sign)
    assert tie(some, BOB, ANN, "noticed") == 1
    assert np.sign(tie(some, BOB, ANN, "affinity")) == sign
    assert tie(some, BOB, ANN, "attention") == pytest.approx(0.7)
    assert tie(some, BOB, CY, "regard") == pytest.approx(0.4 * sign)
    assert tie(some, BOB, CY, "attention") == pytest.approx(0.2)
    unheard = after(Event(do, who=BOB, by=ANN))
    assert tie(unheard, BOB, CY, "regard") == 0


def test_without_a_named_speaker_the_nearest_speaks_and_alone_nobody_can() -> None:
    some = after(Event("praise", who=BOB))
    assert tie(some, BOB, ANN, "noticed") == 1


@each_kind
def test_only_what_is_spoken_cannot_befall_somebody_alone(kind: object) -> None:
    if kind.needs & {"by", "about"}:
        assert not kind.spoken
        return
    event = replace(GIVEN[kind.name], who=0, by=NOBODY)
    with pytest.raises(Impossible, match=r"^impossible\.nobody_says") if kind.spoken else nullcontext():
        after(event, world({"x": [5.0]}))


@each_kind
def test_what_a_player_points_at_is_what_it_needs(kind: object) -> None:
    assert set(kind.people) == kind.needs & {"by", "who", "about"}
    assert kind.wants_spot == ({"x", "y"} <= kind.needs)
    assert kind.needs - {*kind.people, kind.way, "x", "y"} <= {"on", "drive", "to", "question", "option"}


def test_the_tone_of_a_happening_is_how_it_is_felt() -> None:
    tones = {tone: {kind.name for kind in HAPPENINGS if kind.tone == tone} for tone in get_args(Tone)}
    assert tones["unpleasant"] == {"hurt", "insult"}
    assert tones["pleasant"] >= {"gift", "heal", "praise", "triumph", "drops"}
    before = body_of(world(TRIO, KNOWN))
    for sign, tone in ((1, "pleasant"), (-1, "unpleasant")):
        for name in tones[tone]:
            some = after(GIVEN[name])
            assert np.sign(body_of(some) - before or tie(some, BOB, ANN, "affinity")) == sign, name


def body_of(some: World) -> float:
    """Return how well Bob's body is."""
    return float((some.people.treat - some.people.wound - some.people.illness)[BOB])


def test_a_gift_pleases_by_taste_and_warms_to_the_giver() -> None:
    some = after(Event("gift", who=BOB, by=CY, amount=0.6))
    assert some.people.treat[BOB] == pytest.approx(0.3)
    assert tie(some, BOB, CY, "affinity") > 0
    anonymous = after(Event("gift", who=BOB))
    assert not anonymous.ties.affinity.any()


def test_news_changes_only_a_belief_and_draws_the_mind() -> None:
    some = after(Event("news", who=BOB, by=ANN, about=CY, amount=-0.6))
    assert (tie(some, BOB, CY, "believed"), tie(some, BOB, CY, "believed_anchor")) == (-0.6, -0.6)
    assert tie(some, BOB, CY, "believed_source") == ANN
    assert tie(some, BOB, CY, "attention") == pytest.approx(0.7)
    assert some.people.wound.tolist() == [0.3] * 3
    stranger = after(Event("news", who=ANN, about=CY))
    assert tie(stranger, ANN, CY, "believed") == -0.8
    with pytest.raises(Impossible, match=r"^impossible\.news_of_self"):
        after(Event("news", who=BOB, about=BOB))


def test_a_move_sets_down_within_the_map_and_makes_it_home() -> None:
    people = after(Event("move", who=BOB, x=99.0, y=4.0)).people
    assert (people.x[BOB], people.y[BOB]) == (pytest.approx(19.2), 4.0)
    assert (people.home_x[BOB], people.goal_x[BOB], people.goal_y[BOB]) == (people.x[BOB], people.x[BOB], 4.0)


def test_a_triumph_raises_standing_and_pleases() -> None:
    people = after(Event("triumph", who=BOB, amount=0.8)).people
    assert people.standing.tolist() == [0, 0.8, 0]
    assert np.flatnonzero(people.treat).tolist() == [BOB]
    assert 0 < people.treat[BOB] < 0.8


def test_happy_drops_bring_bliss_and_whoever_slips_them_goes_against_a_wish() -> None:
    luck = after(Event("drops", who=BOB)).people
    assert luck.treat.tolist() == [0, 1, 0]
    assert not luck.affront.any()
    slipped = after(Event("drops", who=BOB, by=ANN)).people
    assert slipped.affront[ANN] > 0 == slipped.affront[BOB]
    assert (slipped.involved[ANN], slipped.involvement[ANN]) == (BOB, 1)


def test_an_order_is_only_words() -> None:
    people = after(Event("order", who=BOB, by=ANN, about=CY)).people
    assert (OPTIONS[people.order[BOB]].name, people.order_on[BOB], people.order_by[BOB]) == ("strike", CY, ANN)
    assert people.wound.tolist() == [0.3] * 3
    for about in (BOB, ANN):
        with pytest.raises(Impossible, match=r"^impossible\.order_to_self"):
            after(Event("order", who=BOB, by=ANN, about=about))


@pytest.mark.parametrize("cue", CUES)
def test_a_cue_moves_the_flag_in_everybodys_eyes_and_back_again(cue: str) -> None:
    ties = {(ANN, BOB): {"personhood": 0.5}, (CY, BOB): {"personhood": 0.6}, (BOB, ANN): {"personhood": 0.5}}
    look = {"cues": [[name in {"face", "voice"} for name in CUES]] * 3, "personlike": 0.8}
    some = world(TRIO | look, ties)
    there = after(Event("cue", who=BOB, cue=cue, on=True), some)
    gone = after(Event("cue", who=BOB, cue=cue, on=False), some)
    assert (there.people.cues[BOB, CUES.index(cue)], gone.people.cues[BOB, CUES.index(cue)]) == (1, 0)
    sign = 1 if cue in {"face", "voice", "name"} else -1
    for observer in (ANN, CY):
        gap = tie(there, observer, BOB, "personhood") - tie(gone, observer, BOB, "personhood")
        assert np.sign(gap) == sign
    assert tie(there, BOB, ANN, "personhood") == 0.5


def test_a_badge_makes_somebody_one_of_those_whom_one_likes_or_dislikes() -> None:
    """Cy is asked about Bob, who joins Ann's group, and then leaves it."""
    for feeling in (0.8, -0.8):
        ties = {(CY, ANN): {"affinity": feeling, "importance": 0.8}, (CY, BOB): {"affinity": 0.1}}
        some = world(TRIO | {"group": [1, 0, 2]}, ties)
        joined = after(Event("badge", who=BOB, group=1), some)
        assert joined.people.group.tolist() == [1, 1, 2]
        assert np.sign(tie(joined, CY, BOB, "affinity") - 0.1) == np.sign(feeling)
        left = after(Event("badge", who=BOB, group=0), joined)
        assert tie(left, CY, BOB, "affinity") == pytest.approx(0.1)
        unlike = after(Event("badge", who=BOB, group=1), world(TRIO | {"group": [1, 0, 2]}, ties, off=["resemblance"]))
        assert tie(unlike, CY, BOB, "affinity") == 0.1


def test_a_proposed_rule_is_endorsed_or_refused_by_everybody_and_that_is_written_down() -> None:
    loved = {
        (one, other): {"affinity": 0.9, "believed": -0.8} for one in range(3) for other in range(3) if one != other
    }
    some = after(Event("propose", who=BOB, rule=RULES.index("help_all")), world(TRIO, loved))
    kinds = {record.who: record.kind for record in some.causes.since(0) if record.id}
    assert kinds == dict.fromkeys(range(3), "endorsed")
    assert all(record.parents == (0,) for record in some.causes.since(0) if record.id)


ON_A_THING = [kind.name for kind in HAPPENINGS if kind.befalls_somebody and not kind.minded]


@pytest.mark.parametrize("do", ON_A_THING)
def test_what_befalls_a_thing_gives_it_nobody_in_mind(do: str) -> None:
    some = after(GIVEN[do], world(TRIO | {"sentience": [1, 0, 1]}, {(ANN, BOB): {}}))
    assert BOB not in some.ties.observer


@pytest.mark.parametrize("do", [kind.name for kind in HAPPENINGS if "by" in kind.takes])
def test_a_thing_does_nothing_to_anybody(do: str) -> None:
    with pytest.raises(Impossible, match=r"^impossible\.thing_does"):
        after(GIVEN[do], world(TRIO | {"sentience": [0, 1, 1]}))


@pytest.mark.parametrize("do", [kind.name for kind in HAPPENINGS if kind.minded])
def test_a_thing_cannot_be_told_anything_nor_propose_a_rule(do: str) -> None:
    with pytest.raises(Impossible, match=r"^impossible\.thing_"):
        after(GIVEN[do], world(TRIO | {"sentience": [1, 0, 1]}))


def test_no_thing_speaks_even_if_it_is_the_nearest() -> None:
    some = after(Event("praise", who=BOB), world(TRIO | {"sentience": [0, 1, 1]}))
    assert (some.ties.observer.tolist(), some.ties.target.tolist()) == ([BOB, CY], [CY, BOB])
    with pytest.raises(Impossible, match=r"^impossible\.nobody_says"):
        after(Event("praise", who=BOB), world(TRIO | {"sentience": [0, 1, 0]}))


@pytest.mark.parametrize("drive", DRIVES)
def test_every_drive_can_be_switched_off_and_on_again(drive: str) -> None:
    off = after(Event("switch", drive=drive, on=False))
    assert off.off == {drive}
    assert after(Event("switch", drive=drive, on=True), off).off == frozenset()


def test_wounds_heal_slowly_and_treats_wear_off_soon() -> None:
    some = world({"x": [5.0], "wound": 0.8, "treat": 0.8, "illness": 0.8})
    for _ in range(50):
        some = recover(some)
    assert 0 < some.people.treat[0] < some.people.wound[0] < 0.8 == some.people.illness[0]
