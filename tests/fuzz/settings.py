"""Files of settings as they should never be, and what has to hold of each."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

import msgspec

from sandbox.app.paths import user_folder
from sandbox.app.settings import FILE, MOST_BROKEN, Settings, read_settings, write_settings
from sandbox.scenario.read_json import LONGEST_NUMBER
from sandbox.ui.bindings import FIXED, USUAL_KEYS
from sandbox.ui.input.keymap import read_keymap
from tests.fuzz.kind import Kind

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

SOUND: Final = {
    "width": 1000,
    "fullscreen": True,
    "preferences": {"palette": "contrast", "words": 130, "calm": True, "loudness": 50},
    "keys": {"title": ["Ctrl+J"]},
    "learned": ["why"],
    "last": "120-look-away",
}
"""What a player could have chosen."""
STRANGE: Final = (
    *(None, True, 0, -1, 1.5, 10**30, 1e999, float("nan"), "", "\ud800", "x" * 500, "\x00\n", [], {}, [[]], {"": {}}),
    *([None, 3, "why", {"a": []}], {"title": 3, "paws": ["P"], "": [""], "pause": ["Hyper+P", None]}, [[[[[[[[]]]]]]]]),
)
"""Values that no field expects, or hardly any."""
BYTES: Final = (
    b"",
    b"{",
    b"}",
    b"\xff",
    b"\x00",
    b'"',
    b"\\ud800",
    b"[" * 50,
    b",",
    b"\xef\xbb\xbf",
    b"1e999",
    b"\r\n",
)
"""What may come into a file, or stand instead of a part of it."""


def generate(rng: Random) -> bytes:
    """Return a file of settings of which some fields, and sometimes some bytes, are wrong."""
    fields = json.loads(json.dumps(SOUND))
    for _ in range(rng.randrange(4)):
        _spoil(rng, fields)
    content = json.dumps(fields, ensure_ascii=rng.random() < 0.8).encode(errors="surrogatepass")
    for _ in range(rng.choice((0, 0, 0, 1, 3))):
        at = rng.randrange(len(content) + 1)
        content = content[:at] + rng.choice(BYTES) + content[at + rng.choice((0, 1, 20)) :]
    return content


def _spoil(rng: Random, fields: dict[str, Any]) -> None:
    """Make something of an object wrong, or strange to it."""
    within = rng.choice([fields, *(value for value in fields.values() if isinstance(value, dict))])
    name = rng.choice([*within, *msgspec.structs.asdict(Settings()), "later", "", "\udcff"])
    if rng.random() < 0.2:
        within.pop(name, None)
    else:
        within[name] = deepcopy(rng.choice(STRANGE))


def check(content: bytes, _folder: Path) -> str:
    """Hold the settings that are read from a file against the file; tell whether there were any.

    Raises:
        AssertionError: if a field that fits was not read, or one that was not touched is not there after a change.
    """
    folder = user_folder()
    path = folder / FILE
    path.write_bytes(content)
    settings, complaints = read_settings()
    for sentence in complaints:
        assert sentence.encode(), "it can be printed"
        assert FILE in sentence, "it names the file"
        assert len(sentence) < 1000 + len(str(folder)), "it can be read"
    keymap, useless = read_keymap(USUAL_KEYS, settings.keys, FIXED)
    assert all(sentence.encode() and len(sentence) < 1000 for sentence in useless)
    if not path.exists():
        _check_that_it_is_kept(content, folder)
        return "set aside"
    before = json.loads(content.decode("utf-8-sig"))
    _check_what_was_read(before, settings)
    base = msgspec.structs.replace(settings, keys=keymap.written)
    calmer = msgspec.structs.replace(base.preferences, gentle=not base.preferences.gentle)
    assert write_settings(msgspec.structs.replace(base, preferences=calmer), base) == ()
    _check_what_was_written(before, json.loads(path.read_bytes()))
    assert read_settings()[0].preferences == calmer, "the change is found again"
    return "read field by field"


def _check_that_it_is_kept(content: bytes, folder: Path) -> None:
    kept = [folder / f"settings.broken-{number}.json" for number in range(1, MOST_BROKEN + 1)]
    assert content in [file.read_bytes() for file in kept if file.exists()]
    for file in kept[:-1]:
        file.unlink(missing_ok=True)


def _check_what_was_read(before: dict[str, Any], settings: Settings) -> None:
    """What still stands in the file as it was chosen has been read."""
    read = msgspec.to_builtins(settings)
    for name, value in SOUND.items():
        if name == "preferences" and isinstance(before.get(name), dict):
            for one, choice in SOUND["preferences"].items():
                assert before[name].get(one) != choice or read[name][one] == choice, one
        elif before.get(name) is value or (type(before.get(name)) is type(value) and before[name] == value):
            assert read[name] == value, name


def _check_what_was_written(before: dict[str, Any], after: dict[str, Any]) -> None:
    """Nothing but what was changed differs."""
    if isinstance(before.get("preferences"), dict):
        before["preferences"]["gentle"] = after["preferences"]["gentle"]
    else:
        before["preferences"] = {"gentle": after["preferences"]["gentle"]}
    assert _text(before) == _text(after)


def _text(value: object) -> str:
    """Return JSON in which numbers that are too long to be kept are infinite, as the game reads them."""
    return re.sub(rf"-?\d{{{LONGEST_NUMBER + 1},}}", "Infinity", json.dumps(value, sort_keys=True))


SETTINGS_FILES: Final = Kind("settings", generate, check, few=30)
