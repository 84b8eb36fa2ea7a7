# Prices that no program can read, and prices that look like mistakes: asked about, never guessed.
follows: ../beginnings/screened.story
file: acme-price.txt "The whole: four hundred and twelve thousand"
file: birchway-price.txt "total: 398750.00"
file: cobalt-price.txt "total: 37700.00"

## Three sheets for each offer, and the meeting
2026-02-05 09:00  eve    score offeror=acme scores="quality:52" reasons="quality:sturdy frames"  -> evaluation
2026-02-05 09:10  eve    score offeror=birchway scores="quality:48" reasons="quality:good range"  -> evaluation
2026-02-05 09:20  eve    score offeror=cobalt scores="quality:41" reasons="quality:seating only"  -> evaluation
2026-02-05 10:00  ben    score offeror=acme scores="quality:54" reasons="quality:the best samples"  -> evaluation
2026-02-05 10:10  ben    score offeror=birchway scores="quality:46" reasons="quality:fits small rooms"  -> evaluation
2026-02-05 10:20  ben    score offeror=cobalt scores="quality:40" reasons="quality:narrow range"  -> evaluation
2026-02-05 11:00  chen   score offeror=acme scores="quality:53" reasons="quality:references agree"  -> evaluation
2026-02-05 11:10  chen   score offeror=birchway scores="quality:47" reasons="quality:references agree"  -> evaluation
2026-02-05 11:20  chen   score offeror=cobalt scores="quality:42" reasons="quality:solid"  -> evaluation
2026-02-06 09:00  maria  hold_consensus present=eve,ben,chen minutes="Each offer was discussed; nobody changed a score"  -> evaluation
2026-02-06 10:00  maria  open_prices  -> evaluation

## A price in words is entered from the offer
2026-02-06 10:10  maria  rank_offers  !! the price could not be read from the offer of acme: enter it from the offer, or find the offer nonresponsive if it states none
2026-02-06 10:15  maria  enter_price offeror=delta amount=1.00 reason="Page 3"  !! no price of 'delta' was opened; opened were acme, birchway, cobalt
2026-02-06 10:20  maria  enter_price offeror=acme amount=412000.00 reason="In words on page 3"  -> evaluation
2026-02-06 10:30  maria  rank_offers  -> evaluation

## A price far below the others is asked about before any award is announced
2026-02-06 11:00  maria  post_intent winners=cobalt basis="Highest total under quality and price"  !! cobalt's price is 30 % or more below the average of the others, and nobody has asked whether it is a mistake
2026-02-06 11:10  maria  ask_to_confirm offeror=delta item="The total" why="It is far below every other offer"  !! no price of 'delta' was opened
2026-02-06 11:15  maria  correct_mistake confirmation=1 outcome=stands mistake=typo reason="Nobody has answered"  !! no price is in doubt
2026-02-06 11:20  maria  ask_to_confirm offeror=cobalt item="The total on page 3" why="It is a tenth of every other offer" due="2026-02-06 09:00"  !! 2026-02-06 09:00 has already passed
2026-02-06 11:24  maria  ask_to_confirm offeror=cobalt item="The total on page 3" why="Birchway asks 398,750.00, ten times as much" due="2026-02-11 16:00"  !! the text names birchway; the text discloses another offeror's price: 398,750.00
2026-02-06 11:25  maria  ask_to_confirm offeror=cobalt item="The total on page 3" why="It is less than one chair of the list costs, and the birchway lectern is left out" due="2026-02-11 16:00"  -> evaluation
2026-02-06 11:25  cobalt reads evaluation/confirm_price  -> 1
2026-02-06 12:00  maria  correct_mistake confirmation=2 outcome=stands mistake=typo reason="Nobody has answered"  !! no question 2 is open; open: 1
2026-02-06 12:01  maria  correct_mistake confirmation=1 outcome=stands mistake=typo reason="Nobody has answered"  !! cobalt has not said whether its price is a mistake; it has until Wednesday, 11 February 2026
2026-02-06 12:02  maria  post_intent winners=acme basis="Highest total under quality and price"  !! cobalt's price is in question and not yet decided
2026-02-06 13:00  birchway  confirm_price confirmation=1 answer=confirmed  !! no question 1 on a price waits for birchway
2026-02-09 09:00  cobalt confirm_price confirmation=1 answer=mistaken reason="A digit is missing: the lines on page 3 add up to 377,000.00" intended=377000.00  -> evaluation

## Only a slip is mended, and only where the offer itself shows it
2026-02-09 10:00  maria  correct_mistake confirmation=1 outcome=corrected mistake=judgment amount=377000.00 reason="They reckoned too low"  !! an error of judgment may not be corrected: the price stands as offered
2026-02-09 10:01  maria  correct_mistake confirmation=1 outcome=corrected mistake=typo reason="The lines add up to another sum"  !! a correction states the corrected total
2026-02-09 10:02  maria  correct_mistake confirmation=1 outcome=corrected mistake=typo amount=377000.00 reason="The lines on page 3 add up to 377,000.00"  !! cobalt offered 37700.00; that 377000.00 was evidently meant is to be found in writing before the price changes
2026-02-09 11:00  grace  determine rule=mistake_correction author=maria reasoning="The lines on page 3 add up to 377,000.00 exactly, so that a digit was lost in the total"  -> evaluation
2026-02-09 11:10  maria  correct_mistake confirmation=1 outcome=corrected mistake=typo amount=377000.00 reason="The lines on page 3 add up to 377,000.00"  -> evaluation
2026-02-09 11:20  maria  set_range offerors=acme,birchway reason="The two highest totals"  !! a price or a sheet changed after the offers were ranked
2026-02-09 11:30  maria  rank_offers  -> evaluation

## Who asks may also be told that the price stands
2026-02-09 12:00  maria  ask_to_confirm offeror=birchway item="The unit price of desks on page 4" why="It is lower than that of the chairs"  -> evaluation
2026-02-09 13:00  birchway  confirm_price confirmation=2 answer=confirmed  -> evaluation
2026-02-09 13:10  birchway  confirm_price confirmation=2 answer=mistaken  !! no question 2 on a price waits for birchway; waiting: none
