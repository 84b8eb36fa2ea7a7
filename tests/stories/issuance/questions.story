# Questions until their date, every answer for everybody, and nothing opened while one waits.
follows: ../beginnings/ready-to-publish.story

## Asked and answered
2026-01-06 09:00  maria  publish proposals_due="2026-02-03 14:00" questions_due="2026-01-20 16:00"  -> open
2026-01-06 09:30  maria  hold_conference attendees=acme minutes="A talk in the corridor"  !! no conference was announced
2026-01-06 10:00  maria  record_advertisement medium="The County Gazette" published_on=2026-01-06  -> open
2026-01-07 09:00  maria  answer question=1 text="Yes"  !! no question has been asked
2026-01-08 09:00  acme   ask text="May we offer furniture alone, without installation?"  -> open
2026-01-09 09:00  maria  answer question=3 text="Yes"  !! there is no question 3; asked so far: 1
2026-01-09 09:10  maria  answer question=1 text="Yes. Say so on the price form."  -> open
2026-01-09 09:11  cobalt  reads issuance/answers  -> 1
2026-01-18 16:00  cobalt  reads issuance/questions_reminder  -> 1
2026-01-20 15:59  birchway  ask text="Is a bond asked for?"  -> open
2026-01-20 16:00  clock  close_questions  -> open
2026-01-20 16:01  cobalt  ask text="May samples be sent later?"  !! questions were accepted until Tuesday, 20 January 2026, 4:00 p.m. EST (America/New_York); write to the contact named

## An estimate may still be put on file; the committee signs meanwhile
2026-01-21 09:00  maria  record_estimate amount=420000.00 dated=2026-01-20 basis="Last year's prices and four per cent" made_by="Dana Ross, finance office"  -> open
2026-01-21 10:00  eve    sign_forms conflict=none confidentiality=yes  -> open

## The opening waits for the answer, and for the proof that it was advertised
2026-02-02 10:00  acme   receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-02-03 14:00  clock  close_receipt  -> opening
2026-02-03 14:30  theo   open_proposals witness=paul  !! question 2 has no answer yet
2026-02-03 14:31  theo   open_proposals witness=paul  !! no proof is on file for The County Gazette of 2026-01-06
2026-02-03 15:00  maria  answer question=2 text="No bond is asked for."  -> opening
2026-02-03 15:10  maria  record_advertisement medium="The County Gazette" published_on=2026-01-06 proof=@affidavit.pdf  -> opening
2026-02-03 15:30  theo   open_proposals witness=paul  -> screening
