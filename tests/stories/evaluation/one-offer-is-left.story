# One offer is left after the screening: it is judged only where a determination explains why.
follows: ../beginnings/opened.story

## Two of three fall out
2026-02-04 09:00  maria  find_nonresponsive offeror=birchway defect="The offer is not signed on page 2" requirement="The offer is signed by somebody who can bind the firm" rule="Section 4.1"  -> screening
2026-02-04 09:10  maria  find_nonresponsive offeror=cobalt defect="Three of ten categories carry no price" requirement="Every category offered carries a price" rule="Section 6.3"  -> screening
2026-02-04 09:20  maria  find_responsive offeror=acme minimums="signed_offer:pass,insurance:pass" helped_draft=no  -> screening
2026-02-04 09:30  maria  check_exclusions offeror=acme stage=screening sam=clear state_list=clear  -> screening

## Whether competition was adequate is found in writing
2026-02-04 10:00  maria  finish_screening  !! only the offer of acme is left: a written finding must say whether others could have responded, and why they did not
2026-02-04 11:00  grace  determine rule=one_offer author=maria reasoning="Four firms took the solicitation and three answered; nothing in it favored one of them"  -> screening
2026-02-04 11:30  maria  finish_screening  -> evaluation

## The one offer is scored and priced like any other
2026-02-04 12:00  eve    sign_forms conflict=none confidentiality=yes  -> evaluation
2026-02-04 12:10  ben    sign_forms conflict=none confidentiality=yes  -> evaluation
2026-02-04 12:20  chen   sign_forms conflict=none confidentiality=yes  -> evaluation
2026-02-05 09:00  eve    score offeror=birchway scores="quality:48" reasons="quality:good range"  !! the offer of birchway was found nonresponsive: The offer is not signed on page 2
2026-02-05 09:10  eve    score offeror=acme scores="quality:52" reasons="quality:sturdy frames"  -> evaluation
2026-02-05 09:20  ben    score offeror=acme scores="quality:54" reasons="quality:the best samples"  -> evaluation
2026-02-05 09:30  chen   score offeror=acme scores="quality:53" reasons="quality:references agree"  -> evaluation
2026-02-06 09:00  maria  hold_consensus present=eve,ben,chen minutes="The offer was discussed; nobody changed a score"  -> evaluation
2026-02-06 10:00  maria  open_prices  -> evaluation
2026-02-06 10:30  maria  rank_offers  -> evaluation
