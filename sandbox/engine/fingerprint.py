"""Whether two play-throughs were made with the same constants, and with tables and lists that mean the same."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from sandbox.engine.causes import KINDS
from sandbox.engine.happenings import HAPPENINGS
from sandbox.engine.imagine import TERMS
from sandbox.engine.options import OPTIONS
from sandbox.engine.params import describe
from sandbox.engine.people import People
from sandbox.engine.table import columns
from sandbox.engine.ties import Ties
from sandbox.engine.vocabulary import CUES, DRIVES, RULES, STREAMS, TIE_STREAMS

if TYPE_CHECKING:
    from collections.abc import Mapping


def fingerprint() -> str:
    """Return 16 hexadecimal digits that change with any name or default of a constant."""
    return _digits("".join(f"{parameter.name} {parameter.default!r}\n" for parameter in describe()))


def lists() -> Mapping[str, tuple[str, ...]]:
    """Return every list of names by whose places numbers of a world or of its journal are to be read."""
    return {
        "options": tuple(option.name for option in OPTIONS),
        "happenings": tuple(kind.name for kind in HAPPENINGS),
        "kinds": KINDS,
        "terms": TERMS,
        "streams": STREAMS,
        "tie_streams": TIE_STREAMS,
        "cues": CUES,
        "rules": RULES,
    }


def engine() -> str:
    """Return 16 hexadecimal digits that change with any constant, column or name of a list.

    What the code does with them they do not tell: that shows in the digests of a recording, and in nothing else.
    """
    tables = [f"{kind.__name__} {dict(columns(kind))!r}" for kind in (People, Ties)]
    return _digits("\n".join([fingerprint(), *tables, repr(dict(lists())), repr(DRIVES)]))


def _digits(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
