"""How the law has a solicitation advertised: in which media, how often, and how early."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from solicitation_flow.casefile import CaseFile
from solicitation_flow.jurisdiction import Law
from solicitation_flow.jurisdiction.figures import Channel
from solicitation_flow.records.issuance import Advertisement, Publication, StruckAdvertisement
from solicitation_flow.workdays import local

DAY = timedelta(1)


class Shortfall(NamedTuple):
    """What a medium still lacks: the days that count, and those on which one more would."""

    channel: Channel
    counted: tuple[date, ...]
    missing: tuple[date, ...]


def insertions(case: CaseFile) -> list[Advertisement]:
    """Return the advertisements on file, without those struck as entered by mistake."""
    struck = {strike.number for strike in case.all(StruckAdvertisement)}
    return [insertion for insertion in case.all(Advertisement) if insertion.number not in struck]


def far_enough_apart(days: Iterable[date], gap: int) -> list[date]:
    """Return the days that are at least `gap` days apart, counted from the first."""
    kept: list[date] = []
    for day in sorted(days):
        if not kept or (day - kept[-1]).days >= gap:
            kept.append(day)
    return kept


def latest_first(channel: Channel, due: date) -> date:
    """Return the last day on which the first insertion is early enough for a due date."""
    if channel.first_before_days is None:
        return due - DAY
    return due - timedelta(channel.first_before_days + channel.strictly)


def shortfalls(case: CaseFile, law: Law, today: date, due: date) -> list[Shortfall]:
    """Return what is not advertised as the law has it; nothing where one medium is enough."""
    rule = law.rule("advertising")
    lacking: list[Shortfall] = []
    for channel in rule.channels:
        shortfall = _shortfall(case, channel, today, due, law)
        if shortfall is not None:
            lacking.append(shortfall)
        elif rule.enough == "any":
            return []
    return lacking


def _shortfall(
    case: CaseFile, channel: Channel, today: date, due: date, law: Law
) -> Shortfall | None:
    days = [day for day in _days(case, channel, law) if day <= today and day < due]
    counted = far_enough_apart(days, channel.apart_days)
    last = latest_first(channel, due)
    if counted and counted[0] > last:
        counted = []  # the first was too late, and so are those that follow it
    if len(counted) >= channel.times:
        return None
    gap = timedelta(max(channel.apart_days, 1))
    published = case.get(Publication)
    if counted:
        day = counted[-1] + gap
    elif published is not None:
        day = min(last, local(published.published_at, law.zone).date())
    else:
        day = today
    missing: list[date] = []
    while len(counted) + len(missing) < channel.times and day < due:
        missing.append(day)
        day += gap
    return Shortfall(channel, tuple(counted), tuple(missing))


def _days(case: CaseFile, channel: Channel, law: Law) -> list[date]:
    """Return the days on which a solicitation was advertised in a medium of one kind."""
    days = [ad.published_on for ad in insertions(case) if ad.channel == channel.kind]
    published = case.get(Publication)
    if channel.kind == "direct" and published is not None and published.suppliers:
        # the program itself wrote to each of them
        days.append(local(published.published_at, law.zone).date())
    return days


def earliest_due(case: CaseFile, law: Law, today: date) -> date:
    """Return the first day on which proposals may be due, if advertising begins today."""
    rule = law.rule("advertising")
    firsts = [_first_due(case, channel, today, law) for channel in rule.channels]
    if not firsts:
        return today
    if rule.enough == "any":
        return min(firsts)
    return max(firsts)


def _first_due(case: CaseFile, channel: Channel, today: date, law: Law) -> date:
    published = case.get(Publication)
    begins = today
    if published is not None:  # what is not recorded yet may have appeared since
        begins = local(published.published_at, law.zone).date()
    first = min([day for day in _days(case, channel, law) if day <= today], default=begins)
    lead = 1
    if channel.first_before_days is not None:
        lead = max(lead, channel.first_before_days + channel.strictly)
    return max(first + timedelta(lead), first + timedelta(channel.apart_days * (channel.times - 1)))


def required(law: Law, channels: Iterable[Channel]) -> str:
    """Return in words what is asked for in these media: in each of them, or in one."""
    word = " and "
    if law.rule("advertising").enough == "any":
        word = " or "
    return word.join(in_words(channel) for channel in channels)


def in_words(channel: Channel) -> str:
    """Return what is asked for in a medium, such as "2 insertions in a newspaper, 7 days apart"."""
    named = channel.name or f"a {channel.kind}"
    if channel.name is None and channel.kind == "other":
        named = "another medium"
    elif channel.name is None and channel.kind == "direct":
        named = "letters to suppliers"
    often = "1 insertion"
    if channel.times != 1:
        often = f"{channel.times} insertions"
    words = f"{often} in {named}"
    if channel.times != 1 and channel.apart_days:
        words += f", {channel.apart_days} days apart"
    if channel.first_before_days is not None:
        before = f"{channel.first_before_days} days before proposals are due"
        if channel.strictly:
            before = f"before the {channel.first_before_days}th day before proposals are due"
        words += f", the first at least {before}"
        if channel.strictly:
            words = words.replace("at least before", "before")
    return words
