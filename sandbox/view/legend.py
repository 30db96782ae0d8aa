"""The strip that says what the marks of the present lens mean: a small picture and a few words for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from sandbox.scenario.catalogue import say
from sandbox.view import palette
from sandbox.view.bodies import Build
from sandbox.view.cast import Pose
from sandbox.view.crowd import as_guise
from sandbox.view.faces import Look
from sandbox.view.guises import GUISES
from sandbox.view.icons import icon
from sandbox.view.palettes import kept, shown
from sandbox.view.poses import UNFOLDED
from sandbox.view.sketch import PREMULTIPLIED
from sandbox.view.text import line

if TYPE_CHECKING:
    from sandbox.session.frame import Frame
    from sandbox.view.palette import Sizes
    from sandbox.view.scene import Scene

MARKS: Final[dict[str, tuple[str, ...]]] = {
    "felt": ("up", "level", "down"),
    "attention": ("wedge", "pip", "look_away", "crossed_eye"),
    "friends": ("friend", "enemy"),
    "blame": ("blame", "pebble", "credit"),
    "beliefs": ("believes", "wrong"),
}
"""What each lens explains; the texts are `legend.<lens>.<mark>`."""
GAP: Final = 0.35
"""Room between a picture and its words, in pictures."""


def draw_legend(surface: pygame.Surface, frame: Frame, scene: Scene, lengths: Sizes) -> None:
    """Draw the strip at the lower left of the map, if a lens is on."""
    rect = scene.free or scene.camera.rect
    if scene.eyes is not None:
        name = frame.level.people[scene.eyes].name
        strip = _strip("eyes", name, GUISES, lengths, rect.width)
    elif scene.lens in MARKS:
        strip = _strip(scene.lens, "", MARKS[scene.lens], lengths, rect.width)
    else:
        return
    spot = (rect.left + lengths.margin_px, rect.bottom - lengths.margin_px - strip.get_height())
    surface.blit(strip, spot)


@kept(64)
def _strip(lens: str, name: str, marks: tuple[str, ...], lengths: Sizes, room_px: int) -> pygame.Surface:
    title = line(say(f"lens.{lens}.line", who=name), lengths.word_px, bold=True)
    items = [(_picture(lens, mark, lengths), line(say(f"legend.{lens}.{mark}"), lengths.word_px)) for mark in marks]
    side, pad = lengths.legend_icon_px, lengths.margin_px
    rows = _rows([side + words.get_width() + 2 * pad for _, words in items], room_px - 4 * pad)
    width = max(title.get_width(), *(sum(side + items[i][1].get_width() + 2 * pad for i in row) for row in rows)) + pad
    height = title.get_height() + len(rows) * round(side * 1.1) + round(1.4 * pad)
    strip = pygame.Surface((width + pad, height), pygame.SRCALPHA)
    pygame.draw.rect(strip, shown(palette.INK), strip.get_rect(), border_radius=pad)
    edge = max(2, round(lengths.thin_px))
    pygame.draw.rect(
        strip, shown(palette.PAPER), strip.get_rect().inflate(-2 * edge, -2 * edge), border_radius=pad - edge
    )
    strip.blit(title, (pad, pad * 0.6))
    for number, row in enumerate(rows):
        x, y = pad, round(title.get_height() + 0.8 * pad + number * side * 1.1)
        for index in row:
            picture, words = items[index]
            strip.blit(picture, (x, y + (side - picture.get_height()) / 2), special_flags=PREMULTIPLIED)
            strip.blit(words, (x + side + pad * GAP, y + (side - words.get_height()) / 2))
            x += side + words.get_width() + 2 * pad
    return strip


def _rows(widths: list[int], room: int) -> list[list[int]]:
    rows: list[list[int]] = [[]]
    used = 0
    for index, width in enumerate(widths):
        if rows[-1] and used + width > room:
            rows.append([])
            used = 0
        rows[-1].append(index)
        used += width
    return rows


def _picture(lens: str, mark: str, lengths: Sizes) -> pygame.Surface:
    side = lengths.legend_icon_px
    if lens == "eyes":
        return _portrait(mark, side)
    drawn = {
        "friend": "friend_line",
        "enemy": "enemy_line",
        "believes": "image",
        "wrong": "wrong_image",
    }
    sign = icon(drawn.get(mark, mark), round(side * 0.8))
    picture = pygame.Surface((side, side), pygame.SRCALPHA)
    picture.blit(sign, ((side - sign.get_width()) / 2, (side - sign.get_height()) / 2))
    return picture


def _portrait(guise: str, side: int) -> pygame.Surface:
    picture = pygame.Surface((side, side), pygame.SRCALPHA)
    feeling = -2 if guise == "fine" else 0
    size = round(side * (0.84 if guise != "unimportant" else 1.2))
    pose = Pose(0, side / 2, side * 0.94, 0.0, size, UNFOLDED, Build(feeling=feeling), Look(shown=feeling))
    picture.fblits(as_guise(pose, guise, 0.0), PREMULTIPLIED)
    return picture
