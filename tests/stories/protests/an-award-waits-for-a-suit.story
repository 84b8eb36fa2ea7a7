# Virginia: a timely suit stays the award, and an offer that would expire is a ground to go on.
follows: ../beginnings/intent.story
title: The award waits for a suit

## The protest is denied; an hour later nothing holds the award, but a suit does
2026-02-12 09:00  birchway  file_protest against=award grounds="Our edges were measured wrongly" relief="Measure them again"  -> intent_to_award
2026-02-13 09:00  grace     decide_protest protest=1 outcome=denied facts="Two people measured every edge" reasons="The measures agree with the sample"  -> intent_to_award
2026-02-13 10:00  grace     override_stay protest=1 interests="The pupils of three schools would have no desks" reasons="Delivery takes nine weeks"  !! no protest is pending, and no appeal
2026-02-16 09:00  maria     record_receipt protest=1 received_at="2026-02-16 08:30"  -> intent_to_award
2026-02-18 09:00  maria     record_appeal protest=1 what=suit forum="The circuit court of Fairfax County" filed_at="2026-02-17 16:00"  -> intent_to_award
2026-02-18 10:00  maria     check_exclusions offeror=acme stage=award sam=clear state_list=clear  -> intent_to_award
2026-02-18 11:00  grace     award  !! the award waits until suit 1 to The circuit court of Fairfax County is ended, or found in writing not to stop it

## The law names the grounds on which the award goes on
2026-02-19 09:00  grace     override_stay protest=1 ground=emergency reasons="Delivery takes nine weeks from the order"  !! the rules here lift no stay because of 'emergency': they name interests, offer_would_expire
2026-02-19 09:10  grace     override_stay protest=2 ground=interests interests="The pupils of three schools would have no desks" reasons="Delivery takes nine weeks from the order"  !! there is no protest 2
2026-02-19 09:20  grace     override_stay protest=1 ground=offer_would_expire interests="The offer of acme" reasons="Acme will not hold its price after 30 April, and the suit is set for June"  -> intent_to_award
2026-02-19 09:20  birchway  reads protests/override  -> 1
2026-02-20 09:00  grace     award  -> awarded
2026-02-21 00:00  clock     end_standstill  -> awarded
