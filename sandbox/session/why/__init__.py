"""Why: what a question is about, where its answer begins, and how it is told."""
