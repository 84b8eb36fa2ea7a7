# An extension that was agreed is partly taken back (as G-Cloud 9's was in March 2018): the last day
# moves with the amendment, and with it everything that is counted from it.
follows: ../beginnings/agreement.story
title: An amendment of the term moves its last day
2026-03-15 00:00  clock take_effect  -> published
2028-03-13 09:00  maria @A1 amend_agreement about=term summary="The last day is 2 July 2028" effective_on=2028-04-01 signed_by_agency="Ann Walker" signed_by_contractor="Joe Acme"  !! it is about the term, and does not state the new last day, or the renewals
2028-03-13 09:10  maria @A1 amend_agreement about=term summary="The last day is 1 March 2028" expires_on=2028-03-01 effective_on=2028-04-01 signed_by_agency="Ann Walker" signed_by_contractor="Joe Acme"  !! the term would be over on 2028-03-01, and today is 2028-03-13
2028-03-13 09:20  maria @A1 amend_agreement about=term summary="Ten years in all" expires_on=2031-03-15 effective_on=2028-04-01 signed_by_agency="Ann Walker" signed_by_contractor="Joe Acme"  !! it would end on 2031-03-15, after the last day of the longest term, 2031-03-14; the term could last until 2031-03-14 at most
2028-03-13 09:30  maria @A1 amend_agreement about=term summary="The last day is 2 July 2028" expires_on=2028-07-02 renewals=0 effective_on=2028-04-01 signed_by_agency="Ann Walker" signed_by_contractor="Joe Acme"  -> published
2028-03-13 09:30  acme reads agreements/amended  -> 1
2028-07-02 23:59  maria reads agreements/renewal_alert  -> 0
2028-07-03 00:00  clock expire  -> expired
