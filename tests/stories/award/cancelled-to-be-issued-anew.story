# Cancelled after the intent, since the scope was wrong: the same need will be advertised again, so
# the offers stay sealed in Arizona until the later award, or for the six months in which it is meant.
follows: ../beginnings/intent-without-negotiation.story
title: Cancelled after the opening, to be issued anew
jurisdiction: az-state
zone: America/Phoenix

## The scope left out half the rooms
2026-02-11 09:00  maria  cancel reason="The scope left out the rooms of two schools" resolicit=yes  -> cancelled
2026-02-11 09:00  cobalt reads award/cancelled  -> 1

## The offers stay closed while another solicitation may come
2026-02-12 09:00  maria  release_offers where="The public reading room"  !! another solicitation is planned, so the offers stay closed until
2026-03-02 09:00  maria  record_resolicitation number=ADOT-26-40  -> cancelled
2026-07-01 09:00  maria  release_offers where="The public reading room"  !! the same need is solicited again as ADOT-26-40
2026-07-01 10:00  maria  record_later_end number=ADOT-26-40 outcome=ended  -> cancelled
2026-08-11 23:59  maria  release_offers where="The public reading room"  !! another solicitation is planned, so the offers stay closed until
2026-08-12 00:00  maria  release_offers where="The public reading room"  -> cancelled
