# The best offer's firm cannot perform, the second is found excluded at the last look, the third wins.
follows: ../beginnings/ranked.story
title: The first in line cannot perform, and the second is excluded

## Fair, able and clear: nothing is announced before all three are on file
2026-02-09 09:00  maria  post_intent winners=acme basis="We like their desks best" criteria=desks  !! not a stated criterion: desks; no analysis of acme's price is on file; no finding of responsibility is on file for acme
2026-02-09 10:00  maria  find_responsible offeror=acme factors="resources:no, no surety will bond the firm; schedule:yes, four crews are free"  !! not considered: performance
2026-02-09 10:10  maria  find_nonresponsible offeror=acme factor=resources defect="no" evidence="The surety's letter of 3 February"  !! 'no' does not state what the firm lacks
2026-02-09 10:20  maria  find_nonresponsible offeror=acme factor=resources defect="No surety will bond the firm for a purchase of this size" evidence="The surety's letter of 3 February, page 2"  -> evaluation
2026-02-09 10:20  acme   reads award/nonresponsible  -> 1
2026-02-09 11:00  maria  analyze_price offeror=acme method=price finding=not_fair reasons="Fifteen per cent above last year's prices for the same desks"  -> evaluation
2026-02-09 11:10  maria  post_intent winners=acme basis="Highest total in quality"  !! acme's price was found not to be fair; found not responsible: acme

## Passing over the first is explained
2026-02-09 12:00  maria  analyze_price offeror=birchway method=price finding=fair reasons="At the estimate"  -> evaluation
2026-02-09 12:10  maria  find_responsible offeror=birchway factors="resources:yes, audited accounts of 2025; schedule:yes, two crews are free; performance:yes, five references called; integrity:yes, nothing adverse found; skills:yes, nine years in the trade; facilities:yes, plant visited; eligibility:yes, licensed and registered"  -> evaluation
2026-02-10 09:00  maria  post_intent winners=birchway basis="Highest total in quality among firms able to perform; not acme"  !! why acme is passed over is not stated
2026-02-10 09:10  maria  post_intent winners=birchway basis="Highest total in quality among firms able to perform" passed_over="acme:cannot be bonded"  !! negotiation was held with
2026-02-10 09:10  grace  determine rule=negotiation author=maria reasoning="One firm is clearly more highly qualified than the others: it leads every sheet and every criterion"  -> evaluation
2026-02-10 09:10  maria  post_intent winners=birchway basis="Highest total in quality among firms able to perform" passed_over="acme:cannot be bonded"  -> intent_to_award

## The second is looked up again before the award, and is on a list by now
2026-02-21 00:00  clock  end_standstill  -> intent_to_award
2026-02-23 09:00  maria  check_exclusions offeror=birchway stage=award sam=excluded state_list=clear note="Excluded on 20 February"  -> intent_to_award
2026-02-23 09:10  grace  award  !! on a list of excluded firms: birchway
2026-02-23 09:20  maria  withdraw_intent reason="The offeror chosen was found on a list of excluded firms"  -> evaluation
2026-02-23 09:30  maria  post_intent winners=birchway basis="Highest total in quality" passed_over="acme:cannot be bonded"  !! on a list of excluded firms: birchway

## The third is looked up, found able, and awarded
2026-02-23 10:00  maria  check_exclusions offeror=cobalt stage=award sam=clear state_list=clear  -> evaluation
2026-02-23 10:10  maria  analyze_price offeror=cobalt method=price finding=fair reasons="The lowest of three, and six per cent below the estimate"  -> evaluation
2026-02-23 10:20  maria  find_responsible offeror=cobalt factors="resources:yes, audited accounts of 2025; schedule:yes, two crews are free; performance:yes, five references called; integrity:yes, nothing adverse found; skills:yes, nine years in the trade; facilities:yes, plant visited; eligibility:yes, licensed and registered"  -> evaluation
2026-02-23 11:00  maria  post_intent winners=cobalt basis="Best in price" passed_over="acme:cannot be bonded; birchway:is excluded"  -> intent_to_award
2026-03-06 00:00  clock  end_standstill  -> intent_to_award
2026-03-06 09:00  grace  award  !! not checked again since the intent was posted: cobalt
2026-03-06 09:10  maria  check_exclusions offeror=cobalt stage=award sam=clear state_list=clear  -> intent_to_award
2026-03-06 10:00  grace  award  -> awarded
