# An amendment says what becomes of proposals already in: void, to be confirmed, or kept.
follows: ../beginnings/published.story
2026-01-12 08:00  acme      receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-01-12 08:10  birchway  receive envelope=@birchway.txt price=@birchway-price.txt  -> open
2026-01-12 09:00  maria     amend summary="The scope is doubled" material=yes earlier_offers=void proposals_due="2026-02-10 14:00"  !! how much time a change must leave is not known here
2026-01-12 09:10  grace     determine rule=amendment_floor author=maria reasoning="Four weeks are as long as the whole notice was"  -> open
2026-01-12 09:20  maria     amend summary="The scope is doubled" material=yes earlier_offers=void proposals_due="2026-02-10 14:00"  -> open
2026-01-12 09:20  acme      reads amendments/stale_offer  -> 1
2026-01-13 09:00  acme      acknowledge amendment=1  -> open
2026-01-13 09:10  birchway  acknowledge amendment=1  -> open
2026-01-14 09:00  birchway  receive envelope=@birchway-2.txt price=@birchway-price.txt  -> open

## Who did not send again is left out, whatever it acknowledged
2026-01-20 16:00  clock     close_questions  -> open
2026-02-10 14:00  clock     close_receipt  -> opening
2026-02-10 14:30  theo      open_proposals witness=paul  -> screening
2026-02-10 15:00  maria     find_responsive offeror=acme minimums="signed_offer:pass" helped_draft=no  !! amendment 1 made it void, and no other was sent
2026-02-10 15:10  maria     find_responsive offeror=birchway minimums="signed_offer:pass" helped_draft=no  -> screening
