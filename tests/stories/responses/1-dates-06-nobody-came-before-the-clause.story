# The office is closed over the due time, and what comes later than the clause allows stays late.
follows: ../beginnings/published.story
2026-01-20 16:00  clock     close_questions  -> open
2026-02-03 09:00  maria     report_outage what="The offices are closed by snow since this morning" began_at="2026-02-03 08:00"  -> held
2026-02-03 14:00  clock     close_receipt  -> held
2026-02-05 14:24  cobalt    receive envelope=@cobalt.txt price=@cobalt-price.txt  -> held
2026-02-05 15:10  maria     extend_for_outage proposals_due="2026-02-05 14:00" cause=our_premises evidence="Status notices" reason="Closed by snow"  !! no proposal came before that time
2026-02-05 15:11  maria     extend_for_outage proposals_due="2026-02-05 14:00" cause=our_premises evidence="Status notices" reason="Closed by snow"  !! no record says when the office was open again
