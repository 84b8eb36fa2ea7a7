# What is wrong with a protest, and how long it may take, is dealt with at every step of a procurement.
follows: ../beginnings/published.story
title: Protests that are not whole, and decisions that take longer, at every step
jurisdiction: mill-county
zone: America/New_York

## Fourteen protests of the terms; seven ask for nothing, and each sender reads that it is not heard so
2026-01-20 16:00  clock  close_questions  -> open
2026-01-28 09:00  acme   file_protest against=solicitation grounds="Point 1 of the terms favors one maker" relief="Strike it"  -> open
2026-01-28 09:10  cobalt file_protest against=solicitation grounds="Section 1 is not clear"  -> open
2026-01-28 10:00  acme   file_protest against=solicitation grounds="Point 2 of the terms favors one maker" relief="Strike it"  -> open
2026-01-28 10:10  cobalt file_protest against=solicitation grounds="Section 2 is not clear"  -> open
2026-01-28 11:00  acme   file_protest against=solicitation grounds="Point 3 of the terms favors one maker" relief="Strike it"  -> open
2026-01-28 11:10  cobalt file_protest against=solicitation grounds="Section 3 is not clear"  -> open
2026-01-28 12:00  acme   file_protest against=solicitation grounds="Point 4 of the terms favors one maker" relief="Strike it"  -> open
2026-01-28 12:10  cobalt file_protest against=solicitation grounds="Section 4 is not clear"  -> open
2026-01-28 13:00  acme   file_protest against=solicitation grounds="Point 5 of the terms favors one maker" relief="Strike it"  -> open
2026-01-28 13:10  cobalt file_protest against=solicitation grounds="Section 5 is not clear"  -> open
2026-01-28 14:00  acme   file_protest against=solicitation grounds="Point 6 of the terms favors one maker" relief="Strike it"  -> open
2026-01-28 14:10  cobalt file_protest against=solicitation grounds="Section 6 is not clear"  -> open
2026-01-28 15:00  cobalt reads protests/unheard  -> 6

## More time is granted by whom the rules name, for a reason, and no longer than they say
2026-01-29 09:00  grace  extend_decision protest=1 days=45 granted_by=officer reasons="hm"  !! more time is granted by the director, not by the officer; it may be extended by 30 days at most, not by 45; 'hm' states no reason
2026-01-29 09:05  grace  accept_protest protest=1 cause="It is whole as it stands"  !! nothing is wrong with protest 1
2026-01-29 09:06  grace  decide_protest protest=1 outcome=dismissed facts="It is whole as it stands" reasons="It was in time"  !! nothing is wrong with protest 1 as it was filed
2026-01-29 09:10  grace  extend_decision protest=1 days=30 granted_by=director reasons="The maker was asked to explain it"  -> open
2026-01-29 09:11  grace  accept_protest protest=2 cause="What is asked for can be seen from the grounds"  -> open
2026-01-29 09:12  grace  decide_stay protest=1 stays=no reasons="Nobody is harmed by going on"  -> open
2026-01-29 09:12  grace  override_stay protest=1 interests="The pupils of three schools that open on 24 August would have no desks" reasons="Delivery takes nine weeks from the order"  -> open
2026-01-29 09:12  grace  decide_protest protest=1 outcome=denied facts="Three makers meet point 1" reasons="It favors nobody"  -> open
2026-01-29 09:12  maria  record_receipt protest=1  -> open
2026-01-29 09:12  maria  record_appeal protest=1 what=appeal forum="The county board"  -> open
2026-01-29 09:12  maria  close_appeal appeal=7 outcome=affirmed reference="Order 7"  !! no appeal 7 is open
2026-01-29 09:12  maria  record_receipt protest=3  !! protest 3 has no decision yet
2026-01-29 09:12  maria  record_appeal protest=3 what=suit forum="The circuit court"  !! protest 3 has no decision to appeal from
2026-01-29 09:12  maria  close_appeal appeal=1 outcome=affirmed reference="Order 1 of the board"  -> open
2026-01-29 09:13  grace  decide_protest protest=2 outcome=denied facts="Section 1 was read aloud at the opening of questions" reasons="Nobody asked about it"  -> open
2026-01-29 09:20  acme   reads protests/extended  -> 1

