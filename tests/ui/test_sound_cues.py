"""What is heard of what happens, how loud, and the same in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pygame

from sandbox.engine.causes import Record
from sandbox.engine.frozen import replace
from sandbox.engine.happenings import INDEX
from sandbox.engine.options import OPTIONS
from sandbox.engine.people import NOBODY
from sandbox.engine.vocabulary import STREAMS
from sandbox.ui import verbs
from sandbox.ui.caption import CAPTION_SECONDS, MOST_CAPTIONS, Caption, with_caption
from sandbox.ui.hud.captions import draw_captions
from sandbox.ui.hud.sound_cues import VOICES, Ears, Heard, caption, hear, loudness
from sandbox.ui.preferences import Preferences
from sandbox.view.canvas.spots import Taken

if TYPE_CHECKING:
    from tests.ui.conftest import Pilot

ANN, BOB = 0, 1


def hurt_bob(pilot: Pilot) -> None:
    pilot.click("tool.hurt")
    pilot.click(BOB)


def test_a_hurt_is_heard_late_in_a_game_as_well_as_at_its_beginning(pilot: Pilot) -> None:
    pilot.key("space")
    pilot.frames(30)
    pilot.played.clear()
    hurt_bob(pilot)
    pilot.frames(3)
    assert pilot.played.count("hurt") == 1


def test_whoever_is_hurt_cries_out_and_a_friend_sighs(pilot: Pilot) -> None:
    pilot.key("space")
    hurt_bob(pilot)
    pilot.frames(30)
    assert {"ouch", "pang"} <= set(pilot.played)


def test_a_voice_rests_between_two_utterances(pilot: Pilot) -> None:
    pilot.key("space")
    hurt_bob(pilot)
    pilot.frames(12, seconds=0.1)
    assert pilot.played.count("pang") <= 1


def test_a_deed_that_sounds_like_a_happening_rests_all_the_same(pilot: Pilot) -> None:
    frame, names = pilot.game.frame, [option.name for option in OPTIONS]
    happened = Record(0, 1, "happened", INDEX["drops"], BOB, NOBODY, 0.0, (), (), own=False)
    slips = [
        Record(tick, 1 + tick, "chose", names.index("slip"), ANN, BOB, 0.0, (), (), own=False) for tick in range(1, 4)
    ]
    ears, played = Ears(), list[Heard]()
    for record in (happened, *slips):
        ears.begin_at(record.tick)
        ears.listen(replace(frame, recent=(record,)), pilot.game.shell, lambda heard, _: played.append(heard))
    assert [(heard.name, heard.befell) for heard in played] == [("drops", True), ("drops", False)]


def test_the_most_numerous_voices_come_first(pilot: Pilot) -> None:
    hurt_bob(pilot)
    pilot.game.step()
    frame = pilot.game.frame
    taken = np.zeros((2, len(frame.people), len(STREAMS)))
    taken[1, :2, STREAMS.index("sympathy")] = -1.0
    taken[1, 2, STREAMS.index("fear")] = -1.0
    before, now = (replace(frame.people, reward=reward) for reward in taken)
    heard = hear((), replace(frame, people=now, before=before))
    assert [one.name for one in heard] == ["pang", "gasp"]
    assert [one.voices for one in heard] == sorted((one.voices for one in heard), reverse=True)
    assert all(one.name in {word for word, _ in VOICES.values()} for one in heard)


def test_deeds_and_voices_have_loudnesses_of_their_own() -> None:
    deed, voice = Heard("hurt", (BOB,)), Heard("pang", (ANN,), voice=True)
    half = Preferences(deeds=50, voices=0)
    assert (loudness(deed, half), loudness(voice, half)) == (0.5, 0.0)
    assert loudness(deed, Preferences(loudness=50, deeds=50)) == 0.25
    assert loudness(deed, Preferences(quiet=True)) == 0.0
    assert loudness(deed, Preferences(gentle=True)) < loudness(deed, Preferences()) / 2


def test_captions_say_who_and_what_and_count_the_rest(pilot: Pilot) -> None:
    frame = pilot.game.frame
    assert caption(Heard("pang", (0, 1, 2), voice=True), frame) == "Ann, Bob and 1 more: oh…"
    assert caption(Heard("gift", (BOB,)), frame) == "Bob: a little tune"


def test_captions_come_only_when_wanted_even_without_sound(pilot: Pilot) -> None:
    pilot.key("space")
    hurt_bob(pilot)
    pilot.frames(3)
    assert pilot.game.shell.captions == ()
    pilot.game.prefer(Preferences(captions=True, quiet=True))
    pilot.played.clear()
    hurt_bob(pilot)
    pilot.frames(3)
    assert "Bob: a thud" in {one.words for one in pilot.game.shell.captions}
    assert pilot.played == []


def test_a_caption_that_stands_there_is_not_said_twice() -> None:
    captions = with_caption(with_caption((), "Bob: a thud", 0.0), "Bob: a thud", 1.0)
    assert [one.until for one in captions] == [1.0 + CAPTION_SECONDS]
    for number in range(6):
        captions = with_caption(captions, str(number), 2.0)
    assert len(captions) == MOST_CAPTIONS


def test_nothing_goes_unheard_when_several_ticks_pass_at_once(pilot: Pilot) -> None:
    hurt_bob(pilot)
    pilot.game.step(1)
    pilot.played.clear()
    pilot.game.step(30)
    assert "pang" in pilot.played


def test_captions_stand_over_a_legend_in_their_corner(pilot: Pilot) -> None:
    pilot.game.shell.captions = (Caption("Bob: ouch", 1e9),)

    def lowest(legend: pygame.Rect) -> int:
        pilot.surface.fill("magenta")
        draw_captions(pilot.surface, pilot.game.context, Taken(labels=(legend,)))
        rows = (pygame.surfarray.array3d(pilot.surface) != (255, 0, 255)).any(axis=(0, 2))
        return int(rows.nonzero()[0].max())

    ground = pilot.game.layout.map
    legend = pygame.Rect(0, 0, 300, 60)
    legend.bottomleft = ground.bottomleft
    assert lowest(legend) > legend.top
    legend.bottomright = ground.bottomright
    assert lowest(legend) < legend.top


def test_what_was_heard_is_not_heard_again_after_a_jump_forwards(pilot: Pilot) -> None:
    hurt_bob(pilot)
    pilot.game.step(20)
    pilot.game.perform(verbs.SEEK(0))
    pilot.game.perform(verbs.NOW())
    pilot.played.clear()
    pilot.game.step()
    assert "hurt" not in pilot.played
    pilot.game.perform(verbs.SEEK(0))
    pilot.game.step()
    assert "hurt" in pilot.played


def test_a_caption_wider_than_the_map_is_cut(pilot: Pilot) -> None:
    pilot.game.shell.captions = (Caption("Bob: " + "ouch " * 80, 1e9),)
    pilot.surface.fill("magenta")
    draw_captions(pilot.surface, pilot.game.context, Taken())
    columns = (pygame.surfarray.array3d(pilot.surface) != (255, 0, 255)).any(axis=(1, 2)).nonzero()[0]
    assert columns.min() >= pilot.game.layout.map.left
