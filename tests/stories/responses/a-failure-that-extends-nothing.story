# Three reports of a failure, and none of them the agency's: the date stands each time.
follows: ../beginnings/published.story

## Reported and dismissed while questions may be asked
2026-01-20 15:30  theo   report_outage what="A supplier could not reach the portal from its own network" began_at="2026-01-20 15:00"  -> held
2026-01-20 16:00  clock  close_questions  -> held
2026-01-20 17:00  maria  dismiss_outage reason="The portal worked; the supplier's own connection had failed" cause=senders_side  -> open
2026-02-02 10:00  acme   receive envelope=@acme.txt price=@acme-price.txt  -> open

## Reported when proposals had been due: nothing is opened meanwhile, and then the opening follows
2026-02-03 14:00  clock  close_receipt  -> opening
2026-02-03 14:20  theo   report_outage what="cobalt says that its upload stood still at 90 percent" began_at="2026-02-03 13:50"  -> held
2026-02-03 15:00  maria  dismiss_outage reason="The log shows no upload by cobalt before two o'clock" cause=senders_side  -> opening
2026-02-03 15:30  theo   open_proposals witness=paul  -> screening
