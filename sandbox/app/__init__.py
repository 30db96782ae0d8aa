"""The program around the game: command line, window, loop, sound and the player's own files."""
