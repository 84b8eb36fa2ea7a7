# What is found of one's own offer may be protested at once: a firm need not wait for the award.
follows: ../beginnings/published.story
title: Findings protested before any award
jurisdiction: mill-county
zone: America/New_York
person: vera "Vera Stone" officer,approver

## A late sender holds that it was not late; nobody protests what was never found of it
2026-01-20 16:00  clock     close_questions  -> open
2026-02-02 10:00  acme      receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-02-02 11:00  birchway  receive envelope=@birchway.txt price=@birchway-price.txt  -> open
2026-02-02 12:00  cobalt    receive envelope=@cobalt.txt price=@cobalt-price.txt  -> open
2026-02-03 14:00  clock     close_receipt  -> opening
2026-02-03 14:07  delta     receive envelope=@delta.txt price=@delta-price.txt  -> opening (late, unopened)
2026-02-03 14:20  acme      file_protest against=finding grounds="We fear for our place" relief="Judge our offer first"  !! nothing was found against acme that it could protest
2026-02-03 14:25  delta     file_protest against=award grounds="Our clock showed 13:58" relief="Open our proposal with the others"  !! no award has been announced that could be protested: wait until one is
2026-02-03 14:30  delta     file_protest against=finding grounds="Our clock showed 13:58" relief="Open our proposal with the others"  -> opening
2026-02-03 14:30  delta     reads protests/received  -> 1
2026-02-03 14:30  delta     reads protests/filed  -> 0
2026-02-03 14:30  acme      reads protests/filed  -> 1
2026-02-03 15:00  theo      open_proposals witness=paul  -> screening

## It is decided, and the others are told how
2026-02-04 09:00  grace     decide_protest protest=1 outcome=denied facts="The portal's log shows 14:07, and every upload before it is whole" reasons="The clock that decides is the one the solicitation names"  -> screening
2026-02-04 09:00  delta     reads protests/decision  -> 1
2026-02-04 09:00  delta     reads protests/outcome  -> 0
2026-02-04 09:00  acme      reads protests/outcome  -> 1
2026-02-04 09:30  grace     decide_protest protest=1 outcome=denied facts="The portal's log shows 14:07" reasons="The solicitation names that clock"  !! no protest is pending; protest 1 is denied; undecided: none

## An offer is found nonresponsive; who found it does not judge the protest
2026-02-04 10:00  maria     find_responsive offeror=acme minimums="signed_offer:pass" helped_draft=no  -> screening
2026-02-04 10:10  maria     find_responsive offeror=birchway minimums="signed_offer:pass" helped_draft=no  -> screening
2026-02-04 10:20  vera      find_nonresponsive offeror=cobalt defect="The offer is not signed on page 2" requirement="The offer is signed by somebody who can bind the firm" rule="Section 4.1"  -> screening
2026-02-04 10:20  cobalt    reads evaluation/nonresponsive  -> 1
2026-02-05 09:10  cobalt    file_protest against=finding grounds="The offer is signed on page 9" relief="Find the offer responsive"  -> screening
2026-02-05 10:00  vera      decide_protest protest=2 outcome=denied facts="Page 2 of the offer has no signature" reasons="The solicitation asks for one on page 2"  !! vera made the finding that its proposal is nonresponsive, so another approver decides the protest
2026-02-05 11:00  grace     decide_protest protest=2 outcome=sustained facts="The president of the firm signed page 9" reasons="Section 4.1 names no page" remedy="The offer is found responsive, and scored with the others"  -> screening

## What a protest was sustained against is not gone on with
2026-02-06 09:00  maria     check_exclusions offeror=acme stage=screening sam=clear state_list=clear  -> screening
2026-02-06 09:10  maria     check_exclusions offeror=birchway stage=screening sam=clear state_list=clear  -> screening
2026-02-06 09:20  maria     check_exclusions offeror=cobalt stage=screening sam=clear state_list=clear  -> screening
2026-02-06 09:30  maria     finish_screening  !! sustained against the finding that its proposal is nonresponsive: protest 2 of cobalt; make that finding again
2026-02-06 10:00  maria     find_responsive offeror=cobalt minimums="signed_offer:pass" helped_draft=no note="Signed on page 9"  -> screening
2026-02-06 10:10  eve       sign_forms conflict=none confidentiality=yes  -> screening
2026-02-06 10:20  ben       sign_forms conflict=none confidentiality=yes  -> screening
2026-02-06 10:30  chen      sign_forms conflict=none confidentiality=yes  -> screening
2026-02-06 11:00  maria     finish_screening  -> evaluation

