# The office is closed by snow; the clause moves the due time to the same hour of the next open day.
follows: ../beginnings/published.story
2026-01-20 16:00  clock     close_questions  -> open
2026-02-02 09:00  acme      receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-02-03 14:00  clock     close_receipt  -> opening
2026-02-05 13:00  birchway  receive envelope=@birchway.txt price=@birchway-price.txt  -> opening
2026-02-05 14:24  cobalt    receive envelope=@cobalt.txt price=@cobalt-price.txt  -> opening
2026-02-05 14:24  cobalt    reads responses/late  -> 1

## Recorded after the clause's time, it sets both right: one in time, one late
2026-02-05 15:00  maria     report_outage what="The offices were closed by snow from 3 to 5 February" began_at="2026-02-03 08:00" ended_at="2026-02-05 10:00"  -> held
2026-02-05 15:05  maria     extend_for_outage proposals_due="2026-02-05 13:30" cause=our_premises evidence="Status notices" reason="Closed by snow"  !! a clause on closed days would make it 2026-02-05 14:00
2026-02-05 15:10  maria     extend_for_outage proposals_due="2026-02-05 14:00" cause=our_premises evidence="Status notices" reason="Closed by snow"  -> opening
2026-02-05 15:10  birchway  reads responses/outage  -> 1
2026-02-05 15:30  theo      open_proposals witness=paul  -> screening
2026-02-05 15:30  birchway  reads responses/opening_record  -> 1
2026-02-05 15:30  cobalt    reads responses/opening_record  -> 0
