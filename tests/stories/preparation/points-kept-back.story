# Points that are not printed with the solicitation are printed before proposals are due, or never.
follows: ../beginnings/ready-to-publish.story

## The order of the criteria is told, and their points are kept back
2026-01-05 16:00  maria  plan_evaluation criteria="quality:60,price:40" discloses=order importance="Quality matters more than price"  -> drafting
2026-01-05 16:30  grace  approve_to_solicit note="The points follow in an amendment"  -> drafting
2026-01-06 09:00  maria  publish proposals_due="2026-02-03 14:00" questions_due="2026-01-20 16:00"  -> open
2026-01-06 10:00  maria  record_advertisement medium="The County Gazette" published_on=2026-01-06 proof=@affidavit.pdf  -> open

## An amendment prints them while offerors can still use them
2026-01-12 09:00  maria  amend summary="The points of every criterion" discloses_points=yes material=no  -> open
2026-01-12 09:01  delta  reads amendments/amendment  -> 1
2026-01-20 16:00  clock  close_questions  -> open
2026-02-02 10:00  acme   receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-02-03 14:00  clock  close_receipt  -> opening
2026-02-03 14:30  theo   open_proposals witness=paul  -> screening
