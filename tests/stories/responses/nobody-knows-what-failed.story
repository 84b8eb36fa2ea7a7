# Whose means failed cannot be found out: only a signed determination moves the date then.
follows: ../beginnings/published.story

## The closing is held, and what is known is put on file
2026-01-20 16:00  clock  close_questions  -> open
2026-02-03 13:30  maria  report_outage what="Uploads stood still for half an hour, and then went on" began_at="2026-02-03 12:50" ended_at="2026-02-03 13:20"  -> held
2026-02-03 13:40  theo   file_paper paper=outage_log file=@server.log title="The log of the portal"  -> held
2026-02-03 13:45  theo   open_to_identify witness=paul marks="No sender; postmark Richmond, 2 February" reason="Nothing on the outside says whose it is or what it answers" found="A proposal of Delta Desks for this solicitation" resealed=yes  -> held
2026-02-03 13:46  theo   receive envelope=@delta.txt offeror=delta  -> held
2026-02-03 13:50  maria  extend_for_outage proposals_due="2026-02-04 14:00" cause=unknown  !! nobody knows yet whose means failed
2026-02-03 13:55  grace  determine rule=outage author=maria reasoning="Neither log shows a cause; a day more costs nobody anything and is the same for all"  -> held
2026-02-03 13:58  maria  extend_for_outage proposals_due="2026-02-04 14:00" cause=unknown  -> open

## It fails again, the need has changed meanwhile, and all is cancelled
2026-02-04 13:00  theo   report_outage what="Uploads stand still again, and nobody can say why" began_at="2026-02-04 12:30"  -> held
2026-02-04 14:00  clock  close_receipt  -> held
2026-02-04 16:00  maria  cancel reason="The schools are to be rebuilt first, and need no furniture this year" resolicit=no  -> cancelled
2026-02-04 16:00  birchway  reads award/cancelled  -> 1
