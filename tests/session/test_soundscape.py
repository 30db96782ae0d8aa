"""What should be heard: a pure function of the moment, in whatever level, at whatever speed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, get_args

import msgspec
import numpy as np
import pytest

from sandbox.engine.causes import Record
from sandbox.engine.frozen import replace
from sandbox.engine.options import OPTIONS
from sandbox.engine.people import NOBODY
from sandbox.scenario.library import find_level
from sandbox.scenario.load import decode_level, load_level
from sandbox.scenario.schema import Happening, Map
from sandbox.scenario.stages import StageKind
from sandbox.session.seen.cascade import APART, BLOWS, WITHIN, Cascades
from sandbox.session.seen.soundscape import DULLS, SILENCES, Soundscape, place_of, soundscape, voiceless_to
from sandbox.session.session import Session

if TYPE_CHECKING:
    from sandbox.session.frame import Frame

LEVELS = ("001", "003", "004", "005", "006", "120", "130", "night-ward", "school-yard")
PAIR = b"""{"schema_version": 2, "id": "pair", "title": "Pair", "hook": "Two.", "map": {"width": 24, "height": 16,
"walls": [{"x1": 12, "y1": 0, "x2": 12, "y2": 16}]},
"people": [{"id": "ann", "name": "Ann", "x": 4, "y": 8}, {"id": "bob", "name": "Bob", "x": 6, "y": 8, "facing": "ann"},
           {"id": "cy", "name": "Cy", "x": 20, "y": 8, "facing": "dot"}, {"id": "dot", "name": "Dot", "x": 22, "y": 8,
            "being": "doll"}],
"ties": [{"from": "ann", "to": "bob", "mutual": true, "affinity": 0.9, "importance": 0.9}]}"""
ANN, BOB, CY, DOT = range(4)


def played(level: str, ticks: int, *deeds: Happening) -> list[Frame]:
    """Play a level in which everything can be done, and something is, at once; return its moments."""
    session = Session(msgspec.structs.replace(load_level(find_level(level)), tools=None))
    for deed in deeds:
        session.do(deed)
    frames: list[Frame] = []
    for _ in range(ticks):
        session.step()
        frames.append(session.frame())
    return frames


@cache
def hurt_first(level: str) -> tuple[Frame, ...]:
    """Play a level in which the first one is hurt."""
    return tuple(played(level, 80, Happening(do="hurt", who=load_level(find_level(level)).people[0].id)))


def pair(*deeds: Happening) -> Session:
    session = Session(decode_level(PAIR, "pair.json"))
    for deed in deeds:
        session.do(deed)
    return session


@pytest.mark.parametrize("level", LEVELS)
def test_it_tells_the_same_of_a_moment_each_time_and_changes_nothing(level: str) -> None:
    frames = hurt_first(level)
    told = [soundscape(frame) for frame in frames]
    assert told == [soundscape(frame) for frame in frames]
    again = hurt_first.__wrapped__(level)
    assert told == [soundscape(frame) for frame in again]
    assert all(0 <= one.life <= 1 and 0 <= one.air <= 1 and -1 <= one.mood <= 1 for one in told)
    assert any(one.suffering for one in told)


@pytest.mark.parametrize("level", LEVELS)
def test_who_looks_looks_at_somebody_who_suffers(level: str) -> None:
    seen = 0
    for frame in hurt_first(level):
        heard, people = soundscape(frame), frame.people
        for row in heard.looking:
            assert people.felt[people.gaze[row]] < -0.2
            assert row not in heard.voiceless
            seen += 1
        assert bool(heard.looking) <= heard.suffering
    assert seen > 0


def test_a_level_sounds_like_its_stage_and_rain_like_rain() -> None:
    assert [place_of(Map(stage=stage)) for stage in get_args(StageKind)] == [*get_args(StageKind)]
    assert place_of(Map(light="rain")) == place_of(Map(stage="village", light="rain")) == "bus-stop"
    assert place_of(Map(stage="ward", light="rain")) == "ward"


def test_pain_that_nobody_sees_silences_the_birds_before_everything_bright() -> None:
    session = pair(Happening(do="hurt", who="cy"))
    session.step()
    heard = [now(session)]
    for _ in range(20):
        session.step()
        heard.append(now(session))
    assert heard[-1].suffering
    assert min(one.life for one in heard) == 0
    assert all(one.life <= one.air for one in heard)
    assert SILENCES[1] <= DULLS[0]
    assert heard[-1].looking == ()


def now(session: Session) -> Soundscape:
    return soundscape(session.frame())


def test_a_look_that_returns_gives_the_birds_back() -> None:
    session = pair(Happening(do="hurt", who="cy"))
    for _ in range(20):
        session.step()
    assert now(session).life < 0.5
    session.do(Happening(do="move", who="ann", x=18, y=8))
    session.do(Happening(do="move", who="bob", x=18, y=9))
    lives = list[float]()
    for _ in range(40):
        session.step()
        lives.append(now(session).life)
    assert max(lives) == 1
    assert {ANN, BOB} & set(now(session).looking)


def test_a_friend_who_is_there_is_heard_and_no_doll_is() -> None:
    session = pair(Happening(do="hurt", who="bob"))
    looking = set[int]()
    for _ in range(30):
        session.step()
        looking |= set(now(session).looking)
        assert now(session).life == 1
    assert {ANN} <= looking <= {ANN, BOB}


def test_who_helps_is_heard_to() -> None:
    session = pair(Happening(do="hurt", who="bob"))
    helping = set[int]()
    for _ in range(100):
        session.step()
        helping |= set(now(session).helping)
    assert ANN in helping


def test_whoever_is_a_thing_to_all_who_have_them_in_mind_has_no_voice() -> None:
    session = pair(Happening(do="hurt", who="bob"))
    for _ in range(5):
        session.step()
    frame = session.frame()
    assert now(session).voiceless == frozenset()
    ties = replace(frame.ties, personhood=np.zeros_like(frame.ties.personhood))
    frame = replace(frame, ties=ties)
    assert soundscape(frame).voiceless & {ANN, BOB}
    assert not set(soundscape(frame).looking) & soundscape(frame).voiceless


def test_who_is_a_thing_to_whoever_listens_has_no_voice_for_them_alone() -> None:
    session = pair(Happening(do="hurt", who="bob"))
    for _ in range(5):
        session.step()
    frame = session.frame()
    ties = frame.ties
    assert voiceless_to(frame, ANN) == frozenset()
    to_ann = (ties.observer == ANN) & (ties.target == BOB)
    frame = replace(frame, ties=replace(ties, personhood=np.where(to_ann, 0.0, ties.personhood)))
    assert voiceless_to(frame, ANN) == {BOB}
    assert voiceless_to(frame, CY) == frozenset()


def test_the_town_is_in_a_worse_mood_when_somebody_is_hurt() -> None:
    calm, hurt = pair(), pair(Happening(do="hurt", who="bob"))
    for session in (calm, hurt):
        for _ in range(5):
            session.step()
    assert now(hurt).mood < 0 <= now(calm).mood


def blow(tick: int, whom: int, kind: str = "blamed", detail: int = 0) -> Record:
    return Record(tick, tick, kind, detail, ANN, whom, 0.0, (), (), own=False)


def test_three_blows_at_somebody_within_two_seconds_are_a_cascade() -> None:
    taunt = next(place for place, option in enumerate(OPTIONS) if option.unkind)
    cascades = Cascades()
    assert cascades.take([blow(1, BOB)], 1) == NOBODY
    assert cascades.take([blow(5, BOB, "chose", taunt)], 5) == NOBODY
    assert cascades.take([blow(WITHIN, BOB)], WITHIN) == BOB


def test_blows_that_are_far_between_or_at_several_people_are_none() -> None:
    cascades = Cascades()
    assert [cascades.take([blow(tick, BOB)], tick) for tick in (0, WITHIN, 2 * WITHIN)] == [NOBODY] * 3
    cascades = Cascades()
    assert cascades.take([blow(0, ANN), blow(0, BOB), blow(0, CY)], 0) == NOBODY
    kind = next(place for place, option in enumerate(OPTIONS) if not option.unkind)
    assert cascades.take([blow(1, BOB, "chose", kind)] * BLOWS, 1) == NOBODY


def test_of_a_long_cascade_only_the_beginning_is_an_event_and_it_comes_again_when_it_is_played_again() -> None:
    cascades = Cascades()
    struck = [cascades.take([blow(tick, BOB)] * BLOWS, tick) for tick in range(APART + 1)]
    assert [tick for tick, whom in enumerate(struck) if whom == BOB] == [0, APART]
    assert cascades.take([blow(0, BOB)] * BLOWS, 0) == BOB
