"""Files: recordings, saves and what is kept by itself; written whole or not at all."""
