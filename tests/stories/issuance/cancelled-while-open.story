# Cancelled before proposals are due: what came in stays unopened, and everybody hears why.
follows: ../beginnings/published.story

## A proposal is in when the money goes
2026-01-19 10:00  acme   receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-01-19 15:00  maria  cancel reason="Budget"  !! 'Budget' does not state a reason
2026-01-19 15:10  maria  cancel reason="The board has withdrawn the money for this year"  -> cancelled
2026-01-19 15:11  acme   reads award/cancelled  -> 1
2026-01-19 15:12  delta  reads award/cancelled  -> 1
