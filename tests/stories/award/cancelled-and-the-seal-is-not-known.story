# How long offers stay closed is not known in Virginia: somebody must determine it in writing.
follows: ../beginnings/ranked.story
title: Cancelled, and how long the offers stay closed is not known

## Cancelled during negotiation, with another solicitation in view
2026-02-09 09:00  maria  set_range offerors=acme,birchway reason="The two highest totals"  -> negotiation
2026-02-10 09:00  maria  cancel reason="The bond for the schools was voted down on 9 February" resolicit=yes  -> cancelled

## The approver does not sign what the approver wrote
2026-02-11 09:00  maria  release_offers where="The public reading room"  !! how long the offers must stay closed is not known here
2026-02-11 10:00  grace  determine rule=six_month_seal author=grace reasoning="The next solicitation will not ask for these prices"  !! grace wrote this determination, so somebody else must sign it
2026-02-11 10:10  grace  determine rule=six_month_seal author=maria reasoning="The next solicitation will ask for other goods, so these prices give no offeror an advantage"  -> cancelled
2026-02-11 11:00  maria  release_offers where="The public reading room"  -> cancelled
