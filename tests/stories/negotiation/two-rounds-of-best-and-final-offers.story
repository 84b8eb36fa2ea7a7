# The two best are kept for talks; two rounds of last offers change who leads.
follows: ../beginnings/ranked.story
title: Two rounds of best and final offers
file: acme-first.txt "total: 405000.00"
file: birchway-first.txt "total: 390000.00"
file: birchway-second.txt "total: 330000.00"

## The competitive range is drawn from the best down, and nobody is passed over in silence
2026-02-09 09:00  maria  set_range offerors=acme,delta reason="The two best, by quality and price"  !! not among the ranked offers: delta
2026-02-09 09:01  maria  set_range offerors=acme,cobalt reason="The two best, by quality and price"  !! passed over and not explained in the reason: birchway
2026-02-09 09:02  maria  set_range offerors=acme reason="The highest total"  !! only acme would be in the range, and 3 offers were ranked
2026-02-09 09:10  maria  set_range offerors=acme,birchway reason="The two highest totals; the third is four points below"  -> negotiation
2026-02-09 09:10  acme   reads negotiation/in_range  -> 1
2026-02-09 09:10  cobalt reads negotiation/out_of_range  -> 1

## Everybody in the range is invited alike, and nothing is told of another offer
2026-02-09 10:00  maria  invite_to_discuss offeror=cobalt at="2026-02-12 10:00" where="Room 14" topics="Delivery"  !! cobalt is not in the competitive range; in it are acme, birchway
2026-02-09 10:01  maria  invite_to_discuss offeror=acme at="2026-02-09 09:00" where="Room 14" topics="Delivery"  !! has already passed
2026-02-09 10:02  maria  invite_to_discuss offeror=acme at="2026-02-12 10:00" where="Room 14" topics="Cobalt asks 377,000: can you meet that?"  !! the text names cobalt; the text discloses another offeror's price: 377,000
2026-02-09 10:10  maria  invite_to_discuss offeror=acme at="2026-02-12 10:00" where="Room 14" topics="Delivery in August, and the warranty on moving parts"  -> negotiation
2026-02-09 10:20  maria  request_bafo due="2026-02-20 14:00" where="Purchasing office, room 12" how="The price form alone, sealed"  !! in the range and not invited to discuss: birchway
2026-02-09 10:30  maria  invite_to_discuss offeror=birchway at="2026-02-12 14:00" where="Room 14" topics="The thickness of edges, and the warranty on moving parts"  -> negotiation
2026-02-09 10:30  birchway reads negotiation/invitation  -> 1
2026-02-10 09:00  delta  receive envelope=@delta.txt price=@delta-price.txt  -> negotiation (a week late: kept, and never opened)
2026-02-10 09:00  delta  reads responses/late  -> 1

## What was said is written down, and confirmed to the offeror
2026-02-12 12:00  maria  record_discussion offeror=birchway held_at="2026-02-12 14:00" summary="Edges will be two millimeters"  !! is still to come
2026-02-12 12:10  maria  record_discussion offeror=acme held_at="2026-02-12 10:00" present="J. Doe for the offeror, M. Alvarez for the agency" summary="Delivery in August is confirmed"  -> negotiation
2026-02-12 12:20  maria  request_bafo due="2026-02-20 14:00" where="Purchasing office, room 12" how="The price form alone, sealed"  !! not recorded and confirmed in writing: the talk with birchway
2026-02-12 16:00  maria  record_discussion offeror=birchway how=call summary="Edges will be two millimeters; the warranty is ten years"  -> negotiation
2026-02-12 16:00  birchway reads negotiation/confirmation  -> 1
2026-02-12 16:10  maria  request_bafo due="2026-02-16 14:00" where="Purchasing office, room 12" how="The price form alone, sealed"  !! the agency is closed on Monday, 2026-02-16, and could take nothing in
2026-02-12 16:11  maria  request_bafo due="2026-02-21 03:00" where="Purchasing office, room 12" how="The price form alone, sealed"  !! the agency is closed on Saturday, 2026-02-21

