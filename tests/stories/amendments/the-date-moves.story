# Amended three times: what changes, what it moves, who is told, and who has not acknowledged it.
follows: ../beginnings/published.story

## A change that matters leaves time, or somebody says in writing why it does
2026-01-14 09:00  acme      receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-01-15 09:00  birchway  acknowledge amendment=1  !! there is no amendment 1; issued so far: none
2026-01-15 10:00  maria     amend summary="Lots: section 3.2 is replaced"  !! how much time a change must leave is not known here (Virginia local public bodies); this one leaves until Tuesday, 3 February 2026, 2:00 p.m. EST
2026-01-15 11:00  grace     determine rule=amendment_floor author=maria reasoning="Nineteen days are left, and no offeror has to begin anew"  -> open
2026-01-15 11:30  maria     amend summary="Lots: section 3.2 is replaced"  -> open
2026-01-15 11:31  delta     reads amendments/amendment  -> 1

## Whoever had sent a proposal before it is told that it answers an older request
2026-01-15 11:32  acme      reads amendments/stale_offer  -> 1
2026-01-15 11:33  birchway  reads amendments/stale_offer  -> 0
2026-01-15 12:00  birchway  acknowledge amendment=2  !! there is no amendment 2; issued so far: 1
2026-01-15 12:01  birchway  acknowledge amendment=1  -> open

## What would be another purchase is no amendment
2026-01-16 09:00  maria     amend summary="Buses instead of furniture" changes_nature=yes material=no  !! the amendment would change the purchase so much that other firms might have responded; cancel and issue a new solicitation instead

## A due date moved earlier, and what becomes mandatory, are never immaterial by themselves
2026-01-16 09:30  maria     amend summary="A week less" material=no proposals_due="2026-01-27 14:00"  !! proposals would be due earlier than announced, which is always a material change
2026-01-16 09:40  maria     amend summary="Attendance" material=no boundary=at  !! that this is not material must be found in writing

## A question waits for its answer before anything is changed
2026-01-16 10:00  cobalt    ask text="Are the floors level?"  -> open
2026-01-16 11:00  maria     amend summary="Two sites are added" material=no proposals_due="2026-02-10 14:00"  !! question 2 has no answer yet
2026-01-16 11:10  maria     answer question=2 text="Yes, in all schools."  -> open

## The due date moves for everybody, and the reminders move with it
2026-01-20 16:00  clock     close_questions  -> open
2026-01-26 10:00  maria     amend summary="Two sites are added; more time for all" material=no proposals_due="2026-02-08 14:00"  !! the agency is closed on Sunday, 2026-02-08, and could take nothing in
2026-01-26 10:10  maria     amend summary="Two sites are added; more time for all" material=no proposals_due="2026-02-10 14:00" printed="prior to 2:00 p.m. on February 10, 2026"  -> open
2026-02-02 09:00  birchway  receive envelope=@birchway.txt price=@birchway-price.txt  -> open

## Whoever has not acknowledged the change is reminded oftener
2026-02-10 13:00  birchway  reads responses/reminder  -> 3
2026-02-10 13:00  delta     reads responses/reminder  -> 5
2026-02-10 13:30  acme      acknowledge amendment=1  -> open
2026-02-10 14:00  clock     close_receipt  -> opening
2026-02-10 14:30  theo      open_proposals witness=paul  -> screening
