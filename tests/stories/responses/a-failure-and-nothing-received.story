# The closing was held, the date stands, and nobody has sent anything: there is no award (Arizona).
follows: ../beginnings/published.story
jurisdiction: az-state
zone: America/Phoenix

## Held over the due date, with nothing received
2026-01-20 16:00  clock  close_questions  -> open
2026-02-03 13:30  theo   report_outage what="The lift to the purchasing office was out of order" began_at="2026-02-03 13:00"  -> held

## Whoever objects to the terms may still do so, until proposals are due
2026-02-03 13:50  delta  file_protest against=solicitation name="Delta Desks" address="4 Bank Street" signature="Dee Delta" grounds="The place of receipt has no ramp" relief="Name another" documents_note="None beyond the file"  -> held
2026-02-03 14:00  clock  close_receipt  -> held
2026-02-03 14:30  delta  file_protest against=solicitation name="Delta Desks" address="4 Bank Street" signature="Dee Delta" grounds="The stairs were closed as well" relief="Extend the date" documents_note="None beyond the file"  -> held

## The report is dismissed: the closing takes its course
2026-02-03 16:00  maria  dismiss_outage reason="The stairs were open, and the portal worked throughout"  -> no_award
2026-02-03 16:00  acme   reads award/no_award  -> 1
2026-02-20 09:00  delta  reads protests/deemed_denied  -> 0
