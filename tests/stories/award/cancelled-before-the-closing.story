# The need is gone before proposals are due: cancelled, with a reason the file can be read by.
follows: ../beginnings/published.story
title: Cancelled before the closing

## A reason is asked for, and everybody who follows it is told
2026-01-19 10:00  acme   receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-01-20 09:00  maria  cancel reason="no need"  !! 'no need' does not state a reason
2026-01-20 09:10  maria  cancel reason="The three schools are to be rebuilt first, and open two years later"  -> cancelled
2026-01-20 09:10  acme   reads award/cancelled  -> 1
2026-01-20 09:10  birchway  reads award/cancelled  -> 1
2026-01-20 09:10  gazette   reads award/cancellation_advertisement  -> 1

## Nothing that was sealed is opened, and the day they were due passes in silence
2026-02-03 15:00  theo   open_proposals witness=paul  !! open_proposals is not offered
