# In Virginia a timely protest stops the award, and so the signing, until it is decided.
follows: ../beginnings/intent.story
title: The signing waits for a protest

## The award is made at once; the first in line after it protests
2026-02-12 15:00  maria  file_paper paper=award_determination file=@award-determination.pdf  -> intent_to_award
2026-02-16 09:00  maria  check_exclusions offeror=acme stage=award sam=clear state_list=clear  -> intent_to_award
2026-02-16 10:00  grace  award  -> awarded
2026-02-18 09:00  birchway  file_protest against=award grounds="Our edges were measured wrongly" relief="Measure them again"  -> awarded

## Nothing is signed before the protest is decided
2026-02-19 09:00  maria @A1 execute signed_by_agency="Ann Walker, Director" signed_by_contractor="Joe Acme, President" effective_on=2026-03-15 expires_on=2029-03-14  !! the signing waits for a decision on protest 1 of birchway, or a finding in writing that it goes on
2026-02-20 09:00  grace  decide_protest protest=1 outcome=denied facts="Two people measured every edge" reasons="The measures agree with the sample"  -> awarded
2026-02-20 10:00  maria @A1 execute signed_by_agency="Ann Walker, Director" signed_by_contractor="Joe Acme, President" effective_on=2026-03-15 expires_on=2029-03-14  -> executed
