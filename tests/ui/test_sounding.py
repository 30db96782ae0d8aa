"""What is heard on and on: the place, the chord of looks, and the hush after a cascade."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pygame

from sandbox.app.sound.beds import GROUNDS
from sandbox.engine.causes import Record
from sandbox.engine.frozen import replace
from sandbox.engine.happenings import INDEX
from sandbox.engine.options import OPTIONS
from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import STREAMS
from sandbox.scenario.load import decode_level
from sandbox.scenario.schema import Happening
from sandbox.session.session import Session
from sandbox.ui.hud.choir import LASTS, LINGERS, Choir, Turn
from sandbox.ui.hud.held import Held, moving_of, panned, voice_of
from sandbox.ui.hud.sound_cues import CASCADE, HUSH, ROLLS, Heard, hear
from sandbox.ui.hud.sound_cues import told as told_of
from sandbox.ui.preferences import Preferences
from tests.ui.conftest import LEVEL

if TYPE_CHECKING:
    from tests.ui.conftest import Pilot

ANN, BOB, CY = range(3)


def hurt_bob(pilot: Pilot) -> None:
    pilot.click("tool.hurt")
    pilot.click(BOB)


def at_once(pilot: Pilot, **likes: int) -> dict[str, Held]:
    pilot.game.prefer(Preferences(**likes))
    return pilot.game.sounding


def test_the_place_is_heard_from_the_first_picture_and_softer_while_time_stands(pilot: Pilot) -> None:
    stands = pilot.game.sounding
    assert stands.keys() == {"lawn.ground", "lawn.air", "lawn.life"}
    pilot.key("space")
    goes = pilot.game.sounding
    assert all(0 < stands[name].loudness < goes[name].loudness == 1 for name in goes)


def test_place_chord_and_effects_have_loudnesses_of_their_own(pilot: Pilot) -> None:
    pilot.key("space")
    hurt_bob(pilot)
    pilot.frames(10)
    everything = at_once(pilot)
    beds = {name for name in everything if name.startswith("lawn")}
    assert beds
    assert everything.keys() - beds
    assert at_once(pilot, bed=0).keys() == everything.keys() - beds
    assert at_once(pilot, chord=0).keys() == beds
    assert at_once(pilot, bed=50)["lawn.ground"].loudness == everything["lawn.ground"].loudness / 2
    assert at_once(pilot, deeds=0, voices=0) == everything
    assert at_once(pilot, quiet=1) == at_once(pilot, loudness=0) == {}


def test_who_looks_has_a_voice_where_they_stand_and_who_averts_leaves_with_a_breath(pilot: Pilot) -> None:
    pilot.key("space")
    hurt_bob(pilot)
    pilot.frames(10)
    choir, held = pilot.game.ears.choir, pilot.game.sounding
    places = {row: place for place, row in enumerate(choir.singers) if row is not None}
    assert {ANN, CY} <= places.keys()
    third = "minor" if choir.minor else "major"
    pans = {row: held[voice_of(place, third)].pan for row, place in places.items()}
    assert -0.7 <= pans[ANN] < pans[CY] <= 0.7
    frame, heard = pilot.game.frame, list[Heard]()
    people = replace(frame.people, avoiding=np.where(np.arange(3) == ANN, BOB, NOBODY))
    turned = replace(frame, tick=frame.tick + 1, people=people, before=people)
    pilot.game.shell.preferences = Preferences(captions=True)
    pilot.game.ears.listen(turned, pilot.game.shell, lambda one, _: heard.append(one))
    assert Heard("breath", (ANN,)) in heard
    assert ANN not in choir.singers
    assert CY in choir.singers
    said = [one.words for one in pilot.game.shell.captions]
    assert "Ann: a breath, and a soft voice is gone" in said


def test_who_helps_moves_in_the_chord(pilot: Pilot) -> None:
    pilot.key("space")
    hurt_bob(pilot)
    heard = set[str]()
    for _ in range(60):
        pilot.scenes.update(0.1)
        heard |= pilot.game.sounding.keys()
    assert heard & {moving_of("minor"), moving_of("major")}


def test_a_glance_aside_breaks_nothing_off() -> None:
    session, choir = Session(decode_level(LEVEL, "pilot.json")), Choir()
    session.do(Happening(do="hurt", who="bob"))
    for _ in range(10):
        session.step()
        choir.follow(session.frame())
    sang, frame = list(choir.singers), session.frame()
    assert ANN in sang
    aside = replace(frame.people, gaze=np.full(3, NOBODY))
    for later in range(1, LINGERS + 2):
        turns = choir.follow(replace(frame, tick=frame.tick + later, people=aside, before=aside))
        assert choir.singers == sang if later <= LINGERS else choir.singers == [None] * 5
    assert [turn.change for turn in turns] == ["leaves", "nobody"]


def test_what_is_held_is_the_same_at_every_speed_and_after_a_jump_back() -> None:
    session, slow, fast = Session(decode_level(LEVEL, "pilot.json")), Choir(), Choir()
    session.do(Happening(do="hurt", who="bob"))
    for _ in range(30):
        session.step()
        for _picture in range(6):
            slow.follow(session.frame())
        fast.follow(session.frame())
        assert (slow.singers, slow.minor, slow.scape) == (fast.singers, fast.minor, fast.scape)
    jumped = Choir()
    jumped.follow(session.frame())
    assert set(jumped.singers) == set(fast.singers)


def test_when_the_birds_have_been_gone_for_a_while_that_is_said_and_when_they_are_back() -> None:
    session, choir = Session(decode_level(LEVEL, "pilot.json")), Choir()
    session.step()
    frame, told = session.frame(), dict[int, list[str]]()
    lonely = replace(frame.people, felt=np.array([0.0, -0.9, 0.0]), gaze=np.full(3, NOBODY))
    unseen = replace(frame.ties, attention=np.zeros_like(frame.ties.attention))
    for later in range(60):
        dark = 2 <= later < 4 or 10 <= later < 40
        moment = replace(frame, tick=frame.tick + later)
        moment = replace(moment, people=lonely, before=lonely, ties=unseen) if dark else moment
        turns = [turn.change for turn in choir.follow(moment)]
        if turns:
            told[later] = turns
    assert told == {10 + LASTS - 1: ["silent", "dull"], 40 + LASTS - 1: ["alive", "clear"]}
    for change, words in (("silent", "The birds fall silent"), ("clear", "Everything sounds clear again")):
        assert told_of(Turn(change), frame, "lawn") == words


def test_every_place_says_when_it_falls_silent(pilot: Pilot) -> None:
    for place in GROUNDS:
        for change in ("silent", "alive", "dull", "clear", "nobody"):
            assert told_of(Turn(change), pilot.game.frame, place)
    assert told_of(Turn("joins", (ANN, CY)), pilot.game.frame, "lawn") == "Ann, Cy: a soft voice joins in"


def test_a_cascade_rolls_and_then_only_what_befalls_somebody_is_heard(pilot: Pilot) -> None:
    ears, shell, frame = pilot.game.ears, pilot.game.shell, pilot.game.frame
    blow = Record(frame.tick, 1, "blamed", 0, ANN, BOB, 0.0, (), (), own=False)
    played = list[str]()

    def listen(later: int, *records: Record) -> None:
        moment = replace(frame, tick=frame.tick + later, recent=records)
        ears.listen(moment, shell, lambda heard, _: played.append(heard.name))

    ears.begin_at(frame.tick)
    pilot.game.state.paused = False
    listen(1, blow, blow, blow)
    assert played[0] == CASCADE
    assert all(one.loudness == 0 for one in pilot.game.sounding.values())
    played.clear()
    happened = Record(frame.tick + 2, 2, "happened", INDEX["hurt"], BOB, NOBODY, 0.0, (), (), own=False)
    credit = Record(frame.tick + 2, 3, "credited", 0, ANN, BOB, 0.0, (), (), own=False)
    listen(2, happened, credit)
    assert played == ["hurt"]
    shell.clock += ROLLS + HUSH
    played.clear()
    listen(3, credit._replace(tick=frame.tick + 3))
    assert played == ["credited"]
    assert pilot.game.sounding["lawn.ground"].loudness == 1


def test_a_thing_has_no_voice(pilot: Pilot) -> None:
    hurt_bob(pilot)
    pilot.game.step()
    frame = pilot.game.frame
    taken = np.zeros((2, len(frame.people), len(STREAMS)))
    taken[1, :2, STREAMS.index("body")] = -1.0
    before, now = (replace(frame.people, reward=reward) for reward in taken)
    moment = replace(frame, people=now, before=before)
    assert [one.who for one in hear((), moment)] == [(ANN, BOB)]
    assert [one.who for one in hear((), moment, frozenset({BOB}))] == [(ANN,)]
    assert hear((), moment, frozenset({ANN, BOB})) == []
    names = [option.name for option in OPTIONS]
    pleads, helps = (
        Record(1, 1, "chose", names.index(name), BOB, ANN, 0.0, (), (), own=False) for name in ("plead", "help")
    )
    assert [one.name for one in hear((pleads, helps), frame)] == ["plead", "help"]
    assert [one.name for one in hear((pleads, helps), frame, frozenset({BOB}))] == ["help"]


def test_through_somebody_s_eyes_their_things_sing_no_longer(pilot: Pilot) -> None:
    pilot.key("space")
    hurt_bob(pilot)
    pilot.frames(10)
    game = pilot.game
    game.state.paused = True
    sang = game.sounding
    ties = game.frame.ties
    to_bob = (ties.observer == BOB) & (ties.target == ANN)
    game.frame = replace(game.frame, ties=replace(ties, personhood=np.where(to_bob, 0.0, ties.personhood)))
    assert game.sounding == sang
    game.state.selected, game.state.through = BOB, True
    place = game.ears.choir.singers.index(ANN)
    third = "minor" if game.ears.choir.minor else "major"
    assert sang.keys() - game.sounding.keys() == {voice_of(place, third)}


def test_what_somebody_does_is_heard_from_where_they_are(pilot: Pilot) -> None:
    heard = list[Heard]()
    pilot.game.play_sound = lambda one, _: heard.append(one)
    pilot.key("space")
    pilot.click("tool.hurt")
    pilot.click(CY)
    pilot.frames(3)
    assert next(one for one in heard if one.name == "hurt").pan > 0.1
    assert panned(0, pygame.Rect(0, 0, 100, 100)) == -0.7
    assert panned(50, pygame.Rect(0, 0, 100, 100)) == 0


def test_nothing_is_held_at_the_title_and_the_same_under_the_palette(pilot: Pilot) -> None:
    held = pilot.scenes.sounding
    assert held
    pilot.key("ctrl+p")
    assert pilot.scenes.top is not pilot.game
    assert pilot.scenes.sounding == held
    pilot.key("escape")
    pilot.game.show_title()
    pilot.frames()
    assert pilot.scenes.sounding == {}