## The same while an outage holds the closing
2026-02-02 08:00  acme      receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-02-02 08:30  birchway  receive envelope=@birchway.txt price=@birchway-price.txt  -> open
2026-02-02 16:00  theo      report_outage what="The portal answered every upload with an error page" began_at="2026-02-02 15:30"  -> held
2026-02-02 16:30  grace  extend_decision protest=3 days=30 granted_by=director reasons="The maker was asked to explain it"  -> held
2026-02-02 16:31  grace  accept_protest protest=4 cause="What is asked for can be seen from the grounds"  -> held
2026-02-02 16:32  grace  decide_stay protest=3 stays=no reasons="Nobody is harmed by going on"  -> held
2026-02-02 16:32  grace  override_stay protest=3 interests="The pupils of three schools that open on 24 August would have no desks" reasons="Delivery takes nine weeks from the order"  -> held
2026-02-02 16:32  grace  decide_protest protest=3 outcome=denied facts="Three makers meet point 2" reasons="It favors nobody"  -> held
2026-02-02 16:32  maria  record_receipt protest=3  -> held
2026-02-02 16:32  maria  record_appeal protest=3 what=appeal forum="The county board"  -> held
2026-02-02 16:32  maria  close_appeal appeal=2 outcome=affirmed reference="Order 2 of the board"  -> held
2026-02-02 16:33  grace  decide_protest protest=4 outcome=denied facts="Section 2 was read aloud at the opening of questions" reasons="Nobody asked about it"  -> held
2026-02-03 09:00  maria     dismiss_outage reason="The portal worked again within the hour, a day before the closing"  -> open
2026-02-03 14:00  clock     close_receipt  -> opening
2026-02-03 15:00  grace  extend_decision protest=5 days=30 granted_by=director reasons="The maker was asked to explain it"  -> opening
2026-02-03 15:01  grace  accept_protest protest=6 cause="What is asked for can be seen from the grounds"  -> opening
2026-02-03 15:02  grace  decide_stay protest=5 stays=no reasons="Nobody is harmed by going on"  -> opening
2026-02-03 15:02  grace  override_stay protest=5 interests="The pupils of three schools that open on 24 August would have no desks" reasons="Delivery takes nine weeks from the order"  -> opening
2026-02-03 15:02  grace  decide_protest protest=5 outcome=denied facts="Three makers meet point 3" reasons="It favors nobody"  -> opening
2026-02-03 15:02  maria  record_receipt protest=5  -> opening
2026-02-03 15:02  maria  record_appeal protest=5 what=appeal forum="The county board"  -> opening
2026-02-03 15:02  maria  close_appeal appeal=3 outcome=affirmed reference="Order 3 of the board"  -> opening
2026-02-03 15:03  grace  decide_protest protest=6 outcome=denied facts="Section 3 was read aloud at the opening of questions" reasons="Nobody asked about it"  -> opening

