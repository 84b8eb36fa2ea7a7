# The screening takes so long that the offers lapse; in the end all is cancelled.
follows: ../beginnings/opened.story

## The offers lapse before anybody has screened them
2026-06-04 00:00  clock  lapse_offers  -> screening
2026-06-05 09:00  maria  find_responsive offeror=acme minimums="signed_offer:pass" helped_draft=no  -> screening

## Cancelled after opening, with a reason every offeror reads
2026-06-05 10:00  maria  cancel reason="The offers have lapsed, and the need has changed since February" resolicit=yes  -> cancelled
2026-06-05 10:00  acme   reads award/cancelled  -> 1
2026-06-05 10:00  delta  reads award/cancelled  -> 1
