# All three members turn out to be tied to an offeror: nobody is left to score, and all is rejected.
follows: ../beginnings/screened.story

## One after the other they step back
2026-02-05 09:00  eve    recuse conflict="A cousin owns a share of Acme Furniture"  -> evaluation
2026-02-05 09:10  ben    recuse conflict="A brother works for Cobalt Seating"  -> evaluation
2026-02-05 09:20  maria  recuse evaluator=chen conflict="A former partner of Birchway's owner"  -> evaluation
2026-02-05 09:30  chen   recuse conflict="A former partner of Birchway's owner"  !! chen is not a voting member; voters are none

## Nobody can be named now that scoring has begun
2026-02-05 10:00  maria  open_prices  !! no voter is left to score, and this cannot be corrected: reject all offers, or all is cancelled
2026-02-05 11:00  maria  cancel reason="Every member of the committee is tied to an offeror" resolicit=yes  -> cancelled
2026-02-05 11:00  acme   reads award/cancelled  -> 1
