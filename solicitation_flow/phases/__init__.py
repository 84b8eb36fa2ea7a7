"""The law, one module per phase, in the mission's own words."""
