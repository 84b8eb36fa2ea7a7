# New Jersey's localities take nothing in on a Monday, on a holiday, or on the day after one
# (N.J.S.A. 40A:11-23(a)). Martin Luther King Day of 2026 is Monday, 19 January.
follows: ../beginnings/ready-to-publish.story
jurisdiction: nj-local
zone: America/New_York

## Neither on the day after the holiday, nor on a Monday
2026-01-06 09:00  maria  publish proposals_due="2026-01-20 14:00"  !! nothing may be due on Tuesday, 2026-01-20: it is the day after a holiday
2026-01-06 09:10  maria  publish proposals_due="2026-01-26 14:00"  !! nothing may be due on Monday, 2026-01-26: it is a Monday

## On a Tuesday it may; how much notice a locality gives is not in the file, and is found in writing
2026-01-06 09:20  maria  publish proposals_due="2026-02-03 14:00"  !! how much notice the law asks for is not known here
2026-01-06 09:30  grace  determine rule=minimum_notice author=maria reasoning="Our purchasing manual gives four weeks for furniture"  -> drafting
2026-01-06 10:00  maria  publish proposals_due="2026-02-03 14:00"  -> open

## Nor is it moved to such a day
2026-01-20 09:00  maria  amend summary="More time was asked for" proposals_due="2026-02-09 14:00" material=no  !! nothing may be due on Monday, 2026-02-09: it is a Monday
