# The rules of this town let an agreement be published before its packet is whole, and a body join
# whose law is silent, if somebody writes down why and somebody else signs that.
follows: ../beginnings/intent.story
title: What this town lets a written finding do
jurisdiction: harbor-town
2026-02-12 15:00  maria  file_paper paper=award_determination file=@award-determination.pdf  -> intent_to_award
2026-02-18 00:00  clock  end_standstill  -> intent_to_award
2026-02-23 09:00  maria  check_exclusions offeror=acme stage=award sam=clear state_list=clear  -> intent_to_award
2026-02-23 10:00  grace  award  -> awarded

## The price list is at the printer's
2026-02-26 10:00  maria @A1 execute signed_by_agency="Ann Walker, Director" signed_by_contractor="Joe Acme, President" effective_on=2026-03-01 expires_on=2027-02-28 paper=@agreement.pdf  -> executed
2026-02-26 11:00  maria @A1 publish how_to_join="Write to the purchasing office"  !! one paper is missing from the packet: price_list
2026-02-26 12:00  grace @A1 determine rule=packet_complete author=maria reasoning="The price list is at the printer's and follows on Monday; every price is in the signed agreement"  -> executed
2026-02-26 13:00  maria @A1 publish how_to_join="Write to the purchasing office"  -> published
2026-03-01 00:00  clock take_effect  -> published

## A body can cite no statute
2026-04-01 09:00  fairview @A1 new participation member=fairview contact="Pat Lee, Purchasing" scope="Furniture for two new schools"  -> asked
2026-04-01 10:00  maria @A1-M001 check_eligibility finding=eligible entity="school division" entity_allowed=yes  -> asked
2026-04-01 11:00  maria @A1-M001 join signed_by="Pat Lee, Director of Purchasing"  !! by which law fairview may buy under another body's agreement is not cited

## One writes why it may join all the same, and another signs that
2026-04-01 12:00  grace @A1-M001 determine rule=member_authority author=grace reasoning="The division's charter, section 4, leaves purchasing to its own board"  !! grace wrote this determination, so somebody else must sign it
2026-04-01 12:10  grace @A1-M001 determine rule=member_authority author=maria reasoning="The division's charter, section 4, leaves purchasing to its own board"  -> asked
2026-04-01 13:00  maria @A1-M001 join signed_by="Pat Lee, Director of Purchasing"  -> joined
