# Prince William County Public Schools, R-TC-18004: furniture for schools, U.S. Communities program.
# Published, and so stated as fact: agency, number, title, issued 18 July 2017, questions until
# 2 August 2017 16:00, proposals due prior to 14:00 on 18 August 2017, America/New_York.
# Everything else (people, firms, questions, scores, prices, award) is invented and marked so.
title: Education, classroom, miscellaneous support furniture and related products and services
agency: Prince William County Public Schools
jurisdiction: va-local
program: neutral
zone: America/New_York
start: 2017-06-05 09:00
person: maria   "Maria Alvarez (simulated)"   officer
person: grace   "Grace Okafor (simulated)"    approver
person: theo    "Theo Lindqvist (simulated)"  custodian
person: eve     "Eve Marsh (simulated)"       evaluator
person: ben     "Ben Castellano (simulated)"  evaluator
person: chen    "Chen Wei (simulated)"        evaluator
person: gazette "The County Gazette (simulated)" newspaper
file: acme-price.txt "total: 412500.00"
file: birchway-price.txt "total: 398750.00"
file: cobalt-price.txt "total: 377000.00"
supplier: acme     "Acme School Furniture (simulated)"     simulated=yes
supplier: birchway "Birchway Learning Spaces (simulated)"  simulated=yes
supplier: cobalt   "Cobalt Seating Company (simulated)"    simulated=yes
member: fairview "Fairview City Schools (simulated)" "kind=school division" state=VA
member: lakemont "Lakemont County (simulated)" kind=county state=MD

## Preparation: a need, the authority to lead, a plan for judging
2017-06-05 09:00  maria  new rfp title="Education, classroom, miscellaneous support furniture and related products and services" agency="Prince William County Public Schools"  -> drafting
2017-06-06 10:00  maria  publish proposals_due="2017-08-18 14:00" questions_due="2017-08-02 16:00"  !! lead certificate
2017-06-07 09:00  maria  authorize reference="Lead agency certificate (simulated)" dated=2017-06-06  -> drafting
2017-06-12 11:00  maria  describe scope="Furniture for classrooms, offices and common areas, with delivery and installation (simulated wording)" cooperative_wording="Issued on behalf of other public bodies nationally, which may buy from the resulting agreement (simulated wording)" contact="Maria Alvarez (simulated), purchasing office" own_need="Furniture for two new schools and yearly replacements (simulated)"  -> drafting
2017-06-13 09:00  maria  justify_method finding=not_advantageous reasons="Design, service and experience weigh as much as price, and must be discussed with offerors (simulated)"  -> drafting
2017-06-13 11:00  maria  record_estimate amount=400000.00 dated=2017-06-13 basis="Prices paid in the last three years (simulated)" made_by="Dana Ross (simulated), finance office"  -> drafting
2017-06-14 15:00  maria  plan_evaluation criteria="quality:40,experience:15,service:15,price:30" total=100  -> drafting
2017-06-15 10:00  maria  set_terms contract_type=fixed_price_with_adjustment validity_days=120 receipt_place="Purchasing office, room 1 (simulated)" opening_place="Purchasing office, room 2 (simulated)" deciding_clock="The time stamp of the purchasing office (simulated)" means=electronic_or_paper acknowledgment="By number, on the cover of the proposal" confidentiality="Mark each page that holds a trade secret (simulated)" responsibility="Means, experience, record, integrity, no exclusion from public contracts (simulated)" samples="One chair, on request (simulated)" may_be_cancelled=yes  -> drafting
2017-06-20 10:00  maria  name_committee voters=eve,ben,chen chair=eve  -> drafting
2017-06-21 09:00  eve    sign_forms conflict=none confidentiality=yes  -> drafting
2017-06-21 09:30  ben    sign_forms conflict=none confidentiality=yes  -> drafting
2017-06-21 10:00  chen   sign_forms conflict=none confidentiality=yes  -> drafting
2017-07-11 14:00  grace  approve_to_solicit note="Read with counsel (simulated)"  -> drafting

