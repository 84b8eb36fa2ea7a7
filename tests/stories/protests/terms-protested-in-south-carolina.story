# In South Carolina the terms are protested within fifteen days of the issue of the solicitation (S.C.
# Code 11-35-4210(1)(a)). How much notice it gives is not in the file, and is found in writing.
follows: ../beginnings/ready-to-publish.story
jurisdiction: sc-state
zone: America/New_York

## The terms: fifteen days from the issue of the solicitation
2026-01-06 08:20  maria  publish proposals_due="2026-02-03 14:00"  !! how much notice the law asks for is not known here
2026-01-06 08:30  grace  determine rule=minimum_notice author=maria reasoning="Four weeks are reasonable, as the last three purchases show"  -> drafting
2026-01-06 09:00  maria  publish proposals_due="2026-02-03 14:00"  -> open
2026-01-21 23:59  acme   file_protest against=solicitation name="Acme Furniture" address="1 Main Street" signature="A. Reyes, president" grounds="The terms favour one maker" relief="Change them" documents_note="Page 12 of the solicitation"  -> open
2026-01-21 23:59  acme   reads protests/unheard  -> 0
2026-01-22 00:00  birchway  file_protest against=solicitation name="Birchway Learning Spaces" address="2 Mill Road" signature="B. Birch, owner" grounds="The terms favour one maker" relief="Change them" documents_note="Page 12 of the solicitation"  -> open
2026-01-22 00:00  birchway  reads protests/unheard  -> 1
