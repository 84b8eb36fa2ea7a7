# The portal fails shortly before two o'clock: the closing is held, then the date moves for everybody.
follows: ../beginnings/published.story

## A closing is held for a failure that is described, and not for less
2026-01-20 16:00  clock     close_questions  -> open
2026-02-02 09:00  acme      receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-02-03 13:30  paul      report_outage what="portal" began_at="2026-02-03 13:40"  !! 'portal' does not say what failed; began_at 2026-02-03 13:40 is still to come
2026-02-03 13:31  paul      report_outage what="The portal answered every upload with an error page" began_at="2026-02-03 13:20" ended_at="2026-02-03 13:10"  !! it would have ended before it began
2026-02-03 13:32  paul      report_outage what="The portal answered every upload with an error page" began_at="2026-02-03 13:20"  -> held

## While it is held, proposals come in and go out as ever
2026-02-03 13:40  birchway  receive envelope=@birchway.txt price=@birchway-price.txt  -> held
2026-02-03 13:40  birchway  reads responses/receipt  -> 1
2026-02-03 13:45  birchway  withdraw  -> held
2026-02-03 13:50  birchway  withdraw  !! no proposal from birchway is on file that could be withdrawn
2026-02-03 14:00  clock     close_receipt  -> held
2026-02-03 14:05  cobalt    receive envelope=@cobalt.txt price=@cobalt-price.txt  -> held (late for now)
2026-02-03 14:05  cobalt    reads responses/late  -> 1
2026-02-03 14:06  acme      withdraw  !! proposals were due Tuesday, 3 February 2026, 2:00 p.m. EST
2026-02-03 14:10  theo      open_proposals witness=paul  !! open_proposals

## It is extended only when the agency's own means failed, and that is shown
2026-02-03 15:00  maria     extend_for_outage proposals_due="2026-02-05 14:00" cause=senders_side  !! the sender's own means failed, and not the agency's: the date stands; nothing moves it
2026-02-03 15:01  maria     extend_for_outage proposals_due="2026-02-05 14:00" cause=unknown  !! nobody knows yet whose means failed: find out, dismiss the report, or determine it
2026-02-03 15:02  maria     extend_for_outage proposals_due="2026-02-05 14:00" cause=our_provider  !! needs to be shown: a log, a report, a test
2026-02-03 15:03  maria     extend_for_outage proposals_due="2026-02-03 14:00" cause=our_provider evidence="The provider's incident report"  !! this would be no later
2026-02-03 15:04  maria     extend_for_outage proposals_due="2026-02-07 14:00" cause=our_provider evidence="The provider's incident report"  !! the agency is closed on Saturday
2026-02-03 15:10  maria     extend_for_outage proposals_due="2026-02-05 14:00" cause=our_provider evidence="The provider's incident report, with the server's log" reason="Nobody could upload between 13:20 and 14:10"  -> open
2026-02-03 15:10  acme      reads responses/outage  -> 1
2026-02-03 15:10  delta     reads responses/outage  -> 1

## The same for all: who came after the old date came before the new one
2026-02-04 09:00  delta     receive envelope=@delta.txt price=@delta-price.txt  -> open
2026-02-04 10:00  acme      withdraw  -> open
2026-02-05 14:00  clock     close_receipt  -> opening
2026-02-05 14:30  theo      open_proposals witness=paul  -> screening
2026-02-05 14:30  cobalt    reads responses/opening_record  -> 1
