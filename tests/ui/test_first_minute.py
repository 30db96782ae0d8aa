"""A newcomer who reads nothing finds out what to do, and asks why within two minutes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest

from sandbox.engine.frozen import replace
from sandbox.engine.people import NOBODY
from sandbox.scenario.folders import LEVELS
from sandbox.scenario.language import texts
from sandbox.scenario.schema import Happening
from sandbox.session.seen.arrows import Arrow, verdicts
from sandbox.session.story.shown import named_in
from sandbox.session.why.asking import Hit, asked, subject_of
from sandbox.session.why.cards import told
from sandbox.ui.hud.greeting import greeted
from sandbox.ui.hud.hints import NOTICE_AFTER, NOTICE_FOR, WHY_FOR, WHY_HINT_AFTER, hint_of
from sandbox.ui.panels.why import why
from sandbox.ui.told.why_words import sentence

if TYPE_CHECKING:
    from tests.ui.conftest import Pilot

BOB = 0
WORDS_OF_A_HINT = 8


@pytest.fixture
def away(sit_down: type[Pilot]) -> Pilot:
    """Sit down at the level in which friends look away."""
    return sit_down(level=(LEVELS / "120-look-away.json").read_bytes())


def _hurt_bob(pilot: Pilot) -> int:
    """Hurt Bob, wait until somebody looks away from him and tell who."""
    pilot.click(BOB)
    pilot.move((2, 2))
    for _ in range(150):
        pilot.game.step()
        found = np.flatnonzero(pilot.game.frame.people.avoiding == BOB)
        if len(found):
            return int(found[0])
    raise AssertionError


def test_the_first_hint_hangs_over_the_one_whom_it_names(away: Pilot) -> None:
    hint = hint_of(away.game.context)
    assert hint is not None
    assert hint.person == BOB


def test_everybody_watches_the_mouse_until_the_first_deed(away: Pilot) -> None:
    away.move(away.game.layout.map.midbottom - pygame.Vector2(0, 90))
    people = greeted(away.game.frame, away.game.viewpoint).people
    x, y = away.game.camera.to_world((away.game.mouse.x, away.game.mouse.y))
    toward = np.hypot(people.look_x - (x - people.x) / np.hypot(x - people.x, y - people.y), 0)
    assert np.all(toward < 0.1)
    away.click(BOB)
    away.game.step()
    assert greeted(away.game.frame, away.game.viewpoint) is away.game.frame


def test_even_those_far_from_the_mouse_watch_it(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=(LEVELS / "001-click-someone.json").read_bytes())
    around = pygame.Rect(0, 0, 90, 140)
    around.center = pilot.where(BOB)

    def look(spot: tuple[int, int]) -> bytes:
        pilot.move(spot)
        pilot.frames(5, 0.0)
        return pygame.image.tobytes(pilot.surface.subsurface(around), "RGB")

    left, right = (around.left - 300, around.centery), (around.right + 300, around.centery)
    assert look(left) != look(right)


def test_how_to_ask_why_is_told_for_a_while_and_no_longer(away: Pilot) -> None:
    _hurt_bob(away)
    away.frames(1, WHY_HINT_AFTER + 0.5)
    hint = hint_of(away.game.context)
    assert hint is not None
    assert hint.asks is not None
    away.frames(1, WHY_FOR + 0.5)
    hint = hint_of(away.game.context)
    assert hint is None or hint.asks is None


def test_a_hint_then_asks_about_one_who_looks_away_until_that_was_done(away: Pilot) -> None:
    who = _hurt_bob(away)
    away.frames(1, WHY_HINT_AFTER + 0.5)
    hint = hint_of(away.game.context)
    assert hint is not None
    assert away.game.frame.averted[hint.person] != NOBODY
    away.click(who, button=3)
    assert away.game.shell.learned == {"first:look-away", "why"}
    assert away.game.shell.requests == ["settings", "settings"]
    assert hint_of(away.game.context) is None
    for key in ("r", "f1"):
        away.key(key)
        assert hint_of(away.game.context) is None


def test_a_while_after_the_first_deed_the_level_says_what_to_notice_and_no_longer(away: Pilot) -> None:
    _hurt_bob(away)
    away.frames(1, NOTICE_AFTER + 0.5)
    hint = hint_of(away.game.context)
    assert hint is not None
    assert (hint.words, hint.person) == (away.game.frame.level.texts.notice, None)
    away.frames(1, NOTICE_FOR)
    assert hint_of(away.game.context) != (away.game.frame.level.texts.notice, None, None)


def test_what_to_notice_is_said_only_while_it_can_be_noticed(away: Pilot) -> None:
    _hurt_bob(away)
    notice, seen = away.game.frame.level.texts.notice, away.game.frame
    nobody = replace(seen.people, avoiding=np.full(len(seen.people), NOBODY))
    away.game.frame = replace(seen, people=nobody, before=nobody, recent=())
    away.frames(1, NOTICE_AFTER + 0.5)
    assert hint_of(away.game.context) != (notice, None, None)
    away.frames(1, NOTICE_FOR)
    away.game.frame = seen
    assert hint_of(away.game.context) == (notice, None, None)


def test_a_level_that_waits_begins_with_the_first_deed(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=(LEVELS / "001-click-someone.json").read_bytes())
    for _ in range(2):
        pilot.frames(20)
        assert pilot.game.session.tick == 0
        assert not pilot.game.session.script.standing(pilot.game.session.moment, ()).parts[0].met
        pilot.click(BOB)
        pilot.frames(20)
        assert pilot.game.session.tick > 10
        pilot.key("r")


def test_whoever_lets_time_go_on_or_stops_it_need_not_wait(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=(LEVELS / "001-click-someone.json").read_bytes())
    pilot.key("space")
    pilot.frames(10)
    assert pilot.game.session.tick > 5
    pilot.key("r", "space", "space")
    pilot.frames(10)
    assert pilot.game.session.tick < 5
    pilot.click(BOB)
    tick = pilot.game.session.tick
    pilot.frames(10)
    assert pilot.game.session.tick == tick


def test_what_was_done_before_the_window_opened_is_not_asked_for_again(away: Pilot) -> None:
    assert hint_of(away.game.context) is not None
    away.game.session.do(Happening(do="hurt", who="bob"))
    assert away.game.state.acted is None
    assert hint_of(away.game.context) is None


def test_why_leads_from_the_look_to_the_players_own_click(away: Pilot) -> None:
    who = _hurt_bob(away)
    away.game.step(5)
    away.click(who, button=3)
    cards = away.game.state.cards
    assert cards[0].key == "chose.look_away"
    assert cards[0].whom == BOB
    tips = [control.tip for control in why(away.game.context).controls if control.name.startswith("card.")]
    assert tips[0].startswith("Turn eyes and thoughts elsewhere")
    assert all("when this happened" in tip for tip in tips)
    assert sentence(cards[-1]) == "You hurt Bob."
    assert why(away.game.context).controls[-1].name == f"card.{len(cards)}"


def test_right_click_on_a_look_asks_about_the_look(away: Pilot) -> None:
    who = _hurt_bob(away)
    game = away.game
    away.frames()
    (x1, y1), (x2, y2) = (away.where(person) for person in (who, BOB))
    spots = [(x1 + (x2 - x1) * share / 40, y1 + (y2 - y1) * share / 40) for share in range(-8, 33)]
    found = [asked(Hit(mark=game.stage.mark_at(spot))) for spot in spots]
    asked_about = next(subject for subject in found if subject is not None and subject.kind == "look")
    assert (asked_about.who, asked_about.whom) == (who, BOB)
    assert game.session.why(asked_about)[0].key == "chose.look_away"


def test_right_click_on_an_arrow_of_blame_or_credit_asks_about_it(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=(LEVELS / "130-half-helper.json").read_bytes())
    game = pilot.game
    pilot.click(BOB)
    pilot.move((2, 2))
    arrows: list[Arrow] = []
    while not arrows:
        assert game.session.tick < 300
        game.step(5)
        arrows = verdicts(game.frame, game.viewpoint.question)
    kind, who, whom = arrows[0].kind, arrows[0].who, arrows[0].whom
    pilot.frames()
    coin = next(way.coin for way in game.stage._verdicts if way.bundle.arrow[1:3] == (who, whom))
    assert asked(Hit(verdict=game.stage.verdict_at(coin, 4))) == subject_of(arrows[0])
    pilot.click(coin, button=3)
    assert game.state.subject == subject_of(arrows[0])
    first = game.session.why(subject_of(arrows[0]))[0]
    assert (first.key, first.who, first.whom) == ("blamed" if kind == "blame" else "credited", who, whom)


def test_only_what_the_player_did_is_called_the_players(sit_down: type[Pilot]) -> None:
    level = json.loads((LEVELS / "110-open-square.json").read_bytes())
    others = [person["id"] for person in level["people"] if person["id"] != "bob"]
    level["happenings"] = [
        {"do": "hurt", "who": others[0], "at": 2},
        {"do": "hurt", "who": "bob", "by": others[1], "at": 2},
    ]
    game = sit_down(level=json.dumps(level).encode()).game
    game.step(20)
    game.session.do(Happening(do="hurt", who=others[2]))
    game.step(1)
    happened = [record for record in game.session.world.causes.since(20) if record.kind == "happened"]
    mine = [(game.frame.level.people[record.who].id, told(game.frame.level, record).own) for record in happened]
    assert mine == [(others[0], False), ("bob", False), (others[2], True)]


def test_a_deed_leaves_the_view_free_and_a_near_miss_still_counts(away: Pilot) -> None:
    x, y = away.where(BOB)
    away.click((x + away.game.style.px(30), y))
    assert [command.who for command in away.done] == ["bob"]
    assert away.game.state.selected is None
    assert away.game.viewpoint.hovered is None


def test_e_without_anybody_takes_the_one_in_the_hint(away: Pilot) -> None:
    away.move((2, 2))
    away.hold("e", down=True)
    assert away.game.viewpoint.eyes == BOB
    away.hold("e", down=False)
    assert away.game.state.selected is None


def test_a_hint_hangs_over_a_name_of_several_words(sit_down: type[Pilot]) -> None:
    level = json.loads((LEVELS / "120-look-away.json").read_bytes())
    level["people"][2]["name"] = "Dr. Anna Maria"
    level = sit_down(level=json.dumps(level).encode()).game.session.level
    assert named_in(level, "Hurt Dr. Anna Maria!") == 2
    assert named_in(level, "Hurt Bobby and Dr. Anna Marianne.") is None


def test_asking_for_help_brings_back_the_hints_of_earlier_sittings_and_no_others(away: Pilot) -> None:
    shell = away.game.shell
    shell.learned, shell.remembered = {"why"}, {"why"}
    away.click(BOB)
    away.game.shell.requests.clear()
    away.key("f1")
    assert away.game.shell.learned == {"first:look-away"}
    assert "settings" in away.game.shell.requests
    away.key("f1")
    away.key("f1")
    assert away.game.shell.learned == {"first:look-away"}


def test_hints_are_short() -> None:
    hints = [text for key, (text, *_) in texts().items() if key.startswith("ui.hint.")]
    assert len(hints) > 5
    assert all(len(text.split()) <= WORDS_OF_A_HINT for text in hints)
