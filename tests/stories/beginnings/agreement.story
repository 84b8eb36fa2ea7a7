# One agreement is signed by both sides, its packet is whole, and members know how to join.
follows: awarded.story

## Both sides sign, for three years that may become five
2026-02-26 10:00  maria @A1 execute signed_by_agency="Ann Walker, Director" signed_by_contractor="Joe Acme, President" effective_on=2026-03-15 expires_on=2029-03-14 renewals=2 latest_end=2031-03-14 paper=@agreement.pdf  -> executed
2026-02-26 11:00  maria @A1 file_paper paper=price_list file=@price-list.csv  -> executed

## The packet is whole, and the agreement is published to members
2026-02-26 12:00  maria @A1 publish how_to_join="Sign the participating addendum, then order and cite the agreement's number"  -> published
