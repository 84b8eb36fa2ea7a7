# No new orders for a while, and then again: for want of insurance, not for good.
follows: ../beginnings/agreement.story
title: Suspended and reinstated
2026-03-02 09:00  fairview @A1 new participation member=fairview contact="Pat Lee, Purchasing" scope="Furniture for two new schools"  -> asked
2026-03-15 00:00  clock take_effect  -> published
2026-03-16 09:00  maria @A1-M001 check_eligibility finding=eligible entity="school division" entity_allowed=yes authority="Va. Code 2.2-4304"  -> asked
2026-03-16 10:00  maria @A1-M001 join signed_by="Pat Lee, Director of Purchasing"  -> joined

## The insurance has run out
2026-05-04 09:00  maria @A1 issue_cure_notice breach="The insurance of clause 12 ran out on 30 April" last_day=2026-05-29  -> published
2026-05-04 10:00  maria @A1 suspend reason="insurance"  !! 'insurance' does not state a reason: say what has happened
2026-05-04 10:10  maria @A1 suspend reason="The contractor's insurance ran out on 30 April"  -> suspended
2026-05-04 10:10  fairview reads agreements/suspended  -> 1

## A member leaves meanwhile
2026-05-11 09:00  fairview @A1-M001 leave reason="The schools were furnished from another agreement"  -> left

## A new certificate mends it
2026-05-15 09:00  maria @A1 file_paper paper=insurance_certificate file=@insurance.pdf title="Certificate of insurance"  -> suspended
2026-05-15 09:10  maria @A1 accept_cure how="A certificate of insurance until 2029 was filed"  -> suspended
2026-05-15 09:20  maria @A1 accept_cure how="A certificate of insurance until 2029 was filed"  !! no notice to cure a breach is open
2026-05-15 09:30  maria @A1 reinstate reason="A certificate of insurance until 2029 was filed on 15 May"  -> published
2026-05-15 09:30  acme reads agreements/reinstated  -> 1
2026-05-15 09:30  fairview reads agreements/reinstated  -> 0
