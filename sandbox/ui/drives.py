"""The switches of the drives: turn one off and see what no longer happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from sandbox.engine.vocabulary import DRIVES
from sandbox.scenario.catalogue import say
from sandbox.ui.panels import body_of, close_button, draw_title
from sandbox.ui.widgets import Control, Pane

if TYPE_CHECKING:
    from sandbox.ui.desk import Screen


def drives(screen: Screen) -> Pane:
    """Build the panel of switches."""
    body = body_of(screen)
    height = body.height // len(DRIVES)
    switches = tuple(
        Control(
            name=f"drive.{drive}",
            rect=pygame.Rect(body.left - 4, body.top + place * height, body.width + 8, height - 2),
            act=f"switch:{drive}",
            look="switch",
            text=say(f"drive.{drive}.name"),
            tip=say(f"drive.{drive}.line"),
            on=drive not in screen.frame.off,
        )
        for place, drive in enumerate(DRIVES)
    )
    title = say("ui.drives")
    controls = (close_button(screen), *switches)
    return Pane("drives", screen.layout.dock, controls, lambda surface: draw_title(surface, screen, "drives", title))
