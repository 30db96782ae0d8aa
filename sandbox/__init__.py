"""A visual sandbox of sympathy: people on a map who feel, look, help, look away, blame and forgive."""

__version__ = "0.1.0"
