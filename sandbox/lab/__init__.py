"""Measured experiments without a window: what the engine shows over many seeds, and what goes when a drive is off."""
