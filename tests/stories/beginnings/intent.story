# The prices are fair, the best offeror is able to perform, and the intent to award is posted.
follows: ranked.story

## Is the price fair, and can the firm perform?
2026-02-09 09:00  maria  analyze_price offeror=acme method=price finding=fair reasons="Three per cent above the estimate, and within the range of the three offers"  -> evaluation
2026-02-09 10:00  maria  find_responsible offeror=acme factors="resources:yes, audited accounts of 2025; schedule:yes, four crews are free; performance:yes, three references called; integrity:yes, nothing adverse found; skills:yes, twelve years in the trade; facilities:yes, warehouse visited; eligibility:yes, licensed and registered"  -> evaluation
2026-02-09 11:00  maria  file_paper paper=evaluation_summary file=@evaluation-summary.pdf  -> evaluation

## The intent to award is posted, and the waiting begins
2026-02-10 09:00  maria  post_intent winners=acme basis="Highest total: first in quality, and the price is within the funds"  !! negotiation was held with
2026-02-10 09:00  grace  determine rule=negotiation author=maria reasoning="One firm is clearly more highly qualified than the others: it leads every sheet and every criterion"  -> evaluation
2026-02-10 09:00  maria  post_intent winners=acme basis="Highest total: first in quality, and the price is within the funds"  -> intent_to_award
