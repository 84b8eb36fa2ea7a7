"""Rules on how the program is built, each a function from a tree to what breaks the rule in it."""
