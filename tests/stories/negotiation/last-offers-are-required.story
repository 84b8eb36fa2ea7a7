# In Arizona best and final offers are requested of everybody that was negotiated with.
follows: ../beginnings/ranked.story
title: Negotiation does not end without last offers
jurisdiction: az-state
zone: America/Phoenix

## Neither without talks nor after them does it end without last offers
2026-02-09 09:00  maria  set_range offerors=acme,birchway reason="The two highest totals; the third is four points below"  -> negotiation
2026-02-09 09:10  maria  end_negotiation  !! no best and final offer was requested of acme, birchway
2026-02-09 10:00  maria  invite_to_discuss offeror=acme at="2026-02-12 10:00" where="Room 14" topics="Delivery in August"  -> negotiation
2026-02-09 10:10  maria  invite_to_discuss offeror=birchway at="2026-02-12 14:00" where="Room 14" topics="Delivery in August"  -> negotiation
2026-02-12 16:00  maria  record_discussion offeror=acme held_at="2026-02-12 10:00" summary="Delivery in August is confirmed"  -> negotiation
2026-02-12 16:10  maria  record_discussion offeror=birchway held_at="2026-02-12 14:00" summary="Delivery in August is confirmed"  -> negotiation
2026-02-12 16:20  maria  end_negotiation  !! no best and final offer was requested of acme, birchway
2026-02-12 16:30  maria  request_bafo due="2026-02-18 14:00" where="Purchasing office, room 12" how="The price form alone, sealed"  -> negotiation
2026-02-18 14:00  clock  close_bafo  -> negotiation
2026-02-18 14:30  maria  open_bafos  -> negotiation
2026-02-18 15:00  maria  end_negotiation  -> evaluation
