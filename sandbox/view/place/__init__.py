"""The ground and what stands on it."""
