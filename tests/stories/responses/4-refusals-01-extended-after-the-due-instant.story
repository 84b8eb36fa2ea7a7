# Nothing is opened yet: an approver extends the time for all, an hour after it ended, with a reason.
follows: ../beginnings/published.story
2026-01-20 16:00  clock     close_questions  -> open
2026-02-02 09:00  acme      receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-02-03 14:00  clock     close_receipt  -> opening
2026-02-03 14:20  birchway  receive envelope=@birchway.txt price=@birchway-price.txt  -> opening
2026-02-03 14:50  maria     extend_late proposals_due="2026-02-06 14:00" reason="The answers came out a day before"  !! extend_late is for approver
2026-02-03 14:55  grace     extend_late proposals_due="2026-02-03 14:00" reason="The answers came out a day before"  !! is no later than that, or than now
2026-02-03 14:56  grace     extend_late proposals_due="2026-02-06 14:00" reason="Late"  !! 'Late' does not say why the time is extended after it ended
2026-02-03 15:00  grace     extend_late proposals_due="2026-02-06 14:00" reason="The answers came out a day before"  -> open
2026-02-03 15:00  delta     reads amendments/amendment  -> 1

## Who came in between is in time, and so is whoever comes now
2026-02-05 10:00  cobalt    receive envelope=@cobalt.txt price=@cobalt-price.txt  -> open
2026-02-06 14:00  clock     close_receipt  -> opening
2026-02-06 14:30  theo      open_proposals witness=paul  -> screening
2026-02-06 14:30  birchway  reads responses/opening_record  -> 1
2026-02-06 14:30  cobalt    reads responses/opening_record  -> 1
