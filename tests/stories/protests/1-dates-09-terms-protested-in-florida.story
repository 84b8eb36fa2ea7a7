# Florida protests in two steps: a notice within 72 hours, Saturdays, Sundays and holidays left out,
# and a petition with a bond within ten days after the notice (Fla. Stat. 120.57(3)(b)).
follows: ../beginnings/ready-to-publish.story
jurisdiction: fl-state
zone: America/New_York

## The terms are protested within 72 hours of the posting, and not eight days later
2026-01-06 09:00  maria  publish proposals_due="2026-02-03 14:00"  -> open
2026-01-09 08:59  acme   file_protest against=solicitation grounds="The terms favour one maker" relief="Change them"  -> open
2026-01-09 08:59  acme   reads protests/received  -> 1
2026-01-14 09:00  birchway  file_protest against=solicitation grounds="The terms favour one maker" relief="Change them"  -> open
2026-01-14 09:00  birchway  reads protests/unheard  -> 1
