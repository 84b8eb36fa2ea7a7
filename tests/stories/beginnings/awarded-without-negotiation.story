# In Arizona: nobody protested, the winner was looked up once more, and one agreement opens.
follows: intent-without-negotiation.story

## Ten days to object, and nobody does
2026-02-12 15:00  maria  file_paper paper=award_determination file=@award-determination.pdf  -> intent_to_award
2026-02-21 00:00  clock  end_standstill  -> intent_to_award
2026-02-23 09:00  maria  check_exclusions offeror=acme stage=award sam=clear state_list=clear  -> intent_to_award
2026-02-23 10:00  grace  award  -> awarded
