# Final offers change what was scored: the named criterion is scored again, by every voter, with reasons.
follows: ../beginnings/ranked.story
title: Final offers reopen scores
file: acme-final.txt "total: 405000.00"
file: acme-warranty.txt "The warranty on moving parts is now ten years."
file: birchway-final.txt "total: 390000.00"

## Talks with the two best, and their final offers
2026-02-09 09:10  maria  set_range offerors=acme,birchway reason="The two highest totals; the third is four points below"  -> negotiation
2026-02-09 10:10  maria  invite_to_discuss offeror=acme at="2026-02-12 10:00" where="Room 14" topics="The warranty on moving parts"  -> negotiation
2026-02-09 10:30  maria  invite_to_discuss offeror=birchway at="2026-02-12 14:00" where="Room 14" topics="The warranty on moving parts"  -> negotiation
2026-02-12 15:00  maria  record_discussion offeror=acme held_at="2026-02-12 10:00" summary="A longer warranty is possible"  -> negotiation
2026-02-12 15:10  maria  record_discussion offeror=birchway held_at="2026-02-12 14:00" summary="The warranty stays as it is"  -> negotiation
2026-02-13 09:30  maria  request_bafo due="2026-02-20 14:00" where="Purchasing office, room 12" how="The price form, and what else changes, sealed"  -> negotiation
2026-02-18 09:00  acme   submit_bafo price=@acme-final.txt envelope=@acme-warranty.txt  -> negotiation
2026-02-19 09:00  birchway  submit_bafo price=@birchway-final.txt  -> negotiation
2026-02-20 14:00  clock  close_bafo  -> negotiation
2026-02-20 15:30  maria  open_bafos  -> negotiation
2026-02-20 16:00  maria  end_negotiation  -> evaluation

## Only what a final offer changed is reopened, and only on published criteria
2026-02-23 09:00  eve    rescore offeror=acme scores="quality:56" reasons="quality:ten years of warranty"  !! no score is reopened
2026-02-23 09:10  maria  reopen_scores offerors=acme,birchway criteria=quality cause=best_and_final_offer reason="The final offers change the warranty"  !! no final offer of birchway with a technical part was opened
2026-02-23 09:20  maria  reopen_scores offerors=acme criteria=color cause=best_and_final_offer reason="The final offer changes the warranty"  !! color is not a criterion that evaluators score
2026-02-23 09:30  maria  reopen_scores offerors=acme criteria=quality cause=best_and_final_offer reason="The final offer of acme changes the warranty on moving parts"  -> evaluation

## Every voter scores it again, with a reason, before the offers are ranked
2026-02-23 10:00  eve    rescore offeror=birchway scores="quality:50" reasons="quality:good range"  !! nothing waits for eve to score again there
2026-02-23 10:05  eve    rescore offeror=acme scores="quality:66" reasons="quality:ten years of warranty"  !! outside the published range: quality 66 of 0 to 60
2026-02-23 10:10  eve    rescore offeror=acme scores="quality:56" reasons="quality:ten years of warranty"  -> evaluation
2026-02-23 10:20  ben    rescore offeror=acme scores="quality:57" reasons="quality:ten years of warranty"  -> evaluation
2026-02-23 10:30  maria  rank_offers  !! chen has not scored quality of acme again
2026-02-23 10:40  chen   rescore offeror=acme scores="quality:53" reasons="quality:the warranty does not change what was judged"  -> evaluation
2026-02-23 11:00  maria  rank_offers  -> evaluation

## A miscopied score is corrected after prices are known only by a written finding
2026-02-24 09:00  maria  reopen_scores offerors=birchway criteria=quality cause=miscopied reason="Ben's paper sheet says 49, and 46 was entered"  !! that scores are reopened (miscopied) must be found in writing
2026-02-24 10:00  grace  determine rule=scores_reopen author=maria reasoning="The signed paper sheet of 5 February says 49; the entry of 46 is a slip of copying"  -> evaluation
2026-02-24 10:10  maria  reopen_scores offerors=birchway criteria=quality cause=miscopied reason="Ben's paper sheet says 49, and 46 was entered"  -> evaluation
2026-02-24 10:20  ben    rescore offeror=birchway scores="quality:49" reasons="quality:as on the paper sheet"  -> evaluation
2026-02-24 10:30  eve    rescore offeror=birchway scores="quality:48" reasons="quality:unchanged"  -> evaluation
2026-02-24 10:40  chen   rescore offeror=birchway scores="quality:47" reasons="quality:unchanged"  -> evaluation
2026-02-24 11:00  maria  rank_offers  -> evaluation
