# Four offers are opened; each is held to the same minimums, and each finding says why.
follows: ../beginnings/ready-to-publish.story

## A mandatory conference, and an amendment that must be acknowledged
2026-01-06 09:00  maria     publish proposals_due="2026-02-03 14:00" questions_due="2026-01-20 16:00" conference_at="2026-01-15 10:00" conference_place="Board room" conference_mandatory=yes  -> open
2026-01-06 10:00  maria     record_advertisement medium="The County Gazette" published_on=2026-01-06 proof=@affidavit.pdf  -> open
2026-01-15 12:00  maria     hold_conference attendees=acme,birchway,cobalt minutes="Whether seating alone may be offered: an amendment will say"  -> open
2026-01-16 09:00  maria     amend summary="Seating alone may be offered" material=yes  !! how much time a change must leave is not known here
2026-01-16 09:10  grace     determine rule=amendment_floor author=maria reasoning="Eighteen days are left, and nothing offered before has to change"  -> open
2026-01-16 09:20  maria     amend summary="Seating alone may be offered" material=yes  -> open
2026-01-19 09:00  acme      acknowledge amendment=1  -> open
2026-01-20 16:00  clock     close_questions  -> open
2026-02-02 09:00  acme      receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-02-02 10:00  birchway  receive envelope=@birchway.txt price=@birchway-price.txt  -> open
2026-02-02 11:00  cobalt    receive envelope=@cobalt.txt price=@cobalt-price.txt  -> open
2026-02-02 12:00  delta     receive envelope=@delta.txt price=@delta-price.txt  -> open
2026-02-03 14:00  clock     close_receipt  -> opening
2026-02-03 14:30  theo      open_proposals witness=paul  -> screening

## Nobody is found responsive who is not
2026-02-04 09:00  maria     find_responsive offeror=echo minimums="signed_offer:pass" helped_draft=no  !! no offer of 'echo' was opened; opened were acme, birchway, cobalt, delta
2026-02-04 09:10  maria     find_responsive offeror=acme minimums="signed_offer:pass,insurance:pass,references:pass" helped_draft=no  -> screening
2026-02-04 09:20  maria     find_responsive offeror=delta minimums="signed_offer:pass,insurance:fail,references:pass" helped_draft=no  !! delta does not meet insurance: request a cure, or find the offer nonresponsive
2026-02-04 09:21  maria     find_responsive offeror=delta minimums="signed_offer:pass,insurance:pass,references:pass" helped_draft=no  !! delta did not come to the conference, which was mandatory
2026-02-04 09:22  maria     find_responsive offeror=delta minimums="signed_offer:pass,insurance:pass,references:pass" helped_draft=yes  !! delta helped to write the solicitation, and so cannot compete for it
2026-02-04 09:30  maria     find_nonresponsive offeror=delta defect="no"  !! the letter would not state
2026-02-04 09:35  maria     find_nonresponsive offeror=delta defect="Delta did not come to the conference of 15 January" requirement="Only those who attend the conference may send a proposal" rule="Section 2.3"  -> screening
2026-02-04 09:35  delta     reads evaluation/nonresponsive  -> 1

## An amendment nobody acknowledged counts only if it changes nothing for the offer
2026-02-04 10:00  maria     find_responsive offeror=birchway minimums="signed_offer:pass,insurance:pass" helped_draft=no  !! other offers were checked for references as well
2026-02-04 10:05  maria     find_responsive offeror=birchway minimums="signed_offer:pass,insurance:pass,references:pass" helped_draft=no  !! birchway has not acknowledged amendment 1
2026-02-04 10:30  grace     determine rule=acknowledgment author=maria reasoning="Birchway offers every category, so that the amendment changes nothing for its offer"  -> screening
2026-02-04 10:40  maria     find_responsive offeror=birchway minimums="signed_offer:pass,insurance:pass,references:pass" helped_draft=no  -> screening

