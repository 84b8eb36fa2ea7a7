# The awardee will not sign what it offered: the draft is closed, and nothing was agreed.
follows: ../beginnings/awarded.story
title: The awardee declines

## Months of letters, and no signature
2026-03-20 09:00  maria @A1 decline reason="declined"  !! 'declined' does not state a reason: say what has happened
2026-03-20 09:10  maria @A1 decline reason="The contractor will not accept clause 9 on prices, by its letter of 18 March"  -> terminated
2026-03-20 10:00  maria @A1 execute signed_by_agency="Ann Walker, Director" signed_by_contractor="Joe Acme, President" effective_on=2026-04-01 expires_on=2029-03-31  !! execute is not offered while RFP-2026-001-A1 is terminated
