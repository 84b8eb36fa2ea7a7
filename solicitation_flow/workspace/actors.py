"""The first person of a new workspace."""

import re
from collections.abc import Sequence

from solicitation_flow.errors import Usage


def first(person: str, name: str, email: str, roles: Sequence[str]) -> dict[str, str]:
    """Return the opening form of a workspace's first person, made of what is known."""
    key = re.sub(r"[^a-z0-9]+", "-", person.lower()).strip("-")[:40].strip("-")
    if not key:
        raise Usage(
            f"{person!r} makes no key", hint="give the person a key of letters, digits and hyphens"
        )
    return {
        "key": key,
        "name": name or key.replace("-", " ").title(),
        "email": email or f"{key}@agency.example",
        "roles": ",".join(roles),
    }
