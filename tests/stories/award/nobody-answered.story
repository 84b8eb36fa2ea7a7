# The hour passes, and nothing was received: the clock itself ends it, and everybody is told.
follows: ../beginnings/published.story
title: Nobody answered

## Not one proposal is in when they are due
2026-01-20 16:00  clock  close_questions  -> open
2026-02-03 14:00  clock  close_receipt  -> no_award
2026-02-03 14:00  birchway  reads responses/reminder  -> 3
2026-02-03 14:00  birchway  reads award/no_award  -> 1
