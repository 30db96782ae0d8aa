"""Before the player has done anything, everybody who has no worries watches the player's hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sandbox.engine.frozen import replace
from sandbox.engine.people import NOBODY

if TYPE_CHECKING:
    from sandbox.session.frame import Frame
    from sandbox.view.viewpoint import Viewpoint

CALM = -0.15
"""Somebody who feels worse than this has other things to look at."""


def greeted(frame: Frame, viewpoint: Viewpoint) -> Frame:
    """Turn the eyes of the calm towards the mouse; nothing but the picture changes."""
    people = frame.people
    if viewpoint.cursor is None or viewpoint.eyes is not None or frame.latest_happening >= 0:
        return frame
    x, y = viewpoint.camera.to_world(viewpoint.cursor)
    dx, dy = x - people.x, y - people.y
    length = np.maximum(np.hypot(dx, dy), 1e-6)
    calm = (people.avoiding == NOBODY) & (people.felt > CALM)
    look_x, look_y = np.where(calm, dx / length, people.look_x), np.where(calm, dy / length, people.look_y)
    return replace(frame, people=replace(people, look_x=look_x, look_y=look_y))
