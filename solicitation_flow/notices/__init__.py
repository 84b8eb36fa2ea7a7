"""Letters: what a template may use, the mail a letter leaves as, its digest."""

import importlib
from typing import TYPE_CHECKING, Any

from solicitation_flow.notices.context import FIXED, offered
from solicitation_flow.notices.occasion import LetterSettings, Occasion
from solicitation_flow.notices.parties import Recipient, Sender

if TYPE_CHECKING:
    from solicitation_flow.notices.writing import write

__all__ = [
    "FIXED",
    "LetterSettings",
    "Occasion",
    "Recipient",
    "Sender",
    "offered",
    "write",
]


def __getattr__(name: str) -> Any:
    """Return `write`, which needs Jinja and mail: most commands write no letter."""
    if name != "write":
        raise AttributeError(name)
    write = importlib.import_module(f"{__name__}.writing").write
    globals()[name] = write
    return write
