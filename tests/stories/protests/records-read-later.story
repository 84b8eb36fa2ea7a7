# Virginia: a protest that rests on the records is in time for ten days from when they could be read.
follows: ../beginnings/intent.story
title: A protest that rests on records read later

## Who never offered has no protest, nor has the winner, nor a claim that the winner is not responsible
2026-02-12 09:00  delta    file_protest against=award grounds="We would have offered less" relief="Ask us too"  -> intent_to_award
2026-02-12 09:00  delta    reads protests/unheard  -> 1
2026-02-12 09:10  acme     file_protest against=award grounds="We want to be named first" relief="Say so"  -> intent_to_award
2026-02-12 09:20  birchway file_protest against=award ground=responsibility grounds="Acme cannot deliver in time" relief="Pass it over"  -> intent_to_award
2026-02-12 09:30  birchway file_protest against=award grounds="Acme is not a responsible offeror" relief="Pass it over"  -> intent_to_award
2026-02-12 10:00  grace    accept_protest protest=3 cause="It should be heard all the same"  !! the law hears no protest on this ground, and no cause mends that
2026-02-13 09:00  maria    record_access offeror=cobalt what="The score sheets and the proposals"  -> intent_to_award

## None of them stays the award, which need not wait
2026-02-16 09:00  maria    check_exclusions offeror=acme stage=award sam=clear state_list=clear  -> intent_to_award
2026-02-16 10:00  grace    award  -> awarded
2026-02-16 10:10  grace    decide_protest protest=1 outcome=dismissed facts="Delta sent no proposal" reasons="Only a bidder or offeror may protest an award"  -> awarded
2026-02-16 10:20  grace    decide_protest protest=2 outcome=dismissed facts="The award is its own" reasons="It has nothing to protest"  -> awarded
2026-02-16 10:30  grace    decide_protest protest=3 outcome=dismissed facts="It claims that the winner cannot perform" reasons="The law hears no protest of that"  -> awarded
2026-02-16 10:40  grace    decide_protest protest=4 outcome=dismissed facts="It claims that the winner cannot perform" reasons="The law hears no protest of that"  -> awarded

## The file opens nine days after the intent; a protest on the fourteenth day is in time
2026-02-19 10:00  maria    open_public_file where="https://agency.example/files/furniture"  -> awarded
2026-02-21 00:00  clock    end_standstill  -> awarded
2026-02-24 09:00  birchway file_protest against=award grounds="The sheets show that one voter left out warranty" relief="Score it"  -> awarded
2026-02-24 09:00  birchway reads protests/received  -> 1

## Cobalt could read the records on the 13th: for it the tenth day was the 23rd
2026-02-24 09:10  cobalt   file_protest against=award grounds="Our chairs were counted as stools" relief="Count them again"  -> awarded
2026-02-24 09:10  cobalt   reads protests/unheard  -> 1
2026-02-25 09:00  grace    decide_protest protest=5 outcome=denied facts="Warranty is no criterion" reasons="It earned no points for anybody"  -> awarded
2026-02-25 09:10  grace    accept_protest protest=6 cause="The firm was closed on the 23rd for snow"  !! the rules here hear no late protest
2026-02-25 09:20  grace    decide_protest protest=6 outcome=dismissed facts="It could read the records on 13 February" reasons="Its ten days ended with the 23rd"  -> awarded
2026-02-26 09:00  maria    close_file  !! an award can be protested for 10 calendar days
2026-03-03 09:00  maria    close_file  -> closed
