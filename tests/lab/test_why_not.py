"""What came of why-nots is counted act by act, and a question of a level can be asked and answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.lab.why_not import ENOUGH, FEW, FRESH, Asked, Counted, ask, counted

if TYPE_CHECKING:
    from pathlib import Path

FAR = b"""{"schema_version": 2, "id": "far", "title": "Far", "hook": "", "map": {"width": 40, "height": 16},
"people": [{"id": "hal", "name": "Hal", "x": 8, "y": 8},
           {"id": "bob", "name": "Bob", "x": 30, "y": 8, "traits": {"expressiveness": 0.4}},
           {"id": "ann", "name": "Ann", "x": 36, "y": 3}, {"id": "cy", "name": "Cy", "x": 3, "y": 3}],
"ties": [{"from": "hal", "to": "bob", "mutual": true, "affinity": 0.8, "importance": 0.9}]}"""
FOUND = Asked("level", "help", "ann", "bob", 5.0, "knows.fine", "found", "hurt", "deed", 200, 9, 1, 2)


def line(found: list[Asked], what: str) -> Counted:
    return next(one for one in counted(found) if one.what == what)


def test_what_holds_is_told_from_what_does_not() -> None:
    others = [FOUND._replace(flips=7), FOUND._replace(sham=3), FOUND._replace(rank="both")]
    rows = [FOUND, *others, FOUND._replace(outcome="none"), FOUND._replace(outcome="soon")]
    assert line(rows, "help.found") == Counted("help.found", 4, 5)
    assert line(rows, "help.single") == Counted("help.single", 3, 5)
    assert line(rows, "help.flips") == Counted("help.flips", 34, 40, passed=True)
    assert line(rows, "help.sham") == Counted("help.sham", 6, 40, passed=True)
    assert line(rows, "help.holds") == Counted("help.holds", 2, 4, passed=False)
    assert line([FOUND._replace(flips=5)], "all.flips").passed is False


def test_nothing_passes_where_nothing_was_found() -> None:
    assert line([FOUND], "look.flips") == Counted("look.flips", 0, 0, passed=False)


def test_a_question_is_drawn_and_answered(tmp_path: Path) -> None:
    level = tmp_path / "far.json"
    level.write_bytes(FAR)
    asked = ask(level, 9)
    assert asked is not None
    assert asked.act == "help"
    assert asked.who != asked.whom
    assert asked.outcome == "found"
    assert max(asked.sham, asked.beside) <= FEW < ENOUGH <= asked.flips <= FRESH
