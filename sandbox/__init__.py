"""A visual sandbox of sympathy: people on a map who feel, look, help, look away, blame and forgive."""

from __future__ import annotations

__version__ = "0.1.0"
