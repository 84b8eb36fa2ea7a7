# Findings case 02: two offers have equal totals, and the tie rule of the solicitation decides.
follows: ../beginnings/ready-to-publish.story

## The tie rule is part of the plan that is published
2026-01-05 16:00  maria  plan_evaluation criteria="quality:40,experience:20,price:40" tie_rule="The higher score in the first criterion, then the lower price, then a witnessed draw." multi_award=no  -> drafting
2026-01-05 16:10  grace  approve_to_solicit note="Reviewed by counsel"  -> drafting
2026-01-06 09:00  maria  publish proposals_due="2026-02-03 14:00" questions_due="2026-01-20 16:00" boundary=before  -> open
2026-01-06 10:00  maria  record_advertisement medium="The County Gazette" published_on=2026-01-06 proof=@affidavit.pdf  -> open
2026-01-07 09:00  maria  brief_committee attended=eve,ben,chen  -> open
2026-01-20 16:00  clock     close_questions  -> open
2026-02-02 10:00  acme      receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-02-03 09:00  birchway  receive envelope=@birchway.txt price=@acme-price.txt  -> open
2026-02-03 14:00  clock     close_receipt  -> opening
2026-02-03 14:30  theo      open_proposals witness=paul  -> screening
2026-02-04 09:00  maria  find_responsive offeror=acme minimums="signed_offer:pass" helped_draft=no  -> screening
2026-02-04 09:10  maria  find_responsive offeror=birchway minimums="signed_offer:pass" helped_draft=no  -> screening
2026-02-04 10:00  maria  check_exclusions offeror=acme stage=screening sam=clear state_list=clear  -> screening
2026-02-04 10:10  maria  check_exclusions offeror=birchway stage=screening sam=clear state_list=clear  -> screening
2026-02-04 11:00  eve    sign_forms conflict=none confidentiality=yes  -> screening
2026-02-04 11:10  ben    sign_forms conflict=none confidentiality=yes  -> screening
2026-02-04 11:20  chen   sign_forms conflict=none confidentiality=yes  -> screening
2026-02-04 12:00  maria  finish_screening  -> evaluation

## The same price and the same points in all, but not in the first criterion
2026-02-05 09:00  eve    score offeror=acme scores="quality:30,experience:20" reasons="quality:good; experience:long"  -> evaluation
2026-02-05 09:10  eve    score offeror=birchway scores="quality:38,experience:12" reasons="quality:better; experience:short"  -> evaluation
2026-02-05 09:20  ben    score offeror=acme scores="quality:30,experience:20" reasons="quality:good; experience:long"  -> evaluation
2026-02-05 09:30  ben    score offeror=birchway scores="quality:38,experience:12" reasons="quality:better; experience:short"  -> evaluation
2026-02-05 09:40  chen   score offeror=acme scores="quality:30,experience:20" reasons="quality:good; experience:long"  -> evaluation
2026-02-05 09:50  chen   score offeror=birchway scores="quality:38,experience:12" reasons="quality:better; experience:short"  -> evaluation
2026-02-06 09:00  maria  hold_consensus present=eve,ben,chen minutes="Each offer was discussed; nobody changed a score"  -> evaluation
2026-02-06 10:00  maria  open_prices  -> evaluation
2026-02-06 10:30  maria  rank_offers  -> evaluation
2026-02-06 11:00  maria  analyze_price offeror=acme method=price finding=fair reasons="At the estimate, and both offers agree"  -> evaluation
2026-02-06 11:10  maria  analyze_price offeror=birchway method=price finding=fair reasons="At the estimate, and both offers agree"  -> evaluation
2026-02-06 11:20  maria  find_responsible offeror=acme factors="resources:yes, audited accounts; schedule:yes, crews are free; performance:yes, references called; integrity:yes, nothing adverse; skills:yes, nine years; facilities:yes, plant visited; eligibility:yes, licensed"  -> evaluation
2026-02-06 11:30  maria  find_responsible offeror=birchway factors="resources:yes, audited accounts; schedule:yes, crews are free; performance:yes, references called; integrity:yes, nothing adverse; skills:yes, nine years; facilities:yes, plant visited; eligibility:yes, licensed"  -> evaluation

## Nobody may choose the other one, whatever the reasons say
2026-02-09 09:00  maria  post_intent winners=acme basis="Highest total in quality and price; equal totals with birchway, decided by the tie rule"  !! acme, birchway have equal totals, and the tie rule decides against acme
2026-02-09 09:30  maria  post_intent winners=birchway basis="Highest total, and the higher score in quality"  !! negotiation was held with
2026-02-09 09:30  grace  determine rule=negotiation author=maria reasoning="One firm is clearly more highly qualified than the others: it leads every sheet and every criterion"  -> evaluation
2026-02-09 09:30  maria  post_intent winners=birchway basis="Highest total, and the higher score in quality"  -> intent_to_award
