"""The command line: what staff, schedulers and trainers type."""
