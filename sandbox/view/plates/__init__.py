"""A face that turns into a plate: at which step everybody is, and what each step looks like."""
