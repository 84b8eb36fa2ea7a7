# Arizona gives two weeks of notice; less, for a reason that two people sign, and for one date only.
follows: ../beginnings/ready-to-publish.story
jurisdiction: az-state
zone: America/Phoenix

## Ten days are too few, unless it is said in writing why they do
2026-01-06 09:00  maria  publish proposals_due="2026-01-16 14:00" questions_due="2026-01-09 16:00"  !! the first notice is of 2026-01-06 and gives 10 calendar days, and 14 calendar days are required
2026-01-06 09:10  maria  determine rule=minimum_notice author=paul reasoning="The schools open on 2 February"  !! maria
2026-01-06 09:20  grace  determine rule=minimum_notice author=maria reasoning="The schools open on 2 February, and every known maker was called today"  -> drafting

## The determination is of this date, and lets no shorter one through
2026-01-06 09:30  maria  publish proposals_due="2026-01-15 14:00" questions_due="2026-01-09 16:00"  !! gives 9 calendar days, and 14 calendar days are required
2026-01-06 09:40  maria  publish proposals_due="2026-01-16 14:00" questions_due="2026-01-09 16:00"  -> open
2026-01-06 10:00  maria  file_paper paper=proof_of_publication file=@affidavit.pdf  -> open
2026-01-09 16:00  clock  close_questions  -> open
2026-01-15 10:00  acme   receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-01-16 14:00  clock  close_receipt  -> opening
2026-01-16 14:30  theo   open_proposals witness=paul  -> screening
