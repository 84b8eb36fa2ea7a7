# While it is being judged, an offer turns out not to conform: it falls out, and may be put back.
follows: ../beginnings/screened.story
file: birchway-price.txt "prices on request"

## Questions about an offer may still be asked
2026-02-05 08:00  maria     request_clarification offeror=acme asks=locate section="Page 9" question="Which page shows the warranty?" due="2026-02-06 16:00"  -> evaluation
2026-02-05 08:30  acme      answer_clarification clarification=1 text="Page 11, second paragraph"  -> evaluation

## One offer is set aside while the prices are sealed
2026-02-05 09:00  maria     find_nonresponsive offeror=cobalt defect="Three of ten categories carry no price list" requirement="Every category offered carries a price list" rule="Section 6.3"  -> evaluation
2026-02-05 09:00  cobalt    reads evaluation/nonresponsive  -> 1
2026-02-05 10:00  eve       score offeror=cobalt scores="quality:41" reasons="quality:seating only"  !! the offer of cobalt was found nonresponsive
2026-02-05 10:10  eve       score offeror=acme scores="quality:52" reasons="quality:sturdy frames"  -> evaluation
2026-02-05 10:20  eve       score offeror=birchway scores="quality:48" reasons="quality:good range"  -> evaluation
2026-02-05 10:30  ben       score offeror=acme scores="quality:54" reasons="quality:the best samples"  -> evaluation
2026-02-05 10:40  ben       score offeror=birchway scores="quality:46" reasons="quality:fits small rooms"  -> evaluation
2026-02-05 10:50  chen      score offeror=acme scores="quality:53" reasons="quality:references agree"  -> evaluation
2026-02-05 11:00  chen      score offeror=birchway scores="quality:47" reasons="quality:references agree"  -> evaluation
2026-02-06 09:00  maria     hold_consensus present=eve,ben,chen minutes="Each offer was discussed; nobody changed a score"  -> evaluation
2026-02-06 10:00  maria     open_prices  -> evaluation

## An offer whose price stayed sealed is not judged beside the others any more
2026-02-06 10:10  maria     find_responsive offeror=cobalt minimums="signed_offer:pass,insurance:pass" helped_draft=no  !! the prices were opened without that of cobalt
2026-02-06 10:20  maria     rank_offers  !! the price could not be read from the offer of birchway

## One that seems to state no price falls out, and comes back when the price is found
2026-02-06 10:30  maria     find_nonresponsive offeror=birchway defect="The price envelope states no price" requirement="The price form states a total" rule="Section 6.1"  -> evaluation
2026-02-06 10:40  maria     rank_offers  !! only the offer of acme is left: a written finding must say whether others could have responded
2026-02-06 14:00  maria     find_responsive offeror=birchway minimums="signed_offer:pass,insurance:pass" helped_draft=no note="The total stands on the back of the price form"  -> evaluation
2026-02-06 14:10  maria     enter_price offeror=birchway amount=398750.00 reason="On the back of the price form"  -> evaluation
2026-02-06 14:20  maria     rank_offers  -> evaluation

## If none is left, nothing can be ranked
2026-02-09 09:00  maria     find_nonresponsive offeror=birchway defect="The warranty excludes schools" requirement="The warranty covers use in schools" rule="Section 4.6"  -> evaluation
2026-02-09 09:10  maria     find_nonresponsive offeror=acme defect="The warranty excludes schools" requirement="The warranty covers use in schools" rule="Section 4.6"  -> evaluation
2026-02-09 09:20  maria     rank_offers  !! no offer is left to be ranked: reject all offers
2026-02-09 10:00  maria     reject_all reason="No proposal met the requirements of the solicitation"  -> no_award
