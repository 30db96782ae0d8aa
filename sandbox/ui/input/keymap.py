"""Which command each key stands for: the usual keys, and what the player made of them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sandbox.engine.explained import Explained
from sandbox.scenario.language import explain, text_of
from sandbox.scenario.read_json import shown
from sandbox.scenario.suggest import suggestion
from sandbox.ui.kit.chords import BadChordError, Chord, parse

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

Keys = tuple[Chord, ...]


class Rebinding(NamedTuple):
    """A command that is about to get another key."""

    id: str
    """of the command's invocation"""
    chord: Chord | None = None
    """the key, once it was pressed: it is asked about, since another command has it"""
    other: str = ""
    """that command's id"""


@dataclass(frozen=True)
class Keymap:
    """The keys of all commands, by the commands' names. It is never changed: a change gives another one."""

    usual: Mapping[str, Keys]
    """the keys of every command to begin with"""
    own: Mapping[str, Keys] = field(default_factory=dict)
    """the keys of the commands that the player gave others, or none"""

    def keys(self, command: str) -> Keys:
        """Return the keys of a command."""
        return self.own.get(command, self.usual.get(command, ()))

    def shown(self, command: str) -> str:
        """Return the first key of a command as it is called on screen; nothing if it has none."""
        return next((chord.shown for chord in self.keys(command)), "")

    def commands(self, chords: Iterable[Chord]) -> tuple[str, ...]:
        """Return the commands that a press stands for, the likeliest first; scenes may share keys."""
        return tuple(dict.fromkeys(name for chord in chords for name in self._by_chord.get(chord, ())))

    @cached_property
    def _by_chord(self) -> dict[Chord, list[str]]:
        found: dict[Chord, list[str]] = {}
        for command in self.usual:
            for chord in self.keys(command):
                found.setdefault(chord, []).append(command)
        return found

    def taken(self, chord: Chord, command: str) -> str | None:
        """Return the other command that has a key already."""
        return next((name for name in self._by_chord.get(chord, ()) if name != command), None)

    def bound(self, command: str, *chords: Chord) -> Keymap:
        """Return a keymap in which a command has these keys, and no other command has any of them."""
        robbed = {
            name: tuple(key for key in self.keys(name) if key not in chords)
            for name in self.usual
            if name != command and not set(chords).isdisjoint(self.keys(name))
        }
        return self._with({**robbed, command: chords})

    def swapped(self, command: str, chord: Chord) -> Keymap:
        """Return a keymap in which a command has a key, and whichever had it gets the command's keys instead."""
        other, before = self.taken(chord, command), self.keys(command)
        if other is None:
            return self.bound(command, chord)
        kept = tuple(key for key in self.keys(other) if key != chord)
        return self._with({command: (chord,), other: (*before, *kept)})

    def reset(self, command: str) -> Keymap:
        """Return a keymap in which a command has its usual keys again, and no other command has any of them."""
        return self.bound(command, *self.usual[command])

    def reset_all(self) -> Keymap:
        """Return the keymap as it was to begin with."""
        return replace(self, own={})

    def _with(self, changes: Mapping[str, Keys]) -> Keymap:
        own = {**self.own, **changes}
        return replace(self, own={name: keys for name, keys in own.items() if keys != self.usual.get(name)})

    @property
    def written(self) -> dict[str, list[str]]:
        """What the player changed, as it is kept in a file."""
        return {name: [str(chord) for chord in keys] for name, keys in self.own.items()}


def usual_keymap(usual: Mapping[str, Iterable[str]]) -> Keymap:
    """Return the keymap of commands with their usual keys, as a player would write them."""
    return Keymap({name: tuple(map(parse, keys)) for name, keys in usual.items()})


def read_keymap(usual: Keymap, found: object, fixed: Container[Chord] = frozenset()) -> tuple[Keymap, tuple[str, ...]]:
    """Return a keymap with the player's own keys from a file, and a sentence for each entry that is of no use.

    Of the `fixed` keys, a file can give away only those that some command has to begin with.
    """
    if not isinstance(found, dict):
        return usual, (text_of("ui.keys.no_list"),)
    keymap, complaints = usual, []
    for name, keys in found.items():
        try:
            keymap = keymap.bound(_known(usual, name), *_free(usual, name, _read(name, keys), fixed))
        except _UselessError as reason:
            complaints.append(explain(reason))
    return keymap, tuple(complaints)


class _UselessError(Explained):
    """An entry that cannot be used."""


def _known(usual: Keymap, name: str) -> str:
    if name not in usual.usual:
        raise _UselessError("ui.keys.no_command", name=_short(name), ending=suggestion(name, usual.usual))
    return name


def _free(usual: Keymap, name: str, keys: Keys, fixed: Container[Chord]) -> Keys:
    for chord in keys:
        if chord in fixed and not usual.commands((chord,)):
            raise _UselessError("ui.keys.not_free", name=_short(name), chord=chord.shown)
    return keys


def _read(name: str, keys: object) -> Keys:
    if not isinstance(keys, list | tuple):
        raise _UselessError("ui.keys.no_keys", name=_short(name))
    read = []
    for key in keys:
        try:
            read.append(parse(key if isinstance(key, str) else ""))
        except BadChordError as error:
            raise _UselessError("ui.keys.no_key", name=_short(name), wrong=_short(key)) from error
    return tuple(read)


def _short(value: object) -> str:
    """Quote what stands in a file, as far as it fits into a sentence."""
    return shown(value).removeprefix('"').removesuffix('"')
