# All offers were rejected, and the case has ended: what was found of an offer is still protested.
follows: ../evaluation/no-offer-conforms.story
title: A finding protested after the end
jurisdiction: mill-county
zone: America/New_York

## The letter of each finding gave ten days, and the end did not shorten them
2026-02-05 09:00  acme   file_protest against=finding grounds="The certificate is on page 40" relief="Find the offer responsive"  -> no_award
2026-02-05 09:00  acme   reads protests/received  -> 1
2026-02-05 09:00  cobalt reads protests/filed  -> 1
2026-02-09 09:00  grace  decide_protest protest=1 outcome=denied facts="Page 40 shows a certificate that ended last year" reasons="What is asked for is a certificate in force"  -> no_award
2026-02-09 09:00  acme   reads protests/decision  -> 1
2026-02-10 09:00  maria  record_receipt protest=1  -> no_award
2026-02-12 09:00  maria  record_appeal protest=1 what=appeal forum="The county board"  -> no_award
2026-02-13 09:00  maria  close_appeal appeal=1 outcome=affirmed reference="Minutes of 13 February"  -> no_award
2026-02-09 09:00  cobalt reads protests/outcome  -> 1
2026-02-14 09:00  birchway  file_protest against=finding grounds="Page 2 is signed" relief="Look again"  -> no_award
2026-02-16 09:00  grace  decide_protest protest=2 outcome=withdrawn facts="A letter of 15 February takes the protest back" reasons="There is nothing left to decide"  -> no_award
2026-02-16 16:00  cobalt file_protest against=finding grounds="A price of nought is a price"  -> no_award (it asks for nothing)
2026-02-16 16:30  grace  accept_protest protest=3 cause="What is asked for follows from the grounds, and the firm has no lawyer"  -> no_award
2026-02-16 17:00  grace  decide_protest protest=3 outcome=denied facts="The price form is empty" reasons="An empty form states no price"  -> no_award
2026-02-18 09:00  cobalt file_protest against=finding grounds="A price of nought is a price" relief="Look again"  -> no_award
2026-02-18 09:00  cobalt reads protests/unheard  -> 2
2026-02-19 09:00  grace  decide_protest protest=4 outcome=dismissed facts="The time ended with 14 February" reasons="It was received on the 18th"  -> no_award
2026-02-19 10:00  acme   file_protest against=finding grounds="Every offer was read too strictly"  -> no_award (not whole, and late)
2026-02-19 11:00  grace  accept_protest protest=5 cause="The letter came late"  !! the rules here hear no late protest
