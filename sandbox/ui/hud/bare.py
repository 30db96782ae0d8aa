"""The first minute without bars: two things to do beside the mouse, and *Why?* once there is something to ask.

The bars come when they are needed: with the first why, key or open panel, when the mouse looks for them at the edge of
the window, or after a while.
"""

from __future__ import annotations

from dataclasses import replace
from math import pi, sin
from typing import TYPE_CHECKING, Final

import pygame

from sandbox.ui import verbs
from sandbox.ui.hud.hints import WHY_HINT_AFTER
from sandbox.ui.hud.menu import menu
from sandbox.ui.kit.beside import Beside
from sandbox.ui.kit.style import COLOURS, theme
from sandbox.ui.kit.widgets import Control, Pane, panel
from sandbox.ui.tools.toolbar import tool_line, tool_name
from sandbox.ui.tools.variants import front_tools, tool_icon

if TYPE_CHECKING:
    from sandbox.ui.context import PlayContext

ACTED_FOR: Final = 30.0
"""So many seconds after the first deed the bars come by themselves."""
IDLE_FOR: Final = 45.0
"""So many seconds after the beginning, if nothing was done."""
DRESS_SECONDS: Final = 0.8
"""How long they take."""
PULSE_HERTZ: Final = 0.8
"""How often the ring around *Why?* swells in a second."""
_RING: Final = 1
"""How far from the button that ring is, in units."""
_SWELLS: Final = 4
"""How much farther at most."""
_EDGE: Final = 12
"""How near to the edge of the window the mouse looks for bars, in units."""
_ASIDE: Final = 56
"""How far from the mouse the tools lie, in units."""
_AROUND: Final = 34
"""How far from them and from its person it may be for them to stay, in units."""
_INSET: Final = 5


def over(context: PlayContext) -> bool:
    """Return whether the bars are needed."""
    state, window = context.state, context.window
    near = 2 * context.style.px(_EDGE)
    seeks = window.collidepoint(context.mouse) and not window.inflate(-near, -near).collidepoint(context.mouse)
    late = state.clock > IDLE_FOR if state.acted is None else state.clock - state.acted > ACTED_FOR
    return late or seeks or bool(state.dock or state.fold) or context.outcome is not None


def beside(context: PlayContext) -> Beside | None:
    """Return whom the tools lie beside, now that the mouse is where it is."""
    state, mouse = context.state, context.mouse
    if state.hovered is not None and state.hovered != state.spent:
        if state.beside is None or state.beside.who != state.hovered:
            return Beside(state.hovered, (round(mouse.x), round(mouse.y)))
        return state.beside
    if state.beside is None or state.beside.who == state.spent:
        return None
    around = context.style.px(_AROUND)
    reach = _place(context, state.beside).union(pygame.Rect(state.beside.at, (1, 1))).inflate(2 * around, 2 * around)
    return state.beside if reach.collidepoint(mouse) else None


def bare_panes(context: PlayContext) -> list[Pane]:
    """Build what there is instead of the bars."""
    state = context.state
    asks = state.acted is not None and state.clock - state.acted > WHY_HINT_AFTER
    panes = [_asking(context)] if asks else []
    return panes if state.beside is None else [*panes, _tools(context, state.beside)]


def _asking(context: PlayContext) -> Pane:
    """Build *Why?*, with a ring around it that pulses until the first why; with less motion it only lies there."""
    pane, style, state = menu(context), context.style, context.state
    why, calm = pane.controls[0].rect, context.shell.preferences.calm

    def pulse(surface: pygame.Surface) -> None:
        beat = 0.5 if calm else (1 + sin(2 * pi * PULSE_HERTZ * state.clock)) / 2
        ring = why.inflate(2 * style.px(_RING + _SWELLS * beat), 2 * style.px(_RING + _SWELLS * beat))
        pygame.draw.rect(surface, COLOURS["amber"], ring, style.px(3), ring.height // 2)

    return replace(pane, moving=pulse)


def _offered(context: PlayContext) -> list[str]:
    return [
        tool for tool in front_tools(context.frame.level) if tool != "look" and context.session.remaining(tool) != 0
    ]


def _place(context: PlayContext, beside: Beside) -> pygame.Rect:
    """Return where the tools lie: at the right of the mouse, or at its left where there is no room."""
    (x, y), (width, height), inset = beside.at, context.layout.tool, context.style.px(_INSET)
    rect = pygame.Rect(0, 0, width + 2 * inset, max(1, len(_offered(context))) * height + 2 * inset)
    aside = context.style.px(_ASIDE)
    rect.midleft = x + aside, y
    if rect.right > context.window.right:
        rect.midright = x - aside, y
    return rect.clamp(context.window)


def _tools(context: PlayContext, beside: Beside) -> Pane:
    """Build a button for each thing that can be done to somebody; a click on them does what is lit."""
    rect, (width, height), style = _place(context, beside), context.layout.tool, context.style
    inset, who = style.px(_INSET), context.name(beside.who)
    controls = tuple(
        Control(
            name=f"with.{tool}",
            rect=pygame.Rect(rect.left + inset, rect.top + inset + number * height, width, height - 2),
            act=verbs.WITH(tool, beside.who),
            look="tool",
            text=tool_name(tool),
            icon=tool_icon(tool),
            tip=f"{who}: {tool_line(tool)}",
            on=context.state.hand == tool,
        )
        for number, tool in enumerate(_offered(context))
    )
    return Pane("with", style, rect, controls, lambda surface: panel(surface, style, rect), theme().radius)