## Issuance: 18 July 2017, as published
2017-07-18 08:59  maria  publish proposals_due="2017-07-27 14:00"  !! 10
2017-07-18 09:00  maria  publish proposals_due="2017-08-18 14:00" questions_due="2017-08-02 16:00" boundary=before printed="prior to 2:00 PM, August 18, 2017"  -> open
2017-07-19 09:30  maria  file_paper paper=solicitation_document file=@r-tc-18004.pdf  -> open
2017-07-20 09:00  maria  record_advertisement medium="The County Gazette (simulated)" published_on=2017-07-19 proof=@affidavit.pdf  -> open
2017-07-21 10:00  maria  brief_committee attended=eve,ben,chen  -> open
2017-07-25 13:10  birchway  ask text="May one proposal cover seating only? (simulated)"  -> open
2017-07-27 09:00  maria  file_paper paper=proof_of_publication file=@affidavit.pdf  -> open
2017-07-28 11:00  maria  amend summary="Partial proposals by category are welcome (simulated)"  !! answer
2017-07-28 11:20  maria  answer question=1 text="Yes: each category is judged by itself (simulated)."  -> open

## Amendment 1 (simulated): the dates as published stay
2017-07-28 11:25  maria  amend summary="Partial proposals by category are welcome (simulated)"  !! how much time a change must leave is not known here
2017-07-28 11:28  grace  determine rule=amendment_floor author=maria reasoning="Three weeks are left, and no offeror has to begin anew (simulated)"  -> open
2017-07-28 11:30  maria  amend summary="Partial proposals by category are welcome (simulated)"  -> open
2017-07-28 11:45  maria  file_paper paper=amendment_1 file=@amendment-1.pdf  -> open
2017-07-31 09:00  birchway  acknowledge amendment=1  -> open
2017-07-31 10:00  acme   acknowledge amendment=1  -> open
2017-08-02 16:00  clock  close_questions  -> open

## Supplier response: the office's time clock decides
2017-08-10 10:15  acme      receive envelope=@acme-technical.txt price=@acme-price.txt  -> open
2017-08-16 16:40  birchway  receive envelope=@birchway-technical.txt price=@birchway-price.txt  -> open
2017-08-18 14:00  clock     close_receipt  -> opening
2017-08-18 14:00  cobalt    receive envelope=@cobalt-technical.txt price=@cobalt-price.txt  -> opening (exactly 2:00 PM is late)
2017-08-18 14:30  theo  open_proposals witness=maria  -> screening

## Screening: who conforms, and who may compete
2017-08-18 15:00  eve    sign_forms conflict=none confidentiality=yes  -> screening
2017-08-18 15:10  ben    sign_forms conflict=none confidentiality=yes  -> screening
2017-08-18 15:20  chen   sign_forms conflict=none confidentiality=yes  -> screening
2017-08-21 09:00  maria  find_responsive offeror=acme minimums="signed_offer:pass,insurance:pass,references:pass" helped_draft=no  -> screening
2017-08-21 09:10  maria  find_responsive offeror=birchway minimums="signed_offer:pass,insurance:pass,references:pass" helped_draft=no  -> screening
2017-08-21 09:20  maria  check_exclusions offeror=acme stage=screening sam=clear state_list=clear  -> screening
2017-08-21 09:30  maria  check_exclusions offeror=birchway stage=screening sam=clear state_list=clear  -> screening
2017-08-21 10:00  maria  finish_screening  -> evaluation

