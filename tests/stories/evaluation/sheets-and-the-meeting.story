# Each member scores alone, on what was published, with reasons; then they meet; then prices open.
follows: ../beginnings/opened.story

## Three offers go on to the committee
2026-02-04 09:00  maria  find_responsive offeror=acme minimums="signed_offer:pass" helped_draft=no  -> screening
2026-02-04 09:10  maria  find_responsive offeror=birchway minimums="signed_offer:pass" helped_draft=no  -> screening
2026-02-04 09:20  maria  find_nonresponsive offeror=cobalt defect="Three of ten categories carry no price" requirement="Every category offered carries a price" rule="Section 6.3"  -> screening
2026-02-04 10:00  maria  check_exclusions offeror=acme stage=screening sam=clear state_list=clear  -> screening
2026-02-04 10:10  maria  check_exclusions offeror=birchway stage=screening sam=clear state_list=clear  -> screening
2026-02-04 12:00  maria  finish_screening  -> evaluation

## Who may score, and after what
2026-02-05 09:00  dora   score offeror=acme scores="quality:50" reasons="quality:sturdy"  !! dora is not on the committee; its voters are eve, ben, chen
2026-02-05 09:05  dora   sign_forms person=eve conflict=none confidentiality=yes  !! dora cannot sign for eve, who signs for themselves
2026-02-05 09:10  eve    score offeror=acme scores="quality:50" reasons="quality:sturdy"  !! eve has not signed the forms on conflicts and confidentiality since the offerors are known
2026-02-05 09:20  eve    sign_forms conflict=none confidentiality=no  -> evaluation
2026-02-05 09:21  eve    score offeror=acme scores="quality:50" reasons="quality:sturdy"  !! eve has not signed the confidentiality statement
2026-02-05 09:25  eve    sign_forms conflict=none confidentiality=yes  -> evaluation
2026-02-05 09:30  ben    sign_forms conflict=none confidentiality=yes  -> evaluation
2026-02-05 09:35  chen   sign_forms conflict=none confidentiality=yes  -> evaluation

## What a sheet must hold
2026-02-05 10:00  eve    score offeror=echo scores="quality:50" reasons="quality:sturdy"  !! no offer of 'echo' was opened
2026-02-05 10:01  eve    score offeror=cobalt scores="quality:50" reasons="quality:sturdy"  !! the offer of cobalt was found nonresponsive
2026-02-05 10:02  eve    score offeror=acme scores="color:50" reasons="color:a fine blue"  !! quality not scored and color is no criterion evaluators score; to be scored are quality
2026-02-05 10:03  eve    score offeror=acme scores="quality:61" reasons="quality:sturdy"  !! outside the published range: quality 61 of 0 to 60
2026-02-05 10:04  eve    score offeror=acme scores="quality:50" reasons="service:kind"  !! no reason is given for quality
2026-02-05 10:10  eve    score offeror=acme scores="quality:60" reasons="quality:sturdy frames, ten-year warranty"  -> evaluation
2026-02-05 10:20  eve    score offeror=birchway scores="quality:48" reasons="quality:good range"  -> evaluation
2026-02-05 11:00  ben    score offeror=acme scores="quality:30" reasons="quality:the option on page 9 is not offered"  -> evaluation
2026-02-05 11:10  ben    score offeror=birchway scores="quality:46" reasons="quality:fits small rooms"  -> evaluation
2026-02-05 12:00  chen   score offeror=acme scores="quality:50" reasons="quality:references agree"  -> evaluation

## No meeting, and no price, before every sheet is in
2026-02-05 13:00  maria  hold_consensus present=eve,ben,chen minutes="Each offer was discussed"  !! chen has not scored birchway
2026-02-05 13:01  maria  open_prices  !! chen has not scored birchway
2026-02-05 13:02  maria  open_prices  !! the committee has not met on its sheets
2026-02-05 13:03  maria  enter_price offeror=acme amount=412500.00 reason="Page 3"  !! the price envelopes are still sealed
2026-02-05 13:04  maria  rank_offers  !! the price envelopes are still sealed
2026-02-05 14:00  chen   score offeror=birchway scores="quality:47" reasons="quality:references agree"  -> evaluation
2026-02-06 08:00  maria  open_prices  !! the committee has not met on its sheets

## Wide spreads are discussed, and scores change only with reasons
2026-02-06 09:00  maria  hold_consensus present=eve,ben,chen minutes="Each offer was discussed"  !! the minutes do not say what was said of scores 40 % of the scale apart or more: acme/quality from 30 to 60 of 60
2026-02-06 09:01  maria  hold_consensus present=eve,ben,chen minutes="Each offer was discussed" discussed="acme/quality:the option on page 9 is offered on page 12" changes="dora/acme/quality:50:it is offered"  !! no score dora/acme/quality counts
2026-02-06 09:02  maria  hold_consensus present=eve,ben,chen minutes="Each offer was discussed" discussed="acme/quality:the option on page 9 is offered on page 12" changes="ben/acme/quality:70:it is offered"  !! ben/acme/quality would get 70 of 0 to 60
2026-02-06 09:10  maria  hold_consensus present=eve,ben,chen minutes="Each offer was discussed" discussed="acme/quality:the option on page 9 is offered on page 12" changes="ben/acme/quality:50:it is offered on page 12"  -> evaluation
2026-02-06 09:30  chen   score offeror=acme scores="quality:52" reasons="quality:references agree, and page 12 counts"  -> evaluation
2026-02-06 09:40  maria  open_prices  !! a sheet changed after the committee met: it meets again
2026-02-06 10:00  maria  hold_consensus present=eve,ben,chen minutes="One sheet was changed for the same page; nothing else was said"  -> evaluation
2026-02-06 10:30  maria  open_prices  -> evaluation

## Once prices are known nobody scores
2026-02-06 11:00  chen   score offeror=acme scores="quality:60" reasons="quality:cheap, too"  !! the prices are open, so the sheets and the prices stand as they are
2026-02-06 11:01  maria  open_prices  !! the prices are open, so the sheets and the prices stand as they are
2026-02-06 11:02  maria  hold_consensus present=eve,ben,chen minutes="The cheapest is the best"  !! the prices are open
2026-02-06 11:30  maria  rank_offers  -> evaluation