## What an offer means may be asked; what it lacks may not be brought in so
2026-02-04 11:00  maria     request_clarification offeror=cobalt asks=new_price section="Page 4" question="Would you take off five percent?"  !! this would ask for a new price, which a clarification may not
2026-02-04 11:01  maria     request_clarification offeror=cobalt asks=explain section="Page 4" question="Do the prices shown include delivery?" due="2026-02-03 16:00"  !! 2026-02-03 16:00 has already passed
2026-02-04 11:05  maria     request_clarification offeror=cobalt asks=explain section="Page 4" question="Do the prices shown include delivery?" due="2026-02-05 16:00"  -> screening
2026-02-04 11:05  cobalt    reads evaluation/clarification  -> 1
2026-02-04 12:00  acme      answer_clarification clarification=1 text="Yes, ours do"  !! no question 1 waits for acme; waiting: none
2026-02-04 13:00  cobalt    answer_clarification clarification=1 text="Yes, delivery and installation are included"  -> screening
2026-02-04 13:10  cobalt    answer_clarification clarification=1 text="And so is packing"  !! no question 1 waits for cobalt; waiting: none

## A minor defect is put right in the time that was set
2026-02-05 09:00  maria     request_cure offeror=cobalt defect="The sum on page 4 is not the sum of its lines" affects=price asks="Send the page with the right sum" due="2026-02-09 16:00"  !! the defect touches price; it is minor only if what it changes there is negligible
2026-02-05 09:05  maria     request_cure offeror=cobalt defect="The second copy of the offer is not signed" affects=none asks="Send the second copy with its signature" due="2026-02-08 16:00"  !! the agency is closed on Sunday, 2026-02-08
2026-02-05 09:10  cobalt    cure text="The second copy is attached"  !! cobalt was not asked to correct a defect
2026-02-05 09:20  maria     request_cure offeror=cobalt defect="The second copy of the offer is not signed" affects=none asks="Send the second copy with its signature" due="2026-02-09 16:00"  -> screening
2026-02-05 09:20  cobalt    reads evaluation/cure  -> 1
2026-02-05 10:00  maria     finish_screening  !! no finding of responsiveness is on file for these offers: cobalt
2026-02-05 10:00  maria     finish_screening  !! the time to correct defects has not ended: cobalt until Monday, 9 February 2026
2026-02-06 11:00  cobalt    cure text="The signed second copy is attached" document=@copy.pdf  -> screening
2026-02-06 11:10  cobalt    cure text="And a third copy"  !! cobalt has already corrected it
2026-02-06 12:00  maria     request_cure offeror=birchway defect="The page with the references is printed twice" affects=none asks="Say which page counts" due="2026-02-09 16:00"  -> screening
2026-02-09 16:00  clock     end_cure  -> screening
2026-02-09 16:00  birchway  cure text="The first one counts"  !! birchway had until Monday, 9 February 2026

## Whoever is on a list of excluded firms is not judged
2026-02-10 09:10  maria     find_responsive offeror=cobalt minimums="signed_offer:pass,insurance:pass,references:pass" helped_draft=no  !! cobalt has not acknowledged amendment 1
2026-02-10 09:20  grace     determine rule=acknowledgment author=maria reasoning="Cobalt offers seating alone, which only the amendment allows: it shows that it has read it"  -> screening
2026-02-10 09:30  maria     find_responsive offeror=cobalt minimums="signed_offer:pass,insurance:pass,references:pass" helped_draft=no  -> screening
2026-02-10 10:00  maria     finish_screening  !! not checked against the exclusion lists: acme, birchway, cobalt
2026-02-10 10:10  maria     check_exclusions offeror=echo stage=screening sam=clear state_list=clear  !! no offer of 'echo' was opened
2026-02-10 10:20  maria     check_exclusions offeror=acme stage=screening sam=clear state_list=clear  -> screening
2026-02-10 10:30  maria     check_exclusions offeror=birchway stage=screening sam=clear state_list=clear  -> screening
2026-02-10 10:40  maria     check_exclusions offeror=cobalt stage=screening sam=excluded state_list=clear note="Active exclusion of 3 January 2026"  -> screening
2026-02-10 10:50  maria     finish_screening  !! on a list of excluded firms, and still evaluated: cobalt
2026-02-10 11:00  maria     find_nonresponsive offeror=cobalt defect="The firm is on the federal list of excluded firms" requirement="No award is made to a firm on that list" rule="Section 5.1"  -> screening
2026-02-10 11:10  maria     file_paper paper=screening_checklist file=@checklist.pdf title="The checklist of the screening"  -> screening
2026-02-10 11:20  maria     finish_screening  -> evaluation
