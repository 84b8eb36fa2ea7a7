# The time to mend a breach runs out at midnight, and only then is the agreement ended for cause.
follows: ../beginnings/agreement.story
title: A breach that was not mended
2026-03-15 00:00  clock take_effect  -> published
2026-03-15 09:00  acme  reads agreements/effective_reminder  -> 1

## Ten days, and only five for the second breach, on a written finding
2026-06-01 09:00  maria @A1 issue_cure_notice breach="Three orders of May were delivered more than four weeks late" last_day=2026-06-11  -> published
2026-06-05 09:00  maria @A1 issue_cure_notice breach="Two chairs broke under pupils on 4 June, and the model is still delivered" last_day=2026-06-10  !! 10 calendar days to cure it end on 2026-06-15, not on 2026-06-10
2026-06-05 10:00  grace @A1 determine rule=cure_period author=maria reasoning="Pupils sit on these chairs every day; five days suffice to stop the deliveries"  -> published
2026-06-05 11:00  maria @A1 issue_cure_notice breach="Two chairs broke under pupils on 4 June, and the model is still delivered" last_day=2026-06-10  -> published

## It is reminded twice, and nothing happens until the last day is over
2026-06-10 12:00  acme  reads agreements/cure_reminder  -> 2
2026-06-11 00:00  clock end_cure  -> published
2026-06-11 00:00  maria @A1 accept_cure how="They promise to look into it"  !! no notice to cure a breach is open
2026-06-11 09:00  maria @A1 terminate ground=cause reason="The chairs that broke on 4 June are still delivered, a week after the notice"  -> terminated
