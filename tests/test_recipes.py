"""Each row of "To add …" in docs/architecture.md, followed to the letter in a copy of the sources.

All dummies are put into one tree, whose registries are tested in one run. In a second tree each of them lacks one of
its parts, and tests there fail with what is missing.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

import pytest

from tests.recipes.engine import ENGINE
from tests.recipes.game import GAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tests.recipes.edits import Edit, Recipe

ROOT: Final = Path(__file__).resolve().parents[1]
RECIPES: Final = (*ENGINE, *GAME)
PAGE: Final = (ROOT / "docs" / "architecture.md").read_text("utf-8")
TABLE: Final = PAGE.split("## To add …")[1].split("\n\n")[1].splitlines()[2:]
ROWS: Final = dict(re.match(r"\| ([^|]+) \| (.+) \|$", row).groups() for row in TABLE)  # type: ignore[union-attr]
"""What is added → where, as the page says."""
EVERYWHERE: Final = {"assets/text/en.po"}
"""What the page says of all rows."""
COPIED: Final = ("sandbox", "tests", "docs", "levels", "assets/text", "pyproject.toml", "main.py")
LINKED: Final = ("assets/fonts", "assets/presence", "assets/theme.json", "assets/title.json")
PATH: Final = re.compile(r"`([\w.-]+/[\w./-]*|pyproject\.toml)`")
"""A file or a folder on the page."""
OPTIONS: Final = ("-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--junitxml=report.xml", "--tb=short")
REGISTRIES: Final = (
    *(f"tests/engine/test_{name}.py" for name in ("registries", "model_page", "looks")),
    "tests/engine/test_ranges.py",
    *(f"tests/lab/test_{name}.py" for name in ("experiments", "results_page")),
    "tests/lab/test_levels_page.py::test_the_tables_are_up_to_date",
    "tests/lab/test_levels_page.py::test_every_kind_of_object_has_its_table_and_every_field_a_meaning",
    "tests/scenario/test_language.py",
    "tests/scenario/test_levels.py::test_no_two_levels_share_a_title_or_a_number",
    "tests/scenario/test_levels.py::test_each_level_is_laid_out_so_that_writing_it_again_changes_nothing",
    "tests/scenario/test_levels.py::test_the_schema_lists_every_name",
    "tests/app/test_effects.py::test_everything_that_is_heard_has_a_sound_and_every_sound_is_heard",
    "tests/view/test_deeds.py::test_everything_has_a_sign",
    "tests/view/test_themes.py::test_a_palette_exchanges_usual_colours_only_and_none_twice",
    "tests/view/test_things.py::test_every_being_has_a_body_and_a_face_of_its_own",
    "tests/view/test_things.py::test_beings_are_told_apart_without_colour",
    "tests/ui/test_commands.py::test_no_key_does_two_things",
    "tests/ui/test_commands.py::test_every_verb_has_a_command_and_every_command_a_verb",
    "tests/ui/test_commands.py::test_everything_with_keys_is_a_command",
    "tests/ui/test_commands.py::test_every_command_can_be_found_by_name_or_is_told_as_a_gesture",
    "tests/ui/test_settings.py::test_the_panel_has_every_preference_but_the_one_with_a_button",
    "tests/ui/test_settings.py::test_every_palette_can_be_chosen",
    "tests/ui/test_spare_tools.py::test_every_happening_that_befalls_somebody_is_a_tool",
    "tests/ui/test_panels.py::test_every_drive_stands_in_one_group",
    "tests/ui/test_meters.py::test_every_meter_has_a_sign_and_a_look_of_its_own",
    "tests/ui/test_options_chart.py::test_every_term_has_a_look_of_its_own",
    "tests/ui/test_scenes.py::test_every_screen_has_its_own_commands_or_none",
    "tests/test_facts.py::test_no_module_tells_happenings_and_options_apart_by_name_but_those_that_are_about_one",
    "tests/test_architecture.py::test_imports_go_down_only",
)
"""Tests that hold entries and what is said about them elsewhere to each other."""
each: Final = pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.missed)


def tree(folder: Path, edits: Iterable[Edit]) -> Path:
    """Copy the sources, change some, and make anew what is made from them; what is linked is not written to."""
    for part in (*COPIED, *LINKED):
        place = folder / part
        place.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / part).is_dir():
            shutil.copytree(
                ROOT / part, place, copy_function=copied, ignore=shutil.ignore_patterns("*.pyc.*", "golden")
            )
        else:
            copied(ROOT / part, place)
    for edit in edits:
        place = folder / edit.path
        text = place.read_text("utf-8") if place.exists() else ""
        assert edit.old in text, (edit.path, edit.old)
        place.unlink(missing_ok=True)
        place.write_text(text.replace(edit.old, edit.new, 1) if edit.old else text + edit.new, "utf-8")
    return folder


def copied(source: str | Path, place: str | Path) -> None:
    """Link Python's files, which nobody writes into, and copy all else."""
    if Path(source).suffix in {".py", ".pyc"}:
        with suppress(OSError):
            os.link(source, place)
            return
    shutil.copy2(source, place)


