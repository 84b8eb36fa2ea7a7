# Findings case 24: an offer with less than the least points of a criterion is considered no further.
follows: ../beginnings/ready-to-publish.story

## The least points are published with the criterion
2026-01-05 16:00  maria  plan_evaluation criteria="quality:60:45,price:40" multi_award=no  -> drafting
2026-01-05 16:10  grace  approve_to_solicit note="Reviewed by counsel"  -> drafting
2026-01-06 09:00  maria  publish proposals_due="2026-02-03 14:00" questions_due="2026-01-20 16:00" boundary=before  -> open
2026-01-06 10:00  maria  record_advertisement medium="The County Gazette" published_on=2026-01-06 proof=@affidavit.pdf  -> open
2026-01-07 09:00  maria  brief_committee attended=eve,ben,chen  -> open
2026-01-20 16:00  clock     close_questions  -> open
2026-02-02 10:00  acme      receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-02-03 09:00  birchway  receive envelope=@birchway.txt price=@birchway-price.txt  -> open
2026-02-03 13:59  cobalt    receive envelope=@cobalt.txt price=@cobalt-price.txt  -> open
2026-02-03 14:00  clock     close_receipt  -> opening
2026-02-03 14:30  theo      open_proposals witness=paul  -> screening
2026-02-04 09:00  maria  find_responsive offeror=acme minimums="signed_offer:pass" helped_draft=no  -> screening
2026-02-04 09:10  maria  find_responsive offeror=birchway minimums="signed_offer:pass" helped_draft=no  -> screening
2026-02-04 09:20  maria  find_responsive offeror=cobalt minimums="signed_offer:pass" helped_draft=no  -> screening
2026-02-04 10:00  maria  check_exclusions offeror=acme stage=screening sam=clear state_list=clear  -> screening
2026-02-04 10:10  maria  check_exclusions offeror=birchway stage=screening sam=clear state_list=clear  -> screening
2026-02-04 10:20  maria  check_exclusions offeror=cobalt stage=screening sam=clear state_list=clear  -> screening
2026-02-04 11:00  eve    sign_forms conflict=none confidentiality=yes  -> screening
2026-02-04 11:10  ben    sign_forms conflict=none confidentiality=yes  -> screening
2026-02-04 11:20  chen   sign_forms conflict=none confidentiality=yes  -> screening
2026-02-04 12:00  maria  finish_screening  -> evaluation

## Cobalt is below the least in the average of the committee, whatever one member thinks
2026-02-05 09:00  eve    score offeror=acme scores="quality:52" reasons="quality:sturdy frames"  -> evaluation
2026-02-05 09:10  eve    score offeror=birchway scores="quality:48" reasons="quality:good range"  -> evaluation
2026-02-05 09:20  eve    score offeror=cobalt scores="quality:46" reasons="quality:seating only, well made"  -> evaluation
2026-02-05 09:30  ben    score offeror=acme scores="quality:54" reasons="quality:the best samples"  -> evaluation
2026-02-05 09:40  ben    score offeror=birchway scores="quality:46" reasons="quality:fits small rooms"  -> evaluation
2026-02-05 09:50  ben    score offeror=cobalt scores="quality:40" reasons="quality:narrow range"  -> evaluation
2026-02-05 10:00  chen   score offeror=acme scores="quality:53" reasons="quality:references agree"  -> evaluation
2026-02-05 10:10  chen   score offeror=birchway scores="quality:47" reasons="quality:references agree"  -> evaluation
2026-02-05 10:20  chen   score offeror=cobalt scores="quality:42" reasons="quality:solid, little choice"  -> evaluation
2026-02-06 09:00  maria  hold_consensus present=eve,ben,chen minutes="Each offer was discussed; nobody changed a score"  -> evaluation

## Its price, the lowest, stays sealed and counts for nobody
2026-02-06 10:00  maria  open_prices  -> evaluation
2026-02-06 10:10  maria  enter_price offeror=cobalt amount=377000.00 reason="Page 3"  !! no price of 'cobalt' was opened; opened were acme, birchway
2026-02-06 10:30  maria  rank_offers  -> evaluation
2026-02-06 11:00  maria  analyze_price offeror=acme method=price finding=fair reasons="At the estimate, and both offers agree"  -> evaluation
2026-02-06 11:20  maria  find_responsible offeror=acme factors="resources:yes, audited accounts; schedule:yes, crews are free; performance:yes, references called; integrity:yes, nothing adverse; skills:yes, nine years; facilities:yes, plant visited; eligibility:yes, licensed"  -> evaluation
2026-02-09 09:00  maria  post_intent winners=cobalt basis="The lowest price"  !! cobalt is not among the ranked offers
2026-02-09 09:30  maria  post_intent winners=acme basis="Highest total: first in quality"  !! negotiation was held with
2026-02-09 09:30  grace  determine rule=negotiation author=maria reasoning="One firm is clearly more highly qualified than the others: it leads every sheet and every criterion"  -> evaluation
2026-02-09 09:30  maria  post_intent winners=acme basis="Highest total: first in quality"  -> intent_to_award

## It is told like everybody who was not chosen
2026-02-09 09:30  cobalt  reads award/regret  -> 1
2026-02-09 09:30  birchway  reads award/regret  -> 1
