# Arizona: whether the procurement waits for a protest is decided in writing, from the terms on, and
# a stay stops exactly what it covers.
follows: ../beginnings/published.story
title: A stay in writing, before the opening, the range, the intent and the award
jurisdiction: az-state
zone: America/Phoenix

## The terms are protested before proposals are due; the opening waits for a decision in writing
2026-01-20 16:00  clock     close_questions  -> open
2026-01-28 09:00  acme      file_protest against=solicitation name="Acme Furniture" address="1 Mill Road" signature="Joe Acme, President" grounds="The criterion quality favors one maker" relief="Strike it" documents_note="None beyond the file"  -> open
2026-01-28 10:00  grace     extend_decision protest=1 days=30 granted_by=director reasons="The maker is asked for its catalogue"  -> open
2026-02-02 10:00  acme      receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-02-02 11:00  birchway  receive envelope=@birchway.txt price=@birchway-price.txt  -> open
2026-02-03 14:00  clock     close_receipt  -> opening
2026-02-03 15:00  theo      open_proposals witness=paul  !! nobody has found in writing whether the opening of proposals goes on before a decision on protest 1 of acme
2026-02-03 15:10  grace     decide_stay protest=1 stays=yes covers=opening reasons="The catalogue may change the criterion"  -> opening
2026-02-03 15:10  acme      reads protests/stay_decision  -> 1
2026-02-03 15:10  birchway  reads protests/stay_decision  -> 1
2026-02-04 09:00  theo      open_proposals witness=paul  !! the opening of proposals is stayed in writing until protest 1 of acme is decided, or the stay is lifted
2026-02-04 10:00  grace     decide_stay protest=1 stays=yes covers=range,intent,award reasons="The catalogue is here: only the scores may change by it"  -> opening
2026-02-04 11:00  theo      open_proposals witness=paul  -> screening

## The same stay covers the range and the intent, and nothing of the work before them
2026-02-05 09:00  maria     find_responsive offeror=acme minimums="signed_offer:pass" helped_draft=no  -> screening
2026-02-05 09:10  maria     find_responsive offeror=birchway minimums="signed_offer:pass" helped_draft=no  -> screening
2026-02-05 09:20  maria     check_exclusions offeror=acme stage=screening sam=clear state_list=clear  -> screening
2026-02-05 09:30  maria     check_exclusions offeror=birchway stage=screening sam=clear state_list=clear  -> screening
2026-02-05 10:00  eve       sign_forms conflict=none confidentiality=yes  -> screening
2026-02-05 10:10  ben       sign_forms conflict=none confidentiality=yes  -> screening
2026-02-05 10:20  chen      sign_forms conflict=none confidentiality=yes  -> screening
2026-02-05 11:00  maria     finish_screening  -> evaluation
2026-02-06 09:00  eve       score offeror=acme scores="quality:52" reasons="quality:sturdy frames, ten-year warranty"  -> evaluation
2026-02-06 09:30  eve       score offeror=birchway scores="quality:48" reasons="quality:good range, thinner edges"  -> evaluation
2026-02-06 10:00  ben       score offeror=acme scores="quality:52" reasons="quality:sturdy frames, ten-year warranty"  -> evaluation
2026-02-06 10:30  ben       score offeror=birchway scores="quality:48" reasons="quality:good range, thinner edges"  -> evaluation
2026-02-06 11:00  chen      score offeror=acme scores="quality:52" reasons="quality:sturdy frames, ten-year warranty"  -> evaluation
2026-02-06 11:30  chen      score offeror=birchway scores="quality:48" reasons="quality:good range, thinner edges"  -> evaluation
2026-02-09 09:00  maria     hold_consensus present=eve,ben,chen minutes="Each offer was discussed; nobody changed a score"  -> evaluation
2026-02-09 10:00  maria     open_prices  -> evaluation
2026-02-09 10:30  maria     rank_offers  -> evaluation
2026-02-10 09:00  maria     set_range offerors=acme,birchway reason="Both offers can be improved by talks on delivery"  !! the choice of those to discuss with is stayed in writing until protest 1 of acme is decided
2026-02-11 09:00  maria     analyze_price offeror=acme method=price finding=fair reasons="Three per cent above the estimate"  -> evaluation
2026-02-11 10:00  maria     find_responsible offeror=acme factors="resources:yes, audited accounts of 2025; schedule:yes, four crews are free; performance:yes, three references called; integrity:yes, nothing adverse found; skills:yes, twelve years in the trade; facilities:yes, warehouse visited; eligibility:yes, licensed and registered"  -> evaluation
2026-02-11 11:00  maria     post_intent winners=acme basis="Highest total: first in quality, and the price is within the funds"  !! the notice of intent is stayed in writing until protest 1 of acme is decided

## The protest is decided, and the stay is over with it
2026-02-12 09:00  grace     decide_protest protest=1 outcome=denied facts="Three makers meet the criterion" reasons="It favors nobody"  -> evaluation
2026-02-12 10:00  maria     post_intent winners=acme basis="Highest total: first in quality, and the price is within the funds"  -> intent_to_award

## An appeal: whether it stays the award is not known here, and is determined in writing
2026-02-13 09:00  maria     record_receipt protest=1 received_at="2026-02-12 15:00"  -> intent_to_award
2026-02-20 09:00  maria     record_appeal protest=1 what=appeal forum="The Director of the Department of Administration" filed_at="2026-02-19 10:00"  -> intent_to_award
2026-02-24 00:00  clock     end_standstill  -> intent_to_award
2026-02-24 09:00  maria     check_exclusions offeror=acme stage=award sam=clear state_list=clear  -> intent_to_award
2026-02-24 10:00  grace     award  !! whether the award waits for appeal 1 to The Director of the Department of Administration is not known here
2026-02-25 09:00  maria     close_appeal appeal=1 outcome=dismissed reference="Decision of 25 February"  -> intent_to_award
2026-02-25 10:00  grace     award  -> awarded
