"""All that is heard, made of sines and noise: nothing is loaded from files."""
