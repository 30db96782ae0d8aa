"""History: the lines of play, their keyframes, and the way back to any moment."""
