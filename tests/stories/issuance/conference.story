# A conference everybody must attend: held as announced, who came on file, no term changed by talk.
follows: ../beginnings/ready-to-publish.story
supplier: echo "Echo Interiors"

## Announced with the solicitation, and not for a holiday (office walk 21)
2026-01-06 08:50  maria  publish proposals_due="2026-02-03 14:00" questions_due="2026-01-20 16:00" conference_at="2026-01-19 10:00" conference_place="Board room" conference_mandatory=yes  !! the agency is closed on Monday, 2026-01-19, and could hold no conference
2026-01-06 09:00  maria  publish proposals_due="2026-02-03 14:00" questions_due="2026-01-20 16:00" conference_at="2026-01-14 10:00" conference_place="Board room" conference_mandatory=yes  -> open
2026-01-06 10:00  maria  record_advertisement medium="The County Gazette" published_on=2026-01-06 proof=@affidavit.pdf  -> open

## Not before its time, and not on another day
2026-01-13 15:00  maria  hold_conference attendees=acme,birchway minutes="Whether seating alone may be offered"  !! the conference is announced for Wednesday, 14 January 2026, 10:00 a.m. EST (America/New_York), which is still to come
2026-01-14 12:00  maria  hold_conference attendees=acme,birchway minutes="Whether seating alone may be offered" held_at="2026-01-14 09:30"  !! is recorded as held 2026-01-14 09:30
2026-01-14 12:10  maria  hold_conference attendees=acme,birchway,fleet minutes="Whether seating alone may be offered"  !! no active supplier is called fleet; enter the firm first, or leave it out
2026-01-14 12:20  maria  hold_conference attendees=acme,birchway minutes="Whether seating alone may be offered: an amendment will say" held_at="2026-01-14 10:05"  -> open
2026-01-14 12:21  cobalt  reads issuance/conference_minutes  -> 1

## Moved by an amendment, it is held once more, where and when the amendment says
2026-01-15 09:00  maria  amend summary="A second site visit, for those who could not come" material=no conference_at="2026-01-22 10:00" conference_place="North School"  -> open
2026-01-20 16:00  clock  close_questions  -> open
2026-01-22 14:00  maria  hold_conference attendees=acme,birchway,cobalt minutes="Nothing was asked"  -> open
2026-01-22 14:01  cobalt  reads issuance/conference_minutes  -> 2
