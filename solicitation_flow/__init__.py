"""A workflow engine for solicitations one public agency runs on behalf of many."""

__version__ = "0.1.0"
