# Published and advertised, one question answered: offerors may now send their proposals.
follows: ready-to-publish.story

## Published for everybody at once
2026-01-06 09:00  maria  publish proposals_due="2026-02-03 14:00" questions_due="2026-01-20 16:00" boundary=before  -> open
2026-01-06 09:30  maria  file_paper paper=solicitation_document file=@rfp.pdf  -> open
2026-01-06 10:00  maria  record_advertisement medium="The County Gazette" published_on=2026-01-06 proof=@affidavit.pdf  -> open
2026-01-07 09:00  maria  brief_committee attended=eve,ben,chen  -> open
2026-01-12 13:10  birchway  ask text="May one proposal cover seating only?"  -> open
2026-01-13 11:00  maria  answer question=1 text="Yes: each category is judged by itself."  -> open