## And through screening, evaluation and negotiation
2026-02-04 09:00  theo   open_proposals witness=paul  -> screening
2026-02-04 09:30  grace  extend_decision protest=7 days=30 granted_by=director reasons="The maker was asked to explain it"  -> screening
2026-02-04 09:31  grace  accept_protest protest=8 cause="What is asked for can be seen from the grounds"  -> screening
2026-02-04 09:32  grace  decide_stay protest=7 stays=no reasons="Nobody is harmed by going on"  -> screening
2026-02-04 09:32  grace  override_stay protest=7 interests="The pupils of three schools that open on 24 August would have no desks" reasons="Delivery takes nine weeks from the order"  -> screening
2026-02-04 09:32  grace  decide_protest protest=7 outcome=denied facts="Three makers meet point 4" reasons="It favors nobody"  -> screening
2026-02-04 09:32  maria  record_receipt protest=7  -> screening
2026-02-04 09:32  maria  record_appeal protest=7 what=appeal forum="The county board"  -> screening
2026-02-04 09:32  maria  close_appeal appeal=4 outcome=affirmed reference="Order 4 of the board"  -> screening
2026-02-04 09:33  grace  decide_protest protest=8 outcome=denied facts="Section 4 was read aloud at the opening of questions" reasons="Nobody asked about it"  -> screening
2026-02-05 09:00  maria  find_responsive offeror=acme minimums="signed_offer:pass" helped_draft=no  -> screening
2026-02-05 09:10  maria  find_responsive offeror=birchway minimums="signed_offer:pass" helped_draft=no  -> screening
2026-02-05 09:20  maria  check_exclusions offeror=acme stage=screening sam=clear state_list=clear  -> screening
2026-02-05 09:30  maria  check_exclusions offeror=birchway stage=screening sam=clear state_list=clear  -> screening
2026-02-05 10:00  eve    sign_forms conflict=none confidentiality=yes  -> screening
2026-02-05 10:10  ben    sign_forms conflict=none confidentiality=yes  -> screening
2026-02-05 10:20  chen   sign_forms conflict=none confidentiality=yes  -> screening
2026-02-05 11:00  maria  finish_screening  -> evaluation
2026-02-05 12:00  grace  extend_decision protest=9 days=30 granted_by=director reasons="The maker was asked to explain it"  -> evaluation
2026-02-05 12:01  grace  accept_protest protest=10 cause="What is asked for can be seen from the grounds"  -> evaluation
2026-02-05 12:02  grace  decide_stay protest=9 stays=no reasons="Nobody is harmed by going on"  -> evaluation
2026-02-05 12:02  grace  override_stay protest=9 interests="The pupils of three schools that open on 24 August would have no desks" reasons="Delivery takes nine weeks from the order"  -> evaluation
2026-02-05 12:02  grace  decide_protest protest=9 outcome=denied facts="Three makers meet point 5" reasons="It favors nobody"  -> evaluation
2026-02-05 12:02  maria  record_receipt protest=9  -> evaluation
2026-02-05 12:02  maria  record_appeal protest=9 what=appeal forum="The county board"  -> evaluation
2026-02-05 12:02  maria  close_appeal appeal=5 outcome=affirmed reference="Order 5 of the board"  -> evaluation
2026-02-05 12:03  grace  decide_protest protest=10 outcome=denied facts="Section 5 was read aloud at the opening of questions" reasons="Nobody asked about it"  -> evaluation
2026-02-06 09:00  eve  score offeror=acme scores="quality:52" reasons="quality:sturdy frames, ten-year warranty"  -> evaluation
2026-02-06 09:30  eve  score offeror=birchway scores="quality:48" reasons="quality:good range, thinner edges"  -> evaluation
2026-02-06 10:00  ben  score offeror=acme scores="quality:52" reasons="quality:sturdy frames, ten-year warranty"  -> evaluation
2026-02-06 10:30  ben  score offeror=birchway scores="quality:48" reasons="quality:good range, thinner edges"  -> evaluation
2026-02-06 11:00  chen  score offeror=acme scores="quality:52" reasons="quality:sturdy frames, ten-year warranty"  -> evaluation
2026-02-06 11:30  chen  score offeror=birchway scores="quality:48" reasons="quality:good range, thinner edges"  -> evaluation
2026-02-09 09:00  maria  hold_consensus present=eve,ben,chen minutes="Each offer was discussed; nobody changed a score"  -> evaluation
2026-02-09 10:00  maria  open_prices  -> evaluation
2026-02-09 10:30  maria  rank_offers  -> evaluation
2026-02-10 09:00  maria  set_range offerors=acme,birchway reason="Both offers can be improved by talks on delivery"  -> negotiation
2026-02-10 10:00  grace  extend_decision protest=11 days=30 granted_by=director reasons="The maker was asked to explain it"  -> negotiation
2026-02-10 10:01  grace  accept_protest protest=12 cause="What is asked for can be seen from the grounds"  -> negotiation
2026-02-10 10:02  grace  decide_stay protest=11 stays=no reasons="Nobody is harmed by going on"  -> negotiation
2026-02-10 10:02  grace  override_stay protest=11 interests="The pupils of three schools that open on 24 August would have no desks" reasons="Delivery takes nine weeks from the order"  -> negotiation
2026-02-10 10:02  grace  decide_protest protest=11 outcome=denied facts="Three makers meet point 6" reasons="It favors nobody"  -> negotiation
2026-02-10 10:02  maria  record_receipt protest=11  -> negotiation
2026-02-10 10:02  maria  record_appeal protest=11 what=appeal forum="The county board"  -> negotiation
2026-02-10 10:02  maria  close_appeal appeal=6 outcome=affirmed reference="Order 6 of the board"  -> negotiation
2026-02-10 10:03  grace  decide_protest protest=12 outcome=denied facts="Section 6 was read aloud at the opening of questions" reasons="Nobody asked about it"  -> negotiation
2026-02-16 09:00  maria  end_negotiation  -> evaluation
2026-02-16 10:00  maria  analyze_price offeror=acme method=price finding=fair reasons="Three per cent above the estimate"  -> evaluation
2026-02-16 11:00  maria  find_responsible offeror=acme factors="resources:yes, audited accounts of 2025; schedule:yes, four crews are free; performance:yes, three references called; integrity:yes, nothing adverse found; skills:yes, twelve years in the trade; facilities:yes, warehouse visited; eligibility:yes, licensed and registered"  -> evaluation

