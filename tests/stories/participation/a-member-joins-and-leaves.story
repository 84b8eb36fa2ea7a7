# A school division asks to use the agreement, is checked, joins, and one day leaves.
follows: ../beginnings/agreement.story
title: A member joins and leaves

## It asks, and nobody joins unseen
2026-03-02 09:00  fairview @A1 new participation member=fairview contact="Pat Lee, Purchasing, 703-555-0100" scope="Furniture for two new schools" estimated_value=250000.00  -> asked
2026-03-02 10:00  maria @A1-M001 file_paper paper=request_letter file=@request.pdf title="The division's letter"  -> asked
2026-03-02 11:00  maria @A1-M001 join signed_by="Pat Lee, Director of Purchasing"  !! RFP-2026-001-A1 begins on 2026-03-15; whether fairview may use the agreement has not been checked

## By which law may it buy under another body's agreement?
2026-03-03 09:00  maria @A1-M001 check_eligibility finding=eligible entity="school division" entity_allowed=yes  -> asked
2026-03-15 00:00  clock take_effect  -> published
2026-03-16 09:00  maria @A1-M001 join signed_by="Pat Lee, Director of Purchasing"  !! by which law fairview may buy under another body's agreement is not cited
2026-03-16 09:10  maria @A1-M001 check_eligibility finding=eligible entity="school division" entity_allowed=yes authority="Va. Code 2.2-4304" exclusions="Not for construction; furniture alone is bought"  -> asked
2026-03-16 10:00  maria @A1-M001 join signed_by="Pat Lee, Director of Purchasing" addendum=@addendum.pdf  -> joined
2026-03-16 10:00  fairview reads participation/joined  -> 1
2026-03-16 10:00  acme reads participation/joined  -> 1
2026-03-17 09:00  maria @A1-M001 file_paper paper=first_order file=@order-1.pdf title="The first order, for the file"  -> joined

## It leaves by its own word, and nobody else's
2026-11-02 09:00  lakemont @A1-M001 leave reason="Fairview has a contract of its own"  !! this is fairview's participation, and lakemont cannot speak for it
2026-11-02 09:10  fairview @A1-M001 leave reason="leaving"  !! 'leaving' does not state a reason: say what has happened
2026-11-02 09:20  fairview @A1-M001 leave reason="The division has awarded a contract of its own"  -> left
2026-11-02 09:20  acme reads participation/left  -> 1
