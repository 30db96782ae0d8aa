"""Keys can be given to other commands, and a file with mistakes in it spoils nothing else."""

from __future__ import annotations

import pytest

from sandbox.ui.bindings import FIXED, USUAL_KEYS
from sandbox.ui.input.keymap import Keymap, read_keymap, usual_keymap
from sandbox.ui.kit.chords import parse


@pytest.fixture
def usual() -> Keymap:
    """Return the keys of four commands."""
    return usual_keymap({"pause": ("Space",), "step": (".",), "faster": ("=", "+"), "quiet": ()})


def test_a_press_finds_its_command(usual: Keymap) -> None:
    assert usual.commands((parse("+"),)) == ("faster",)
    assert usual.commands((parse("Q"), parse("."))) == ("step",)
    assert usual.commands((parse("Q"),)) == ()
    assert usual.shown("faster") == "="
    assert usual.shown("quiet") == ""


def test_a_new_key_replaces_the_old_ones(usual: Keymap) -> None:
    keymap = usual.bound("faster", parse("F"))
    assert keymap.commands((parse("F"),)) == ("faster",)
    assert keymap.commands((parse("+"),)) == ()
    assert keymap.written == {"faster": ["F"]}


def test_a_key_that_is_taken_is_told(usual: Keymap) -> None:
    assert usual.taken(parse("."), "pause") == "step"
    assert usual.taken(parse("."), "step") is None


def test_replacing_takes_the_key_from_the_other(usual: Keymap) -> None:
    keymap = usual.bound("pause", parse("+"))
    assert keymap.keys("pause") == (parse("+"),)
    assert keymap.keys("faster") == (parse("="),)


def test_swapping_gives_the_other_the_key_in_return(usual: Keymap) -> None:
    keymap = usual.swapped("pause", parse("."))
    assert keymap.keys("pause") == (parse("."),)
    assert keymap.keys("step") == (parse("Space"),)


def test_resetting_one_takes_its_keys_back_from_whichever_has_them(usual: Keymap) -> None:
    keymap = usual.bound("pause", parse(".")).reset("step")
    assert keymap.keys("step") == (parse("."),)
    assert keymap.keys("pause") == ()
    assert keymap.reset("pause").own == {}


def test_resetting_all_forgets_every_change(usual: Keymap) -> None:
    assert usual.bound("pause", parse("P")).bound("step", parse("S")).reset_all() == usual


def test_no_change_gives_a_key_to_two_commands(usual: Keymap) -> None:
    keymap = usual
    for change in ("bound", "swapped"):
        for command in usual.usual:
            for key in ("Space", ".", "=", "+", "P"):
                keymap = getattr(keymap, change)(command, parse(key))
                given = [chord for name in keymap.usual for chord in keymap.keys(name)]
                assert len(given) == len(set(given))


def test_what_was_kept_is_found_again(usual: Keymap) -> None:
    keymap = usual.bound("pause", parse("Ctrl+P")).bound("step")
    assert read_keymap(usual, keymap.written) == (keymap, ())


def test_each_entry_of_no_use_is_told_and_the_others_count(usual: Keymap) -> None:
    found = {"pause": ["P"], "paws": ["X"], "step": ["Hyper+S"], "faster": 5, "quiet": [3]}
    keymap, complaints = read_keymap(usual, found)
    assert keymap.written == {"pause": ["P"]}
    assert len(complaints) == 4
    for name, said in zip(("paws", "Hyper+S", "faster", "3"), complaints, strict=True):
        assert name in said
    assert 'did you mean "pause"' in complaints[0]


def test_a_file_cannot_give_away_a_key_that_stays_what_it_is() -> None:
    found = {"tool.heal": ["Escape"], "tool.hurt": ["F5", "Ctrl+Left"], "fit": ["Enter"]}
    keymap, complaints = read_keymap(USUAL_KEYS, found, FIXED)
    assert keymap.written == {"fit": ["Enter"], "act": []}
    assert [key in said for key, said in zip(("Escape", "Ctrl+Left"), complaints, strict=True)] == [True, True]


@pytest.mark.parametrize("found", [5, [], "x", None])
def test_what_is_no_list_of_keys_at_all_is_told(usual: Keymap, found: object) -> None:
    keymap, complaints = read_keymap(usual, found)
    assert keymap == usual
    assert len(complaints) == 1


def test_a_file_cannot_give_a_key_to_two_commands(usual: Keymap) -> None:
    keymap, _ = read_keymap(usual, {"pause": ["X", "."], "quiet": ["X"]})
    assert keymap.keys("pause") == (parse("."),)
    assert keymap.keys("quiet") == (parse("X"),)
    assert keymap.keys("step") == ()
