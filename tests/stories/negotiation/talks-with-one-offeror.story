# Only one offeror is kept for talks, by a signed determination; it declines them, and its offer stands.
follows: ../beginnings/ranked.story
title: Talks with one offeror alone

## A range of one is decided and explained first
2026-02-09 09:00  maria  set_range offerors=acme reason="Only acme delivers in August; the others cannot improve that"  !! only acme would be in the range, and 3 offers were ranked
2026-02-09 10:00  grace  determine rule=range_of_one author=maria reasoning="The two others wrote that they cannot deliver before October, and the schools open in August"  -> evaluation
2026-02-09 11:00  maria  set_range offerors=acme reason="Only acme delivers in August; the others cannot improve that"  -> negotiation
2026-02-09 11:00  birchway reads negotiation/out_of_range  -> 1

## The offeror declines to talk: that is written down, and the talks end
2026-02-10 09:00  maria  invite_to_discuss offeror=acme at="2026-02-13 10:00" where="By video" topics="The warranty on moving parts"  -> negotiation
2026-02-12 09:00  maria  record_discussion offeror=acme how=declined summary="Acme wrote that its offer is its best, and declines the talk"  -> negotiation
2026-02-12 10:00  maria  end_negotiation  -> evaluation

## Nothing changed, so the ranking still counts
2026-02-12 11:00  maria  analyze_price offeror=acme method=price finding=fair reasons="Three per cent above the estimate"  -> evaluation
2026-02-12 12:00  maria  find_responsible offeror=acme factors="resources:yes, audited accounts of 2025; schedule:yes, two crews are free; performance:yes, five references called; integrity:yes, nothing adverse found; skills:yes, nine years in the trade; facilities:yes, plant visited; eligibility:yes, licensed and registered"  -> evaluation
2026-02-13 09:00  maria  post_intent winners=acme basis="Highest total: first in quality, and the only one to deliver in August"  !! negotiation was held with
2026-02-13 09:00  grace  determine rule=negotiation author=maria reasoning="One firm is clearly more highly qualified than the others: it leads every sheet and every criterion"  -> evaluation
2026-02-13 09:00  maria  post_intent winners=acme basis="Highest total: first in quality, and the only one to deliver in August"  -> intent_to_award
2026-02-13 10:00  maria  cancel reason="The insurer pays for the furniture after the flood of 12 February"  -> cancelled
