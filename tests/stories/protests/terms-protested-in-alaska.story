# In Alaska the terms are protested ten days before proposals are due (AS 36.30.565(a)); with a
# conference within twelve days of that, until they are due.
follows: ../beginnings/ready-to-publish.story
title: Terms protested in Alaska
jurisdiction: ak-state
zone: America/Anchorage

## Published for 3 February: until the end of 24 January, which is a Saturday
2026-01-06 09:00  maria  publish proposals_due="2026-02-03 14:00"  -> open
2026-01-24 23:59  acme   file_protest against=solicitation name="Acme Furniture" address="1 Main Street" signature="A. Reyes, president" grounds="The terms favour one maker" relief="Change them" documents_note="Page 12 of the solicitation"  -> open
2026-01-24 23:59  acme   reads protests/received  -> 1
2026-01-24 23:59  acme   reads protests/unheard  -> 0
2026-01-25 00:00  birchway  file_protest against=solicitation name="Birchway Learning Spaces" address="2 Mill Road" signature="B. Birch, owner" grounds="The terms favour one maker" relief="Change them" documents_note="Page 12 of the solicitation"  -> open
2026-01-25 00:00  birchway  reads protests/unheard  -> 1
