# A protest is sustained: the intent is taken back, the price corrected, and another firm wins.
follows: ../beginnings/ranked.story
title: A protest is sustained, and the offers are judged again
person: vera "Vera Stone" officer,approver

## The first intent, and a protest against it
2026-02-09 09:00  maria  analyze_price offeror=acme method=price finding=fair reasons="Three per cent above the estimate"  -> evaluation
2026-02-09 10:00  maria  find_responsible offeror=acme factors="resources:yes, audited accounts of 2025; schedule:yes, two crews are free; performance:yes, five references called; integrity:yes, nothing adverse found; skills:yes, nine years in the trade; facilities:yes, plant visited; eligibility:yes, licensed and registered"  -> evaluation
2026-02-10 09:00  vera   post_intent winners=acme basis="Highest total: first in quality, and the price is within the funds"  !! negotiation was held with
2026-02-10 09:00  grace  determine rule=negotiation author=vera reasoning="One firm is clearly more highly qualified than the others: it leads every sheet and every criterion"  -> evaluation
2026-02-10 09:00  vera   post_intent winners=acme basis="Highest total: first in quality, and the price is within the funds"  -> intent_to_award
2026-02-12 09:00  birchway  file_protest against=award grounds="The price of acme leaves out installation, which the form asks for" relief="Read it with installation, and rank again"  -> intent_to_award

## Who announced the award does not judge the protest against it
2026-02-16 09:00  vera   decide_protest protest=1 outcome=denied facts="The form was read as printed" reasons="Nothing was left out of it"  !! vera announced the award, so another approver decides the protest
2026-02-16 10:00  grace  decide_protest protest=1 outcome=sustained facts="Page 3 of acme's form names installation apart" reasons="The solicitation asks for prices delivered and installed"  !! a protest that is sustained needs its remedy
2026-02-16 10:10  grace  decide_protest protest=1 outcome=sustained facts="Page 3 of acme's form names installation apart" reasons="The solicitation asks for prices delivered and installed" remedy="The intent is withdrawn, the price is read with installation, and the offers are ranked again"  -> intent_to_award
2026-02-16 10:10  birchway  reads protests/decision  -> 1

## The remedy comes before any award
2026-02-17 09:00  grace  award  !! sustained against this notice of intent: protest 1 of birchway; withdraw it
2026-02-17 09:10  maria  withdraw_intent reason="mistake"  !! 'mistake' does not state a reason
2026-02-17 09:20  maria  withdraw_intent reason="A protest was sustained: the price of acme leaves out installation"  -> evaluation
2026-02-17 09:20  cobalt reads award/intent_withdrawn  -> 1
2026-02-17 09:40  maria  enter_price offeror=acme amount=588000.00 reason="Page 3: 412,500.00 and 175,500.00 for installation"  !! the price of acme, 412500.00, was read from its envelope
2026-02-17 09:50  vera   determine rule=price_as_read author=maria reasoning="The decision on protest 1 orders that the price of acme be read with installation, which its own form states"  -> evaluation
2026-02-17 10:00  maria  enter_price offeror=acme amount=588000.00 reason="Page 3: 412,500.00 and 175,500.00 for installation"  -> evaluation
2026-02-17 10:10  maria  post_intent winners=acme basis="Highest total in quality"  !! a price or a sheet changed after the offers were ranked
2026-02-17 10:20  maria  rank_offers  -> evaluation
2026-02-17 11:00  maria  analyze_price offeror=birchway method=price finding=fair reasons="At the estimate, and the lower of two comparable offers"  -> evaluation
2026-02-17 11:10  maria  find_responsible offeror=birchway factors="resources:yes, audited accounts of 2025; schedule:yes, two crews are free; performance:yes, five references called; integrity:yes, nothing adverse found; skills:yes, nine years in the trade; facilities:yes, plant visited; eligibility:yes, licensed and registered"  -> evaluation
2026-02-18 09:00  maria  post_intent winners=birchway basis="Highest total: second in quality, and the price makes up for it"  -> intent_to_award

## The standstill runs anew, and this time the protester takes its protest back
2026-02-20 09:00  acme   file_protest against=award grounds="Installation was offered free of charge" relief="Read the letter with the offer"  -> intent_to_award
2026-02-24 09:00  vera   decide_protest protest=2 outcome=withdrawn facts="A letter of 23 February takes the protest back" reasons="There is nothing left to decide"  -> intent_to_award
2026-03-03 00:00  clock  end_standstill  -> intent_to_award
2026-03-03 09:00  maria  check_exclusions offeror=birchway stage=award sam=clear state_list=clear  -> intent_to_award
2026-03-03 10:00  vera   award  -> awarded
