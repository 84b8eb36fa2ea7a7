"""What a letter is written from: the case, its law, why, to whom and when."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from solicitation_flow.casefile import CLOCK, Actor, CaseFile
from solicitation_flow.forms import Form
from solicitation_flow.jurisdiction import Law
from solicitation_flow.notices.parties import Recipient, Sender
from solicitation_flow.paper import Templates
from solicitation_flow.records.ledger import Deadline


class Occasion(NamedTuple):
    """One letter's reason to be written; a reminder has a deadline and how long before it."""

    case: CaseFile
    law: Law
    cause: str
    recipient: Recipient
    now: datetime
    actor: Actor = CLOCK
    form: Form | None = None
    deadline: Deadline | None = None
    offset: str | None = None


class LetterSettings(NamedTuple):
    """What is the same for all letters of a workspace.

    `names` says what the parties are called that records name by key, such as `acme`; in training
    the recipient is marked as simulated anyway, the others by whoever looks them up.
    """

    templates: Templates
    sender: Sender
    training: bool = False
    names: Mapping[str, str] | None = None
