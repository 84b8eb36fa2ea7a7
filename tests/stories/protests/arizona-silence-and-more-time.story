# Arizona: silence lets a protester go on as if denied, the director may take more time, and a late
# protest is heard for good cause.
follows: ../beginnings/awarded-without-negotiation.story
title: Silence, more time and lateness in Arizona
jurisdiction: az-state
zone: America/Phoenix

## The file is open, and two protests come in
2026-02-24 09:00  maria    open_public_file where="https://agency.example/files/furniture"  -> awarded
2026-02-26 09:00  birchway file_protest against=award name="Birchway Learning Spaces" address="2 Dock Street" signature="Bea Birch" grounds="Our edges were measured wrongly" relief="Measure them again" documents_note="None beyond the file"  -> awarded
2026-02-26 09:10  cobalt   file_protest against=award name="Cobalt Seating" address="3 Hill Lane" signature="Cora Balt" grounds="Our chairs were counted as stools" relief="Count them again" documents_note="None beyond the file"  -> awarded
2026-02-27 09:00  maria    extend_decision protest=2 days=60 granted_by=director reasons="The samples are still being tested"  !! it may be extended by 30 days at most, not by 60
2026-02-27 09:10  maria    extend_decision protest=2 days=30 granted_by=director reasons="The samples are still being tested"  -> awarded
2026-02-27 09:10  cobalt   reads protests/extended  -> 1

## The first is not decided in time: it is not denied, and its sender may go on as if it were
2026-03-13 00:00  clock    deem_denied  -> awarded
2026-03-13 08:00  birchway reads protests/silence  -> 1
2026-03-13 08:00  birchway reads protests/deemed_denied  -> 0
2026-03-13 08:00  grace    reads protests/overdue  -> 1
2026-03-20 09:00  grace    decide_protest protest=1 outcome=denied facts="Two people measured every edge" reasons="The measures agree with the sample"  -> awarded
2026-03-20 09:00  birchway reads protests/decision  -> 1

## A late one is accepted for cause found in writing
2026-03-20 10:00  birchway file_protest against=award name="Birchway Learning Spaces" address="2 Dock Street" signature="Bea Birch" grounds="One voter never saw our sample" relief="Score it again" documents_note="None beyond the file"  -> awarded
2026-03-20 10:00  birchway reads protests/unheard  -> 1
2026-03-20 11:00  grace    accept_protest protest=3 cause="The sample log was added to the file only on 18 March"  -> awarded
2026-03-20 11:00  birchway reads protests/accepted  -> 1
2026-03-20 12:00  grace    decide_protest protest=3 outcome=denied facts="The log shows all three voters" reasons="Each saw the sample"  -> awarded
2026-03-23 09:00  grace    decide_protest protest=2 outcome=denied facts="Stools and chairs were counted apart" reasons="The count follows the price form"  -> awarded
