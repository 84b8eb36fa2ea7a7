# Two renewals were printed, and there are no more than two; each with a fresh look at the firm and
# at its prices. Everybody who uses the agreement is told of each last day in good time.
follows: ../beginnings/agreement.story
title: Renewed twice, and never a third time
2026-03-02 09:00  fairview @A1 new participation member=fairview contact="Pat Lee, Purchasing" scope="Furniture for two new schools"  -> asked
2026-03-15 00:00  clock take_effect  -> published
2026-03-16 09:00  maria @A1-M001 check_eligibility finding=eligible entity="school division" entity_allowed=yes authority="Va. Code 2.2-4304"  -> asked
2026-03-16 10:00  maria @A1-M001 join signed_by="Pat Lee, Director of Purchasing"  -> joined

## A year before the end
2028-03-13 09:00  maria @A1 renew expires_on=2029-03-14  !! acme was not checked against the exclusion lists for this renewal; it is not on file why the prices are still fair
2028-03-13 09:10  maria @A1 renew expires_on=2029-03-14 renew_by=2032-01-01  !! a renewal until 2029-03-14 would not be longer than the term, until 2029-03-14; it could be renewed again until 2032-01-01, when it is over
2028-03-13 09:20  maria @A1 check_exclusions sam=clear state_list=clear  -> published
2028-03-13 09:30  maria @A1 renew expires_on=2031-03-15 price_reasons="Within two per cent of three like agreements looked at in March"  !! the term could last until 2031-03-14 at most, not until 2031-03-15
2028-03-13 09:40  maria @A1 renew expires_on=2030-03-14 renew_by=2030-01-31 price_reasons="Within two per cent of three like agreements looked at in March" letter=@renewal-1.pdf  -> published
2028-03-13 09:40  fairview reads agreements/renewed  -> 1

## The second time it is late, which is told and allowed
2030-02-01 00:00  clock alert_renewal  -> published
2030-02-01 00:00  maria reads agreements/renewal_alert  -> 3
2030-02-14 09:00  maria @A1 renew expires_on=2031-03-14 price_reasons="Within two per cent of three like agreements looked at in February"  !! acme was not checked against the exclusion lists for this renewal
2030-02-14 09:10  maria @A1 check_exclusions sam=clear state_list=clear  -> published
2030-02-14 09:20  maria @A1 renew expires_on=2031-03-14 price_reasons="Within two per cent of three like agreements looked at in February"  -> published (late: that is only warned of)

## A third renewal was never provided for
2031-01-10 09:00  maria @A1 check_exclusions sam=clear state_list=clear  -> published
2031-01-10 09:10  maria @A1 renew expires_on=2032-03-14 price_reasons="Within two per cent of three like agreements looked at in January"  !! all 2 renewals are used: the agreement provides for no further renewal, and nothing adds one: solicit again; the term could last until 2031-03-14 at most

## It runs out; the contractor and whoever uses it were told three times before each last day
2031-03-14 23:59  fairview reads agreements/expiry_notice  -> 6
2031-03-14 23:59  acme reads agreements/expiry_notice  -> 6
2031-03-15 00:00  clock expire  -> expired
2031-03-15 00:00  fairview reads agreements/expired  -> 1
2031-03-15 00:00  lakemont reads agreements/expired  -> 0