## An award protest that asks for nothing is accepted too, and another waits longer for its decision
2026-02-17 09:00  maria  post_intent winners=acme basis="Highest total: first in quality, and the price is within the funds"  -> intent_to_award
2026-02-18 09:00  birchway  file_protest against=award grounds="Our edges were measured wrongly" relief="Measure them again"  -> intent_to_award
2026-02-18 09:10  birchway  file_protest against=award grounds="The samples were mixed up"  -> intent_to_award
2026-02-18 10:00  grace  extend_decision protest=13 days=10 granted_by=Director reasons="Both measurers are away until March"  -> intent_to_award
2026-02-18 10:10  grace  accept_protest protest=14 cause="The form on the portal has no box for it"  -> intent_to_award
2026-02-18 11:00  grace  decide_protest protest=14 outcome=denied facts="Each sample carries its number" reasons="They were not mixed up"  -> intent_to_award
2026-02-28 00:00  clock  end_standstill  -> intent_to_award
2026-03-02 09:00  maria  check_exclusions offeror=acme stage=award sam=clear state_list=clear  -> intent_to_award
2026-03-02 09:30  grace  award  !! nobody has found in writing whether the award goes on before a decision on protest 13 of birchway
2026-03-02 09:40  grace  decide_stay protest=13 stays=yes reasons="hm"  !! it does not say which steps wait; 'hm' states no reason
2026-03-02 09:45  grace  decide_stay protest=13 stays=yes covers=award,opening reasons="The samples may decide it"  !! the rules here stay no opening
2026-03-02 09:50  grace  decide_stay protest=13 stays=yes covers=award reasons="The samples may decide it"  -> intent_to_award
2026-03-02 09:50  birchway  reads protests/stay_decision  -> 7
2026-03-02 09:55  grace  award  !! the award is stayed in writing until protest 13 of birchway is decided
2026-03-02 10:00  grace  override_stay protest=13 interests="The pupils of three schools that open on 24 August would have no desks" reasons="Delivery takes nine weeks from the order"  -> intent_to_award
2026-03-02 10:00  grace  decide_protest protest=13 outcome=denied facts="Two people measured every edge" reasons="The measures agree"  -> intent_to_award
2026-03-02 10:00  maria  record_receipt protest=13  -> intent_to_award
2026-03-02 10:00  maria  record_appeal protest=13 what=appeal forum="The county board"  -> intent_to_award
2026-03-02 11:00  grace  award  !! the award waits until appeal 7 to The county board is ended
2026-03-02 11:00  maria  close_appeal appeal=7 outcome=affirmed reference="Order 7 of the board"  -> intent_to_award
2026-03-02 11:00  grace  award  -> awarded

