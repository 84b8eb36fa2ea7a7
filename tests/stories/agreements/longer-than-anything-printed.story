# No longest term is printed, and no law we know of names one: a written finding decides.
follows: ../beginnings/awarded.story
title: No longest term is printed
2026-02-26 10:00  maria @A1 execute signed_by_agency="Ann Walker, Director" signed_by_contractor="Joe Acme, President" effective_on=2026-03-15 expires_on=2027-03-14 renewals=3 paper=@agreement.pdf  -> executed
2026-02-26 11:00  maria @A1 file_paper paper=price_list file=@price-list.csv  -> executed
2026-02-26 12:00  maria @A1 publish how_to_join="Sign the participating addendum, then order and cite the agreement's number"  -> published
2026-03-15 00:00  clock take_effect  -> published

## How long may it last in all?
2026-10-01 09:00  maria @A1 check_exclusions sam=clear state_list=clear  -> published
2026-10-01 09:10  maria @A1 renew expires_on=2028-03-14 price_reasons="Within two per cent of three like agreements looked at in September"  !! no longest term is printed in the agreement, and none is known here
2026-10-01 10:00  grace @A1 determine rule=term_ceiling author=maria reasoning="Two years in all; like agreements of the state run for five to seven"  -> published
2026-10-01 11:00  maria @A1 renew expires_on=2028-03-14 price_reasons="Within two per cent of three like agreements looked at in September"  -> published
