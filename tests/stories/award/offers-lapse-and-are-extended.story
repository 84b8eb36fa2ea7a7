# The talks take too long: the offers lapse, are extended in writing, and lapse twice more.
follows: ../beginnings/ranked.story
title: Offers lapse, and are extended

## They lapse while the talks go on; the office was told a month and a week ahead
2026-02-09 09:00  maria  set_range offerors=acme,birchway reason="The two highest totals"  -> negotiation
2026-05-05 09:00  maria  ask_to_extend last_day=2026-06-03 due="2026-05-20 16:00" reason="The talks on delivery are not over"  !! 2026-06-03 is not after 2026-06-03, which needs nobody's consent
2026-05-05 09:10  maria  ask_to_extend last_day=2026-06-30 due="2026-05-20 16:00" reason="The talks on delivery are not over"  -> negotiation
2026-05-05 09:10  acme   reads award/extension_request  -> 1
2026-06-04 00:00  clock  lapse_offers  -> negotiation
2026-06-04 08:00  maria  reads award/offers_expiring  -> 2

## Offers stay open only for those who agreed in writing, and to a later day
2026-06-04 09:00  maria  extend_offers last_day=2026-06-01 consents=acme,delta  !! no offer of delta is open; 2026-06-01 is not after 2026-06-04
2026-06-04 09:10  maria  extend_offers last_day=2026-06-30 consents=acme,birchway evidence=@letters.pdf  -> negotiation
2026-06-04 09:10  acme   reads award/validity_extended  -> 1
2026-06-05 09:00  maria  end_negotiation  -> evaluation

## They lapse again before anybody is announced
2026-06-08 09:00  maria  analyze_price offeror=acme method=price finding=fair reasons="Three per cent above the estimate"  -> evaluation
2026-06-08 10:00  maria  find_responsible offeror=acme factors="resources:yes, audited accounts of 2025; schedule:yes, two crews are free; performance:yes, five references called; integrity:yes, nothing adverse found; skills:yes, nine years in the trade; facilities:yes, plant visited; eligibility:yes, licensed and registered"  -> evaluation
2026-07-01 00:00  clock  lapse_offers  -> evaluation
2026-07-01 09:00  maria  post_intent winners=acme basis="Highest total: first in quality"  !! offers that can no longer be accepted, and when they lapsed: acme
2026-07-01 09:10  maria  ask_to_extend last_day=2026-07-10 due="2026-07-01 16:00" reason="The intent to award is ready to be posted"  -> evaluation
2026-07-02 09:00  maria  extend_offers last_day=2026-07-10 consents=acme  -> evaluation
2026-07-02 10:00  maria  post_intent winners=acme basis="Highest total: first in quality"  !! negotiation was held with
2026-07-02 10:00  grace  determine rule=negotiation author=maria reasoning="One firm is clearly more highly qualified than the others: it leads every sheet and every criterion"  -> evaluation
2026-07-02 10:00  maria  post_intent winners=acme basis="Highest total: first in quality"  -> intent_to_award

## The winner's offer lapses in the standstill, and is extended once more
2026-07-09 09:00  maria  ask_to_extend last_day=2026-08-31 due="2026-07-09 08:00" reason="The standstill is not over yet"  !! 2026-07-09 08:00 has already passed
2026-07-09 09:10  maria  ask_to_extend last_day=2026-08-31 due="2026-07-13 16:00" reason="The standstill is not over yet"  -> intent_to_award
2026-07-11 00:00  clock  lapse_offers  -> intent_to_award
2026-07-14 00:00  clock  end_standstill  -> intent_to_award
2026-07-14 09:00  maria  check_exclusions offeror=acme stage=award sam=clear state_list=clear  -> intent_to_award
2026-07-14 10:00  grace  award  !! offers that can no longer be accepted, and when they lapsed: acme
2026-07-14 11:00  maria  extend_offers last_day=2026-08-31 consents=birchway  !! announced as winners, and not among those who agreed: acme
2026-07-14 11:10  maria  extend_offers last_day=2026-08-31 consents=acme,birchway  -> intent_to_award
2026-07-14 12:00  grace  award  -> awarded
