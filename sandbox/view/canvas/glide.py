"""A camera that moves by itself: slowly and seldom, and never so slowly that somebody who matters leaves the picture.

Within a dead zone it rests; beyond that it glides to where it is wanted, however that has changed meanwhile, and rests
again. Only while a body would be cut off does it hurry. With less motion it cuts, or stays.
"""

from __future__ import annotations

from dataclasses import replace
from math import exp, hypot, log
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sandbox.view.canvas.camera import Box, Camera
    from sandbox.view.canvas.palette import Sizes

DEAD_METRES: Final = 1.5
"""While the middle is no farther off than this, the camera rests."""
DEAD_ZOOM: Final = 1.1
"""While everything could be no larger or smaller than this many times, it rests."""
STAYS: Final = 2.0
"""With less motion it rests for so many times as much."""
SPEED: Final = 0.5
"""Metres per second, of the middle of a glide; and its edges go no faster for a change of scale alone."""
ZOOM: Final = 0.08
"""Change of scale per second, as a share."""
HURRY: Final = 8.0
"""So many times as fast while somebody is about to be cut off."""
SOON: Final = 0.4
"""Somebody who is nearer to the edge than so many metres will soon be cut off."""
EASE_SECONDS: Final = 0.3
"""A glide takes so long to take up its speed."""
ARRIVES: Final = 1.5
"""Per second: near its end it loses this share of what is left."""
THERE: Final = 1e-3
"""Metres, and shares of the scale, that count as arrived."""


class Glide:
    """The way of one camera."""

    def __init__(self) -> None:
        """Be nowhere yet."""
        self._exact: Camera | None = None
        self._goal: Camera | None = None
        self._pace = 0.0
        """share of the full speed"""

    @property
    def moving(self) -> bool:
        """Whether it is on its way."""
        return self._goal is not None

    def cut(self, camera: Camera) -> Camera:
        """Be somewhere at once."""
        self._exact, self._goal, self._pace = camera, None, 0.0
        return camera.on_pixels()

    def set_out(self, camera: Camera, towards: Camera) -> Camera:
        """Be somewhere at once, and on the way to another view of the same rectangle, however near that is."""
        shown = self.cut(camera)
        self._goal = towards
        return shown

    def toward(
        self,
        wanted: Camera,
        kept: Box,
        seconds: float,
        lengths: Sizes,
        *,
        calm: bool = False,
        held: bool = False,
        hurried: bool = False,
    ) -> Camera:
        """Let seconds pass and return the view; both cameras see the same rectangle.

        Args:
            wanted: the view that would be best now.
            kept: the feet of those who must not be cut off, metres.
            seconds: real time since the last picture.
            lengths: for the size of their bodies.
            calm: whether it may not glide.
            held: whether something is in the player's hand, so that nothing may move.
            hurried: whether it hurries although nobody would be cut off.
        """
        now = self._exact
        if now is None or now.rect != wanted.rect:
            return self.cut(wanted)
        cuts_off = not now.holds(kept, lengths, SOON)
        if calm:
            return self.cut(wanted) if not held and (cuts_off or _off(now, wanted, STAYS)) else now.on_pixels()
        if cuts_off or (self._goal is None and _off(now, wanted, 1.0)):
            self._goal = wanted
        if held or self._goal is None:
            self._goal, self._pace = None, 0.0
            return now.on_pixels()
        full = HURRY if cuts_off or hurried else 1.0
        self._pace += (full - self._pace) * (1 - exp(-seconds / EASE_SECONDS))
        self._exact = _nearer(now, self._goal, self._pace, seconds)
        if _there(self._exact, self._goal):
            self._goal, self._pace = None, 0.0
        return self._exact if self._exact.scale != now.scale else self._exact.on_pixels()


def _off(now: Camera, wanted: Camera, times: float) -> bool:
    """Return whether a view is outside the dead zone around the one that is wanted."""
    far = hypot(wanted.x - now.x, wanted.y - now.y)
    return far > DEAD_METRES * times or abs(log(wanted.scale / now.scale)) > log(DEAD_ZOOM) * times


def _nearer(now: Camera, goal: Camera, pace: float, seconds: float) -> Camera:
    """Return a view that is nearer to another by what a pace brings in so many seconds."""
    dx, dy, grows = goal.x - now.x, goal.y - now.y, log(goal.scale / now.scale)
    far = hypot(dx, dy)
    step = _step(far, SPEED * pace, seconds) / far if far > THERE else 1.0
    zoom = _step(abs(grows), ZOOM * pace, seconds) / abs(grows) if abs(grows) > THERE else 1.0
    scale = goal.scale if zoom == 1.0 else now.scale * exp(grows * zoom)
    return replace(now, x=now.x + dx * step, y=now.y + dy * step, scale=scale)


def _step(left: float, fastest: float, seconds: float) -> float:
    return min(left, seconds * min(fastest, ARRIVES * left + THERE))


def _there(now: Camera, goal: Camera) -> bool:
    return hypot(goal.x - now.x, goal.y - now.y) <= THERE and now.scale == goal.scale
