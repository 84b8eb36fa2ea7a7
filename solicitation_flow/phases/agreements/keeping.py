"""Words that say enough for a later reader to learn what happened."""

FEWEST_LETTERS = 10  # letters and digits: fewer can name no cause


def says_something(words: str) -> bool:
    """Return whether words could tell a later reader anything."""
    return len(words.split()) > 1 and sum(sign.isalnum() for sign in words) >= FEWEST_LETTERS
