# The award went on for the pupils' sake; then the protest was sustained, and its remedy is recorded.
follows: ../beginnings/intent.story
title: A protest sustained after the award

## The award does not wait, as a written finding says
2026-02-19 09:00  birchway  file_protest against=award grounds="Our edges were measured wrongly" relief="Measure them again"  -> intent_to_award
2026-02-19 10:00  grace  override_stay protest=1 interests="The pupils of three schools that open on 24 August would have no desks" reasons="Delivery takes nine weeks, and the old furniture leaves with the buildings in July"  -> intent_to_award
2026-02-19 10:00  birchway  reads protests/override  -> 1
2026-02-20 09:00  maria  check_exclusions offeror=acme stage=award sam=clear state_list=clear  -> intent_to_award
2026-02-20 10:00  grace  award  -> awarded
2026-02-20 11:00  grace  record_remedy protest=1 remedy=ratified done="The desks are needed in August, and acme acted in good faith"  !! no protest was sustained after the award whose remedy is not on file
2026-02-21 00:00  clock  end_standstill  -> awarded

## It is sustained, and so the file cannot be closed as if nothing had happened
2026-02-24 09:00  grace  decide_protest protest=1 outcome=sustained facts="Two people measured every edge anew: birchway's are thicker" reasons="The solicitation gives the points to the thicker edge" remedy="What becomes of the award is found by itself"  -> awarded
2026-02-24 10:00  maria  close_file  !! sustained after the award, and no remedy is on file: protest 1 of birchway
2026-02-25 09:00  grace  record_remedy protest=2 remedy=terminated done="no"  !! no remedy is required for protest 2; still required are remedies for 1; 'no' does not say what is done

2026-02-24 11:00  maria  @A1 execute signed_by_agency="Ann Walker" signed_by_contractor="Joe Acme" effective_on=2026-03-15 expires_on=2029-03-14 paper=@agreement.pdf  !! no remedy for the award is on file

## The remedy is recorded, and everybody concerned reads it
2026-02-25 09:10  grace  record_remedy protest=1 remedy=terminated done="The agreement is not signed; what acme spent in good faith until today, 1,240.00, is paid"  -> awarded
2026-02-25 09:10  birchway  reads protests/remedy  -> 1
2026-02-25 09:10  acme   reads protests/remedy  -> 1
2026-02-25 09:10  cobalt reads protests/remedy  -> 1
2026-02-25 10:00  maria  @A1 execute signed_by_agency="Ann Walker" signed_by_contractor="Joe Acme" effective_on=2026-03-15 expires_on=2029-03-14 paper=@agreement.pdf  !! the award does not go on: it is terminated
2026-02-25 10:30  maria  @A1 decline reason="The award does not go on: the protest of birchway was sustained"  -> terminated
2026-02-26 09:00  maria  close_file  -> closed
