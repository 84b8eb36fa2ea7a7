# Arizona knows no term longer than five years but by an approval before proposals are due.
follows: ../beginnings/ready-to-publish.story
title: A term over the ceiling is approved before proposals are due
jurisdiction: az-state
zone: America/Phoenix
2026-01-05 15:00  maria  set_terms term_months=36 renewals=3 renewal_months=12  -> drafting
2026-01-05 15:10  grace  approve_to_solicit  -> drafting
2026-01-06 09:00  maria  publish proposals_due="2026-02-03 14:00" questions_due="2026-01-20 16:00"  !! with all renewals the agreement would last 72 months, and 5 years are allowed
2026-01-06 09:10  grace  determine rule=term_ceiling author=maria reasoning="Shelving is built in, and worn out only after six years; a shorter term would cost more"  -> drafting
2026-01-06 09:20  maria  publish proposals_due="2026-02-03 14:00" questions_due="2026-01-20 16:00"  -> open
