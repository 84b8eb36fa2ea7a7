# Nobody opens what came in: after 120 days the offers lapse, and the solicitation is cancelled.
follows: ../beginnings/published.story

## Received in time, and left lying
2026-01-20 16:00  clock  close_questions  -> open
2026-02-02 10:00  acme   receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-02-03 14:00  clock  close_receipt  -> opening
2026-06-04 00:00  clock  lapse_offers  -> opening
2026-06-04 09:00  maria  reads award/offers_expiring  -> 2

## What was never opened goes back unopened
2026-06-04 10:00  maria  cancel reason="Nothing was opened for four months, and the offers have lapsed" resolicit=yes  -> cancelled
2026-06-04 10:00  acme   reads award/cancelled  -> 1
