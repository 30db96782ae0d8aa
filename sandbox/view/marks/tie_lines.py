"""What two people are to each other, one half of the way each: parallel lines for a friend, a zigzag for an enemy.

Theory: T1. The half that starts at somebody says what *they* have for the other. What is not answered goes the whole
way and ends at the other with a point, like an arrow.
"""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from sandbox.session.seen.arrows import one_sided
from sandbox.view.canvas import palette
from sandbox.view.canvas.strokes import Spot, arrow_head, curve, edged, half_bows, rails, zigzag

if TYPE_CHECKING:
    import pygame

    from sandbox.engine.arrays import Bools, Floats, Ints
    from sandbox.session.seen.arrows import Arrow
    from sandbox.view.canvas.palette import Sizes
    from sandbox.view.people.cast import Cast

BOW: Final = 0.07
"""How far lines bow, so that looks, which are straight, stay apart from them."""
TIP: Final = 1.6
"""Length of the point of a tie that is not answered, in lanes."""


class _Ties(NamedTuple):
    """Columns of T ties, of which each lasts for as long as a tick."""

    who: Ints
    whom: Ints
    strength: Floats
    """(T,) below 0 for an enemy"""
    alone: Bools
    """(T,) which are not answered"""
    bends: Floats
    """(T,) how far lines bow, and to which side"""


class _Ways(NamedTuple):
    """Where K lines run, from beside one body to beside another."""

    starts: Floats
    """(K, 2) pixels"""
    ends: Floats
    bends: Floats
    """(K,) how far lines bow, and to which side"""
    strength: Floats
    """(K,) below 0 for an enemy"""
    alone: Bools
    """(K,) which are not answered"""


def draw_tie_lines(surface: pygame.Surface, arrows: list[Arrow], cast: Cast, lengths: Sizes) -> None:
    """Draw ties.

    Each tie is the observer's half of the bow between two people; both halves lie on the same bow. One that is not
    answered takes up both.
    """
    if not arrows:
        return
    ways = _ways(arrows, cast)
    halves, strength = _halves(ways)
    friends = strength > 0
    if np.count_nonzero(friends) == len(friends):
        _friends(surface, halves, strength, lengths)
    else:
        _friends(surface, halves[friends], strength[friends], lengths)
        for half, hate in zip(halves[~friends].tolist(), -strength[~friends], strict=True):
            _enemy(surface, half, float(hate), lengths)
    for row in np.flatnonzero(ways.alone).tolist():
        start, tip = ways.starts[row].tolist(), ways.ends[row].tolist()
        colour = palette.BLUE if ways.strength[row] > 0 else palette.VERMILLION
        _tip(surface, tip, curve(start, tip, float(ways.bends[row]))[-2], colour, lengths)


def _halves(ways: _Ways) -> tuple[Floats, Floats]:
    """Return (L, P, 2) points of halves of bows, both of a way that is not answered, and (L,) how strong each is."""
    if not np.count_nonzero(ways.alone):
        return half_bows(ways.starts, ways.ends, ways.bends), ways.strength
    twice = np.repeat(np.arange(len(ways.alone)), 1 + ways.alone)
    back = np.diff(twice, prepend=-1) == 0
    ends = np.stack([ways.starts, ways.ends])[:, twice]
    starts, ends = np.where(back[:, None], ends[::-1], ends)
    return half_bows(starts, ends, np.where(back, -1, 1) * ways.bends[twice]), ways.strength[twice]


def _ways(arrows: list[Arrow], cast: Cast) -> _Ways:
    """Return the ways of those ties whose people are in view, and apart."""
    ties = _ties(arrows)
    middles = np.array([cast.x, cast.y - cast.lift - cast.tall / 2]).T
    starts, ends = middles[ties.who], middles[ties.whom]
    way = ends - starts
    length = np.hypot(way[:, 0], way[:, 1])
    drawn = cast.seen(ties.who) & cast.seen(ties.whom) & (length > cast.size + 1)
    if np.count_nonzero(drawn) == len(drawn):
        aside = way / length[:, None] * cast.size / 2
        return _Ways(starts + aside, ends - aside, ties.bends, ties.strength, ties.alone)
    aside = way[drawn] / length[drawn, None] * cast.size / 2
    return _Ways(starts[drawn] + aside, ends[drawn] - aside, ties.bends[drawn], ties.strength[drawn], ties.alone[drawn])


def tie_ways(arrows: list[Arrow], cast: Cast) -> list[tuple[Arrow, list[Spot]]]:
    """Return those ties that are drawn, each with its way: half of the bow, or all of it if it is not answered."""
    alone, found = one_sided(arrows), []
    for arrow in arrows:
        ways = _ways([arrow], cast)
        if len(ways.starts):
            bow = curve(tuple(ways.starts[0].tolist()), tuple(ways.ends[0].tolist()), float(ways.bends[0]))
            found.append((arrow, bow if (arrow.who, arrow.whom) in alone else bow[: len(bow) // 2 + 1]))
    return found


_latest: list[tuple[list[Arrow], _Ties]] = []


def _ties(arrows: list[Arrow]) -> _Ties:
    """Return the columns of some ties; they are worked out when the list is another one, not for each picture."""
    if not _latest or _latest[0][0] is not arrows:
        alone = one_sided(arrows)
        who, whom = np.asarray([(arrow.who, arrow.whom) for arrow in arrows]).T
        strength = np.asarray([arrow.strength for arrow in arrows])
        unanswered = np.asarray([(arrow.who, arrow.whom) in alone for arrow in arrows])
        _latest[:] = [(arrows, _Ties(who, whom, strength, unanswered, np.where(who < whom, BOW, -BOW)))]
    return _latest[0][1]


def _tip(surface: pygame.Surface, tip: Spot, tail: Spot, colour: palette.Rgb, lengths: Sizes) -> None:
    """Draw the point in which a tie ends that is not answered."""
    edge, size = lengths.thin_px, TIP * lengths.lane_px
    length = hypot(tip[0] - tail[0], tip[1] - tail[1]) or 1.0
    ahead = ((tip[0] - tail[0]) / length * 2 * edge, (tip[1] - tail[1]) / length * 2 * edge)
    arrow_head(surface, (tip[0] + ahead[0], tip[1] + ahead[1]), tail, size + 4 * edge, palette.INK)
    arrow_head(surface, tip, tail, size, colour)


def _enemy(surface: pygame.Surface, way: list[Spot], strength: float, lengths: Sizes) -> None:
    swing = lengths.lane_px * (0.35 + 0.35 * strength)
    corners = zigzag(way, swing, lengths.lane_px * 0.9)
    edged(surface, corners, lengths.line_px * (0.8 + 0.7 * strength), palette.VERMILLION, lengths.thin_px * 0.7)


def _friends(surface: pygame.Surface, halves: Floats, strength: Floats, lengths: Sizes) -> None:
    width = lengths.line_px * (0.6 + 0.9 * strength)
    gap = np.full(len(halves), lengths.lane_px * 0.3)
    rails(surface, halves, gap, width, palette.BLUE, lengths.thin_px * 0.6)
