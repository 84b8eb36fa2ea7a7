# Where the rules say that silence denies, a protest not decided in time is over with its day.
follows: ../beginnings/protests-left-open.story
title: Silence denies a protest
jurisdiction: mill-county
zone: America/New_York

## Six protests were left unanswered, and each protester was told that silence denied it
2026-02-16 12:00  acme      reads protests/deemed_denied  -> 2
2026-02-16 12:00  birchway  reads protests/deemed_denied  -> 1
2026-02-16 12:00  cobalt    reads protests/deemed_denied  -> 3
2026-02-16 12:00  grace     reads protests/overdue  -> 0
2026-02-16 12:10  grace     decide_protest protest=1 outcome=sustained facts="The criterion names no maker" reasons="It is open to all" remedy="None is needed"  !! protest 1 is deemed denied; undecided: none

## The award is protested too, and this protest is left unanswered as well
2026-02-17 09:00  maria     post_intent winners=acme basis="Highest total: first in quality, and the price is within the funds"  -> intent_to_award
2026-02-18 09:00  birchway  file_protest against=award name="Birchway Learning Spaces" address="2 Dock Street" signature="Bea Birch" grounds="The talks were held with one offeror only" relief="Hold them with both" documents_note="None beyond the file"  -> intent_to_award
2026-02-24 09:00  birchway  file_protest against=award grounds="The quality of our chair was never judged" relief="Judge it" documents_note="None beyond the file"  -> intent_to_award
2026-02-28 00:00  clock     end_standstill  -> intent_to_award
2026-03-05 00:00  clock     deem_denied  -> intent_to_award
2026-03-05 08:00  birchway  reads protests/deemed_denied  -> 2

## Whether the award waits for the last protest is decided case by case
2026-03-05 09:00  maria     check_exclusions offeror=acme stage=award sam=clear state_list=clear  -> intent_to_award
2026-03-05 09:30  grace     award  !! nobody has found in writing whether the award goes on before a decision on protest 14 of birchway
2026-03-05 10:00  grace     determine rule=stay author=maria reasoning="The protester was not in the range and could not be awarded; three schools open in August without furniture"  -> intent_to_award
2026-03-05 10:30  grace     award  -> awarded
2026-03-11 00:00  clock     deem_denied  -> awarded
