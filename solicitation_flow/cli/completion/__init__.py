"""The Tab key: what it offers, and what each shell needs for it."""
