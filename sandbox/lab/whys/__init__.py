"""Whether an answer to "why?" is about what was asked, and true: what it ends in is taken away, and the fact goes."""
