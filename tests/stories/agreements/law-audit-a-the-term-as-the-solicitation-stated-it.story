# The solicitation states a term of three years and two renewals of one year, and that is what is
# signed: what goes beyond it was never competed; what stays short of it is explained.
follows: ../beginnings/ready-to-publish.story
title: The term that is signed is the term that was competed
2026-01-05 15:00  maria  set_terms renewals=2 renewal_months=12,12 insurance="General liability of one million dollars" bonds="None is asked for" national_exhibits="Exhibit A, response for a national contract"  -> drafting
2026-01-05 15:10  grace  approve_to_solicit  -> drafting
2026-01-05 15:20  maria  publish proposals_due="2026-02-03 14:00" questions_due="2026-01-20 16:00"  !! it may be renewed 2 times, and how long it lasts is not stated
2026-01-05 15:30  maria  set_terms term_months=36 renewals=1  -> drafting
2026-01-05 15:40  grace  approve_to_solicit  -> drafting
2026-01-05 15:50  maria  publish proposals_due="2026-02-03 14:00" questions_due="2026-01-20 16:00"  !! 2 lengths are given, for 1 renewals
2026-01-05 16:00  maria  set_terms renewals=2  -> drafting
2026-01-05 16:10  grace  approve_to_solicit  -> drafting
2026-01-06 09:00  maria  publish proposals_due="2026-02-03 14:00" questions_due="2026-01-20 16:00"  -> open
2026-01-06 09:00  acme reads issuance/posting  -> 1
2026-01-06 09:30  maria  file_paper paper=solicitation_document file=@rfp.pdf  -> open
2026-01-06 10:00  maria  record_advertisement medium="The County Gazette" published_on=2026-01-06 proof=@affidavit.pdf  -> open
2026-01-07 09:00  maria  brief_committee attended=eve,ben,chen  -> open
2026-01-12 13:10  birchway  ask text="May one proposal cover seating only?"  -> open
2026-01-13 11:00  maria  answer question=1 text="Yes: each category is judged by itself."  -> open

## Three proposals come in, and stay sealed until they are due
2026-01-20 16:00  clock     close_questions  -> open
2026-02-02 10:00  acme      receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-02-03 09:00  birchway  receive envelope=@birchway.txt price=@birchway-price.txt  -> open
2026-02-03 13:59  cobalt    receive envelope=@cobalt.txt price=@cobalt-price.txt  -> open
2026-02-03 14:00  clock     close_receipt  -> opening

## The opening, before a witness who does not score
2026-02-03 14:30  theo      open_proposals witness=paul seals="Every envelope was sealed until opened"  -> screening

## Each offer is held to the same minimums, and looked up
2026-02-04 09:00  maria  find_responsive offeror=acme minimums="signed_offer:pass,insurance:pass" helped_draft=no  -> screening
2026-02-04 09:10  maria  find_responsive offeror=birchway minimums="signed_offer:pass,insurance:pass" helped_draft=no  -> screening
2026-02-04 09:20  maria  find_responsive offeror=cobalt minimums="signed_offer:pass,insurance:pass" helped_draft=no  -> screening
2026-02-04 10:00  maria  check_exclusions offeror=acme stage=screening sam=clear state_list=clear  -> screening
2026-02-04 10:10  maria  check_exclusions offeror=birchway stage=screening sam=clear state_list=clear  -> screening
2026-02-04 10:20  maria  check_exclusions offeror=cobalt stage=screening sam=clear state_list=clear  -> screening

## Now that the offerors are known, the committee signs once more
2026-02-04 11:00  eve    sign_forms conflict=none confidentiality=yes  -> screening
2026-02-04 11:10  ben    sign_forms conflict=none confidentiality=yes  -> screening
2026-02-04 11:20  chen   sign_forms conflict=none confidentiality=yes  -> screening
2026-02-04 12:00  maria  finish_screening  -> evaluation

## Each member scores alone, while the prices are sealed
2026-02-05 09:00  eve    score offeror=acme scores="quality:52" reasons="quality:sturdy frames, ten-year warranty"  -> evaluation
2026-02-05 09:30  eve    score offeror=birchway scores="quality:48" reasons="quality:good range, thinner edges"  -> evaluation
2026-02-05 10:00  eve    score offeror=cobalt scores="quality:41" reasons="quality:seating only, well made"  -> evaluation
2026-02-05 11:00  ben    score offeror=acme scores="quality:54" reasons="quality:the best samples"  -> evaluation
2026-02-05 11:30  ben    score offeror=birchway scores="quality:46" reasons="quality:fits small rooms"  -> evaluation
2026-02-05 12:00  ben    score offeror=cobalt scores="quality:40" reasons="quality:narrow range"  -> evaluation
2026-02-05 13:00  chen   score offeror=acme scores="quality:53" reasons="quality:references agree"  -> evaluation
2026-02-05 13:30  chen   score offeror=birchway scores="quality:47" reasons="quality:references agree"  -> evaluation
2026-02-05 14:00  chen   score offeror=cobalt scores="quality:42" reasons="quality:solid, little choice"  -> evaluation

