# Some may not join, one thinks better of it, and one is not known to the office yet.
follows: ../beginnings/agreement.story
title: Declined, withdrawn, and not known yet
2026-03-15 00:00  clock take_effect  -> published

## A body the agreement is not open to is declined, for a reason it can read
2026-04-01 09:00  lakemont @A1 new participation member=lakemont contact="Lee Monk, Procurement" scope="Desks for the county hall"  -> asked
2026-04-01 10:00  maria @A1-M001 check_eligibility finding=not_eligible entity="county of another state" entity_allowed=no authority="Md. Code, State Finance and Procurement"  -> asked
2026-04-02 09:00  maria @A1-M001 decline reason="no"  !! 'no' does not state a reason: say what has happened
2026-04-02 09:10  maria @A1-M001 decline reason="The agreement is open to public bodies of Virginia alone"  -> declined
2026-04-02 09:10  lakemont reads participation/declined  -> 1

## Another takes its request back, and only its own
2026-04-03 09:00  fairview @A1 new participation member=fairview contact="Pat Lee, Purchasing" scope="Furniture for two new schools"  -> asked
2026-04-03 10:00  lakemont @A1-M002 withdraw_request  !! this is fairview's participation, and lakemont cannot speak for it
2026-04-03 10:10  fairview @A1-M002 withdraw_request  -> declined

## A body nobody has entered yet is entered first
2026-04-06 09:00  maria @A1 new participation member=oakton contact="Olga Oak, 703-555-0199" scope="Chairs for the library"  -> asked
2026-04-06 09:10  maria @A1-M003 check_eligibility finding=eligible entity="town" entity_allowed=yes authority="Va. Code 2.2-4304"  !! no active member is called 'oakton'
2026-04-06 09:20  maria new member key=oakton name="Town of Oakton" email=buying@oakton.example kind=town state=VA  -> active
2026-04-06 09:30  maria @A1-M003 check_eligibility finding=eligible entity="town" entity_allowed=yes authority="Va. Code 2.2-4304"  -> asked

## Found not eligible: it does not join, whatever its counsel signs, until it is found otherwise
2026-04-06 13:00  lakemont @A1 new participation member=lakemont contact="Lee Monk, Procurement" scope="Desks for the county hall"  -> asked
2026-04-06 13:10  maria @A1-M004 check_eligibility finding=not_eligible entity="county of another state" entity_allowed=no authority="Md. Code, State Finance and Procurement, as the county's counsel reads it"  -> asked
2026-04-06 13:20  maria @A1-M004 join signed_by="Lee Monk, by the county's counsel" addendum=@addendum.pdf  !! lakemont was found not to be eligible; the agreement is not open to a county of another state

## While the agreement rests, nobody joins it
2026-04-07 09:00  maria @A1 suspend reason="The contractor's insurance ran out on 6 April"  -> suspended
2026-04-07 10:00  maria @A1-M003 join signed_by="Olga Oak"  !! RFP-2026-001-A1 is suspended, not open to members
2026-04-10 09:00  maria @A1 reinstate reason="A certificate of insurance was filed on 10 April"  -> published
2026-04-10 10:00  maria @A1-M003 join signed_by="Olga Oak"  -> joined
