"""Keys are what players call them, and work on keyboards of any script."""

from __future__ import annotations

import pygame
import pytest

from sandbox.ui.kit.chords import SAID, BadChordError, Chord, chords_of, keys_of, parse

LAYOUTS = {
    "us": {"E": "e", "W": "w", "1": "1", "6": "6", "COMMA": ",", "PERIOD": ".", "MINUS": "-", "EQUALS": "="},
    "ru": {"E": "\u0443", "W": "ц", "1": "1", "6": "6", "COMMA": "\u0431", "PERIOD": "ю", "MINUS": "-", "EQUALS": "="},
    "gr": {"E": "ε", "W": "ς", "1": "1", "6": "6", "COMMA": ",", "PERIOD": ".", "MINUS": "-", "EQUALS": "="},
    "ara": {"E": "ث", "W": "ص", "1": "1", "6": "6", "COMMA": "و", "PERIOD": "ز", "MINUS": "-", "EQUALS": "="},
    "il": {"E": "ק", "W": "'", "1": "1", "6": "6", "COMMA": "ת", "PERIOD": "ץ", "MINUS": "-", "EQUALS": "="},
    "th": {"E": "ำ", "W": "ไ", "1": "ๅ", "6": "ุ", "COMMA": "ม", "PERIOD": "ใ", "MINUS": "ข", "EQUALS": "ช"},
    "fr": {"E": "e", "Z": "w", "1": "&", "6": "-", "COMMA": ";", "PERIOD": ":", "MINUS": ")", "EQUALS": "="},
    "de": {"E": "e", "W": "w", "1": "1", "6": "6", "COMMA": ",", "PERIOD": ".", "SLASH": "-", "RIGHTBRACKET": "+"},
}
"""What some keyboards have at some places of an American one."""
WANTED = {
    "us": ("E", "W", "1", "6", ",", ".", "-", "="),
    "de": ("E", "W", "1", "6", ",", ".", "-", "+"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_keyboard_has_the_same_keys_in_reach(layout: str) -> None:
    reached = [keys_of(ord(sign), getattr(pygame, f"KSCAN_{place}")) for place, sign in LAYOUTS[layout].items()]
    for keys, wanted in zip(reached, WANTED.get(layout, WANTED["us"]), strict=True):
        assert wanted in keys, (layout, keys, wanted)


@pytest.mark.parametrize(
    ("sign", "place", "keys"),
    [
        ("a", pygame.KSCAN_Q, ("A",)),
        ("z", pygame.KSCAN_Y, ("Z",)),
        ("ö", pygame.KSCAN_SEMICOLON, ("Ö",)),
        ("ß", pygame.KSCAN_MINUS, ("ß",)),
        ("é", pygame.KSCAN_2, ("2", "É")),
        (",", pygame.KSCAN_M, (",", "M")),
        ("ı", pygame.KSCAN_I, ("I",)),
        ("٣", pygame.KSCAN_3, ("3", "٣")),
        ("ф", pygame.KSCAN_A, ("A",)),
        (" ", pygame.KSCAN_SPACE, ("Space",)),
    ],
)
def test_a_latin_letter_counts_and_any_other_goes_by_its_place(sign: str, place: int, keys: tuple[str, ...]) -> None:
    assert keys_of(ord(sign), place) == keys


def test_a_key_without_a_sign_goes_by_its_place() -> None:
    assert keys_of(0, pygame.KSCAN_B) == ("B",)
    assert keys_of(pygame.K_LSHIFT, pygame.KSCAN_LSHIFT) == ()


def test_the_numbers_at_the_side_are_numbers() -> None:
    assert keys_of(pygame.K_KP_7, pygame.KSCAN_KP7) == ("7",)
    assert keys_of(pygame.K_KP_ENTER, 0) == ("Enter",)


@pytest.mark.parametrize(
    ("written", "chord"),
    [
        ("Ctrl+P", "Ctrl+P"),
        ("ctrl + p", "Ctrl+P"),
        ("shift+RETURN", "Shift+Enter"),
        ("Shift+Control+esc", "Ctrl+Shift+Escape"),
        ("3", "3"),
        ("+", "+"),
        ("Ctrl++", "Ctrl++"),
        ("pgup", "PageUp"),
        ("−", "-"),
        ("ö", "Ö"),
        ("Alt", "Alt"),
        ("f11", "F11"),
    ],
)
def test_chords_are_read_as_players_write_them(written: str, chord: str) -> None:
    assert str(parse(written)) == chord
    assert parse(str(parse(written))) == parse(written)


@pytest.mark.parametrize("written", ["", "Ctrl+", "Hyper+P", "PP", "Ctrl", "\0", "P+Ctrl", "++", "Ctrl+\ud83d"])
def test_what_is_no_key_is_refused(written: str) -> None:
    with pytest.raises(BadChordError):
        parse(written)


@pytest.mark.parametrize(
    ("modifiers", "chords"),
    [
        (0, ["E"]),
        (pygame.KMOD_CAPS | pygame.KMOD_NUM, ["E"]),
        (pygame.KMOD_RSHIFT, ["Shift+E"]),
        (pygame.KMOD_LCTRL, ["Ctrl+E"]),
        (pygame.KMOD_RALT, ["Alt+E"]),
        (pygame.KMOD_MODE, ["AltGr+E"]),
        (pygame.KMOD_LCTRL | pygame.KMOD_RALT, ["Ctrl+Alt+E"]),
        (pygame.KMOD_LGUI, ["Meta+E"]),
    ],
)
def test_whatever_is_held_belongs_to_the_chord(modifiers: int, chords: list[str]) -> None:
    assert [str(chord) for chord in chords_of(pygame.K_e, pygame.KSCAN_E, modifiers)] == chords


def test_digits_and_signs_may_need_shift() -> None:
    assert Chord("6") in chords_of(ord("-"), pygame.KSCAN_6, pygame.KMOD_LSHIFT)
    assert Chord("=") in chords_of(ord("="), pygame.KSCAN_EQUALS, pygame.KMOD_LSHIFT)
    assert Chord("Enter") not in chords_of(pygame.K_RETURN, 0, pygame.KMOD_LSHIFT)
    assert Chord("6") not in chords_of(ord("-"), pygame.KSCAN_6, pygame.KMOD_LSHIFT | pygame.KMOD_LALT)


def test_alt_alone_is_a_key() -> None:
    assert chords_of(pygame.K_LALT, pygame.KSCAN_LALT, pygame.KMOD_LALT) == (Chord("Alt"),)


def test_every_key_has_a_name_on_screen() -> None:
    assert [Chord(name).shown for name in SAID]
    assert parse("Shift+PageUp").shown == "Shift+PageUp"
