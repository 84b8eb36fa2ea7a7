# What was meant cannot be seen in the offer, only that the price is a slip: the offer is taken back.
follows: ../beginnings/ranked.story

## The offeror admits a slip that the offer does not mend
2026-02-06 11:00  maria   ask_to_confirm offeror=cobalt item="The total on page 3" why="It leaves out the freight that page 5 promises" due="2026-02-11 16:00"  -> evaluation
2026-02-09 09:00  cobalt  confirm_price confirmation=1 answer=mistaken reason="Freight was left out of the sum, and no page shows it; we ask to withdraw"  -> evaluation

## Taking it back needs a finding too
2026-02-09 10:00  maria   correct_mistake confirmation=1 outcome=withdrawn mistake=judgment reason="They reckoned too low"  !! an error of judgment may not be corrected: the price stands as offered
2026-02-09 10:01  maria   correct_mistake confirmation=1 outcome=withdrawn mistake=arithmetic reason="The worksheet has a line for freight, and the sum leaves it out"  !! that this was evidently not meant is to be found in writing before the offer is taken back
2026-02-09 11:00  grace   determine rule=mistake_correction author=maria reasoning="The worksheet of 30 January has a line for freight that the sum leaves out"  -> evaluation
2026-02-09 11:10  maria   correct_mistake confirmation=1 outcome=withdrawn mistake=arithmetic reason="The worksheet has a line for freight, and the sum leaves it out"  -> evaluation

## The two offers left are ranked anew
2026-02-09 11:20  maria   post_intent winners=acme basis="Highest total under quality and price"  !! a price or a sheet changed after the offers were ranked
2026-02-09 11:30  maria   rank_offers  -> evaluation
2026-02-09 11:40  maria   set_range offerors=acme,cobalt reason="The two highest totals"  !! not among the ranked offers: cobalt
