"""Months of procurement in a moment: the production engine under another clock."""
