"""Files of texts, one a language, in the form that translators know: gettext's `.po`, whose msgids are our keys."""

from __future__ import annotations

import re
from contextlib import suppress
from gettext import GNUTranslations
from io import BytesIO
from string import Formatter
from typing import TYPE_CHECKING, Final, NamedTuple, NoReturn

import polib

from sandbox.scenario.folders import ASSETS, ROOT
from sandbox.scenario.showable import showable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

FOLDER: Final = ASSETS / "text"
"""A file for each language, called by its code: en.po, pl.po …"""
LARGEST: Final = 4_000_000
"""Bytes of a file of texts."""
COUNTS: Final = (*range(250), 1000, 1001, 10**6, 10**9)
"""Counts for which a rule of plural forms is tried out; no language's rule asks for more than the last two digits."""


class LanguageError(Exception):
    """A file of texts that cannot be used; the text says which, where, and what is to be done."""


class Texts(NamedTuple):
    """All texts of one language."""

    forms: Mapping[str, tuple[str, ...]]
    """key → its sentence, or its sentences for different counts in the order of the language's plural forms"""
    chosen: GNUTranslations
    """finds the sentence of a key, and of a count by the language's own rule"""


def read_texts(file: Path) -> Texts:
    """Return the texts of a file; those marked fuzzy or left empty are not there.

    Raises:
        LanguageError: if the file cannot be read, is no .po file, or says something twice or with broken slots.
    """
    try:
        if file.stat().st_size > LARGEST:
            _refuse(file, f"this has more than {LARGEST:,} bytes; a language needs a tenth of that")
        found = polib.pofile(file.read_text("utf-8-sig"), encoding="utf-8")
        found.metadata["Content-Type"] = "text/plain; charset=UTF-8"
        chosen = GNUTranslations(BytesIO(found.to_binary()))
    except UnicodeDecodeError as error:
        _refuse(file, f"byte {error.start + 1} is not UTF-8; save the file as UTF-8")
    except OSError as error:  # polib's complaints about what it reads are of this type, too.
        _refuse(file, _reason(error))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        _refuse(file, f"this is no .po file that can be read ({error}); compare it with en.po")
    forms: dict[str, tuple[str, ...]] = {}
    for entry in found.translated_entries():
        if entry.msgid in forms:
            _refuse(file, f'line {entry.linenum}: "{entry.msgid}" is there twice; keep one')
        said = tuple(entry.msgstr_plural[form] for form in sorted(entry.msgstr_plural)) or (entry.msgstr,)
        try:
            slots_of(" ".join(said))
        except ValueError as error:
            _refuse(
                file,
                f'line {entry.linenum}: "{entry.msgid}" has braces that hold no plain name ({error}); write {{name}}',
            )
        forms[entry.msgid] = said
    return Texts(forms, chosen)


def translated(file: Path, english: Texts) -> Texts:
    """Return the texts of another language, which speaks English where it has no word.

    Raises:
        LanguageError: as `read_texts`, and if a text has a slot that the English one has not, or lacks plural forms.
    """
    texts = read_texts(file)
    forms = _plural_forms(file, texts.chosen)
    for key, said in texts.forms.items():
        ours = english.forms.get(key, ())
        foreign = sorted(slots_of(" ".join(said)) - slots_of(" ".join(ours))) if ours else []
        if foreign:
            _refuse(file, f'"{key}" has the slot {{{foreign[0]}}}, which is not in the English text; leave it out')
        if len(ours) > 1 and len(said) != forms:
            _refuse(
                file,
                f'"{key}" has {len(said)} of the {forms} forms that Plural-Forms asks for; write the others',
            )
    texts.chosen.add_fallback(english.chosen)
    return texts


def slots_of(sentence: str) -> set[str]:
    """Return the names of the {slots} in a sentence; raise ValueError if braces hold anything but a name."""
    names: set[str] = set()
    for _, name, specification, conversion in Formatter().parse(sentence):
        if name is not None:
            if specification or conversion or not name.isidentifier():
                raise ValueError(f"{{{name}}}")
            names.add(name)
    return names


def _plural_forms(file: Path, chosen: GNUTranslations) -> int:
    """Return how many forms a language has; refuse a rule that leads to others, or nowhere."""
    written = chosen.info().get("plural-forms", "nplurals=2;")
    counted = re.search(r"nplurals\s*=\s*([1-9])\s*;", written)
    rule: Callable[[int], int] = getattr(chosen, "plural")  # noqa: B009 - set when a file is read, unknown to stubs
    asked: set[int] = set()
    with suppress(ArithmeticError, ValueError, RecursionError):
        asked = {rule(count) for count in COUNTS}
    if counted is None or not asked or not asked <= set(range(int(counted[1]))):
        _refuse(file, f'Plural-Forms "{written[:60]}" cannot be followed; copy those of your language from elsewhere')
    return int(counted[1])


def _reason(error: OSError) -> str:
    """Return what is wrong, from a complaint of the disk or of polib."""
    if error.strerror:
        return f"this cannot be read ({error.strerror.lower()}); copy the game again"
    where = re.search(r"\(line (\d+)\)(?:: (.+))?", str(error))
    line, what = (where[1], where[2] or "not a line of a .po file") if where else ("?", str(error))
    return f"line {line} cannot be read ({what}); mend that spot"


def _refuse(file: Path, reason: str) -> NoReturn:
    place = file.relative_to(ROOT).as_posix() if file.is_relative_to(ROOT) else str(file)
    raise LanguageError(f"{showable(place)}: {reason}.") from None
