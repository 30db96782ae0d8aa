"""Signs, drawn once and kept."""
