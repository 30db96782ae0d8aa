"""Bodies, faces and how they move."""
