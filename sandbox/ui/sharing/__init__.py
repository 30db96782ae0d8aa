"""What of a play-through is given away: its last seconds as a film, and a picture that carries how it was played."""
