"""Every word that a player reads: sentences with named slots, looked up by readable keys, in the language in use.

A text that depends on a number has several forms, and the slot `count` chooses one by the language's own rule. Texts
are read when something is first said, since worlds that are played without a window say nothing.
"""

from __future__ import annotations

from functools import cache
from numbers import Real
from typing import TYPE_CHECKING, Final

from sandbox.scenario.showable import encodable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sandbox.engine.explained import Explained
    from sandbox.scenario.po import Texts

ENGLISH: Final = "en"
"""The language that has every text, and so stands in wherever another lacks one."""
SOME: Final = 2
"""The count whose form a fraction takes: half a second is "0.5 seconds"."""

_in_use: Texts | None = None
_code = ENGLISH
_epoch = 0


class TextError(LookupError):
    """A text that is not in the catalogue, or one whose slot was left empty: a fault of ours."""


def text_of(key: str, /, **slots: object) -> str:
    """Return the text of `key` with its slots filled in; slots that it does not use are ignored.

    A text with plural forms needs the slot `count`, a number; it may be written out in the text or not. What cannot be
    written anywhere, as of names of files that are not UTF-8, shows as a replacement sign.
    """
    chosen = (_in_use or english()).chosen
    forms = english().forms.get(key)
    if forms is None:
        from difflib import get_close_matches

        raise TextError(f'There is no text "{key}", but perhaps {get_close_matches(key, english().forms)}.')
    text = chosen.gettext(key) if len(forms) == 1 else chosen.ngettext(key, key, _whole(key, slots))
    try:
        return encodable(text.format_map(slots))
    except KeyError as missing:
        raise TextError(f'The text "{key}" needs {{{missing.args[0]}}}, which was not given.') from None


def explain(error: Explained) -> str:
    """Return the sentence of an error that names its text by a key."""
    return text_of(error.key, **error.slots)


def use(language: str, folder: Path | None = None) -> None:
    """Say everything from now on in a language, by its code; whoever keeps texts compares `epoch`.

    Its file lies in `folder`, or among those that ship with the game.

    Raises:
        LanguageError: if its file cannot be used; the language in use stays.
    """
    from sandbox.scenario.po import FOLDER, translated

    global _in_use, _code, _epoch  # noqa: PLW0603 - one screen has one language
    _in_use = english() if language == ENGLISH else translated((folder or FOLDER) / f"{language}.po", english())
    _code = language
    _epoch += 1


def prefer(language: str, folder: Path | None = None) -> None:
    """Say everything in a language as far as it can be: one without a file is that of levels alone.

    The game then speaks English, and levels the language, where they have it. `folder` is as for `use`.

    Raises:
        LanguageError: if there is a file that cannot be used; the language in use stays.
    """
    global _in_use, _code, _epoch  # noqa: PLW0603 - as in `use`
    if language in catalogues(folder):
        use(language, folder)
    else:
        _in_use, _code = english(), language
        _epoch += 1


def catalogues(folder: Path | None = None) -> tuple[str, ...]:
    """List the codes of the languages of which there are files, English first."""
    from sandbox.scenario.po import FOLDER

    found = {file.stem for file in (folder or FOLDER).glob("*.po")} - {ENGLISH}
    return ENGLISH, *sorted(found)


def in_use() -> str:
    """Return the code of the language in use."""
    return _code


def epoch() -> int:
    """Return a number that changes whenever the language in use does."""
    return _epoch


def texts() -> Mapping[str, tuple[str, ...]]:
    """Return the forms of every text in English, by key; most texts have one."""
    return english().forms


@cache
def english() -> Texts:
    """Read the English texts, once; raise LanguageError if that cannot be."""
    from sandbox.scenario.po import FOLDER, read_texts

    return read_texts(FOLDER / f"{ENGLISH}.po")


def _whole(key: str, slots: Mapping[str, object]) -> int:
    """Return the whole number by which a form is chosen."""
    count = slots.get("count")
    if not isinstance(count, Real):
        raise TextError(f'The text "{key}" has plural forms and needs {{count}}, a number.')
    number = float(count)
    return int(number) if number.is_integer() else SOME
