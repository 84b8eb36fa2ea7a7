# A protest stops the award by itself in Virginia; once it is denied, with reasons, the award follows.
follows: ../beginnings/intent.story
title: A protest is denied, and the award follows

## A protest says what is wrong and what is asked for, and it comes in time
2026-02-11 09:00  birchway  file_protest against=award grounds="Our price was read from the wrong page"  -> intent_to_award
2026-02-11 09:00  birchway  reads protests/unheard  -> 1
2026-02-11 09:05  acme      reads protests/filed  -> 0
2026-02-11 09:10  birchway  file_protest against=solicitation grounds="The criteria are vague" relief="State them anew"  !! the rules here know no protest against a solicitation's terms
2026-02-11 09:20  birchway  file_protest against=award grounds="Our price was read from the wrong page" relief="Rank the offers again"  -> intent_to_award
2026-02-11 09:20  birchway  reads protests/received  -> 1
2026-02-11 09:20  acme      reads protests/filed  -> 1

## The award waits, and whoever decides gives facts and reasons
2026-02-12 09:00  grace  award  !! the award waits for a decision on protest 2 of birchway, or a finding in writing that it goes on
2026-02-13 09:00  grace  decide_protest protest=7 outcome=denied facts="The price form was read line by line" reasons="Page 3 is the page named"  !! there is no protest 7; undecided: protest 1 of birchway, protest 2 of birchway
2026-02-13 09:10  grace  decide_protest protest=2 outcome=denied facts="none" reasons="no"  !! facts 'none' say nothing; reasons 'no' say nothing
2026-02-13 09:20  grace  decide_protest protest=2 outcome=denied facts="The price form states 398,750.00 on page 3" reasons="The solicitation names page 3 as the price that counts"  -> intent_to_award
2026-02-13 09:20  birchway  reads protests/decision  -> 1
2026-02-13 10:00  grace  decide_protest protest=2 outcome=denied facts="The price form states 398,750.00 on page 3" reasons="The solicitation names page 3 as the price that counts"  !! protest 2 is denied; undecided: protest 1 of birchway

## The one that was not whole is dismissed in writing
2026-02-13 11:00  grace  decide_protest protest=1 outcome=dismissed facts="It asks for nothing" reasons="What it objects to was decided with protest 2"  -> intent_to_award
2026-02-13 11:00  birchway  reads protests/decision  -> 2
2026-02-13 12:00  grace  decide_protest protest=1 outcome=denied facts="The price form states 398,750.00 on page 3" reasons="The solicitation names page 3"  !! no protest is pending

## Nothing holds the award any more but the looking up of the winner
2026-02-21 00:00  clock  end_standstill  -> intent_to_award
2026-02-23 08:00  cobalt file_protest against=award grounds="Our chairs were not looked at" relief="Look at them"  -> intent_to_award (late: on file with its time, and nothing waits for it)
2026-02-23 08:00  cobalt reads protests/unheard  -> 1
2026-02-23 09:00  grace  award  !! not checked again since the intent was posted: acme
2026-02-23 09:30  maria  check_exclusions offeror=acme stage=award sam=clear state_list=clear  -> intent_to_award
2026-02-23 10:00  grace  award  -> awarded
2026-02-23 10:00  acme   reads award/award_letter  -> 1
2026-02-23 10:00  cobalt reads award/award_notice  -> 1
