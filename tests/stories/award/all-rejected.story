# Every price is above the funds: all offers are rejected, with the reason on file.
follows: ../beginnings/ranked.story
title: All offers are rejected

## A reason that says nothing is refused
2026-02-09 09:00  maria  reject_all reason="Too dear"  !! 'Too dear' does not state a reason
2026-02-09 09:10  maria  reject_all reason="Every price is above the 350,000 left in the fund for furniture" resolicit=yes  -> no_award
2026-02-09 09:10  acme   reads award/no_award  -> 1
2026-02-09 09:10  cobalt reads award/no_award  -> 1

## Whether the offers may be read before the next solicitation is determined in writing
2026-02-10 09:00  maria  release_offers where="The public reading room"  !! how long the offers must stay closed is not known here
2026-02-10 10:00  grace  determine rule=six_month_seal author=maria reasoning="The next solicitation follows in two years, when these prices are of no use"  -> no_award
2026-02-10 11:00  maria  release_offers where="The public reading room"  -> no_award
