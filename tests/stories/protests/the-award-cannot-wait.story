# Schools open in August: it is found in writing, for named interests, that the award goes on.
follows: ../beginnings/intent.story
title: The award cannot wait for a protest

## A protest stops the award, and no vague urgency lifts that
2026-02-19 09:00  birchway  file_protest against=award grounds="Our edges were measured wrongly" relief="Measure them again"  -> intent_to_award
2026-02-19 10:00  grace  override_stay protest=2 interests="The pupils of three schools that open on 24 August" reasons="Delivery takes nine weeks"  !! there is no protest 2; undecided: protest 1 of birchway
2026-02-19 10:10  grace  override_stay protest=1 interests="The public interest of the county" reasons="The protest is frivolous"  !! the interests name nothing in particular; the reasons argue the protest itself: 'frivolous'
2026-02-19 10:20  grace  override_stay protest=1 interests="The pupils of three schools that open on 24 August would have no desks" reasons="Delivery takes nine weeks, and the old furniture leaves with the buildings in July"  -> intent_to_award
2026-02-19 10:20  birchway  reads protests/override  -> 1
2026-02-20 09:00  maria  check_exclusions offeror=acme stage=award sam=clear state_list=clear  -> intent_to_award
2026-02-20 10:00  grace  award  -> awarded (before the ten days are over: in Virginia the award need not wait, and that is only warned of)

## A second protest comes after the award, on the last day
2026-02-20 16:00  cobalt   file_protest against=award grounds="Our chairs were counted as stools" relief="Count them again"  -> awarded
2026-02-21 00:00  clock    end_standstill  -> awarded
2026-02-21 00:00  cobalt   file_protest against=award grounds="Our desks were not counted" relief="Count them"  -> awarded (late)
2026-02-22 09:00  grace    decide_protest protest=3 outcome=dismissed facts="The time ended with 20 February" reasons="It was received on 21 February"  -> awarded
2026-02-23 09:00  grace    override_stay protest=2 interests="The pupils of three schools that open on 24 August would have no desks" reasons="Delivery takes nine weeks from the signing of the agreement"  -> awarded
2026-02-24 09:00  grace    decide_protest protest=1 outcome=denied facts="Two people measured every edge" reasons="The measures agree with the sample"  -> awarded

## The file stays open while a protest is
2026-02-25 09:00  maria    close_file  !! not decided yet: protest 2 of cobalt
2026-03-03 00:00  clock    deem_denied  -> awarded
2026-03-03 09:00  grace    reads protests/overdue  -> 1
2026-03-03 10:00  grace    decide_protest protest=2 outcome=denied facts="Stools and chairs were counted apart" reasons="The count follows the price form"  -> awarded
2026-03-04 09:00  maria    close_file  -> closed
2026-03-05 09:00  maria    file_paper paper=retention_note file=@retention.pdf title="How long the file is kept"  -> closed
