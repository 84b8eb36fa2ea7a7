# Attendance was mandatory: who came is on record before anything is opened (law audit B).
follows: ../beginnings/ready-to-publish.story
2026-01-06 09:00  maria  publish proposals_due="2026-02-03 14:00" questions_due="2026-01-20 16:00" boundary=before conference_at="2026-01-14 10:00" conference_place="Board room" conference_mandatory=yes  -> open
2026-01-06 10:00  maria  record_advertisement medium="The County Gazette" published_on=2026-01-06 proof=@affidavit.pdf  -> open
2026-01-20 16:00  clock  close_questions  -> open
2026-02-02 10:00  acme   receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-02-03 14:00  clock  close_receipt  -> opening
2026-02-03 14:30  theo   open_proposals witness=paul  !! the conference was mandatory, and nobody recorded who attended it
2026-02-03 14:40  maria  hold_conference attendees=acme minutes="Whether seating alone may be offered: an amendment says so"  -> opening
2026-02-03 15:00  theo   open_proposals witness=paul  -> screening
