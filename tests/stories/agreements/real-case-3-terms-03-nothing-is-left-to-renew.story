# One renewal reaches the longest term printed, although two were provided for: nothing is left to
# renew, so nobody is alerted to renew it, and whoever reads the agreement is told so.
follows: ../beginnings/agreement.story
title: At the longest term nothing is left to renew
2026-03-15 00:00  clock take_effect  -> published
2028-06-01 09:00  maria @A1 check_exclusions sam=clear state_list=clear  -> published
2028-06-01 09:10  maria @A1 renew expires_on=2031-03-14 price_reasons="Within two per cent of three like agreements looked at in May"  -> published
2030-12-20 09:00  maria reads agreements/renewal_alert  -> 0
2030-12-20 09:00  maria @A1 check_exclusions sam=clear state_list=clear  -> published
2030-12-20 09:10  maria @A1 renew expires_on=2031-03-14 price_reasons="Within two per cent of three like agreements looked at in May"  !! the longest term printed is reached with 2031-03-14: the agreement provides for no further renewal
2031-03-15 00:00  clock expire  -> expired