## Evaluation: each alone first, prices sealed until every sheet is in
2017-08-21 10:30  maria  open_prices  !! has not scored
2017-08-22 10:00  eve   score offeror=acme      scores="quality:35,experience:13,service:12" reasons="quality:sturdy frames (simulated); experience:nine districts (simulated); service:local crew (simulated)"  -> evaluation
2017-08-22 11:00  eve   score offeror=birchway  scores="quality:33,experience:12,service:14" reasons="quality:good range (simulated); experience:six districts (simulated); service:two-day repair (simulated)"  -> evaluation
2017-08-23 10:00  ben   score offeror=acme      scores="quality:34,experience:14,service:11" reasons="quality:well tested (simulated); experience:long record (simulated); service:adequate (simulated)"  -> evaluation
2017-08-23 11:00  ben   score offeror=birchway  scores="quality:32,experience:11,service:13" reasons="quality:fits small rooms (simulated); experience:shorter record (simulated); service:strong plan (simulated)"  -> evaluation
2017-08-24 10:00  chen  score offeror=acme      scores="quality:36,experience:13,service:12" reasons="quality:best samples (simulated); experience:references agree (simulated); service:clear contacts (simulated)"  -> evaluation
2017-08-24 11:00  chen  score offeror=birchway  scores="quality:31,experience:12,service:13" reasons="quality:thin edges (simulated); experience:references agree (simulated); service:quick (simulated)"  -> evaluation
2017-08-24 15:00  maria  hold_consensus present=eve,ben,chen minutes="Both offers were discussed criterion by criterion; nobody changed a score (simulated)"  -> evaluation
2017-08-25 09:00  maria  open_prices  -> evaluation
2017-08-25 09:30  maria  rank_offers  -> evaluation
2017-08-25 10:00  maria  analyze_price offeror=acme method=price finding=fair reasons="Two per cent above the estimate, and beside the other offer (simulated)"  -> evaluation
2017-08-25 11:00  maria  find_responsible offeror=acme factors="resources:yes, the bank wrote (simulated); schedule:yes, two warehouses (simulated); performance:yes, three references (simulated); integrity:yes, nothing adverse found (simulated); skills:yes, nine districts (simulated); facilities:yes, visited (simulated); eligibility:yes, registered (simulated)"  -> evaluation
2017-08-28 10:00  maria  file_paper paper=evaluation_summary file=@evaluation-summary.pdf  -> evaluation

## Intent to award and its window
2017-08-29 09:00  maria  post_intent winners=acme basis="Highest total: quality and experience outweigh the price difference (simulated)"  !! negotiation was held with
2017-08-29 09:00  grace  determine rule=negotiation author=maria reasoning="One firm is clearly more highly qualified than the others: it leads every sheet and every criterion"  -> evaluation
2017-08-29 09:00  maria  post_intent winners=acme basis="Highest total: quality and experience outweigh the price difference (simulated)"  -> intent_to_award
2017-09-07 15:00  maria  file_paper paper=award_determination file=@award-determination.pdf  -> intent_to_award
2017-09-09 00:00  clock  end_standstill  -> intent_to_award
2017-09-12 09:00  maria  check_exclusions offeror=acme stage=award sam=clear state_list=clear  -> intent_to_award
2017-09-11 10:00  maria  check_exclusions offeror=acme stage=award sam=clear state_list=clear  -> intent_to_award
2017-09-12 10:00  grace  award  -> awarded

## The master agreement, and its publication to members
2017-09-18 10:00  maria @A1 execute signed_by_agency="Grace Okafor (simulated)" signed_by_contractor="A. Cme (simulated)" effective_on=2017-10-01 expires_on=2020-09-30 renewals=2 paper=@agreement.pdf  -> executed
2017-09-19 10:00  maria @A1 publish how_to_join="Register with the cooperative, then order and cite the agreement's number"  !! price
2017-09-20 10:00  maria @A1 file_paper paper=price_list file=@price-list.csv  -> executed
2017-09-20 10:30  maria @A1 publish how_to_join="Register with the cooperative, then order and cite the agreement's number"  -> published
2017-10-01 00:00  clock  take_effect  -> published

## A member asks to use it, is checked, and joins
2017-10-02 09:00  fairview @A1 new participation member=fairview contact="Pat Lee (simulated), purchasing" scope="Furniture for two new schools (simulated)" estimated_value=250000.00  -> asked
2017-10-03 10:00  maria @A1-M001 join signed_by="Pat Lee (simulated)"  !! has not been checked
2017-10-03 10:30  maria @A1-M001 check_eligibility finding=eligible entity="school division" entity_allowed=yes authority="Va. Code 2.2-4304 (as the member states it, simulated)" exclusions="No construction; furniture alone is bought (simulated)"  -> asked
2017-10-04 09:00  maria @A1-M001 join signed_by="Pat Lee (simulated), director of purchasing" addendum=@addendum.pdf  -> joined
