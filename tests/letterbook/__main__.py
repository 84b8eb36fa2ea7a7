"""Writes the approved pages anew."""

import sys

from tests.letterbook import PHASES, write_pages

write_pages(sys.argv[1:] or PHASES)
