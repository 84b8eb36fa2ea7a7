# Nobody lifts a suspension, and the term runs out under it.
follows: ../beginnings/agreement.story
title: Suspended to its last day
2026-03-15 00:00  clock take_effect  -> published
2028-06-01 09:00  maria @A1 suspend reason="The contractor's plant burnt down on 28 May"  -> suspended

## It cannot mend what the fire took, and that is written down
2028-06-05 09:00  maria @A1 terminate ground=cause reason="The plant burnt down on 28 May, and nothing can be delivered"  !! the contractor was given no time to cure it
2028-06-05 10:00  grace @A1 determine rule=cure_first author=maria reasoning="The contractor has written that it will not rebuild: time to mend would mend nothing"  -> suspended

## The insurers ask for patience, and the dates pass
2028-12-15 00:00  clock alert_renewal  -> suspended
2029-03-15 00:00  clock expire  -> expired
