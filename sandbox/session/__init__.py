"""One play-through: commands in, frames out, rewind and why in between."""
