# Two regions, two contractors: the need is written down, and the file is closed when nobody can
# protest any more, which in Arizona is counted from the day it was opened to the public.
follows: ../beginnings/ranked.story
title: Award to several, and the file is closed
jurisdiction: az-state
zone: America/Phoenix

## Each winner's price is found fair, and each firm able
2026-02-09 09:00  maria  analyze_price offeror=acme method=price finding=fair reasons="Three per cent above the estimate"  -> evaluation
2026-02-09 09:10  maria  analyze_price offeror=birchway method=price finding=fair reasons="At the estimate"  -> evaluation
2026-02-09 10:00  maria  find_responsible offeror=acme factors="resources:yes, audited accounts of 2025; schedule:yes, two crews are free; performance:yes, five references called; integrity:yes, nothing adverse found; skills:yes, nine years in the trade; facilities:yes, plant visited; eligibility:yes, licensed and registered"  -> evaluation
2026-02-09 10:10  maria  find_responsible offeror=birchway factors="resources:yes, audited accounts of 2025; schedule:yes, two crews are free; performance:yes, five references called; integrity:yes, nothing adverse found; skills:yes, nine years in the trade; facilities:yes, plant visited; eligibility:yes, licensed and registered"  -> evaluation

## Why one contractor cannot do, and no more than it takes
2026-02-10 09:00  maria  post_intent winners=acme,birchway basis="The two highest totals in quality and price"  !! it is not written why one contractor cannot meet the need; there would be 2 awards, and the least number needed is not stated
2026-02-10 09:10  maria  post_intent winners=acme,birchway basis="The two highest totals in quality and price" need="No one firm delivers to the north and the south in August" fewest=2  -> intent_to_award
2026-02-10 09:10  cobalt reads award/regret  -> 1
2026-02-12 15:00  maria  file_paper paper=evaluation_summary file=@evaluation-summary.pdf  -> intent_to_award
2026-02-12 15:10  maria  file_paper paper=award_determination file=@award-determination.pdf  -> intent_to_award
2026-02-12 15:20  maria  file_paper paper=proof_of_publication file=@affidavit.pdf  -> intent_to_award
2026-02-21 00:00  clock  end_standstill  -> intent_to_award
2026-02-23 09:00  maria  check_exclusions offeror=acme stage=award sam=clear state_list=clear  -> intent_to_award
2026-02-23 09:10  maria  check_exclusions offeror=birchway stage=award sam=clear state_list=clear  -> intent_to_award
2026-02-23 10:00  grace  award  -> awarded

## One agreement is published before the file is closed, the other after it
2026-02-24 09:00  maria  close_file  !! the time to protest has not begun: the procurement file is not open to the public
2026-02-24 09:10  maria  open_public_file where="https://agency.example/files/furniture"  -> awarded
2026-02-24 09:10  cobalt reads award/file_open  -> 1
2026-02-24 09:20  maria  close_file  !! an award can be protested for 10 calendar days, until
2026-02-25 09:00  maria  file_paper paper=award_letter_copy file=@letter.pdf title="The award letter, as sent"  -> awarded
2026-02-26 09:50  maria @A1 execute signed_by_agency="Grace Okafor" signed_by_contractor="J. Doe" effective_on=2026-03-15 expires_on=2046-03-14  !! it could last until 2046-03-14, the rules allow 5 years, until 2031-03-14, and no longer term was approved before proposals were due
2026-02-26 10:00  maria @A1 execute signed_by_agency="Grace Okafor" signed_by_contractor="J. Doe" effective_on=2026-03-15 expires_on=2029-03-14 renewals=2 paper=@agreement-1.pdf  -> executed
2026-02-26 11:00  maria @A1 file_paper paper=price_list file=@price-list-1.csv  -> executed
2026-02-26 12:00  maria @A1 publish how_to_join="Register with the cooperative, then order and cite the agreement's number"  -> published
2026-03-07 09:00  maria  close_file  -> closed
2026-03-09 10:00  maria @A2 execute signed_by_agency="Grace Okafor" signed_by_contractor="B. Birch" effective_on=2026-03-15 expires_on=2029-03-14 renewals=2 paper=@agreement-2.pdf  -> executed
2026-03-09 11:00  maria @A2 file_paper paper=price_list file=@price-list-2.csv  -> executed
2026-03-09 12:00  maria @A2 publish how_to_join="Register with the cooperative, then order and cite the agreement's number"  -> published
