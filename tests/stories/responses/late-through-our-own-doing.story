# Arizona's rule lets a late proposal in if the agency's own doing made it late, and that is shown.
follows: ../beginnings/published.story
jurisdiction: az-state
zone: America/Phoenix

## Handed in at the desk in time, and carried upstairs too late
2026-01-20 16:00  clock  close_questions  -> open
2026-02-02 10:00  acme   receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-02-03 14:00  clock  close_receipt  -> opening
2026-02-03 14:02  theo   accept_late offeror=delta fault=ours reason="A parcel is said to be on the stairs" evidence="The mail room's log"  !! no late proposal is held unopened
2026-02-03 14:05  theo   receive envelope=@delta.txt price=@delta-price.txt offeror=delta received_at="2026-02-03 14:03" evidence="Time stamp of room 12"  -> opening (late, unopened)
2026-02-03 14:10  theo   accept_late offeror=delta fault=unknown reason="The parcel was found on the stairs"  !! nobody can say what made it late, and so not the agency: nothing opens it
2026-02-03 14:20  theo   accept_late offeror=delta fault=ours reason="The parcel lay in our own mail room when proposals were due" evidence="The mail room's log: handed in at 13:40, carried upstairs at 14:03"  -> opening
2026-02-03 14:20  delta  reads responses/receipt  -> 1

## It is opened with the others
2026-02-03 14:30  theo   open_proposals witness=paul  -> screening
2026-02-03 14:30  delta  reads responses/opening_record  -> 1
2026-02-03 14:40  theo   accept_late offeror=acme fault=ours reason="It lay in our mail room" evidence="A log"  !! accept_late