## Best and final offers: one day, one hour and one place for all in the range
2026-02-13 09:00  acme   submit_bafo price=@acme-first.txt  !! 2 rules object; no best and final offer was asked of acme; no best and final offers are awaited
2026-02-13 09:10  maria  open_bafos  !! no best and final offers were asked for
2026-02-13 09:20  maria  request_bafo due="2026-02-13 09:00" where="Purchasing office, room 12" how="The price form alone, sealed"  !! has already passed
2026-02-13 09:30  maria  request_bafo due="2026-02-20 14:00" where="Purchasing office, room 12" how="The price form alone, sealed" asks="Ten years of warranty on moving parts"  -> negotiation
2026-02-13 09:30  acme   reads negotiation/bafo_request  -> 1
2026-02-13 10:00  maria  request_bafo due="2026-02-23 14:00" where="Purchasing office, room 12" how="The price form alone, sealed"  !! the best and final offers of round 1 have not been opened
2026-02-16 09:00  cobalt submit_bafo price=@cobalt-price.txt  !! cobalt is not in the competitive range
2026-02-18 09:00  acme   submit_bafo price=@acme-first.txt  -> negotiation
2026-02-18 09:00  acme   reads negotiation/bafo_receipt  -> 1
2026-02-19 09:00  maria  open_bafos  !! best and final offers may be sent until
2026-02-19 09:10  maria  end_negotiation  !! the best and final offers of round 1 have not been opened; they may be sent until
2026-02-20 14:00  clock  close_bafo  -> negotiation
2026-02-20 14:00  birchway submit_bafo price=@birchway-first.txt  -> negotiation (exactly 2:00 PM is late: it is held unopened, and its first offer stands)
2026-02-20 14:00  birchway reads negotiation/bafo_late  -> 1
2026-02-20 14:00  birchway reads negotiation/bafo_reminder  -> 1
2026-02-20 15:00  maria  end_negotiation  !! the best and final offers of round 1 have not been opened
2026-02-20 15:30  maria  open_bafos  -> negotiation
2026-02-20 15:40  maria  open_bafos  !! every round of best and final offers asked for has been opened

## A second round is decided in writing first: how many there may be is not known here
2026-02-23 09:00  maria  request_bafo due="2026-02-27 14:00" where="Purchasing office, room 12" how="The price form alone, sealed"  !! how many rounds of best and final offers may be asked for is not known here
2026-02-23 11:00  grace  determine rule=bafo_rounds author=maria reasoning="One offer came late by a minute of the post; a second round lets both compete on the warranty now asked for"  -> negotiation
2026-02-23 11:30  maria  request_bafo due="2026-02-27 14:00" where="Purchasing office, room 12" how="The price form alone, sealed"  -> negotiation
2026-02-26 10:00  birchway submit_bafo price=@birchway-second.txt  -> negotiation
2026-02-27 14:00  clock  close_bafo  -> negotiation
2026-02-27 14:30  maria  open_bafos  -> negotiation
2026-02-27 15:00  maria  file_paper paper=negotiation_record file=@negotiation-record.pdf title="Record of the negotiation"  -> negotiation
2026-02-27 16:00  maria  end_negotiation  -> evaluation

## New prices make the ranking old, and the award goes to the last offer
2026-03-02 09:00  maria  analyze_price offeror=birchway method=price finding=fair reasons="Below the estimate"  !! a price or a sheet changed after the offers were ranked
2026-03-02 09:10  maria  rank_offers  -> evaluation
2026-03-02 09:30  maria  analyze_price offeror=birchway method=price finding=fair reasons="Eighteen per cent below the estimate, and explained by larger lots"  -> evaluation
2026-03-02 10:00  maria  find_responsible offeror=birchway factors="resources:yes, audited accounts of 2025; schedule:yes, two crews are free; performance:yes, five references called; integrity:yes, nothing adverse found; skills:yes, nine years in the trade; facilities:yes, plant visited; eligibility:yes, licensed and registered"  -> evaluation
2026-03-03 09:00  maria  post_intent winners=birchway basis="Highest total after two rounds of last offers: the price makes up for quality"  -> intent_to_award
2026-03-14 00:00  clock  end_standstill  -> intent_to_award
2026-03-16 09:00  maria  check_exclusions offeror=birchway stage=award sam=clear state_list=clear  -> intent_to_award
2026-03-16 10:00  grace  award  -> awarded
