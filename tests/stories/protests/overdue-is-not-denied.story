# Where silence denies nothing, a protest whose day has passed is overdue, and holds the award.
follows: ../beginnings/protests-left-open.story
title: A protest is overdue, not denied
jurisdiction: harbor-town
zone: America/New_York

## Six decisions are overdue: the approver is told, and no protester is told of a denial
2026-02-16 12:00  acme   reads protests/deemed_denied  -> 0
2026-02-16 12:00  grace  reads protests/overdue  -> 6
2026-02-17 09:00  maria  post_intent winners=acme basis="Highest total: first in quality, and the price is within the funds"  -> intent_to_award
2026-02-18 09:00  birchway  file_protest against=award name="Birchway Learning Spaces" address="2 Dock Street" signature="Bea Birch" grounds="The talks were held with one offeror only" relief="Hold them with both" documents_note="None beyond the file"  -> intent_to_award
2026-02-24 09:00  cobalt  file_protest against=award name="Cobalt Seating" address="3 Hill Lane" signature="Cora Balt" grounds="The quality of our chair was never judged" relief="Judge it" documents_note="None beyond the file"  -> intent_to_award
2026-02-25 00:00  clock  end_standstill  -> intent_to_award
2026-03-05 00:00  clock  deem_denied  -> intent_to_award
2026-03-05 09:00  maria  check_exclusions offeror=acme stage=award sam=clear state_list=clear  -> intent_to_award
2026-03-05 09:30  grace  award  !! the award waits for a decision on protest 1 of acme, protest 3 of cobalt

## Each overdue protest is decided all the same
2026-03-05 10:00  grace  decide_protest protest=1 outcome=denied facts="The criterion names no maker" reasons="Any maker can meet it"  -> intent_to_award
2026-03-05 11:00  grace  decide_protest protest=3 outcome=denied facts="One chair of each kind is asked for" reasons="More samples would burden small firms"  -> intent_to_award
2026-03-05 12:00  grace  decide_protest protest=4 outcome=denied facts="The warranty is part of quality" reasons="It earns points already"  -> intent_to_award
2026-03-05 13:00  grace  decide_protest protest=5 outcome=denied facts="Section 5 states the dates" reasons="Nothing is missing"  -> intent_to_award
2026-03-05 14:00  grace  decide_protest protest=6 outcome=denied facts="Renewals keep the prices offered" reasons="No further price is needed"  -> intent_to_award
2026-03-05 15:00  grace  decide_protest protest=11 outcome=denied facts="Two references were accepted" reasons="Nobody was burdened"  -> intent_to_award
2026-03-05 16:00  grace  decide_protest protest=13 outcome=denied facts="Both offerors were invited" reasons="The other one sent nobody"  -> intent_to_award

## For the last one the award does not wait, and its day passes after the award
2026-03-06 09:00  grace  award  !! the award waits for a decision on protest 14 of cobalt, or a finding in writing that it goes on
2026-03-06 10:00  grace  override_stay protest=14 interests="The pupils of three schools that open on 24 August would have no desks" reasons="Delivery takes nine weeks, and the old furniture leaves with the buildings in July"  -> intent_to_award
2026-03-06 11:00  grace  award  -> awarded
2026-03-11 00:00  clock  deem_denied  -> awarded
2026-03-11 09:00  grace  reads protests/overdue  -> 8
2026-03-11 10:00  maria  close_file  !! not decided yet: protest 14 of cobalt
2026-03-12 09:00  grace  decide_protest protest=14 outcome=denied facts="No proposal of this firm came in" reasons="What was never offered could not be judged"  -> awarded
2026-03-12 10:00  maria  close_file  -> closed
