# Protests at every step: some are decided, and some the agency leaves unanswered past their day.
# What silence means depends on the law of the place: two stories follow this one.
follows: published.story
title: Protests of the terms, decided or left unanswered
jurisdiction: mill-county
zone: America/New_York

## The terms are protested, again and again, before proposals are due
2026-01-13 12:00  acme  file_protest against=solicitation name="Acme Furniture" address="1 Mill Road" signature="Joe Acme, President" grounds="The criterion quality favors one maker" relief="Strike it" documents_note="None beyond the file"  -> open
2026-01-13 13:00  birchway  file_protest against=solicitation name="Birchway Learning Spaces" address="2 Dock Street" signature="Bea Birch" grounds="The scope leaves out libraries" relief="Add them" documents_note="None beyond the file"  -> open
2026-01-19 09:00  cobalt  file_protest against=solicitation name="Cobalt Seating" address="3 Hill Lane" signature="Cora Balt" grounds="One chair as a sample is too little" relief="Ask for three" documents_note="None beyond the file"  -> open
2026-01-20 09:00  acme  file_protest against=solicitation name="Acme Furniture" address="1 Mill Road" signature="Joe Acme, President" grounds="The warranty earns no points" relief="Give it points" documents_note="None beyond the file"  -> open
2026-01-20 16:00  clock  close_questions  -> open
2026-01-21 09:00  birchway  file_protest against=solicitation name="Birchway Learning Spaces" address="2 Dock Street" signature="Bea Birch" grounds="The dates of delivery are missing" relief="State them" documents_note="None beyond the file"  -> open
2026-01-22 09:00  cobalt  file_protest against=solicitation name="Cobalt Seating" address="3 Hill Lane" signature="Cora Balt" grounds="Renewals are not priced" relief="Price them" documents_note="None beyond the file"  -> open
2026-01-22 10:00  delta  file_protest against=solicitation name="Delta Desks" address="4 Bank Street" signature="Dee Delta" grounds="Partial offers are not explained" relief="Explain them" documents_note="None beyond the file"  -> open
2026-01-23 11:00  grace  decide_protest protest=2 outcome=denied facts="The scope names classrooms only" reasons="Libraries are bought under another agreement"  -> open
2026-01-28 00:00  clock  deem_denied  -> open
2026-01-28 09:00  delta  file_protest against=solicitation name="Delta Desks" address="4 Bank Street" signature="Dee Delta" grounds="The place of receipt has no ramp" relief="Name another" documents_note="None beyond the file"  -> open
2026-01-29 09:00  acme  file_protest against=solicitation name="Acme Furniture" address="1 Mill Road" signature="Joe Acme, President" grounds="The price form has no line for freight" relief="Add one" documents_note="None beyond the file"  -> open
2026-01-29 10:00  birchway  file_protest against=solicitation name="Birchway Learning Spaces" address="2 Dock Street" signature="Bea Birch" grounds="The sums insured are too high" relief="Halve them" documents_note="None beyond the file"  -> open
2026-01-30 09:00  cobalt  file_protest against=solicitation name="Cobalt Seating" address="3 Hill Lane" signature="Cora Balt" grounds="Three references are too many" relief="Ask for one" documents_note="None beyond the file"  -> open
2026-01-30 10:00  delta  file_protest against=solicitation name="Delta Desks" address="4 Bank Street" signature="Dee Delta" grounds="Five years of trade are too many" relief="Ask for two" documents_note="None beyond the file"  -> open

## An outage holds the closing, and the days to decide run on
2026-02-02 08:00  acme      receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-02-02 08:30  birchway  receive envelope=@birchway.txt price=@birchway-price.txt  -> open
2026-02-02 16:00  theo      report_outage what="The portal answered every upload with an error page" began_at="2026-02-02 15:30"  -> held
2026-02-02 16:30  grace  decide_protest protest=7 outcome=denied facts="Section 3 says how categories are judged" reasons="An offer may cover one category alone"  -> held
2026-02-03 00:00  clock     deem_denied  -> held
2026-02-03 09:00  maria     dismiss_outage reason="The portal worked again within the hour, a day before the closing"  -> open
2026-02-03 14:00  clock     close_receipt  -> opening
2026-02-03 15:00  grace  decide_protest protest=8 outcome=denied facts="Room 12 is reached by the lift from the yard" reasons="The place of receipt can be reached by everybody"  -> opening
2026-02-04 00:00  clock     deem_denied  -> opening

