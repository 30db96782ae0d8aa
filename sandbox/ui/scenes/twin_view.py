"""What lies over twin worlds: the seam, what each half is called, the ring around what differs, and the bar below."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.engine.options import OPTIONS, STAY
from sandbox.engine.people import NOBODY
from sandbox.scenario.language import text_of
from sandbox.ui import verbs
from sandbox.ui.kit.style import COLOURS, theme
from sandbox.ui.kit.text import BOLD, write
from sandbox.ui.kit.time_axis import clock
from sandbox.ui.kit.widgets import Control, Pane, label, panel
from sandbox.view.canvas.strokes import curve, thicker
from sandbox.view.people.poses import person_px

if TYPE_CHECKING:
    from sandbox.session.frame import Frame
    from sandbox.session.twins import Differs, Twins
    from sandbox.ui.kit.style import Style
    from sandbox.view.stage import Stage
    from sandbox.view.viewpoint import Viewpoint

BAR: Final = 56
"""Height of the bar, in units."""
BEGIN, PAUSE, CLOSE, OTHER = verbs.RESTART(), verbs.PAUSE(), verbs.CLOSE(), verbs.DOCK("drives")
"""What its buttons do."""
_BUTTON: Final = 44
_COUNT: Final = 260
"""Room for how many acts differ, in units."""
_CLOCK: Final = 58
_LINE: Final = 6
"""Height of the line of time, in units."""
_TORN: Final = 9
"""How far the torn edge of the seam goes to and fro, in units."""
_TOOTH: Final = 15
"""From one corner of it to the next, in units."""
_RING: Final = 0.74
"""Radius of the ring around who differs, in tiles."""
_LINK: Final = 0.1
"""How far the bow over the seam leaves the straight way, in parts of it."""
_HINT: Final = 8


def halves(size: tuple[int, int]) -> tuple[int, int]:
    """Return where each half begins, in pixels from the left; in a window of odd width they share a column."""
    return 0, size[0] // 2


def draw_seam(surface: pygame.Surface, style: Style) -> None:
    """Draw the strip of torn paper between both."""
    middle, step, far = surface.get_width() // 2, style.px(_TOOTH), style.px(_TORN)
    edges: list[list[tuple[float, float]]] = [[], []]
    for number in range(surface.get_height() // step + 2):
        for side, edge in zip((-1, 1), edges, strict=True):
            torn = 0.55 + 0.45 * sin(2.4 * number + side) * cos(1.1 * number)
            edge.append((middle + side * far * torn, number * step))
    pygame.draw.polygon(surface, COLOURS["paper"], [*edges[0], *edges[1][::-1]])
    for edge in edges:
        pygame.draw.lines(surface, COLOURS["ink"], False, edge, style.px(2))  # noqa: FBT003 - pygame's own


def draw_ring(
    surface: pygame.Surface, style: Style, stages: tuple[Stage, Stage], viewpoint: Viewpoint, differs: Differs
) -> None:
    """Ring whoever does something else on both sides, and join the rings over the seam."""
    tile, spots = person_px(viewpoint, viewpoint.lengths), list[pygame.Vector2]()
    for stage, left in zip(stages, halves(surface.get_size()), strict=True):
        pose = None if stage.drawn is None else stage.drawn.cast.get(differs.who)
        if pose is None:
            return
        x, y = pose.middle()
        spots.append(pygame.Vector2(x + left, y))
    radius, way = _RING * tile, (spots[1] - spots[0])
    if way.length() > 2 * radius:
        along = way.normalize() * radius
        start, end = spots[0] + along, spots[1] - along
        bow = curve((start.x, start.y), (end.x, end.y), -_LINK)
        thicker(surface, bow, (style.px(9), COLOURS["ink"]), (style.px(5), COLOURS["amber"]))
    for spot in spots:
        rim = [(spot.x + radius * cos(pi * turn / 24), spot.y + radius * sin(pi * turn / 24)) for turn in range(49)]
        thicker(surface, rim, (style.px(9), COLOURS["ink"]), (style.px(5), COLOURS["amber"]))


def draw_words(
    surface: pygame.Surface, style: Style, twins: Twins, frames: tuple[Frame, Frame], differs: Differs | None
) -> None:
    """Write over each half what it is, and, while an act is ringed, what that is there."""
    names = text_of("ui.twin.was"), text_of("ui.twin.without", drive=text_of(f"drive.{twins.drive}.name"))
    left, width = halves(surface.get_size()), surface.get_width() // 2
    for side, frame in enumerate(frames):
        middle = left[side] + width // 2
        box = label(surface, style, names[side], (middle, style.px(theme().pad)), "midtop")
        if differs is not None:
            at = (middle, box.bottom + style.px(_HINT))
            label(surface, style, _told(frame, differs, side), at, "midtop", loud=True)


def _told(frame: Frame, differs: Differs, side: int) -> str:
    """Say what somebody is at in one of the worlds."""
    people, option, whom = frame.level.people, OPTIONS[differs.options[side]], differs.whom[side]
    who = people[differs.who].name
    if option is STAY or whom == NOBODY:
        return text_of("ui.doing.nothing", who=who)
    return text_of(f"chronicle.chose.{option.name}", who=who, whom=people[whom].name)


def bar(style: Style, rect: pygame.Rect, twins: Twins, *, paused: bool) -> Pane:
    """Build the bar: from the beginning, pause, how far time is, how many acts differ, and back to either world."""
    side, over = style.px(_BUTTON), twins.tick >= twins.ends
    buttons = (
        ("begin", BEGIN, "restart", rect.left + side * 0.6, not over or paused),
        ("pause", PAUSE, "go" if paused else "pause", rect.left + side * 1.65, not over),
        ("other", OTHER, "drives", rect.right - side * 2.7, True),
        ("keep", verbs.WITHOUT(twins.drive), "futures", rect.right - side * 1.65, True),
        ("close", CLOSE, "close", rect.right - side * 0.6, True),
    )
    controls = tuple(
        Control(
            f"twin.{name}",
            _square(side, x, rect.centery),
            act,
            icon=icon,
            tip=text_of(f"ui.twin.{name}"),
            enabled=on,
        )
        for name, act, icon, x, on in buttons
    )
    line = pygame.Rect(controls[1].rect.right + style.px(_CLOCK), 0, 0, style.px(_LINE))
    line.width = max(1, controls[2].rect.left - style.px(_COUNT) - line.left)
    line.centery = rect.centery

    def paint(surface: pygame.Surface) -> None:
        panel(surface, style, rect)
        write(surface, style, clock(twins.tick), (line.left - style.px(_HINT), rect.centery), BOLD, "midright")
        _draw_time(surface, style, twins, line)
        many = len(twins.differs)
        words = text_of("ui.twin.differs", count=many) if many else text_of("ui.twin.same")
        write(surface, style, words, (line.right + style.px(_COUNT) // 2, rect.centery), BOLD, "center")

    return Pane("twin", style, rect, controls, paint, object())


def _square(side: int, x: float, y: int) -> pygame.Rect:
    square = pygame.Rect(0, 0, side, side)
    square.center = round(x), y
    return square


def _draw_time(surface: pygame.Surface, style: Style, twins: Twins, line: pygame.Rect) -> None:
    """Draw how far time is, with a stroke for each act that has differed."""
    whole = max(1, twins.ends)
    pygame.draw.rect(surface, COLOURS["line"], line, border_radius=line.height // 2)
    passed = line.copy()
    passed.width = round(line.width * twins.tick / whole)
    pygame.draw.rect(surface, COLOURS["ink"], passed, border_radius=line.height // 2)
    for number, one in enumerate(twins.differs):
        x, high = line.left + round(line.width * one.tick / whole), style.px(16 if number else 24)
        stroke = pygame.Rect(0, 0, style.px(3 if number else 5), high)
        stroke.center = x, line.centery
        pygame.draw.rect(surface, COLOURS["amber"], stroke)
        pygame.draw.rect(surface, COLOURS["ink"], stroke, 1)
