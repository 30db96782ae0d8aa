"""Files of texts, one a language, in the form that translators know: gettext's `.po`, whose msgids are our keys."""

from __future__ import annotations

import re
from gettext import GNUTranslations
from io import BytesIO
from string import Formatter
from typing import TYPE_CHECKING, NamedTuple, NoReturn

import polib

from sandbox.scenario.folders import ROOT
from sandbox.scenario.showable import showable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


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
        found = polib.pofile(file.read_text("utf-8-sig"), encoding="utf-8")
        found.metadata["Content-Type"] = "text/plain; charset=UTF-8"
        chosen = GNUTranslations(BytesIO(found.to_binary()))
    except UnicodeDecodeError as error:
        _refuse(file, f"byte {error.start + 1} is not UTF-8; save the file as UTF-8")
    except OSError as error:  # polib's complaints about what it reads are of this type, too.
        _refuse(file, _reason(error))
    except (ValueError, IndexError) as error:
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
    for key, said in texts.forms.items():
        ours = english.forms.get(key, ())
        foreign = sorted(slots_of(" ".join(said)) - slots_of(" ".join(ours))) if ours else []
        if foreign:
            _refuse(file, f'"{key}" has the slot {{{foreign[0]}}}, which is not in the English text; leave it out')
        if len(ours) > 1 and len(said) != _plural_forms(texts.chosen):
            _refuse(
                file,
                f'"{key}" has {len(said)} of the {_plural_forms(texts.chosen)} forms that Plural-Forms asks for; '
                "write the others",
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


def _plural_forms(chosen: GNUTranslations) -> int:
    counted = re.search(r"nplurals\s*=\s*(\d+)", chosen.info().get("plural-forms", ""))
    return int(counted[1]) if counted else 2


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
