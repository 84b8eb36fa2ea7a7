# In Arizona it is decided case by case, in writing, whether a protest stops the signing.
follows: ../beginnings/awarded-without-negotiation.story
title: Signed while a protest is open
jurisdiction: az-state
zone: America/Phoenix

## A protest comes in once the file is open to the public
2026-02-24 09:00  maria  open_public_file where="https://agency.example/files/furniture"  -> awarded
2026-02-26 09:00  birchway  file_protest against=award name="Birchway Learning Spaces" address="2 Dock Street" signature="Bea Birch" grounds="Our edges were measured wrongly" relief="Measure them again" documents_note="None beyond the file"  -> awarded
2026-02-27 09:00  maria @A1 execute signed_by_agency="Ann Walker, Director" signed_by_contractor="Joe Acme, President" effective_on=2026-03-15 expires_on=2029-03-14  !! nobody has found in writing whether the signing goes on before a decision on protest 1 of birchway

## One person writes why the signing goes on, and another signs that
2026-02-27 10:00  grace @A1 determine rule=stay author=grace reasoning="The schools open on 24 August, and delivery takes nine weeks"  !! grace wrote this determination, so somebody else must sign it
2026-02-27 10:10  grace @A1 determine rule=stay author=maria reasoning="The schools open on 24 August, and delivery takes nine weeks"  -> drafted
2026-02-27 11:00  maria @A1 execute signed_by_agency="Ann Walker, Director" signed_by_contractor="Joe Acme, President" effective_on=2026-03-15 expires_on=2029-03-14  -> executed
