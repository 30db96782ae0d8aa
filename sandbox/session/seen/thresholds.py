"""Where a number becomes something: watched, on somebody's mind, a person, held against somebody, ill.

The picture, the meters and the answers to "why?" all ask here, so that what is counted is what is seen.
"""

from __future__ import annotations

from typing import Final

from sandbox.engine import notable

NOTICED: Final = 0.08
"""A share of attention above which somebody counts as watched."""
ATTENDED: Final = 0.03
"""A share of attention below which somebody is nobody in an observer's mind."""
A_PERSON: Final = notable.THING
"""Personhood below which somebody is a thing to an observer; the journal notes it as that, too."""
PROUD: Final = notable.PROUD
"""Esteem, either way, that shows in somebody's bearing: pride, or shame below 0; the journal notes it, too."""
GRUDGE: Final = 0.12
"""Blame that is worth an arrow."""
VERDICT_SECONDS: Final = 5.0
"""How long a verdict has an arrow, and goes before whatever else is newer about the same two people."""
ILL: Final = 0.2
"""Somebody who is at least so wounded or ill is seen to suffer."""
SUFFERS: Final = -0.2
"""Felt mood below which somebody is seen to suffer."""
