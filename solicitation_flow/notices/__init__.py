"""Letters, written when the move is made: their words, their mail, their digest."""

from solicitation_flow.notices.context import FIXED, offered
from solicitation_flow.notices.mail import Recipient, Sender
from solicitation_flow.notices.writing import write

__all__ = ["FIXED", "Recipient", "Sender", "offered", "write"]
