"""Papers that come with a command, and words that could tell a later reader anything."""

from datetime import datetime

from solicitation_flow.casefile import Actor, CaseFile
from solicitation_flow.forms import Attachment
from solicitation_flow.records.papers import Paper

FEWEST_LETTERS = 10  # letters and digits: fewer can name no cause


def says_something(words: str) -> bool:
    """Answers whether words could tell a later reader anything."""
    return len(words.split()) > 1 and sum(sign.isalnum() for sign in words) >= FEWEST_LETTERS


def with_paper(
    case: CaseFile, name: str, title: str, file: Attachment | None, now: datetime, actor: Actor
) -> CaseFile:
    """Files a paper, where there is one; a newer one of the same name replaces the older."""
    if file is None:
        return case
    old = case.get(Paper, name)
    paper = Paper(
        paper=name,
        title=title,
        name=file.name,
        bytes=file.bytes,
        digest=file.digest,
        version=old.version + 1 if old else 1,
        filed_by=actor.name,
        filed_at=now,
    )
    return case.file(paper)
