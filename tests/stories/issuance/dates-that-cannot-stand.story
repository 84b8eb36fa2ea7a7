# One due date, on a working day, in office hours, printed one way, and late enough after notice.
follows: ../beginnings/ready-to-publish.story

## Dates in an order no calendar could keep
2026-01-06 09:00  maria  publish proposals_due="2026-01-02 14:00"  !! the due date of proposals, 2026-01-02 14:00, has already passed
2026-01-06 09:01  maria  publish proposals_due="2026-02-03 14:00" questions_due="2026-02-03 14:01"  !! questions would close only after proposals are due
2026-01-06 09:02  maria  publish proposals_due="2026-03-09 14:00" questions_due="2026-03-08 02:30"  !! the end of questions cannot be: 2:30 a.m. on Sunday, 8 March 2026 does not exist in America/New_York
2026-01-06 09:03  maria  publish proposals_due="2026-02-03 14:00" conference_at="2026-02-04 10:00"  !! the conference would be held only when proposals are due, or later

## Too soon after the first notice, or on a day on which the office is closed
2026-01-06 09:10  maria  publish proposals_due="2026-01-15 14:00"  !! the first notice is of 2026-01-06 and gives 9 calendar days, and 10 calendar days are required
2026-01-06 09:11  maria  publish proposals_due="2026-01-19 14:00"  !! the agency is closed on Monday, 2026-01-19, and could take nothing in
2026-01-06 09:12  maria  publish proposals_due="2026-02-03 14:00" conference_at="2026-01-28 10:00"  !! the conference would be held 6 calendar days before proposals are due, and 7 calendar days are asked for

## The advertisement, the cover and the small print say the same
2026-01-06 09:20  maria  publish proposals_due="2026-02-03 14:00" advertised_due="2026-02-04 14:00"  !! proposals are due 2026-02-03 14:00, but the advertisement says 2026-02-04 14:00
2026-01-06 09:21  maria  publish proposals_due="2026-02-03 14:00" printed="February 3, 2026, at 3:00 p.m."  !! the printed words are 'February 3, 2026, at 3:00 p.m.'
2026-01-06 09:23  maria  publish proposals_due="2026-02-03 14:00" printed="prior to 2:00 p.m. on Monday, February 3, 2026"  !! the printed words are 'prior to 2:00 p.m. on Monday, February 3, 2026'
2026-01-06 09:24  maria  publish proposals_due="2026-02-03 14:00" printed="before close of business on February 3, 2026"  !! have 'close of business', which is nobody's hour: compare them with the due date
2026-01-06 09:25  maria  publish proposals_due="2026-02-03 00:00"  !! midnight may be the start or the end of 2026-02-03
2026-01-06 09:22  maria  publish proposals_due="2026-02-03 14:00" boundary=before printed="no later than 2:00 p.m. on February 3, 2026"  !! says that the due instant is still in time, and the boundary stated is 'before'

## At night, with summer's zone in winter and questions till the last: warned, and on record
2026-01-06 09:30  maria  publish proposals_due="2026-02-03 17:00" questions_due="2026-02-02 16:00" printed="prior to 5:00 p.m. EDT on February 3, 2026"  -> open
