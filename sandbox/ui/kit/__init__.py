"""Controls, text and layout; knows no session."""
