# The winner holds its offer all the same: the approver determines in writing to accept it.
follows: ../beginnings/intent.story
title: An offer is accepted after its day, by determination

## The intent stands while the offers lapse
2026-02-21 00:00  clock  end_standstill  -> intent_to_award
2026-06-04 00:00  clock  lapse_offers  -> intent_to_award
2026-06-04 09:00  maria  check_exclusions offeror=acme stage=award sam=clear state_list=clear  -> intent_to_award
2026-06-04 10:00  grace  award  !! offers that can no longer be accepted
2026-06-04 11:00  grace  determine rule=offers_alive author=maria reasoning="Acme wrote on 3 June that it holds its offer until the award, whenever it is made"  -> intent_to_award
2026-06-04 12:00  grace  award  -> awarded
