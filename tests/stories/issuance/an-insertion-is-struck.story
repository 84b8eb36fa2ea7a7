# An advertisement entered with a wrong date is struck, and the right one is entered (office walk 22).
follows: ../beginnings/ready-to-publish.story
2026-01-06 09:00  maria  publish proposals_due="2026-02-03 14:00" questions_due="2026-01-20 16:00" boundary=before  -> open
2026-01-06 09:10  maria  strike_advertisement number=1 reason="It was entered twice"  !! no advertisement is on file
2026-01-12 10:00  maria  record_advertisement medium="The County Gazette" published_on=2019-01-06  -> open
2026-01-12 10:05  maria  strike_advertisement number=2 reason="The year was mistyped"  !! no insertion 2 counts; on file are 1: The County Gazette of 2019-01-06
2026-01-12 10:06  maria  strike_advertisement number=1 reason="The year was mistyped"  -> open
2026-01-12 10:07  maria  strike_advertisement number=1 reason="The year was mistyped"  !! no advertisement is on file
2026-01-12 10:10  maria  record_advertisement medium="The County Gazette" published_on=2026-01-06 proof=@affidavit.pdf  -> open

## What was struck needs no proof
2026-01-20 16:00  clock  close_questions  -> open
2026-02-02 10:00  acme   receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-02-03 14:00  clock  close_receipt  -> opening
2026-02-03 14:10  maria  record_advertisement medium="The County Gazette" published_on=2026-01-09  -> opening
2026-02-03 14:20  theo   open_proposals witness=paul  !! no proof is on file for The County Gazette of 2026-01-09
2026-02-03 14:25  maria  strike_advertisement number=3 reason="The second insertion was never printed"  -> opening
2026-02-03 14:30  theo   open_proposals witness=paul  -> screening
