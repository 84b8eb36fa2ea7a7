# What it takes to sign an agreement, and what members must find in its packet.
follows: ../beginnings/awarded.story
title: An agreement is signed and published

## A term nobody could keep is not signed
2026-02-24 09:00  maria @A1 execute signed_by_agency="Ann Walker, Director" signed_by_contractor="Joe Acme, President" effective_on=2026-02-01 expires_on=2026-01-31  !! it would end on 2026-01-31, not after 2026-02-01; it would begin on 2026-02-01, before the award of 2026-02-23
2026-02-24 09:10  maria @A1 execute signed_by_agency="Ann Walker, Director" signed_by_contractor="Joe Acme, President" effective_on=2026-03-15 expires_on=2029-03-14 renewals=2 renew_by=2029-06-01 latest_end=2028-12-31  !! it would end on 2029-03-14, after the latest end, 2028-12-31; it could be renewed until 2029-06-01, when it is over

## The draft gathers its papers
2026-02-24 10:00  maria @A1 file_paper paper=insurance_certificate file=@insurance.pdf title="Certificate of insurance"  -> drafted

## A firm on a list of excluded firms signs nothing
2026-02-25 09:00  maria @A1 check_exclusions sam=excluded state_list=clear note="A firm of the same name, debarred in January"  -> drafted
2026-02-25 09:10  maria @A1 execute signed_by_agency="Ann Walker, Director" signed_by_contractor="Joe Acme, President" effective_on=2026-03-15 expires_on=2029-03-14 renewals=2 latest_end=2031-03-14 paper=@agreement.pdf  !! acme is on a list of excluded firms
2026-02-25 14:00  maria @A1 check_exclusions sam=clear state_list=clear note="Searched by unique entity id: the debarred firm is another"  -> drafted
2026-02-25 14:10  maria @A1 execute signed_by_agency="Ann Walker, Director" signed_by_contractor="Joe Acme, President" effective_on=2026-03-15 expires_on=2029-03-14 renewals=2 latest_end=2031-03-14 paper=@agreement.pdf  -> executed
2026-02-25 14:10  acme reads agreements/executed  -> 1

## Members find the whole packet, or no agreement
2026-02-26 09:00  maria @A1 publish how_to_join="Sign the participating addendum, then order and cite the agreement's number"  !! one paper is missing from the packet: price_list (Prices or discounts that members may hold the contractor to)
2026-02-26 10:00  maria @A1 file_paper paper=price_list file=@price-list.csv  -> executed
2026-02-26 10:10  maria @A1 publish how_to_join="Sign the participating addendum, then order and cite the agreement's number"  -> published
2026-02-26 10:10  fairview reads agreements/publication  -> 1
2026-02-26 10:10  lakemont reads agreements/publication  -> 1

## It begins on its first day, and later papers are filed beside it
2026-03-15 00:00  clock take_effect  -> published
2026-03-20 09:00  maria @A1 file_paper paper=bond file=@bond.pdf title="Performance bond"  -> published
