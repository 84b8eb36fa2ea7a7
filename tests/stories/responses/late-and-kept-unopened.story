# Lateness is a fact with consequences, not a refusal: what comes late is kept unopened, told so.
follows: ../beginnings/published.story

## The last second before two o'clock is in time, two o'clock is not
2026-01-20 16:00  clock     close_questions  -> open
2026-02-03 13:59:59  acme   receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-02-03 14:00  clock     close_receipt  -> opening
2026-02-03 14:00  birchway  receive envelope=@birchway.txt price=@birchway-price.txt  -> opening (late, unopened)
2026-02-03 14:00  birchway  reads responses/receipt  -> 0
2026-02-03 14:00  birchway  reads responses/late  -> 1

## A parcel that the mail room had stamped in time counts, for the stamp shows it
2026-02-03 14:10  theo      receive envelope=@cobalt.txt price=@cobalt-price.txt offeror=cobalt received_at="2026-02-03 13:40" evidence="Time stamp of the mail room, sheet 3"  -> opening
2026-02-03 14:10  cobalt    reads responses/receipt  -> 1
2026-02-03 14:11  theo      open_to_identify witness=paul marks="No sender; postmark Richmond, 2 February" reason="Nothing on the outside says whose it is or what it answers" found="A proposal of Delta Desks for this solicitation" resealed=yes  -> opening
2026-02-03 14:12  theo      receive envelope=@delta.txt price=@delta-price.txt offeror=delta received_at="2026-02-03 14:03" evidence="Time stamp of the mail room, sheet 3"  -> opening (late, unopened)
2026-02-03 14:12  delta     reads responses/late  -> 1

## What is late stays late, unless the agency itself made it so
2026-02-03 14:20  theo      accept_late offeror=acme fault=ours reason="The parcel lay in our own mail room"  !! no late proposal of 'acme' is held unopened; held unopened are those of birchway, delta
2026-02-03 14:21  theo      accept_late offeror=birchway fault=carrier reason="The courier came an hour late"  !! the carrier made it late, and not the agency: nothing opens it
2026-02-03 14:22  theo      accept_late offeror=delta fault=ours reason="The parcel lay in our own mail room when proposals were due"  !! needs to be shown: a log, a stamp, a statement
2026-02-03 14:23  theo      accept_late offeror=delta fault=ours reason="The parcel lay in our own mail room when proposals were due" evidence="The mail room's log: handed in at 13:40, carried upstairs at 14:03"  !! whether a late proposal may ever count is not known here
2026-02-03 14:40  grace     determine rule=late_exception reasoning="The log shows that our own staff held the parcel for twenty minutes" author=theo  -> opening
2026-02-03 14:45  theo      accept_late offeror=delta fault=ours reason="The parcel lay in our own mail room when proposals were due" evidence="The mail room's log: handed in at 13:40, carried upstairs at 14:03"  -> opening
2026-02-03 14:45  delta     reads responses/receipt  -> 1

## Once anything is open, nothing can join it
2026-02-03 15:00  theo      open_proposals witness=paul  -> screening
2026-02-03 15:10  theo      receive envelope=@acme-2.txt offeror=acme received_at="2026-02-03 13:00" evidence="Time stamp of the mail room, sheet 3"  -> screening (late, unopened)
2026-02-03 15:10  acme      reads responses/late  -> 1
