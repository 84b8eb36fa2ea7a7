# All three members turn out to have a conflict: others are named, and the file says who scored.
follows: ../beginnings/screened.story

## One after the other they step back
2026-02-05 09:00  eve    recuse conflict="A cousin owns a share of Acme Furniture"  -> evaluation
2026-02-05 09:10  ben    recuse conflict="A brother works for Cobalt Seating"  -> evaluation
2026-02-05 09:20  maria  recuse evaluator=chen conflict="A former partner of Birchway's owner"  -> evaluation
2026-02-05 09:30  chen   recuse conflict="A former partner of Birchway's owner"  !! chen is not a voting member; voters are none

## Without a committee no price is opened
2026-02-05 10:00  maria  open_prices  !! no voter is left to score: name another committee
2026-02-05 11:00  maria  cancel reason="Every member of the committee is tied to an offeror" resolicit=yes  -> cancelled
2026-02-05 11:00  acme   reads award/cancelled  -> 1
