# Scored one by one, discussed, priced and ranked: an award, or negotiation, may be announced.
follows: screened.story

## Each member scores alone, while the prices are sealed
2026-02-05 09:00  eve    score offeror=acme scores="quality:52" reasons="quality:sturdy frames, ten-year warranty"  -> evaluation
2026-02-05 09:30  eve    score offeror=birchway scores="quality:48" reasons="quality:good range, thinner edges"  -> evaluation
2026-02-05 10:00  eve    score offeror=cobalt scores="quality:41" reasons="quality:seating only, well made"  -> evaluation
2026-02-05 11:00  ben    score offeror=acme scores="quality:54" reasons="quality:the best samples"  -> evaluation
2026-02-05 11:30  ben    score offeror=birchway scores="quality:46" reasons="quality:fits small rooms"  -> evaluation
2026-02-05 12:00  ben    score offeror=cobalt scores="quality:40" reasons="quality:narrow range"  -> evaluation
2026-02-05 13:00  chen   score offeror=acme scores="quality:53" reasons="quality:references agree"  -> evaluation
2026-02-05 13:30  chen   score offeror=birchway scores="quality:47" reasons="quality:references agree"  -> evaluation
2026-02-05 14:00  chen   score offeror=cobalt scores="quality:42" reasons="quality:solid, little choice"  -> evaluation

## They meet, and only then are the prices opened
2026-02-06 09:00  maria  hold_consensus present=eve,ben,chen minutes="Each offer was discussed; nobody changed a score"  -> evaluation
2026-02-06 10:00  maria  open_prices  -> evaluation
2026-02-06 10:30  maria  rank_offers  -> evaluation