## After the award, the winner has no protest, nor has a firm that sent no offer; who could read the records late has
2026-03-03 09:00  maria  record_access offeror=delta what="The score sheets"  !! delta sent no proposal
2026-03-03 09:10  maria  record_access offeror=birchway what="The score sheets" given_at="2026-03-03 10:00"  !! has not come yet
2026-03-03 09:20  maria  record_access offeror=birchway what="The score sheets of both offers"  -> awarded
2026-03-04 09:00  acme   file_protest against=award grounds="We want another notice" relief="Send it"  -> awarded
2026-03-04 09:10  delta  file_protest against=award grounds="We would have offered less" relief="Ask us"  -> awarded
2026-03-04 09:20  cobalt file_protest against=award grounds="Section 4 was not clear to us" relief="Ask us"  -> awarded
2026-03-04 09:30  grace  accept_protest protest=16 cause="They would have offered less"  !! the law gives this firm no protest of this kind, and no cause mends that
2026-03-04 10:00  grace  decide_protest protest=15 outcome=dismissed facts="The award is its own" reasons="A winner has no protest of its award"  -> awarded
2026-03-04 10:10  grace  decide_protest protest=16 outcome=dismissed facts="It sent no proposal" reasons="Only an offeror may protest"  -> awarded
2026-03-04 10:20  grace  decide_protest protest=17 outcome=dismissed facts="It sent no proposal" reasons="Only an offeror may protest"  -> awarded
2026-03-12 09:00  birchway  file_protest against=award grounds="The sheets show that chen did not score experience" relief="Score it"  -> awarded
2026-03-12 09:10  birchway  file_protest against=award grounds="The sheets are not signed"  -> awarded
2026-03-12 10:00  grace  extend_decision protest=18 days=5 granted_by=director reasons="Chen is away until next week"  -> awarded
2026-03-12 10:10  grace  accept_protest protest=19 cause="What is asked for can be seen from the grounds"  -> awarded
2026-03-13 09:00  grace  decide_stay protest=18 stays=no reasons="Nobody is harmed by going on"  -> awarded
2026-03-13 09:00  grace  override_stay protest=18 interests="The pupils of three schools that open on 24 August would have no desks" reasons="Delivery takes nine weeks from the order"  -> awarded
2026-03-13 09:00  grace  decide_protest protest=18 outcome=denied facts="Experience is no criterion here" reasons="Nobody scored it"  -> awarded
2026-03-13 09:00  maria  record_receipt protest=18  -> awarded
2026-03-13 09:00  maria  record_appeal protest=18 what=appeal forum="The county board"  -> awarded
2026-03-13 09:00  maria  close_appeal appeal=8 outcome=affirmed reference="Order 8 of the board"  -> awarded
2026-03-13 09:10  grace  decide_protest protest=19 outcome=denied facts="The system signs each sheet" reasons="No signature is missing"  -> awarded
2026-03-13 10:00  maria  close_file  !! an award can be protested for 10 calendar days
2026-03-16 10:00  maria  close_file  -> closed
2026-03-16 11:00  maria  file_paper paper=retention_note file=@retention.pdf title="How long the file is kept"  -> closed
