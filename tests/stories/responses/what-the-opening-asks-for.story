# Between the closing and the opening: what must be on file before the first envelope is touched.
follows: ../beginnings/ready-to-publish.story

## Published, and then a few things are left lying
2026-01-06 09:00  maria     publish proposals_due="2026-02-03 14:00" questions_due="2026-01-20 16:00" boundary=before  -> open
2026-01-12 13:10  birchway  ask text="May one proposal cover seating only?"  -> open
2026-01-20 16:00  clock     close_questions  -> open
2026-02-02 10:00  acme      receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-02-03 14:00  clock     close_receipt  -> opening

## Every gap is named at once
2026-02-03 14:05  maria     name_committee voters=eve,nobody  !! nobody could not score: evaluators are ben,chen,dora,eve
2026-02-03 14:06  maria     name_committee voters=eve,dora cooperative_staff=dora  !! dora works for the cooperative, and may advise but not vote
2026-02-03 14:10  maria     name_committee voters=eve,ben chair=eve  -> opening
2026-02-03 14:20  theo      open_proposals witness=eve  !! question 1 has no answer yet
2026-02-03 14:20  theo      open_proposals witness=eve  !! the committee has 2 voters, and 3 are asked for
2026-02-03 14:20  theo      open_proposals witness=eve  !! no affidavit, tear sheet or screenshot shows that it was published
2026-02-03 14:20  theo      open_proposals witness=eve  !! eve scores the proposals, so somebody else must witness the opening

## Each gap is closed by what the refusal names
2026-02-03 14:30  maria     answer question=1 text="Yes: each category is judged by itself"  -> opening
2026-02-03 14:39  maria     record_advertisement medium="The County Gazette" published_on=2924-11-19  !! published_on: 2924-11-19 is still to come: today is 2026-02-03
2026-02-03 14:40  maria     record_advertisement medium="The County Gazette" published_on=2026-01-06  -> opening
2026-02-03 14:45  theo      open_proposals witness=paul  !! no proof is on file for The County Gazette of 2026-01-06
2026-02-03 14:50  maria     record_advertisement medium="The County Gazette" published_on=2026-01-06 proof=@affidavit.pdf  -> opening
2026-02-03 14:55  maria     record_estimate amount=400000.00 dated=2026-01-05 basis="Prices paid in the last three years" made_by="Dana Ross, finance office" paper=@estimate.pdf  -> opening
2026-02-03 14:56  theo      file_paper paper=receipt_log file=@receipt-log.pdf title="The log of the mail room"  -> opening
2026-02-03 15:00  theo      open_proposals witness=paul  !! the committee has 2 voters, and 3 are asked for

## A committee of two is allowed only by a determination that somebody else signs
2026-02-03 15:10  grace     determine rule=committee_size author=grace reasoning="Two people in the county know school furniture, and both are on the committee"  !! grace wrote this determination, so somebody else must sign it
2026-02-03 15:15  grace     determine rule=committee_size author=maria reasoning="Two people in the county know school furniture, and both are on the committee"  -> opening
2026-02-03 15:20  theo      open_proposals witness=paul  -> screening
