# Every offer lacks something that was mandatory: the screening ends without an award.
follows: ../beginnings/opened.story

## Each is told what it lacks, and by what rule
2026-02-04 09:00  maria  find_nonresponsive offeror=acme defect="No certificate of insurance is among its papers" requirement="The offer includes a certificate of liability insurance" rule="Section 4.2"  -> screening
2026-02-04 09:10  maria  find_nonresponsive offeror=birchway defect="The offer is not signed on page 2" requirement="The offer is signed by somebody who can bind the firm" rule="Section 4.1"  -> screening
2026-02-04 09:20  maria  finish_screening  !! no finding of responsiveness is on file for these offers: cobalt
2026-02-04 09:30  maria  find_nonresponsive offeror=cobalt defect="Three of ten categories carry no price" requirement="Every category offered carries a price" rule="Section 6.3"  -> screening

## So there is nothing to judge
2026-02-04 10:00  maria  finish_screening  -> no_award
2026-02-04 10:00  acme   reads award/no_award  -> 1
