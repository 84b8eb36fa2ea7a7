# Only the order of the criteria was printed: in Virginia that cannot be mended after the closing.
follows: ../beginnings/ready-to-publish.story

## The plan prints no points, and nobody amends it in time
2026-01-05 16:00  maria  plan_evaluation criteria="quality:60,price:40" discloses=order importance="In order of importance: quality, then price"  -> drafting
2026-01-05 16:30  grace  approve_to_solicit note="Order of importance only"  -> drafting
2026-01-06 09:00  maria  publish proposals_due="2026-02-03 14:00" questions_due="2026-01-20 16:00"  -> open
2026-01-06 10:00  maria  record_advertisement medium="The County Gazette" published_on=2026-01-06 proof=@affidavit.pdf  -> open
2026-01-20 16:00  clock  close_questions  -> open
2026-02-02 10:00  acme   receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-02-03 14:00  clock  close_receipt  -> opening

## Nothing is opened: it is cancelled, and will be solicited again
2026-02-03 14:30  theo   open_proposals witness=paul  !! the points were not published in time; once proposals are due, nothing helps but to cancel
2026-02-03 15:00  maria  cancel reason="unclear"  !! reason
2026-02-03 15:05  maria  cancel reason="The points of the criteria were not published before proposals were due" resolicit=yes  -> cancelled
2026-02-03 15:05  acme   reads award/cancelled  -> 1
