# The solicitation says that the governing body approves: it rejects, tables, and then approves.
follows: ../beginnings/ready-to-publish.story
title: The governing body decides

## The terms say who approves the award, and so the approval to solicit is given anew
2026-01-05 16:00  maria  set_terms board_approves=yes contract_type=fixed_price validity_days=120 receipt_place="Purchasing office, room 12" opening_place="Purchasing office, room 14" deciding_clock="The clock in room 12" means=electronic_or_paper acknowledgment="In writing, or with the proposal" confidentiality="Mark each page that holds a trade secret" responsibility="References, finances, insurance" samples="One chair, on request" may_be_cancelled=yes  -> drafting
2026-01-05 17:00  grace  approve_to_solicit note="Read again, with the board's item"  -> drafting
2026-01-06 09:00  maria  publish proposals_due="2026-02-03 14:00" boundary=before  -> open
2026-01-06 10:00  maria  record_advertisement medium="The County Gazette" published_on=2026-01-06 proof=@affidavit.pdf  -> open
2026-01-07 09:00  maria  brief_committee attended=eve,ben,chen  -> open

## Two offers, judged as planned
2026-02-02 10:00  acme      receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-02-03 09:00  birchway  receive envelope=@birchway.txt price=@birchway-price.txt  -> open
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
2026-02-05 09:00  eve  score offeror=acme scores="quality:52" reasons="quality:sturdy frames, ten-year warranty"  -> evaluation
2026-02-05 09:30  eve  score offeror=birchway scores="quality:48" reasons="quality:good range, thinner edges"  -> evaluation
2026-02-05 10:00  ben  score offeror=acme scores="quality:52" reasons="quality:sturdy frames, ten-year warranty"  -> evaluation
2026-02-05 10:30  ben  score offeror=birchway scores="quality:48" reasons="quality:good range, thinner edges"  -> evaluation
2026-02-05 11:00  chen  score offeror=acme scores="quality:52" reasons="quality:sturdy frames, ten-year warranty"  -> evaluation
2026-02-05 11:30  chen  score offeror=birchway scores="quality:48" reasons="quality:good range, thinner edges"  -> evaluation
2026-02-06 09:00  maria  hold_consensus present=eve,ben,chen minutes="Each offer was discussed; nobody changed a score"  -> evaluation
2026-02-06 10:00  maria  open_prices  -> evaluation
2026-02-06 10:30  maria  rank_offers  -> evaluation
2026-02-09 09:00  maria  analyze_price offeror=acme method=price finding=fair reasons="Three per cent above the estimate"  -> evaluation
2026-02-09 10:00  maria  find_responsible offeror=acme factors="resources:yes, audited accounts of 2025; schedule:yes, two crews are free; performance:yes, five references called; integrity:yes, nothing adverse found; skills:yes, nine years in the trade; facilities:yes, plant visited; eligibility:yes, licensed and registered"  -> evaluation
2026-02-10 09:00  maria  post_intent winners=acme basis="Highest total: first in quality, and the price is within the funds"  !! negotiation was held with
2026-02-10 09:00  grace  determine rule=negotiation author=maria reasoning="One firm is clearly more highly qualified than the others: it leads every sheet and every criterion"  -> evaluation
2026-02-10 09:00  maria  post_intent winners=acme basis="Highest total: first in quality, and the price is within the funds"  -> intent_to_award
2026-02-21 00:00  clock  end_standstill  -> intent_to_award

## The board rejects the award: the intent is taken back
2026-02-23 08:00  maria  record_board_action outcome=approved held_on=2026-03-02 reference="Tentative, item 9"  !! held_on: 2026-03-02 is still to come: today is 2026-02-23
2026-02-23 09:00  maria  check_exclusions offeror=acme stage=award sam=clear state_list=clear  -> intent_to_award
2026-02-23 09:30  grace  award  !! the governing body has not approved the award
2026-02-24 09:00  maria  record_board_action outcome=rejected held_on=2026-02-23 reference="Item 7"  !! the minutes of 2026-02-23 are neither given here nor on file
2026-02-24 09:10  maria  record_board_action outcome=rejected held_on=2026-02-23 reference="Item 7, too little said of delivery" minutes=@minutes-1.pdf  -> intent_to_award
2026-02-24 09:20  grace  award  !! the governing body rejected it on 2026-02-23 (Item 7, too little said of delivery)
2026-02-24 10:00  maria  withdraw_intent reason="The governing body rejected the award: item 7, too little said of delivery"  -> evaluation

## The second intent says more; the board tables it, and then approves
2026-02-25 09:00  maria  post_intent winners=acme basis="Highest total: first in quality, delivers all four thousand desks by 1 August, and the price is within the funds"  -> intent_to_award
2026-03-10 00:00  clock  end_standstill  -> intent_to_award
2026-03-10 08:00  maria  check_exclusions offeror=acme stage=award sam=clear state_list=clear  -> intent_to_award
2026-03-10 09:00  maria  record_board_action outcome=tabled held_on=2026-03-09 reference="Item 4" minutes=@minutes-2.pdf  -> intent_to_award
2026-03-10 09:10  grace  award  !! the governing body tabled it on 2026-03-09 (Item 4)
2026-03-24 09:00  maria  record_board_action outcome=approved held_on=2026-03-23 reference="Item 2, resolution 2026-41" minutes=@minutes-3.pdf  -> intent_to_award
2026-03-24 10:00  grace  award  -> awarded
