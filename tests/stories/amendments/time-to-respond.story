# A town whose law gives seven days after a change that matters: too late is too late, or the date moves.
follows: ../beginnings/ready-to-publish.story
jurisdiction: harbor-town

## Published, and changed a week later
2026-01-06 09:00  maria  publish proposals_due="2026-02-03 14:00" questions_due="2026-01-20 16:00"  -> open
2026-01-06 10:00  maria  record_advertisement medium="The County Gazette" published_on=2026-01-06 proof=@affidavit.pdf  -> open
2026-01-13 10:00  maria  amend summary="Lots: section 3.2 is replaced"  -> open
2026-01-20 16:00  clock  close_questions  -> open

## Five days before the due date a change that matters must make its own time
2026-01-29 09:00  maria  amend summary="Chairs must stack"  !! the amendment would leave 5 calendar days until proposals are due, and 7 calendar days are asked for after a change that matters
2026-01-29 09:30  maria  amend summary="Chairs must stack" proposals_due="2026-02-05 14:00"  -> open
2026-02-04 09:00  acme   receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-02-05 14:00  clock  close_receipt  -> opening
2026-02-05 14:30  theo   open_proposals witness=paul  -> screening
