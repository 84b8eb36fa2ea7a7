# What may happen to a proposal before it is due: sent, replaced, handed in on paper, withdrawn.
follows: ../beginnings/published.story

## A proposal has one known sender
2026-01-20 16:00  clock     close_questions  -> open
2026-01-26 09:00  acme      receive envelope=@acme.txt price=@acme-price.txt offeror=birchway  !! acme cannot send a proposal for birchway
2026-01-26 09:05  theo      receive envelope=@parcel.txt  !! say whose proposal it is; registered are acme, birchway, cobalt, delta
2026-01-26 09:10  theo      receive envelope=@parcel.txt offeror=nobody  !! no active supplier is called 'nobody'
2026-01-26 10:00  acme      receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-01-26 10:00  acme      reads responses/receipt  -> 1

## Only the custodian corrects the time of receipt, and shows by what
2026-01-27 09:00  birchway  receive envelope=@birchway.txt received_at="2026-01-26 17:00"  !! only the custodian may correct it
2026-01-27 09:10  theo      receive envelope=@cobalt.txt price=@cobalt-price.txt offeror=cobalt received_at="2026-01-26 16:40"  !! a stamped time needs its evidence
2026-01-27 09:15  theo      receive envelope=@cobalt.txt price=@cobalt-price.txt offeror=cobalt received_at="2026-01-27 16:40" evidence="Time stamp of clock 2, sheet 14"  !! and it is only
2026-01-27 09:20  theo      receive envelope=@cobalt.txt price=@cobalt-price.txt offeror=cobalt received_at="2026-01-26 16:40" evidence="Time stamp of clock 2, sheet 14"  -> open

## A newer proposal takes the older one's place; what was stamped earlier takes nobody's
2026-01-28 11:00  acme      receive envelope=@acme-2.txt price=@acme-price.txt  -> open
2026-01-28 15:00  theo      receive envelope=@acme-paper.txt offeror=acme received_at="2026-01-27 12:00" evidence="Time stamp of clock 2, sheet 15"  -> open
2026-01-28 15:00  acme      reads responses/receipt  -> 3

## An envelope without a name is opened only to learn whose it is
2026-01-29 09:00  theo      open_to_identify witness=theo marks="No sender; postmark Richmond, 27 January" reason="Nothing on the outside says whose it is or what it answers" found="A proposal of Delta Desks for this solicitation" resealed=yes  !! theo opens the proposals, so somebody else must witness
2026-01-29 09:01  theo      open_to_identify witness=eve marks="No sender; postmark Richmond, 27 January" reason="Nothing on the outside says whose it is or what it answers" found="A proposal of Delta Desks for this solicitation" resealed=yes  !! eve scores the proposals
2026-01-29 09:02  theo      open_to_identify witness=paul marks="No sender; postmark Richmond, 27 January" reason="unclear" found="A proposal of Delta Desks for this solicitation" resealed=no  !! does not say why it could not stay closed; it is still open
2026-01-29 09:05  theo      open_to_identify witness=paul marks="No sender; postmark Richmond, 27 January" reason="Nothing on the outside says whose it is or what it answers" found="A proposal of Delta Desks for this solicitation" resealed=yes  -> open
2026-01-29 09:10  theo      receive envelope=@delta.txt price=@delta-price.txt offeror=delta received_at="2026-01-29 08:30" evidence="Time stamp of clock 2, sheet 16"  -> open

## What was sent may be taken back until it is due
2026-01-30 10:00  birchway  withdraw  !! no proposal from birchway is on file that could be withdrawn
2026-01-30 11:00  birchway  receive envelope=@birchway.txt price=@birchway-price.txt  -> open
2026-02-02 16:00  birchway  withdraw  -> open
2026-02-02 16:00  birchway  reads responses/withdrawn  -> 1
2026-02-02 16:30  birchway  withdraw  !! no proposal from birchway is on file that could be withdrawn

## Opened are the newest in time of each that did not take theirs back
2026-02-03 14:00  clock     close_receipt  -> opening
2026-02-03 14:30  theo      open_proposals witness=paul  -> screening
2026-02-03 14:30  acme      reads responses/opening_record  -> 1
2026-02-03 14:30  birchway  reads responses/opening_record  -> 0
