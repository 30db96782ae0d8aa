"""Each kind of variation does what it says, and every world opens as a play-through that ends as it ended."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from sandbox.scenario.schema import Happening
from sandbox.session.files.save_file import decode_save, encode_save, saved
from sandbox.session.session import Session
from sandbox.session.what_if.origin import Origin
from sandbox.session.what_if.question import Question, other_seeds
from sandbox.session.what_if.service import QuestionError, WhatIfs
from sandbox.session.what_if.variation import SHAM, Moved, PersonChanged, Setting, TieChanged, Variation
from tests.scenario.small import load, small
from tests.session.play import played
from tests.session.what_if.asking import GIFT, answered, level, play, question

NO_SYMPATHY = Variation(off=("sympathy",))
UNTRUSTING = Variation(ties=(TieChanged(source="ann", target="bob", what="affinity", value=-0.8),))
HARD = Variation(people=(PersonChanged(who="ann", what="sympathy", value=0.0),))
DULL = Variation(settings=(Setting(name="emotion_gain", value=0.0),))
LATER = Variation(moved=(Moved(deed=1, at=2.9),))
UNHURT = Variation(without=(1,))
SPARED = Variation(spared=(0,))
HEALED = Variation(added=(Happening(do="heal", who="bob", at=2.3),))
OTHER_SEED = Variation(seed=99)
ALL = (SHAM, NO_SYMPATHY, UNTRUSTING, HARD, DULL, LATER, UNHURT, SPARED, HEALED, OTHER_SEED)


def test_a_sham_goes_the_way_of_the_play_itself_bit_for_bit() -> None:
    session = play()
    answer = answered(session, question(seconds=2))
    session.step(20)
    assert answer.digests == (session.world.digest(),)
    assert answer.column("bob").end.tolist() == [session.world.people.felt[1]]


def test_a_sham_of_an_earlier_moment_heeds_what_was_done_after_it() -> None:
    session = play(40)
    session.seek(15)
    assert answered(session, question(seconds=3)).digests == (play(45).world.digest(),)


@pytest.mark.parametrize("variation", ALL[1:])
def test_whatever_is_otherwise_leads_elsewhere(variation: Variation) -> None:
    answer = answered(play(), question(SHAM, variation, seconds=2))
    assert answer.digests[0] != answer.digests[1]


@pytest.mark.parametrize("variation", ALL)
def test_a_world_opens_as_a_play_through_that_ends_as_it_ended(variation: Variation) -> None:
    answer = answered(play(), question(variation, seconds=2))
    opened = answer.open(0)
    assert opened.tick == answer.forks[0].tick
    opened.seek(answer.end)
    assert opened.world.digest() == answer.digests[0]
    while not opened.fill(1.0):
        pass
    assert (opened.earliest_tick == 0) == answer.forks[0].replays(answer.origin.play)
    opened.seek(opened.earliest_tick)
    opened.seek(answer.end)
    assert opened.world.digest() == answer.digests[0]


@pytest.mark.parametrize("variation", ALL)
def test_at_the_very_beginning_a_world_is_another_level_that_can_be_played_again(variation: Variation) -> None:
    session = Session(level(), off=["fear"])
    answer = answered(session, question(variation if variation not in {LATER, UNHURT} else SHAM, seconds=3))
    opened = answer.open(0)
    opened.seek(30)
    again = Session(opened.level, seed=opened.seed, off=opened.off_at_first, settings=opened.settings)
    played(again, 30, [command for command in opened.commands if command.at < 3])
    assert answer.digests == (opened.world.digest(),) == (again.world.digest(),)


def test_a_deed_that_is_left_out_makes_a_world_leave_before_it() -> None:
    answer = answered(play(30), question(UNHURT, LATER, SHAM))
    assert [fork.tick for fork in answer.forks] == [22, 22, 30]
    without = played(Session(level()), 40, [msgspec.structs.replace(GIFT, at=1.0)])
    assert answer.digests[0] == without.world.digest()
    assert answer.column("bob").end[0] > answer.column("bob").end[2]


def test_a_deed_can_be_moved_before_and_after_where_it_was() -> None:
    earlier = Variation(moved=(Moved(deed=1, at=0.4),))
    answer = answered(play(30), question(LATER, earlier))
    assert [fork.tick for fork in answer.forks] == [22, 4]
    for digest, at in zip(answer.digests, (2.9, 0.4), strict=True):
        moved = [msgspec.structs.replace(GIFT, at=1.0), Happening(do="hurt", who="bob", at=at)]
        assert digest == played(Session(level()), 40, moved).world.digest()


def test_what_the_level_brings_can_be_spared() -> None:
    answer = answered(play(), question(Variation(spared=(0,), without=(1,)), seconds=0))
    assert answer.column("bob").end[0] > -0.1


def test_a_drive_that_is_off_can_be_recorded_as_a_command() -> None:
    opened = answered(play(), question(NO_SYMPATHY)).open(0)
    assert opened.commands[-1] == Happening(do="switch", drive="sympathy", on=False, at=2.5)
    again = answered(opened, question(Variation(on=("sympathy",)))).open(0)
    again.step()
    assert again.off == frozenset()


def test_other_people_and_ties_are_so_from_the_fork_on_and_not_before() -> None:
    answer = answered(play(), question(HARD, UNTRUSTING))
    hard, untrusting = answer.open(0).world, answer.open(1).world
    assert hard.people.sympathy.tolist() == [0.0, 0.6, 0.6]
    pair = (untrusting.ties.observer == 0) & (untrusting.ties.target == 1)
    assert untrusting.ties.affinity[pair] == untrusting.ties.affinity_anchor[pair] == -0.8


def test_another_seed_holds_from_the_fork_on() -> None:
    answer = answered(play(), question(SHAM, OTHER_SEED, seeds=(1, 2, 3)))
    assert answer.variation.tolist() == [0, 0, 0, 1]
    assert answer.seed.tolist() == [1, 2, 3, 99]
    assert len({*answer.digests}) == 4
    assert answer.open(3).seed == 99


def test_fewer_other_seeds_are_the_first_of_more() -> None:
    assert other_seeds(7, 5)[:3] == other_seeds(7, 3)
    assert 7 not in other_seeds(7, 100)
    assert other_seeds(2**31 - 1, 1) == (0,)


def test_a_question_can_be_about_a_moment_that_is_not_the_present_one() -> None:
    session = play(60)
    earlier = answered(session, question(seconds=1))
    with WhatIfs(background=False) as what_ifs:
        asked = what_ifs.ask(Origin(session, 30), question(seconds=4))
        what_ifs.wait(asked)
    assert asked.digests == earlier.digests


def test_a_recording_can_be_asked_about_that_was_not_played_yet() -> None:
    done = play(40)
    session = Session(done.level)
    session.resume(session.moment, done.commands, latest=done.tick)
    with WhatIfs(background=False) as what_ifs:
        asked = what_ifs.ask(Origin(session, 40), question(SHAM, UNHURT, seconds=0))
        what_ifs.wait(asked)
    assert [fork.tick for fork in asked.forks] == [40, 22]
    assert asked.digests[0] == done.world.digest()


@pytest.mark.parametrize("variation", [UNHURT, HARD])
def test_a_world_that_was_opened_can_be_saved_and_opened_again(variation: Variation) -> None:
    answer = answered(play(), question(variation))
    opened = answer.open(0)
    opened.seek(answer.end)
    again = decode_save(encode_save(saved(opened)), "world.play").session
    assert again.world.digest() == answer.digests[0]
    while not again.fill(1.0):
        pass
    assert again.earliest_tick == (0 if variation is UNHURT else answer.end)


def test_variations_come_from_files_and_can_be_compared() -> None:
    everything = tuple(msgspec.json.decode(msgspec.json.encode(each), type=Variation) for each in ALL)
    assert everything == ALL
    assert len({*everything, *ALL}) == len(ALL)
    assert msgspec.json.encode(SHAM) == b"{}"


@pytest.mark.parametrize(
    ("variation", "sentence"),
    [
        (Variation(off=("sympaty",)), 'variations[0].off[0] = "sympaty" is no drive; did you mean "sympathy"?'),
        (Variation(without=(2,)), "variations[0].without[0] is 2, and there are 2 of those, counted from 0."),
        (Variation(added=(Happening(do="hurt", who="bobb"),)), 'variations[0].added[0].who = "bobb" is nobody'),
        (Variation(people=(PersonChanged(who="bob", what="spit", value=1),)), "variations[0].people[0].what"),
        (Variation(people=(PersonChanged(who="bob", what="spite", value=2),)), "variations[0].people[0].spite"),
        (Variation(ties=(TieChanged(source="bob", target="bob", what="love", value=1),)), "variations[0].ties[0].to"),
        (Variation(ties=(TieChanged(source="bob", target="cy", what="love", value=-1),)), "variations[0].ties[0].love"),
        (Variation(settings=(Setting(name="gravity", value=1),)), "variations[0].settings[0]"),
    ],
)
def test_what_cannot_be_is_said_before_anything_is_played(variation: Variation, sentence: str) -> None:
    with WhatIfs(background=False) as what_ifs, pytest.raises(QuestionError) as caught:
        what_ifs.ask(play(), question(variation))
    assert len(caught.value.problems) == 1
    assert caught.value.problems[0].startswith(sentence)


def test_what_lies_before_the_known_past_of_a_play_cannot_be_otherwise() -> None:
    opened = answered(play(), question(HARD)).open(0)
    with WhatIfs(background=False) as what_ifs, pytest.raises(QuestionError) as caught:
        what_ifs.ask(opened, question(Variation(without=(0,))))
    assert caught.value.problems == (
        "variations[0] changes what was before second 2.5; of this play nothing earlier is known.",
    )
    assert answered(opened, question()).digests == answered(play(), question(HARD)).digests


def test_a_crowd_that_is_not_acquainted_gets_the_tie_that_it_lacks() -> None:
    people = [{"id": f"p{row}", "name": "P", "x": 1 + row % 18, "y": 1 + 8 * (row // 25)} for row in range(50)]
    session = Session(load(small(people=people, ties=[], happenings=[])))
    session.step(5)
    tie = Variation(ties=(TieChanged(source="p0", target="p49", what="love", value=0.5),))
    world = answered(session, Question(measures=(), seconds=0.5, variations=(tie,))).open(0).world
    row = np.flatnonzero((world.ties.observer == 0) & (world.ties.target == 49))
    assert world.ties.love[row].tolist() == [0.5]
