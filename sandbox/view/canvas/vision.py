"""How a picture looks to people who tell fewer hues apart, and how far apart two colours then are.

Source: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision
Deficiency", IEEE TVCG 15(6), 2009; the matrices of severity 1, on linear RGB. CIELAB: CIE 15, white D65.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from sandbox.engine.arrays import Floats
    from sandbox.view.canvas.palette import Rgb

MACHADO: Final[dict[str, Floats]] = {
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
"""By kind of colour vision: what reaches the eye of each linear red, green and blue."""
VISIONS: Final = tuple(MACHADO)
"""Green cones missing, red cones missing, blue cones missing."""
TO_XYZ: Final[Floats] = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
TO_LAB: Final[Floats] = np.array([[0, 116, 0], [500, -500, 0], [0, 200, -200]])
KNEE: Final = 0.04045
"""Below this share of full brightness sRGB is a straight line."""
CUBE_FROM: Final = (6 / 29) ** 3
"""From this share of white on, CIELAB's lightness is a cube root."""


def as_seen(colours: Floats, vision: str) -> Floats:
    """Return (..., 3) colours, 0 to 255, as somebody with one of VISIONS sees them."""
    return _encoded(np.clip(_linear(colours) @ MACHADO[vision].T, 0, 1))


def apart(one: Rgb, other: Rgb, vision: str | None = None) -> float:
    """Return the distance (CIE76) between two colours, for ordinary colour vision or one of VISIONS.

    About 2 can just be seen side by side; from 10 on nobody takes one for the other.
    """
    pair = np.array([one, other], dtype=float)
    first, second = lab(as_seen(pair, vision) if vision else pair)
    return float(np.sqrt(((first - second) ** 2).sum()))


def lab(colours: Floats) -> Floats:
    """Return (..., 3) colours, 0 to 255, in CIELAB: lightness 0 to 100, green to red, blue to yellow."""
    xyz = _linear(colours) @ TO_XYZ.T / TO_XYZ.sum(axis=1)
    bent = np.where(xyz > CUBE_FROM, np.cbrt(xyz), xyz / (3 * (6 / 29) ** 2) + 4 / 29)
    found: Floats = bent @ TO_LAB.T - np.array([16, 0, 0])
    return found


def _linear(colours: Floats) -> Floats:
    share = np.asarray(colours, dtype=float) / 255
    return np.where(share <= KNEE, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


def _encoded(linear: Floats) -> Floats:
    share = np.where(linear <= KNEE / 12.92, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    return 255 * share
