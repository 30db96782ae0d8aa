"""Names of files from words of players and strangers, such that every system takes them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from sandbox.scenario.showable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST: Final = 60
"""Characters of a name, without its ending."""
LONGEST_BYTES: Final = 200
"""Of a name in UTF-8; most systems take 255 with its ending."""
RESERVED: Final = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\..*)?", re.IGNORECASE)
"""Names of devices on Windows, whatever follows their first dot."""
_REFUSED: Final = re.compile(r'[<>:"/\\|?*]')


def safe_name(words: str, otherwise: str) -> str:
    """Return words as the name of a file without its ending, or `otherwise` if nothing of them can stand in one."""
    composed = unicodedata.normalize("NFC", words)
    kept = "".join(sign if printable(sign) else " " for sign in composed if not "\ud800" <= sign <= "\udfff")
    name = " ".join(_REFUSED.sub("-", kept).split()).strip(". ")[:LONGEST]
    while len(name.encode()) > LONGEST_BYTES:
        name = name[:-1]
    name = name.rstrip(". ")
    return f"_{name[: LONGEST - 1]}" if RESERVED.fullmatch(name) else name or otherwise


def fresh_name(name: str, others: Iterable[str]) -> str:
    """Return a name that none of the others has, large and small letters being the same: with a number behind it."""
    taken = {alike(other) for other in others}
    number, fresh = 1, name
    while alike(fresh) in taken:
        number += 1
        ending = f" {number}"
        fresh = f"{name[: LONGEST - len(ending)].rstrip()}{ending}"
    return fresh


def alike(name: str) -> str:
    """Return what is the same of two names that some systems hold for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())
