"""The steps, counted from 0001; once released, a step never changes."""
