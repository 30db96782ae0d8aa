"""Panels and controls: they turn clicks and keys into happenings or into another view of the same moment."""
