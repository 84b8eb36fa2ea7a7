# Those who did not win ask how their offers were judged, before the award and after it.
follows: ../beginnings/intent.story
title: Offerors are told how their offers were judged
jurisdiction: harbor-town

## Only an offeror is told, and only of its own offer
2026-02-11 08:30  maria   hold_debrief offeror=cobalt strengths="Solid seating" weaknesses="A narrow range: no desks"  !! no request for a debriefing is pending
2026-02-11 09:00  delta   request_debrief  !! no offer of delta was opened, so no debriefing is due
2026-02-11 09:10  cobalt  request_debrief topics="The points for quality"  -> intent_to_award
2026-02-12 09:00  maria   hold_debrief offeror=birchway strengths="A good range" weaknesses="Thin edges"  !! birchway has no request open; waiting: cobalt
2026-02-12 09:05  maria   hold_debrief offeror=cobalt strengths="Solid seating" weaknesses="A narrow range; Birchway asks 398,750.00 for more, and acme was better"  !! the text names birchway; the text discloses another offeror's price: 398,750.00
2026-02-12 09:10  maria   hold_debrief offeror=cobalt strengths="Solid seating, and the lowest price" weaknesses="A narrow range: no desks"  -> intent_to_award
2026-02-12 09:10  cobalt  reads award/debrief  -> 1

## After the award there are five days to ask, in this town
2026-02-18 00:00  clock   end_standstill  -> intent_to_award
2026-02-18 09:00  maria   check_exclusions offeror=acme stage=award sam=clear state_list=clear  -> intent_to_award
2026-02-18 10:00  grace   award  -> awarded
2026-02-23 16:00  birchway  request_debrief  -> awarded
2026-02-24 09:00  maria   hold_debrief offeror=birchway strengths="A good range for small rooms" weaknesses="Edges of one millimeter"  -> awarded
2026-02-24 10:00  cobalt  request_debrief  !! there were 5 calendar days to ask, and they ended
2026-02-24 11:00  grace   determine rule=debrief author=maria reasoning="Its letter of 20 February lay in the wrong tray; telling it costs an hour and may spare a protest"  -> awarded
2026-02-24 12:00  cobalt  request_debrief  -> awarded
2026-02-26 09:00  maria   hold_debrief offeror=cobalt strengths="Solid seating, and the lowest price" weaknesses="A narrow range: no desks"  -> awarded
2026-02-26 09:00  cobalt  reads award/debrief  -> 2
