# Where no jurisdiction is named, no number is guessed: each one is determined in writing, or unknown.
follows: ../beginnings/ready-to-publish.story
title: No jurisdiction is named
jurisdiction: neutral

## How long notice must be given is not known: it is determined in writing
2026-01-06 09:00  maria  publish proposals_due="2026-02-03 14:00" boundary=before  !! not known here
2026-01-06 09:10  grace  determine rule=minimum_notice author=maria reasoning="Four weeks are more than any state we know of asks for"  -> drafting
2026-01-06 09:20  maria  publish proposals_due="2026-02-03 14:00" boundary=before  -> open
2026-01-06 10:00  maria  record_advertisement medium="The County Gazette" published_on=2026-01-06 proof=@affidavit.pdf  -> open
2026-01-07 09:00  maria  brief_committee attended=eve,ben,chen  -> open
2026-02-02 10:00  acme   receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-02-03 09:00  birchway  receive envelope=@birchway.txt price=@birchway-price.txt  -> open
2026-02-03 14:00  clock  close_receipt  -> opening
2026-02-03 14:30  theo   open_proposals witness=paul  !! not known here
2026-02-03 14:40  grace  determine rule=repeat_ads author=maria reasoning="One insertion reached every maker that we buy from"  -> opening
2026-02-03 14:50  theo   open_proposals witness=paul  -> screening
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
2026-02-10 09:00  maria  post_intent winners=acme basis="Highest total: first in quality, and the price is within the funds"  -> intent_to_award

## How long there is to protest is not known: the protest is filed, and whether the award waits is decided
2026-02-12 11:00  birchway  file_protest against=award name="Birchway Learning Spaces" address="2 Dock Street" signature="Bea Birch" grounds="Our edges were measured wrongly" relief="Measure them again" documents_note="None beyond the file"  -> intent_to_award
2026-02-23 09:00  maria  check_exclusions offeror=acme stage=award sam=clear state_list=clear  -> intent_to_award
2026-02-23 09:30  grace  award  !! how long an award must wait after the intent is not known here
2026-02-23 10:00  grace  determine rule=standstill author=maria reasoning="Thirteen days have passed, and every offeror was told on the first"  -> intent_to_award
2026-02-23 10:10  grace  award  !! whether the award waits for protest 1 of birchway is not known here
2026-02-23 10:30  grace  decide_protest protest=1 outcome=denied facts="Two people measured every edge" reasons="The measures agree with the sample"  -> intent_to_award
2026-02-23 11:00  grace  award  -> awarded

## The file is closed when somebody has determined that nobody can protest any more
2026-03-30 09:00  maria  close_file  !! how long there is to protest is not known here
2026-03-30 10:00  grace  determine rule=protest_window author=maria reasoning="Seven weeks have passed, more than any state we know of gives"  -> awarded
2026-03-30 11:00  maria  close_file  -> closed