## Screening, evaluation and negotiation go on beside them
2026-02-04 09:00  theo   open_proposals witness=paul  -> screening
2026-02-04 09:30  grace  decide_protest protest=9 outcome=denied facts="Prices are asked for delivered and installed" reasons="Freight is part of every price"  -> screening
2026-02-05 00:00  clock  deem_denied  -> screening
2026-02-05 09:00  maria  find_responsive offeror=acme minimums="signed_offer:pass" helped_draft=no  -> screening
2026-02-05 09:10  maria  find_responsive offeror=birchway minimums="signed_offer:pass" helped_draft=no  -> screening
2026-02-05 09:20  maria  check_exclusions offeror=acme stage=screening sam=clear state_list=clear  -> screening
2026-02-05 09:30  maria  check_exclusions offeror=birchway stage=screening sam=clear state_list=clear  -> screening
2026-02-05 10:00  eve    sign_forms conflict=none confidentiality=yes  -> screening
2026-02-05 10:10  ben    sign_forms conflict=none confidentiality=yes  -> screening
2026-02-05 10:20  chen   sign_forms conflict=none confidentiality=yes  -> screening
2026-02-05 11:00  maria  finish_screening  -> evaluation
2026-02-05 12:00  grace  decide_protest protest=10 outcome=denied facts="The sums insured are those of the county code" reasons="No lower sum may be asked for"  -> evaluation
2026-02-06 00:00  clock  deem_denied  -> evaluation
2026-02-06 09:00  eve  score offeror=acme scores="quality:52" reasons="quality:sturdy frames, ten-year warranty"  -> evaluation
2026-02-06 09:30  eve  score offeror=birchway scores="quality:48" reasons="quality:good range, thinner edges"  -> evaluation
2026-02-06 10:00  ben  score offeror=acme scores="quality:52" reasons="quality:sturdy frames, ten-year warranty"  -> evaluation
2026-02-06 10:30  ben  score offeror=birchway scores="quality:48" reasons="quality:good range, thinner edges"  -> evaluation
2026-02-06 11:00  chen  score offeror=acme scores="quality:52" reasons="quality:sturdy frames, ten-year warranty"  -> evaluation
2026-02-06 11:30  chen  score offeror=birchway scores="quality:48" reasons="quality:good range, thinner edges"  -> evaluation
2026-02-09 09:00  maria  hold_consensus present=eve,ben,chen minutes="Each offer was discussed; nobody changed a score"  -> evaluation
2026-02-09 10:00  maria  open_prices  -> evaluation
2026-02-09 10:30  maria  rank_offers  -> evaluation
2026-02-10 09:00  maria  set_range offerors=acme,birchway reason="Both offers can be improved by talks on delivery"  -> negotiation
2026-02-10 10:00  maria  invite_to_discuss offeror=acme at="2026-02-12 10:00" where="Room 14" topics="Delivery in August"  -> negotiation
2026-02-10 10:10  maria  invite_to_discuss offeror=birchway at="2026-02-12 14:00" where="Room 14" topics="Delivery in August"  -> negotiation
2026-02-11 09:00  grace  decide_protest protest=12 outcome=denied facts="The work covers four thousand rooms" reasons="Five years of trade are in proportion to it"  -> negotiation
2026-02-12 16:00  maria  record_discussion offeror=acme held_at="2026-02-12 10:00" summary="Delivery in August is confirmed"  -> negotiation
2026-02-12 16:10  maria  record_discussion offeror=birchway held_at="2026-02-12 14:00" summary="Delivery in August is confirmed"  -> negotiation
2026-02-12 16:30  maria  request_bafo due="2026-02-13 15:00" where="Purchasing office, room 12" how="The price form alone, sealed"  -> negotiation
2026-02-13 15:00  clock  close_bafo  -> negotiation
2026-02-13 15:30  maria  open_bafos  -> negotiation
2026-02-14 00:00  clock  deem_denied  -> negotiation
2026-02-16 09:00  maria  end_negotiation  -> evaluation
2026-02-16 10:00  maria  analyze_price offeror=acme method=price finding=fair reasons="Three per cent above the estimate"  -> evaluation
2026-02-16 11:00  maria  find_responsible offeror=acme factors="resources:yes, audited accounts of 2025; schedule:yes, four crews are free; performance:yes, three references called; integrity:yes, nothing adverse found; skills:yes, twelve years in the trade; facilities:yes, warehouse visited; eligibility:yes, licensed and registered"  -> evaluation
