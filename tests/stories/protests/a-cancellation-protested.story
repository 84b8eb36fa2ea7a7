# Cancelled after the opening: where the rules give a protest of that, it is filed and decided.
follows: ../evaluation/cancelled-in-the-screening.story
title: A cancellation protested
jurisdiction: mill-county
zone: America/New_York

## The end itself is protested, within the days the rules give
2026-06-09 10:00  acme   file_protest against=finding grounds="The offers lapsed through the agency's own delay" relief="Ask for new offers from the same firms"  -> cancelled
2026-06-09 10:00  birchway  reads protests/filed  -> 1
2026-06-11 09:00  grace  decide_protest protest=1 outcome=denied facts="The need has changed since February" reasons="New offers for the old need would serve nobody"  -> cancelled
2026-06-11 09:00  acme   reads protests/decision  -> 1
2026-06-12 09:00  maria  record_receipt protest=1 received_at="2026-06-11 08:00"  !! is before that
2026-06-12 09:10  maria  record_receipt protest=1 received_at="2026-06-11 15:00"  -> cancelled
2026-06-15 09:00  maria  record_appeal protest=1 what=suit forum="The circuit court"  -> cancelled
2026-06-15 10:00  maria  close_appeal appeal=1 outcome=withdrawn reference="Letter of 15 June"  -> cancelled

## A second one comes late, and is accepted for cause
2026-06-16 09:00  birchway  file_protest against=finding grounds="The need has not changed" relief="Go on with the offers"  -> cancelled
2026-06-16 10:00  grace  accept_protest protest=2 cause="none"  !! 'none' states no cause
2026-06-16 10:10  grace  accept_protest protest=2 cause="The letter of 5 June came back undelivered and was sent again on the 10th"  -> cancelled
2026-06-16 10:10  birchway  reads protests/accepted  -> 1
2026-06-16 11:00  grace  decide_protest protest=2 outcome=denied facts="Two schools were closed in March" reasons="Their rooms need nothing now"  -> cancelled
