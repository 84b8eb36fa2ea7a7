"""How the demo is printed, event by event."""