## Scored, priced and ranked
2026-02-09 09:00  eve       score offeror=acme scores="quality:52" reasons="quality:sturdy frames"  -> evaluation
2026-02-09 09:10  eve       score offeror=birchway scores="quality:48" reasons="quality:good range"  -> evaluation
2026-02-09 09:20  eve       score offeror=cobalt scores="quality:41" reasons="quality:seating only"  -> evaluation
2026-02-09 10:00  ben       score offeror=acme scores="quality:54" reasons="quality:the best samples"  -> evaluation
2026-02-09 10:10  ben       score offeror=birchway scores="quality:46" reasons="quality:fits small rooms"  -> evaluation
2026-02-09 10:20  ben       score offeror=cobalt scores="quality:40" reasons="quality:narrow range"  -> evaluation
2026-02-09 11:00  chen      score offeror=acme scores="quality:53" reasons="quality:references agree"  -> evaluation
2026-02-09 11:10  chen      score offeror=birchway scores="quality:47" reasons="quality:references agree"  -> evaluation
2026-02-09 11:20  chen      score offeror=cobalt scores="quality:42" reasons="quality:solid"  -> evaluation
2026-02-10 09:00  maria     hold_consensus present=eve,ben,chen minutes="Each offer was discussed; nobody changed a score"  -> evaluation
2026-02-10 10:00  maria     open_prices  -> evaluation
2026-02-10 10:30  maria     rank_offers  -> evaluation

## Whoever is left out of the talks may protest that as well
2026-02-11 09:00  maria     set_range offerors=acme,birchway reason="The two highest totals"  -> negotiation
2026-02-11 09:00  cobalt    reads negotiation/out_of_range  -> 1
2026-02-12 09:00  cobalt    file_protest against=finding grounds="Ours is the lowest price, and it was never weighed" relief="Take us into the talks"  -> negotiation
2026-02-16 09:00  grace     decide_protest protest=3 outcome=sustained facts="The three totals lie within four points" reasons="Nothing in the file says why the third is left out" remedy="The range is set anew, with all three"  -> negotiation
2026-02-16 10:00  maria     end_negotiation  -> evaluation
2026-02-16 11:00  maria     post_intent winners=acme basis="Highest total: first in quality"  !! sustained against the finding that its proposal is not kept for discussions: protest 3 of cobalt; make that finding again
2026-02-17 09:00  maria     set_range offerors=acme,birchway,cobalt reason="All three can be improved by talks on delivery"  -> negotiation
2026-02-17 09:00  cobalt    reads negotiation/in_range  -> 1
2026-02-18 09:00  maria     end_negotiation  -> evaluation

## A firm found unable to perform has ten days from its letter, and no longer
2026-02-18 10:00  maria     find_nonresponsible offeror=delta factor=resources defect="No surety will bond the firm for this" evidence="The surety's letter of 17 February, page 2"  !! no offer of 'delta' was opened; opened were acme, birchway, cobalt
2026-02-18 10:10  maria     find_nonresponsible offeror=birchway factor=resources defect="no" evidence="hm"  !! 'no' does not state what the firm lacks; 'hm' does not say how that is known
2026-02-18 10:20  maria     find_nonresponsible offeror=birchway factor=resources defect="No surety will bond the firm for this" evidence="The surety's letter of 17 February, page 2"  -> evaluation
2026-02-18 10:30  maria     find_nonresponsible offeror=cobalt factor=schedule defect="Its only plant is booked until October" evidence="Its own letter of 16 February"  -> evaluation
2026-02-27 16:00  birchway  file_protest against=finding grounds="Another surety bonds us, as its letter shows" relief="Find us responsible"  -> evaluation
2026-03-03 09:00  cobalt    file_protest against=finding grounds="A second plant was bought in January" relief="Find us responsible"  -> evaluation
2026-03-03 09:00  cobalt    reads protests/unheard  -> 1
2026-03-03 09:10  grace     decide_protest protest=5 outcome=denied facts="The plant was leased" reasons="It was not bought"  !! protest 5 is not heard on its merits: it was filed after the time to protest was over
2026-03-03 09:20  grace     accept_protest protest=5 cause="The post was late by a week"  !! the rules here hear no late protest
2026-03-03 09:30  grace     decide_protest protest=5 outcome=dismissed facts="The time ended on 2 March" reasons="The protest was received on 3 March"  -> evaluation

## A protest that is still open holds the award, but not the work before it
2026-03-03 10:00  maria     analyze_price offeror=acme method=price finding=fair reasons="Three per cent above the estimate"  -> evaluation
2026-03-03 10:10  maria     find_responsible offeror=acme factors="resources:yes, audited accounts of 2025; schedule:yes, two crews are free; performance:yes, five references called; integrity:yes, nothing adverse found; skills:yes, nine years in the trade; facilities:yes, plant visited; eligibility:yes, licensed and registered"  -> evaluation
2026-03-03 11:00  maria     post_intent winners=acme basis="Highest total: first in quality, and the price is within the funds"  -> intent_to_award
2026-03-04 09:00  maria     check_exclusions offeror=acme stage=award sam=clear state_list=clear  -> intent_to_award
2026-03-04 10:00  grace     award  !! nobody has found in writing whether the award goes on before a decision on protest 4 of birchway
2026-03-05 09:00  grace     decide_protest protest=4 outcome=denied facts="The other surety's letter names half the sum" reasons="The bond asked for is for the whole sum"  -> intent_to_award
2026-03-14 00:00  clock     end_standstill  -> intent_to_award
2026-03-16 09:00  grace     award  -> awarded
