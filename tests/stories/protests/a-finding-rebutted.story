# Virginia gives no protest of a finding before the award: nonresponsibility is rebutted instead.
follows: ../beginnings/ranked.story
title: A finding is rebutted, and made again

## Found not responsible: the firm has ten business days to answer, and no protest
2026-02-09 09:00  acme     submit_rebuttal text="We are well able to deliver"  !! nothing was found against acme that it could rebut
2026-02-09 09:10  maria    find_nonresponsible offeror=birchway factor=resources defect="No surety will bond the firm for this" evidence="The surety's letter of 6 February, page 2"  -> evaluation
2026-02-09 09:10  birchway reads award/nonresponsible  -> 1
2026-02-10 09:00  birchway file_protest against=finding grounds="Another surety bonds us" relief="Find us responsible"  !! the rules here know no protest of the finding that the firm is not responsible
2026-02-10 09:10  birchway submit_rebuttal text="Another surety bonds us for the whole sum: see its letter of 9 February" documents=@letter.pdf  -> evaluation
2026-02-10 09:10  birchway reads protests/rebuttal  -> 1

## No award is announced before the finding is made again, either way
2026-02-10 10:00  maria    analyze_price offeror=acme method=price finding=fair reasons="Three per cent above the estimate, and within the range of the three offers"  -> evaluation
2026-02-10 10:10  maria    find_responsible offeror=acme factors="resources:yes, audited accounts of 2025; schedule:yes, four crews are free; performance:yes, three references called; integrity:yes, nothing adverse found; skills:yes, twelve years in the trade; facilities:yes, warehouse visited; eligibility:yes, licensed and registered"  -> evaluation
2026-02-10 11:00  maria    post_intent winners=acme basis="Highest total: first in quality, and the price is within the funds"  !! rebutted, and not found again since: birchway
2026-02-11 09:00  maria    find_responsible offeror=birchway factors="resources:yes, the second surety's letter; schedule:yes, two crews are free; performance:yes, five references called; integrity:yes, nothing adverse found; skills:yes, nine years in the trade; facilities:yes, plant visited; eligibility:yes, licensed and registered"  -> evaluation
2026-02-11 10:00  maria    post_intent winners=acme basis="Highest total: first in quality, and the price is within the funds"  !! negotiation was held with
2026-02-11 10:00  grace    determine rule=negotiation author=maria reasoning="One firm is clearly more highly qualified than the others: it leads every sheet and every criterion"  -> evaluation
2026-02-11 10:00  maria    post_intent winners=acme basis="Highest total: first in quality, and the price is within the funds"  -> intent_to_award

## What was found nonresponsive cannot be protested either: what is left are the courts
2026-02-12 09:00  birchway file_protest against=finding grounds="We were judged too late" relief="Judge us anew"  !! nothing was found against birchway that it could protest
