# Nothing is published before need, authority, terms, plan and approval are on file.
title: Library shelving
agency: Test County
jurisdiction: va-local
program: neutral
zone: America/New_York
start: 2026-01-05 09:00
person: maria   "Maria Alvarez"       officer
person: grace   "Grace Okafor"        approver,officer
person: eve     "Eve Marsh"           evaluator
person: ben     "Ben Castle"          evaluator
person: chen    "Chen Wei"            evaluator
person: gazette "The County Gazette"  newspaper
supplier: acme  "Acme Furniture"

## An empty file lacks nearly everything
2026-01-05 09:00  maria  new rfp title="Library shelving" agency="Test County"  -> drafting
2026-01-05 09:05  maria  publish proposals_due="2026-02-03 14:00"  !! no resolution or lead certificate is on file
2026-01-05 09:06  maria  publish proposals_due="2026-02-03 14:00"  !! there is no evaluation plan yet
2026-01-05 09:07  maria  publish proposals_due="2026-02-03 14:00"  !! the solicitation does not say what is inside the scope; whom suppliers may write to; how the contractor is paid
2026-01-05 09:08  maria  publish proposals_due="2026-02-03 14:00"  !! the solicitation says nothing about other public bodies buying from the agreement
2026-01-05 09:09  maria  publish proposals_due="2026-02-03 14:00"  !! the solicitation has not been approved for publication

## A resolution of tomorrow is not recorded today
2026-01-05 10:00  maria  authorize reference="Board resolution 2026-31" dated=2026-01-06  !! dated: 2026-01-06 is still to come: today is 2026-01-05
2026-01-05 10:05  maria  authorize reference="Board resolution 2026-31" dated=2026-01-05  -> drafting

## A word or two say neither for whom nor why
2026-01-05 10:10  maria  describe scope="Shelves for nine libraries, delivered and installed" contact="Maria Alvarez, purchasing office" cooperative_wording="For others too"  -> drafting
2026-01-05 10:20  maria  publish proposals_due="2026-02-03 14:00"  !! the solicitation says only 'For others too' about other public bodies
2026-01-05 10:30  maria  describe cooperative_wording="Issued on behalf of other public bodies, which may buy from the resulting agreement"  -> drafting
2026-01-05 10:40  maria  justify_method finding=not_practicable reasons="Because"  -> drafting
2026-01-05 10:50  maria  justify_method finding=not_advantageous reasons="Design and service weigh as much as price, and must be discussed"  -> drafting

## Nobody is paid the more, the more is spent
2026-01-05 11:00  maria  set_terms contract_type=cost_plus_percentage validity_days=120 receipt_place="Purchasing office, room 12" opening_place="Purchasing office, room 14" deciding_clock="The clock in room 12" means=electronic_or_paper acknowledgment="In writing, or with the proposal" confidentiality="Mark each page that holds a trade secret" responsibility="References, finances, insurance" samples="None"  -> drafting
2026-01-05 11:05  maria  publish proposals_due="2026-02-03 14:00"  !! the contractor would be paid cost plus a percentage of cost, which is prohibited
2026-01-05 11:10  maria  set_terms contract_type=fixed_price may_be_cancelled=yes  -> drafting

## The points must come to the total, price among them and not alone
2026-01-05 11:20  maria  plan_evaluation criteria="quality:60,price:30"  -> drafting
2026-01-05 11:25  maria  publish proposals_due="2026-02-03 14:00"  !! the criteria come to 90 points, and 100 are declared
2026-01-05 11:30  maria  plan_evaluation criteria="quality:60,service:40"  -> drafting
2026-01-05 11:35  maria  publish proposals_due="2026-02-03 14:00"  !! price is not among the criteria; proposals are judged on price and on other factors
2026-01-05 11:40  maria  plan_evaluation criteria="quality:60,price:40" multi_award=yes multi_award_basis="Perhaps several"  -> drafting
2026-01-05 11:45  maria  publish proposals_due="2026-02-03 14:00"  !! more than one award is possible, and only 'Perhaps several' says how many and by what
2026-01-05 11:50  maria  plan_evaluation criteria="quality:60,price:40" discloses=order importance="Quality counts most"  -> drafting
2026-01-05 11:55  maria  publish proposals_due="2026-02-03 14:00"  !! the points are not printed, and no sentence says how much price matters
2026-01-05 12:00  maria  plan_evaluation criteria="quality:60,price:40"  -> drafting

## Somebody else reads it, and approves it as it stands
2026-01-05 13:00  maria  name_committee voters=eve,ben,chen  -> drafting
2026-01-05 14:00  grace  approve_to_solicit note="Read with counsel"  -> drafting
2026-01-05 15:00  maria  describe scope="Shelves for ten libraries, delivered and installed"  -> drafting
2026-01-06 09:00  maria  publish proposals_due="2026-02-03 14:00"  !! changed since grace approved it: solicitation
2026-01-06 10:00  grace  approve_to_solicit note="Ten libraries, as the board wished"  -> drafting
2026-01-06 10:30  maria  publish proposals_due="2026-02-03 14:00" questions_due="2026-01-20 16:00"  -> open
