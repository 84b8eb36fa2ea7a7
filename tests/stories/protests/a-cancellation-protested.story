# Cancelled after the opening: whether that itself can be protested no rule here says.
follows: ../evaluation/cancelled-in-the-screening.story
title: A cancellation protested

## Somebody who may decide it finds in writing that the protest is heard
2026-06-08 09:00  acme   file_protest against=finding grounds="The offers lapsed through the agency's own delay" relief="Ask for new offers from the same firms"  !! whether an end without an award can be protested is not known here
2026-06-09 09:00  grace  determine rule=protest_window author=maria reasoning="A firm that was kept waiting for four months is heard; it costs an hour"  -> cancelled
2026-06-09 10:00  acme   file_protest against=finding grounds="The offers lapsed through the agency's own delay" relief="Ask for new offers from the same firms"  -> cancelled
2026-06-09 10:00  birchway  reads protests/filed  -> 1
2026-06-11 09:00  grace  decide_protest protest=1 outcome=denied facts="The need has changed since February" reasons="New offers for the old need would serve nobody"  -> cancelled
2026-06-11 09:00  acme   reads protests/decision  -> 1
