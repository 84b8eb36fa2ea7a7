"""Rules that come on top of a jurisdiction's for some cases, such as those with federal money."""

from collections.abc import Mapping

from solicitation_flow.jurisdiction.conditions import Condition
from solicitation_flow.jurisdiction.fields import Data, DateText, Edition, Level, Name, Text
from solicitation_flow.jurisdiction.rules import Rule


class Dated(Data):
    """What every file of rules says of itself: from when it holds, until when, when it was read."""

    effective: DateText | None = None
    sunset: DateText | None = None
    read_on: DateText | None = None


class Overlay(Dated):
    """A file of rules that apply to some cases besides those of their jurisdiction."""

    jurisdiction: Name
    title: Text
    edition: Edition
    applies: Condition
    level: Level | None = None
    note: Text | None = None
    rules: Mapping[Name, Rule]
