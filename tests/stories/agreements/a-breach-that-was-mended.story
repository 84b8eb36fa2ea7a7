# A contractor is told what it broke, has ten days at least, and mends it.
follows: ../beginnings/agreement.story
title: A breach that was mended
2026-03-15 00:00  clock take_effect  -> published

## First of all it gets time to mend what it broke
2026-06-01 09:00  maria @A1 accept_cure how="All is well again"  !! no notice to cure a breach is open
2026-06-01 09:10  maria @A1 terminate ground=cause reason="Three orders of May were delivered more than four weeks late"  !! the contractor was given no time to cure it
2026-06-01 09:20  maria @A1 issue_cure_notice breach="late" last_day=2026-06-10  !! 'late' does not say what was broken: name the orders, the days, the clause; 10 calendar days to cure it end on 2026-06-11, not on 2026-06-10
2026-06-01 09:30  maria @A1 issue_cure_notice breach="Three orders of May were delivered more than four weeks late" clause="Clause 14.2, delivery" last_day=2026-06-11  -> published
2026-06-01 09:30  acme reads agreements/cure_notice  -> 1
2026-06-02 09:00  maria @A1 terminate ground=cause reason="Three orders of May were delivered more than four weeks late"  !! the contractor has until the end of 2026-06-11 to cure the breach

## It does, in time
2026-06-09 09:00  maria @A1 accept_cure how="All three orders are in, and a second truck is hired"  -> published
2026-06-15 09:00  maria @A1 terminate ground=cause reason="Three orders of May were delivered more than four weeks late"  !! the last breach was cured: another one needs a notice of its own

## To part for convenience no breach is needed
2026-09-01 09:00  maria @A1 terminate ground=convenience reason="ended"  !! 'ended' does not state a reason
2026-09-01 09:10  maria @A1 terminate ground=convenience reason="Every member now buys under the state's own agreement" open_orders="Orders placed before today are finished on the agreement's terms"  -> terminated
2026-09-01 09:10  acme reads agreements/terminated  -> 1
