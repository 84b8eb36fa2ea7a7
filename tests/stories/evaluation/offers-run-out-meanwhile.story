# The evaluation outlasts the offers: they lapse, are extended by consent, and lapse once more.
follows: ../beginnings/ranked.story

## What comes in now is late, and what is found is put on file
2026-02-10 09:00  delta  receive envelope=@delta.txt price=@delta-price.txt  -> evaluation (late, unopened)
2026-02-10 09:00  delta  reads responses/late  -> 1
2026-02-10 10:00  maria  file_paper paper=evaluation_summary file=@summary.pdf  -> evaluation
2026-02-10 11:00  maria  check_exclusions offeror=acme stage=award sam=clear state_list=clear  -> evaluation

## Four months go by
2026-06-04 00:00  clock  lapse_offers  -> evaluation
2026-06-04 09:00  maria  extend_offers last_day=2026-06-01 consents=acme  !! 2026-06-01 is not after 2026-06-04
2026-06-04 09:10  maria  extend_offers last_day=2026-07-31 consents=acme,delta  !! no offer of delta is open
2026-06-04 10:00  maria  extend_offers last_day=2026-07-31 consents=acme,birchway  -> evaluation
2026-06-04 10:00  acme   reads award/validity_extended  -> 1
2026-08-01 00:00  clock  lapse_offers  -> evaluation
2026-08-03 09:00  maria  post_intent winners=acme basis="Highest total under quality and price"  !! offers that can no longer be accepted
