"""Errors that a player may read: the engine names a text by its key, and those who know the language say it."""

from __future__ import annotations

from typing import TypeVar

Known = TypeVar("Known", bound="Explained")


class Explained(Exception):  # noqa: N818 - not a fault, but a reason why something cannot be
    """Something that was asked for and cannot be, with the text that says why."""

    def __init__(self, key: str, /, **slots: object) -> None:
        """Name the text by its key in the catalogue, and what its slots are filled with."""
        super().__init__(key, slots)
        self.key, self.slots = key, slots

    def __str__(self) -> str:
        """Return the key and the slots, for developers; players read `language.explain`."""
        filled = ", ".join(f"{name}={value!r}" for name, value in self.slots.items())
        return f"{self.key}({filled})"

    def __reduce__(self) -> tuple[object, ...]:
        """Let an error pass from one process to another."""
        return _again, (type(self), self.key, self.slots)


class WrongSettingError(Explained):
    """A constant that there is not, or a value outside its bounds."""


def _again(kind: type[Known], key: str, slots: dict[str, object]) -> Known:
    return kind(key, **slots)
