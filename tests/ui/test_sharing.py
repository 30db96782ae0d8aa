"""What is given away: a film, a picture that carries how it was played, and a row of signs."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from sandbox.scenario.library import find_level
from sandbox.session.files.playable import read_playable
from sandbox.session.files.recording import record
from sandbox.session.files.reopen import Reopened, reopen
from sandbox.session.why.cards import Subject
from sandbox.ui import verbs
from sandbox.ui.commands.table import possible
from sandbox.ui.kit.clipboard import CLIPBOARD
from sandbox.ui.sharing import clip
from sandbox.ui.sharing.caption import caption
from tests.ui.conftest import BOB, CY
from tests.ui.test_ending import level_with

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Pilot


@pytest.fixture
def lost(sit_down: type[Pilot], tmp_path: Path) -> Pilot:
    """Return a pilot who hurt Bob and lost, and may put pictures somewhere."""
    pilot = sit_down(level=level_with())
    pilot.game.shell.pictures = tmp_path / "pictures"
    pilot.game.step(20)
    pilot.click(BOB)
    pilot.game.step(105)
    pilot.frames()
    return pilot


def share(pilot: Pilot) -> list[Path]:
    """Ask for a film, wait until it is written, and return the files."""
    pilot.key("shift+f12")
    end = time.monotonic() + 60
    while pilot.game.meanwhile.clip is not None and time.monotonic() < end:
        pilot.scenes.update(0.01)
    assert pilot.game.shell.pictures is not None
    return sorted(pilot.game.shell.pictures.iterdir())


def test_the_end_is_shared_as_a_film_of_six_seconds_and_a_picture(lost: Pilot) -> None:
    tick, digest = lost.game.session.tick, lost.game.session.world.digest()
    film, picture = share(lost)
    with Image.open(film) as moving:
        assert (moving.format, moving.width) == ("GIF", clip.FILM[0])
        assert getattr(moving, "n_frames") > 30  # noqa: B009 - Pillow names it of animations only
        moving.seek(1)
        assert moving.info["duration"] >= 100
    with Image.open(picture) as still:
        assert (still.format, still.width) == ("PNG", clip.STILL[0])
        assert still.height > clip.STILL[1]
    assert (lost.game.session.tick, lost.game.session.world.digest()) == (tick, digest)
    assert film.name in lost.game.shell.toast
    assert lost.control("ending.pictures")


def test_the_picture_opens_by_drop_and_plays_to_the_same_moment(lost: Pilot) -> None:
    played, tick, digest = record(lost.game.session), lost.game.session.tick, lost.game.session.world.digest()
    _, picture = share(lost)
    assert read_playable(picture).commands == played.commands
    opened = reopen(picture)
    assert isinstance(opened, Reopened)
    opened.session.seek(opened.to)
    assert opened.session.world.digest() == digest
    lost.post(clip.pygame.DROPFILE, file=str(picture))
    lost.frames(60)
    assert lost.game.again is None
    lost.game.session.seek(tick)
    assert lost.game.session.world.digest() == digest


def test_its_words_are_the_end_and_why(lost: Pilot) -> None:
    said, why = caption(lost.game.context)
    assert said == "Lost at 0:12: Nobody was praised."
    assert "hurt Bob" in why
    lost.key("escape")
    lost.game.session.seek(60)
    lost.game.arrive()
    said, why = caption(lost.game.context)
    assert "Bob" in said
    assert said not in why


def test_a_why_that_was_put_away_says_nothing_under_the_end(lost: Pilot) -> None:
    end = caption(lost.game.context)
    lost.game.perform(verbs.ASK(Subject("person", CY)))
    lost.frames()
    asked = caption(lost.game.context)
    assert asked != end
    lost.key("escape")
    assert lost.game.state.cards
    assert caption(lost.game.context) == end


def test_where_nothing_may_be_written_it_says_so_and_goes_on(lost: Pilot, tmp_path: Path) -> None:
    (tmp_path / "pictures").touch()
    lost.key("shift+f12")
    end = time.monotonic() + 60
    while lost.game.meanwhile.clip is not None and time.monotonic() < end:
        lost.scenes.update(0.01)
    assert "could not be saved" in lost.game.shell.toast
    assert verbs.SHARE() in possible(lost.game)


def test_a_recording_that_is_too_long_for_a_picture_stays_out_and_that_is_said(
    lost: Pilot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sandbox.session.files.picture_file.LONGEST", 10)
    _, picture = share(lost)
    assert "save it" in lost.game.shell.toast
    with Image.open(picture) as still:
        assert "Recording" not in still.info


def test_how_it_went_is_copied_as_a_row_of_signs(lost: Pilot) -> None:
    lost.click("ending.copy")
    first, row = CLIPBOARD.text().splitlines()
    assert first == "Pilot: lost at 0:12"
    assert len(row) == 2
    assert "⚡" in row


def test_without_a_place_for_pictures_nothing_is_shared(sit_down: type[Pilot]) -> None:
    pilot = sit_down(level=find_level("110").read_bytes())
    assert verbs.SHARE() not in possible(pilot.game)
    pilot.key("shift+f12")
    assert pilot.game.meanwhile.clip is None
