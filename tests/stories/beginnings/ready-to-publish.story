# Everything before publication is done: only the publication itself is left.
title: School furniture
agency: Test County
jurisdiction: va-local
program: neutral
zone: America/New_York
start: 2026-01-05 09:00
person: maria   "Maria Alvarez"       officer
person: paul    "Paul Osei"           officer
person: grace   "Grace Okafor"        approver
person: theo    "Theo Lind"           custodian
person: eve     "Eve Marsh"           evaluator
person: ben     "Ben Castle"          evaluator
person: chen    "Chen Wei"            evaluator
person: dora    "Dora Finch"          evaluator
person: gazette "The County Gazette"  newspaper
supplier: acme     "Acme Furniture"
supplier: birchway "Birchway Learning Spaces"
supplier: cobalt   "Cobalt Seating"
supplier: delta    "Delta Desks"
member: fairview "Fairview City Schools" "kind=school division" state=VA
member: lakemont "Lakemont County" kind=county state=MD
file: acme-price.txt "total: 412500.00"
file: birchway-price.txt "total: 398750.00"
file: cobalt-price.txt "total: 377000.00"
file: delta-price.txt "total: 430000.00"

## A need, and the authority to lead for others
2026-01-05 09:00  maria  new rfp title="School furniture" agency="Test County"  -> drafting
2026-01-05 09:10  maria  authorize reference="Board resolution 2026-31" dated=2026-01-02  -> drafting
2026-01-05 09:20  maria  describe scope="Furniture for classrooms, delivered and installed" cooperative_wording="Issued on behalf of other public bodies, which may buy from the resulting agreement" contact="Maria Alvarez, purchasing office" own_need="4,000 desks and chairs in each of the next three years"  -> drafting
2026-01-05 09:30  maria  justify_method finding=not_advantageous reasons="Design, durability and service weigh as much as price, and must be discussed with offerors"  -> drafting
2026-01-05 09:40  maria  record_estimate amount=400000.00 dated=2026-01-05 basis="Prices paid in the last three years" made_by="Dana Ross, finance office"  -> drafting

## How offers will be judged, and on what terms
2026-01-05 10:00  maria  plan_evaluation criteria="quality:60,price:40" multi_award=yes multi_award_basis="Up to three offerors, the highest in total points, so that every region is served"  -> drafting
2026-01-05 10:10  maria  set_terms contract_type=fixed_price validity_days=120 receipt_place="Purchasing office, room 12" opening_place="Purchasing office, room 14" deciding_clock="The clock in room 12" means=electronic_or_paper acknowledgment="In writing, or with the proposal" confidentiality="Mark each page that holds a trade secret" responsibility="References, finances, insurance" samples="One chair, on request" may_be_cancelled=yes  -> drafting
2026-01-05 10:20  maria  name_committee voters=eve,ben,chen chair=eve  -> drafting
2026-01-05 11:00  eve    sign_forms conflict=none confidentiality=yes  -> drafting
2026-01-05 11:10  ben    sign_forms conflict=none confidentiality=yes  -> drafting
2026-01-05 11:20  chen   sign_forms conflict=none confidentiality=yes  -> drafting

## Approved as it stands
2026-01-05 15:00  grace  approve_to_solicit note="Reviewed by counsel"  -> drafting
