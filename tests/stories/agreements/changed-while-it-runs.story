# What may change while an agreement runs: its words, its prices, the firm behind it; never what
# was competed. And what the contractor reports it has sold.
follows: ../beginnings/agreement.story
title: Words, prices and the firm behind them

## A member uses the agreement, and hears of every change
2026-03-02 09:00  fairview @A1 new participation member=fairview contact="Pat Lee, Purchasing" scope="Furniture for two new schools"  -> asked
2026-03-15 00:00  clock take_effect  -> published
2026-03-16 09:00  maria @A1-M001 check_eligibility finding=eligible entity="school division" entity_allowed=yes authority="Va. Code 2.2-4304"  -> asked
2026-03-16 10:00  maria @A1-M001 join signed_by="Pat Lee, Director of Purchasing" addendum=@addendum.pdf  -> joined

## More of the same kind is an amendment; something else is a new solicitation
2026-06-01 09:00  maria @A1 amend_agreement about=scope summary="Adds standing desks" effective_on=2026-07-01 signed_by_agency="Ann Walker" signed_by_contractor="Joe Acme"  !! it changes the scope, and does not say why it stays within what was competed
2026-06-01 09:10  maria @A1 amend_agreement about=scope summary="Adds standing desks" within_scope="The solicitation asked for desks of every kind, section 2.1" effective_on=2026-07-01 signed_by_agency="Ann Walker" signed_by_contractor="Joe Acme" paper=@amendment-1.pdf  -> published
2026-06-01 09:10  fairview reads agreements/amended  -> 1
2026-06-02 09:00  maria @A1 amend_agreement about=catalogue summary="Adds playground equipment" grows_scope=yes effective_on=2026-07-01 signed_by_agency="Ann Walker" signed_by_contractor="Joe Acme"  !! it adds what was never competed, which requires a new solicitation

## What a court orders at once is done on a written finding
2026-06-08 09:00  grace @A1 determine rule=agreement_scope author=maria reasoning="The court's order of 5 June closes two playgrounds until they are made safe; a solicitation follows within sixty days"  -> published
2026-06-08 10:00  maria @A1 amend_agreement about=catalogue summary="Adds playground equipment" grows_scope=yes effective_on=2026-07-01 signed_by_agency="Ann Walker" signed_by_contractor="Joe Acme"  -> published

## New prices are announced thirty days before they hold
2026-08-03 09:00  maria @A1 update_prices summary="Desks go up by 2.1 per cent" reckoned_by="Clause 9: producer price index for furniture, May to May" effective_on=2026-09-01  !! the new prices would hold on 2026-09-01, and 30 calendar days of notice are over on 2026-09-02
2026-08-03 09:10  maria @A1 update_prices summary="Desks go up by 2.1 per cent" reckoned_by="Clause 9: producer price index for furniture, May to May" effective_on=2026-09-02 price_list=@prices-2026-09.csv  -> published
2026-08-03 09:10  fairview reads agreements/prices_updated  -> 1

## A report of sales is about a period that is over
2026-08-10 09:00  maria @A1 record_fee_report period_begins=2026-09-30 period_ends=2026-07-01 sales=412000.00 fee=0.00  !! a period cannot begin on 2026-09-30 and end on 2026-07-01
2026-08-10 09:10  maria @A1 record_fee_report period_begins=2026-07-01 period_ends=2026-09-30 sales=412000.00 fee=0.00  !! the period runs until the end of 2026-09-30, and today is 2026-08-10
2026-10-01 00:00  maria @A1 record_fee_report period_begins=2026-07-01 period_ends=2026-09-30 sales=412000.00 fee=0.00  -> published

## Another firm takes over the business, and is looked at as an offeror would be
2026-11-02 09:00  maria @A1 assign assignee=acme reason="Nothing has changed" factors="resources:yes, audited accounts of 2025" sam=clear state_list=clear  !! acme holds the agreement already; not considered:
2026-11-02 09:10  maria @A1 assign assignee=nordhem reason="Nordhem has bought the furniture business" factors="resources:no, accounts were refused; schedule:yes, takes over all orders; performance:yes, three references called; integrity:yes, nothing adverse found; skills:yes, the same people; facilities:yes, the same plant; eligibility:yes, registered" sam=excluded state_list=clear  !! no active supplier is called 'nordhem'; resources is not met: accounts were refused; nordhem is on a list of excluded firms
2026-11-03 09:00  maria @A1 assign assignee=birchway reason="Birchway has bought the contractor's furniture business" factors="resources:yes, audited accounts of 2025; schedule:yes, takes over all orders; performance:yes, three references called; integrity:yes, nothing adverse found; skills:yes, the same people; facilities:yes, the same plant; eligibility:yes, registered" sam=clear state_list=clear  -> published
2026-11-03 09:00  fairview reads agreements/assigned  -> 1
2026-11-03 09:00  acme reads agreements/assigned  -> 1
2026-11-03 09:00  birchway reads agreements/assigned  -> 1
