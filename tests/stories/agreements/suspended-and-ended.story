# Stopped before its first day, and ended for a breach that was not mended: a suspension does not
# take the contractor's time to mend it away.
follows: ../beginnings/agreement.story
title: Suspended, and ended for cause

## The bond is missing before the term begins
2026-03-09 09:00  maria @A1 suspend reason="The bond of clause 13, due on 6 March, is not there"  -> suspended
2026-03-15 00:00  clock take_effect  -> suspended
2026-03-16 09:00  maria @A1 terminate ground=cause reason="The bond of clause 13, due on 6 March, never came"  !! the contractor was given no time to cure it
2026-03-16 09:10  maria @A1 issue_cure_notice breach="The bond of clause 13, due on 6 March, is not there" last_day=2026-03-20  !! 10 calendar days to cure it end on 2026-03-26
2026-03-16 09:20  maria @A1 issue_cure_notice breach="The bond of clause 13, due on 6 March, is not there" last_day=2026-03-26  -> suspended
2026-03-27 00:00  clock end_cure  -> suspended
2026-03-27 09:00  maria @A1 terminate ground=cause reason="The bond of clause 13, due on 6 March, never came"  -> terminated
2026-03-27 09:00  acme reads agreements/terminated  -> 1
