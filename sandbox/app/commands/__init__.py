"""The commands of the command line, one module each: `add` describes its arguments, `run` gives the exit code."""
