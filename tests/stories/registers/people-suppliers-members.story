# The registers are files too: whoever is in them acts and is written to; whoever has left does not.
follows: ../beginnings/ready-to-publish.story

## People change their names and their roles, and leave
2026-01-05 16:00  maria  @P-dora change_person name="Dora Finch-Lane" roles=evaluator,custodian  -> active
2026-01-05 16:05  maria  name_committee voters=eve,ben,dora chair=eve  -> drafting
2026-01-05 16:10  maria  @P-dora retire  -> retired
2026-01-05 16:15  maria  name_committee voters=eve,ben,dora chair=eve  !! dora could not score: evaluators are ben,chen,eve
2026-01-05 16:20  maria  @P-dora retire  !! retire is not offered while P-dora is retired
2026-01-05 16:25  maria  name_committee voters=eve,ben,chen chair=eve  -> drafting

## A firm is entered, another changes its address, a third has closed
2026-01-05 16:30  maria  new supplier key=echo name="Echo Interiors" email=bids@echo.example  -> active
2026-01-05 16:35  maria  @S-cobalt change_supplier name="Cobalt Seating and Daughters" email=offers@cobalt.example  -> active
2026-01-05 16:40  maria  @S-delta retire  -> retired

## So is a public body that may use the agreement
2026-01-05 16:45  maria  @M-lakemont change_member kind=city state=MD  -> active
2026-01-05 16:50  maria  @M-lakemont retire  -> retired

## The publication goes to whoever is in the registers that day
2026-01-06 09:00  maria  publish proposals_due="2026-02-03 14:00" questions_due="2026-01-20 16:00"  -> open
2026-01-06 09:01  echo   reads issuance/posting  -> 1
2026-01-06 09:01  cobalt reads issuance/posting  -> 1
2026-01-06 09:01  delta  reads issuance/posting  -> 0
2026-01-07 09:00  theo   receive envelope=@parcel.txt offeror=delta  !! no active supplier is called 'delta'
