"""The social-drive engine: standard library and numpy only, no clock, no screen, no files."""