def fits(path: str, pattern: str) -> bool:
    """Return whether a file is what the page names, or lies in it."""
    return fnmatch(path, pattern) or (pattern.endswith("/") and path.startswith(pattern))


def played(folder: Path) -> Mapping[str, str]:
    """Test the registries of a tree; return what each test that fails says, by its name."""
    words = ",".join(recipe.missed for recipe in RECIPES)
    done = subprocess.run(
        [sys.executable, "tests/recipes/run.py", words, *OPTIONS, *REGISTRIES],
        cwd=folder,
        env=os.environ | {"OPENBLAS_NUM_THREADS": "1", "CI": "1"},
        capture_output=True,
        check=False,
    )
    report = folder / "report.xml"
    assert done.returncode in {pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED}, (done.stdout + done.stderr).decode()
    return {
        f"{case.get('classname')} {case.get('name')}": f"{problem.get('message')}\n{problem.text}"
        for case in ET.parse(report).iter("testcase")  # noqa: S314 - our own
        for problem in (*case.iter("failure"), *case.iter("error"))
    }


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Follow all recipes; return what tests fail, and with what."""
    edits = [edit for recipe in RECIPES for edit in recipe.edits]
    return played(tree(tmp_path_factory.mktemp("whole"), edits))


@pytest.fixture(scope="session")
def lacking(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Follow all recipes but for one part of each; return what tests fail, and with what."""
    edits = [edit for recipe in RECIPES for edit in recipe.edits if recipe.forgotten not in {edit.path, edit.new}]
    return played(tree(tmp_path_factory.mktemp("lacking"), edits))


def of(recipe: Recipe, told: Mapping[str, str]) -> dict[str, str]:
    """Return what is told of a dummy."""
    word = re.compile(rf"(?<![a-z]){re.escape(recipe.missed)}(?![a-z])")
    return {name: message for name, message in told.items() if word.search(name) or word.search(message)}


def test_each_row_has_its_dummies_and_each_dummy_its_row() -> None:
    assert ROWS.keys() == {recipe.row for recipe in RECIPES}


@pytest.mark.parametrize("row", ROWS)
def test_a_row_names_every_file_that_is_touched_and_none_else(row: str) -> None:
    touched = {edit.path.removeprefix("sandbox/") for one in RECIPES if one.row == row for edit in one.edits}
    patterns = [re.sub(r"NAME|NNN-name|CODE", "*", path) for path in PATH.findall(ROWS[row])]
    assert [path for path in touched - EVERYWHERE if not any(fits(path, pattern) for pattern in patterns)] == []
    assert [pattern for pattern in patterns if not any(fits(path, pattern) for path in touched)] == []


@each
def test_a_dummy_that_follows_the_recipe_passes(recipe: Recipe, whole: Mapping[str, str]) -> None:
    assert of(recipe, whole) == {}


def test_all_dummies_get_on_with_each_other(whole: Mapping[str, str]) -> None:
    assert whole == {}


@each
def test_what_was_forgotten_is_named(recipe: Recipe, lacking: Mapping[str, str]) -> None:
    assert of(recipe, lacking), lacking
