"""Many copies of a small scene on one map, too far apart to meet: a thousand runs for the price of a few.

A tick costs much the same for two people as for two hundred, so runs that cannot touch one another share a world. Tile
17 has its own bob-17, its own places, groups, ties and happenings. Whatever is made here is an ordinary level file.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec
from msgspec.structs import replace

from sandbox.engine.params import Parameters
from sandbox.scenario.schema import Level, Map, Place, Tie, Wall
from sandbox.scenario.validate import check_level

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sandbox.scenario.schema import Errand, Group, Happening, Person

APART: Final = 48.0
"""Metres between two tiles: sight (18) and, for each side, as far as anybody runs (15)."""
LARGEST: Final = 1000.0
"""Metres, the largest map that a level file can describe."""
MIDDLE: Final = "middle"
"""The place that people of a tile face who face nothing else, as they face the middle of the map in a level."""
EVERYBODY: Final = "switch"
"""The happening that befalls everybody, and so cannot befall one tile."""


def tile_id(name: str, tile: int) -> str:
    """Name somebody or something of one tile."""
    return f"{name}-{tile}"


def fence(left: float, top: float, right: float, bottom: float) -> tuple[Wall, ...]:
    """Put up four low walls, seen over but not walked over, around a patch of ground; all in metres."""
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return tuple(
        Wall(x1=x1, y1=y1, x2=x2, y2=y2, low=True)
        for (x1, y1), (x2, y2) in zip(corners, (*corners[1:], corners[0]), strict=True)
    )


def tiled(scenes: Sequence[Level], *, apart: float = APART, strangers: float | None = None) -> Level:
    """Put scenes side by side on one map, row by row.

    Args:
        scenes: levels whose people have the same ids in the same order; goals, tools and texts are left out.
        apart: metres between the maps of two scenes, half of it around the outermost.
        strangers: importance of those in the same scene whom no tie names; the engine's default if left out.

    Returns:
        a level that satisfies the checks of a level file.

    Raises:
        ValueError: if the scenes do not fit on one map or break another limit of a level file, or switch a drive.
    """
    width = max(scene.map.width for scene in scenes) + apart
    height = max(scene.map.height for scene in scenes) + apart
    across = _columns(len(scenes), width, height)
    down = -(-len(scenes) // across)
    importance = Parameters().stranger_importance if strangers is None else strangers
    tiles = [
        _Tile(scene, number, apart / 2 + number % across * width, apart / 2 + number // across * height)
        for number, scene in enumerate(scenes)
    ]
    level = Level(
        schema_version=1,
        id=scenes[0].id,
        title=scenes[0].title,
        hook=scenes[0].hook,
        seed=scenes[0].seed,
        map=Map(
            width=across * width,
            height=down * height,
            walls=tuple(wall for tile in tiles for wall in tile.walls()),
            places=tuple(place for tile in tiles for place in tile.places()),
        ),
        people=tuple(person for tile in tiles for person in tile.people()),
        groups=tuple(group for tile in tiles for group in tile.groups()),
        ties=tuple(tie for tile in tiles for tie in tile.ties(importance)),
        happenings=tuple(happening for tile in tiles for happening in tile.happenings()),
    )
    return _checked(level)


def _columns(count: int, width: float, height: float) -> int:
    """Lay `count` tiles out as a square, or as wide as the largest map allows; raise ValueError if they do not fit."""
    most_across, most_down = int(LARGEST // width), int(LARGEST // height)
    if count > most_across * most_down:
        raise ValueError(
            f"{count} scenes of {width:g} by {height:g} m do not fit on one map; have at most {most_across * most_down}"
        )
    across = min(most_across, math.isqrt(count - 1) + 1)
    return max(across, -(-count // most_down))


def _checked(level: Level) -> Level:
    """Return the level if a file could say it; raise ValueError if not."""
    try:
        msgspec.convert(msgspec.to_builtins(level), Level)
    except msgspec.ValidationError as error:
        raise ValueError(f"the scenes together break a limit of level files: {error}") from error
    problems = check_level(level)
    if problems:
        raise ValueError(f"the scenes together make no level: {problems[0].text}")
    return level


class _Tile(NamedTuple):
    """One scene on its spot."""

    scene: Level
    number: int
    x: float
    """metres from the map's left edge to the scene's"""
    y: float

    def _named(self, name: str | None) -> str | None:
        return None if name is None else tile_id(name, self.number)

    def walls(self) -> Iterator[Wall]:
        """Shift the walls."""
        for wall in self.scene.map.walls:
            yield replace(wall, x1=wall.x1 + self.x, y1=wall.y1 + self.y, x2=wall.x2 + self.x, y2=wall.y2 + self.y)

    def places(self) -> Iterator[Place]:
        """Shift and rename the places, and mark the middle if somebody faces it."""
        for place in self.scene.map.places:
            yield replace(place, id=tile_id(place.id, self.number), x=place.x + self.x, y=place.y + self.y)
        if any(person.facing is None for person in self.scene.people):
            ground = self.scene.map
            yield Place(
                id=tile_id(MIDDLE, self.number), x=self.x + ground.width / 2, y=self.y + ground.height / 2, radius=0.1
            )

    def people(self) -> Iterator[Person]:
        """Shift and rename the people."""
        for person in self.scene.people:
            yield replace(
                person,
                id=tile_id(person.id, self.number),
                place=self._named(person.place),
                x=None if person.x is None else person.x + self.x,
                y=None if person.y is None else person.y + self.y,
                facing=tile_id(person.facing or MIDDLE, self.number),
                group=self._named(person.group),
                errand=self._errand(person.errand),
            )

    def _errand(self, errand: Errand | None) -> Errand | None:
        if errand is None:
            return None
        return replace(errand, target=tile_id(errand.target, self.number), detour=self._named(errand.detour))

    def groups(self) -> Iterator[Group]:
        """Rename the groups."""
        for group in self.scene.groups:
            yield replace(group, id=tile_id(group.id, self.number))

    def ties(self, importance: float) -> Iterator[Tie]:
        """Rename the ties, and let those of whom nothing is said know each other as strangers, as in a small level."""
        for one, other, mutual in self._strangers():
            yield Tie(
                source=tile_id(one, self.number),
                target=tile_id(other, self.number),
                mutual=mutual,
                importance=importance,
            )
        for tie in self.scene.ties:
            yield replace(tie, source=tile_id(tie.source, self.number), target=tile_id(tie.target, self.number))

    def _strangers(self) -> Iterator[tuple[str, str, bool]]:
        """List the pairs of people that no tie names, and whether that is so both ways."""
        members: dict[str, list[str]] = {}
        for person in self.scene.people:
            members[person.id] = [person.id]
        for person in self.scene.people:
            if person.group is not None:
                members.setdefault(person.group, []).append(person.id)
        named = {
            pair
            for tie in self.scene.ties
            for one in members[tie.source]
            for other in members[tie.target]
            for pair in ((one, other), (other, one))[: 1 + tie.mutual]
        }
        ids = [person.id for person in self.scene.people]
        minds = {person.id for person in self.scene.people if person.being == "person"}
        for place, one in enumerate(ids):
            for other in ids[place + 1 :]:
                there = one in minds and (one, other) not in named
                back = other in minds and (other, one) not in named
                if there or back:
                    yield (one, other, back) if there else (other, one, False)

    def happenings(self) -> Iterator[Happening]:
        """Shift and rename the happenings."""
        for happening in self.scene.happenings:
            if happening.do == EVERYBODY:
                raise ValueError("a drive is switched for everybody; make it a lesion instead of a happening")
            yield replace(
                happening,
                who=self._named(happening.who),
                by=self._named(happening.by),
                about=self._named(happening.about),
                group=self._named(happening.group),
                x=None if happening.x is None else happening.x + self.x,
                y=None if happening.y is None else happening.y + self.y,
            )
