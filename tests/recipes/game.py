"""A dummy of each kind of thing that players see, hear and use."""

from __future__ import annotations

from typing import Final

from tests.recipes.edits import TEXTS, Edit, Recipe, put, sign, texts

CHIME: Final = """def _chime(game: Game) -> None:
    game.show_title()


COMMANDS: Final = (
    Command(verbs.CHIME, _chime),
"""
CHIMING: Final = '    Binding(verbs.CHIME(), (), "time"),\n'
DIARY: Final = '''"""A dummy of a panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.ui.kit.widgets import Pane
from sandbox.ui.panels.frame import close_button

if TYPE_CHECKING:
    from sandbox.ui.context import Context


def diary(context: Context) -> Pane:
    """Build a panel with nothing on it."""
    return Pane("diary", context.style, context.dock, (close_button(context),), lambda _: None)
'''
IMPORTED: Final = "from sandbox.ui.panels.diary import diary\n"
OPENING: Final = '    Binding(verbs.DOCK("diary"), (), "game"),\n'
EPILOGUE: Final = '''"""A dummy of a scene."""

from __future__ import annotations

from sandbox.ui.scenes.title import Title


class Epilogue(Title):
    """A title of another kind."""

    kind = "epilogue"
'''
SEPIA: Final = """SEPIA: Final = Palette("sepia", {palette.GRASS: (230, 220, 200)} | bodies(sky=(150, 120, 90)))
PALETTES: Final"""
HEADER: Final = """msgid ""
msgstr "Language: xx"
"""
FOREIGN: Final = """
msgid "cli.setting"
msgstr "{word} ist nicht NAME=WERT."
"""

GAME: Final = (
    Recipe(
        "a meter",
        (
            put(
                "sandbox/session/seen/meters.py",
                '"""what is held against people, added up over all ties in which it is worth an arrow"""\n',
                '    gladness: float\n    """a dummy"""\n',
            ),
            put(
                "sandbox/session/seen/meters.py",
                "            float(ties.blame[ties.blame > GRUDGE].sum()),\n",
                "            float(people.treat.max()),\n",
            ),
            put(
                "sandbox/ui/meter_bars.py",
                '    "blame": MeterLook("pebble", ("faint", "stripes"), 1.0),\n',
                '    "gladness": MeterLook("gong", ("green", "plain"), 1.0),\n',
            ),
            put("sandbox/session/why/makers.py", '    "blame": _blame,\n', '    "gladness": _suffering,\n'),
            texts("meter.gladness.name", "meter.gladness.line", "why.makes.nobody.gladness"),
            texts("why.makes.gladness", slots="{who}: "),
        ),
        TEXTS,
        "gladness",
    ),
    Recipe(
        "something to do in the game",
        (
            put("sandbox/ui/verbs.py", 'Verb("faster")\n', 'CHIME: Final[Verb[()]] = Verb("chime")\n'),
            Edit("sandbox/ui/commands/clock.py", CHIME, "COMMANDS: Final = (\n"),
            put(
                "sandbox/ui/bindings.py",
                'verbs.RESTART(), ("R",), "time"),\n',
                "    Binding(verbs.CHIME(), (), 'time'),\n",
            ),
            texts("ui.action.chime"),
        ),
        "sandbox/ui/commands/clock.py",
        "chime",
    ),
    Recipe(
        "a panel",
        (
            Edit("sandbox/ui/panels/diary.py", DIARY),
            put(
                "sandbox/ui/panels/registry.py",
                "style import back_row, theme\n",
                "from sandbox.ui.panels.diary import diary\n",
            ),
            put("sandbox/ui/panels/registry.py", '    "settings": Dock(settings),\n', '    "diary": Dock(diary),\n'),
            put(
                "sandbox/ui/bindings.py",
                'verbs.DOCK("keys"), (), "game"),\n',
                "    Binding(verbs.DOCK('diary'), (), 'game'),\n",
            ),
            put("pyproject.toml", '    "card', " | diary"),
            texts("ui.action.dock.diary"),
        ),
        "pyproject.toml",
        "diary",
    ),
    Recipe(
        "a scene",
        (
            Edit("sandbox/ui/scenes/epilogue.py", EPILOGUE),
            put("sandbox/ui/commands/table.py", "for command in starting.COMMANDS},\n", '    "epilogue": {},\n'),
        ),
        "sandbox/ui/commands/table.py",
        "epilogue",
    ),
    Recipe("a language", (Edit("assets/text/xx.po", HEADER), Edit("assets/text/xx.po", FOREIGN)), HEADER, "xx"),
    Recipe(
        "a palette of colours",
        (
            Edit("sandbox/view/canvas/themes.py", SEPIA, "PALETTES: Final"),
            put("sandbox/view/canvas/themes.py", "CONTRAST, PROJECTOR", ", SEPIA"),
            put("sandbox/ui/preferences.py", '"contrast", "projector"', ', "sepia"'),
            texts("ui.setting.palette.sepia"),
        ),
        "sandbox/ui/preferences.py",
        "sepia",
    ),
    Recipe("a sign", (sign("buttons", "gong"),), "sandbox/view/icons/buttons.py", "gong"),
    Recipe(
        "a sound",
        (
            put(
                "sandbox/app/sound/effects.py", "tuple[Note, ...]]] = {\n", '    "toot": (Note(0.0, 0.3, 500, 400),),\n'
            ),
            texts("sound.toot"),
        ),
        "sandbox/app/sound/effects.py",
        "toot",
    ),
    Recipe(
        "something that players can set",
        (
            put(
                "sandbox/ui/preferences.py",
                "    calm: bool = False\n",
                '    """a dummy"""\n    hushed: bool = False\n',
            ),
            put("sandbox/ui/preferences.py", '"gentle", "captions"', ', "hushed"'),
            put("sandbox/ui/panels/settings.py", '("captions", ', '"hushed", '),
            texts("ui.setting.hushed", "ui.setting.hushed.line"),
        ),
        "sandbox/ui/panels/settings.py",
        "hushed",
    ),
)
