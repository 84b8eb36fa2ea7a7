# Signed, and then forgotten in a drawer: its dates come and go although no member ever heard of it.
follows: ../beginnings/awarded.story
title: An agreement nobody published

## Signed for one year, and it begins
2026-02-26 10:00  maria @A1 execute signed_by_agency="Ann Walker, Director" signed_by_contractor="Joe Acme, President" effective_on=2026-03-15 expires_on=2027-03-14 renewals=1 renew_by=2027-01-15  -> executed
2026-03-15 00:00  clock take_effect  -> executed

## The last day to renew it passes, and then the term
2027-01-16 00:00  clock alert_renewal  -> executed
2027-01-16 00:00  maria reads agreements/renewal_alert  -> 3
2027-03-15 00:00  clock expire  -> expired
