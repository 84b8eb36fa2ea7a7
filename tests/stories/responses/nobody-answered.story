# Nobody sends a proposal: at two o'clock the solicitation ends without an award.
follows: ../beginnings/published.story

## One came, and was taken back
2026-01-20 16:00  clock  close_questions  -> open
2026-02-02 10:00  acme   receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-02-03 11:00  acme   withdraw  -> open

## So there is nothing to open
2026-02-03 14:00  clock  close_receipt  -> no_award
2026-02-03 14:00  acme   reads award/no_award  -> 1
