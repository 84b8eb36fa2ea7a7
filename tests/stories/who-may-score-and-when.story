# A committee of strangers would end in a dead end after the opening; prices are opened once.
title: School furniture
agency: Test County
jurisdiction: va-local
program: neutral
zone: America/New_York
start: 2026-01-05 09:00
person: maria "Maria Alvarez" officer
person: theo "Theo Lind" custodian
person: eve "Eve Marsh" evaluator
person: ben "Ben Castle" evaluator
person: chen "Chen Wei" evaluator
supplier: acme "Acme Furniture"
file: price.txt "to be read by a person"

## Only evaluators in the register can be named
2026-01-05 09:00  maria  new rfp title="School furniture" agency="Test County"  -> drafting
2026-01-05 09:10  maria  authorize reference="Resolution 1" dated=2026-01-02  -> drafting
2026-01-05 09:20  maria  describe cooperative_wording="Other public bodies may buy from this agreement too"  -> drafting
2026-01-05 09:30  maria  plan_evaluation criteria="quality:60,price:40"  -> drafting
2026-01-05 09:40  maria  name_committee voters=eve,ben,nobody  !! nobody could not score: evaluators are ben,chen,eve
2026-01-05 09:41  maria  name_committee voters=eve,maria  !! maria could not score
2026-01-05 09:42  maria  name_committee voters=eve,ben,chen  -> drafting
2026-01-06 09:00  maria  publish proposals_due="2026-02-03 14:00"  -> open
2026-01-27 10:00  acme   receive envelope=@acme.txt price=@price.txt  -> open
2026-02-03 14:00  clock  close_receipt  -> opening
2026-02-03 15:00  maria  name_committee voters=eve,nobody  !! nobody could not score
2026-02-03 15:01  theo   open_proposals witness=maria  -> evaluation

## A price entered by hand is not lost to a second opening
2026-02-04 10:00  eve    score offeror=acme scores="quality:50" reasons="quality:sturdy"  -> evaluation
2026-02-04 11:00  ben    score offeror=acme scores="quality:51" reasons="quality:sturdy"  -> evaluation
2026-02-04 12:00  chen   score offeror=acme scores="quality:49" reasons="quality:sturdy"  -> evaluation
2026-02-05 09:00  maria  open_prices  -> evaluation
2026-02-05 09:10  maria  enter_price offeror=acme amount=1000.00 reason="Page 3 of the price form"  -> evaluation
2026-02-05 09:20  maria  open_prices  !! the prices are open
2026-02-05 09:30  maria  rank_offers  -> evaluation
