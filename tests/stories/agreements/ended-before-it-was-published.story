# The money is gone before members ever hear of the agreement.
follows: ../beginnings/awarded.story
title: Ended before it was published

## Signed, and a paper is still missing when the council takes the money back
2026-02-26 10:00  maria @A1 execute signed_by_agency="Ann Walker, Director" signed_by_contractor="Joe Acme, President" effective_on=2026-03-15 expires_on=2027-03-14  -> executed
2026-02-26 11:00  maria @A1 terminate ground=no_funds reason="No funds"  !! 'No funds' does not state a reason
2026-02-26 11:10  maria @A1 terminate ground=no_funds reason="The council took the funds back on 25 February, resolution 2026-77"  -> terminated
2026-02-26 11:10  acme reads agreements/terminated  -> 1