## They meet, and only then are the prices opened
2026-02-06 09:00  maria  hold_consensus present=eve,ben,chen minutes="Each offer was discussed; nobody changed a score"  -> evaluation
2026-02-06 10:00  maria  open_prices  -> evaluation
2026-02-06 10:30  maria  rank_offers  -> evaluation

## Is the price fair, and can the firm perform?
2026-02-09 09:00  maria  analyze_price offeror=acme method=price finding=fair reasons="Three per cent above the estimate, and within the range of the three offers"  -> evaluation
2026-02-09 10:00  maria  find_responsible offeror=acme factors="resources:yes, audited accounts of 2025; schedule:yes, four crews are free; performance:yes, three references called; integrity:yes, nothing adverse found; skills:yes, twelve years in the trade; facilities:yes, warehouse visited; eligibility:yes, licensed and registered"  -> evaluation
2026-02-09 11:00  maria  file_paper paper=evaluation_summary file=@evaluation-summary.pdf  -> evaluation
2026-02-10 09:00  maria  post_intent winners=acme basis="Highest total: first in quality, and the price is within the funds"  !! negotiation was held with
2026-02-10 09:00  grace  determine rule=negotiation author=maria reasoning="One firm is clearly more highly qualified than the others: it leads every sheet and every criterion"  -> evaluation
2026-02-10 09:00  maria  post_intent winners=acme basis="Highest total: first in quality, and the price is within the funds"  -> intent_to_award

## Ten days to object, and nobody does
2026-02-12 15:00  maria  file_paper paper=award_determination file=@award-determination.pdf  -> intent_to_award
2026-02-21 00:00  clock  end_standstill  -> intent_to_award
2026-02-23 09:00  maria  check_exclusions offeror=acme stage=award sam=clear state_list=clear  -> intent_to_award
2026-02-23 10:00  grace  award  -> awarded

## Twenty years were never competed, and two years are fewer than every offeror priced
2026-02-26 10:00  maria @A1 execute signed_by_agency="Ann Walker" signed_by_contractor="Joe Acme" effective_on=2026-03-15 expires_on=2046-03-14 renewals=5 latest_end=2051-03-14  !! the last day is 2046-03-14, and the solicitation stated 2029-03-14; the number of renewals is 5, and the solicitation stated 2; the last day of the longest term is 2051-03-14, and the solicitation stated 2031-03-14
2026-02-26 10:10  maria @A1 execute signed_by_agency="Ann Walker" signed_by_contractor="Joe Acme" effective_on=2026-03-15 expires_on=2028-03-14 renewals=1  !! the last day is 2028-03-14, and the solicitation stated 2029-03-14; the number of renewals is 1, and the solicitation stated 2
2026-02-26 10:20  maria @A1 execute signed_by_agency="Ann Walker" signed_by_contractor="Joe Acme" effective_on=2026-03-15 expires_on=2029-03-14 renewals=2 paper=@agreement.pdf  -> executed
2026-02-26 11:00  maria @A1 file_paper paper=price_list file=@price-list.csv  -> executed
2026-02-26 12:00  maria @A1 publish how_to_join="Sign the participating addendum, then order"  -> published
2026-03-15 00:00  clock take_effect  -> published

## Each renewal lasts as long as was stated, and no amendment lasts beyond all of them
2028-06-01 09:00  maria @A1 check_exclusions sam=clear state_list=clear  -> published
2028-06-01 09:10  maria @A1 renew expires_on=2030-06-14 price_reasons="Within two per cent of three like agreements"  !! the renewed last day is 2030-06-14, and the solicitation stated 2030-03-14
2028-06-01 09:20  maria @A1 renew expires_on=2030-03-14 price_reasons="Within two per cent of three like agreements"  -> published
2028-06-02 09:00  maria @A1 amend_agreement about=term summary="Three more renewals" renewals=5 expires_on=2032-03-14 latest_end=2036-03-14 effective_on=2028-07-01 signed_by_agency="Ann Walker" signed_by_contractor="Joe Acme"  !! the last day of all is 2032-03-14, and the solicitation stated 2031-03-14; the last day of all is 2036-03-14, and the solicitation stated 2031-03-14; the number of renewals is 5, and the solicitation stated 2
