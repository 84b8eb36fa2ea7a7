# A number the jurisdiction does not give is determined once for a case; a week more never asks.
follows: ../beginnings/ready-to-publish.story
jurisdiction: neutral

## Four weeks of notice are found to be enough
2026-01-06 08:45  maria  justify_method finding=not_advantageous reasons="Design and service weigh as much as price, and must be discussed"  -> drafting
2026-01-06 08:50  grace  approve_to_solicit note="The reasons are on file"  -> drafting
2026-01-06 09:00  maria  publish proposals_due="2026-02-03 14:00" questions_due="2026-01-20 16:00"  !! how much notice the law asks for is not known here
2026-01-06 09:20  grace  determine rule=minimum_notice author=maria reasoning="Four weeks are given, as much as the county has ever given"  -> drafting
2026-01-06 09:30  maria  publish proposals_due="2026-02-03 14:00" questions_due="2026-01-20 16:00"  -> open
2026-01-06 10:00  maria  file_paper paper=solicitation_document file=@rfp.pdf  -> open

## A change asks how much time it must leave, and says nothing of notice, of which there is more now
2026-01-12 09:00  maria  amend summary="Desks are wanted in two heights" material=yes proposals_due="2026-02-10 14:00"  !! how much time a change must leave is not known here
2026-01-12 09:10  grace  determine rule=amendment_floor author=maria reasoning="Four weeks are left, as at the first notice"  -> open
2026-01-12 09:20  maria  amend summary="Desks are wanted in two heights" material=yes proposals_due="2026-02-10 14:00"  -> open

## Another that leaves more asks nothing
2026-01-13 09:00  maria  amend summary="Chairs are wanted in two heights" material=yes proposals_due="2026-02-24 14:00"  -> open

## One that leaves less is asked about
2026-01-20 16:00  clock  close_questions  -> open
2026-02-12 09:00  maria  amend summary="Shelves are wanted in two heights" material=yes  !! how much time a change must leave is not known here
