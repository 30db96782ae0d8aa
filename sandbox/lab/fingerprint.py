"""Whether two measurements were made with the same constants."""

from __future__ import annotations

import hashlib

from sandbox.engine.params import describe


def fingerprint() -> str:
    """Return 16 hexadecimal digits that change with any name or default of a constant."""
    text = "".join(f"{parameter.name} {parameter.default!r}\n" for parameter in describe())
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
