"""YAML with the line and column of every word, so that a flaw in a file can be pointed at."""

from solicitation_flow.yamlfile.messages import Known, did_you_mean, flaws, nearest
from solicitation_flow.yamlfile.parser import read, read_file, text_of
from solicitation_flow.yamlfile.places import Spot, Trail, Tree

__all__ = [
    "Known",
    "Spot",
    "Trail",
    "Tree",
    "did_you_mean",
    "flaws",
    "nearest",
    "read",
    "read_file",
    "text_of",
]
