# Where the law of the place is not known, nothing is guessed: each number is determined in writing.
follows: ../beginnings/ready-to-publish.story
jurisdiction: neutral

## The short reason that would do in Virginia is asked for, and so is a number nobody gave
2026-01-06 08:30  maria  justify_method finding=not_advantageous reasons="Because"  -> drafting
2026-01-06 08:40  maria  publish proposals_due="2026-02-03 14:00" questions_due="2026-01-20 16:00"  !! 'Because' does not explain why sealed bidding cannot be used
2026-01-06 08:45  maria  justify_method finding=not_advantageous reasons="Design and service weigh as much as price, and must be discussed"  -> drafting
2026-01-06 08:50  grace  approve_to_solicit note="The reasons are on file"  -> drafting
2026-01-06 09:00  maria  publish proposals_due="2026-02-03 14:00" questions_due="2026-01-20 16:00"  !! how much notice the law asks for is not known here (No jurisdiction named)

## A determination is signed by somebody else than its author
2026-01-06 09:10  grace  determine rule=minimum_notice author=grace reasoning="Four weeks are given, as much as the county has ever given"  !! grace wrote this determination, so somebody else must sign it
2026-01-06 09:20  grace  determine rule=minimum_notice author=maria reasoning="Four weeks are given, as much as the county has ever given"  -> drafting
2026-01-06 09:30  maria  publish proposals_due="2026-02-03 14:00" questions_due="2026-01-20 16:00"  -> open
2026-01-06 10:00  maria  file_paper paper=solicitation_document file=@rfp.pdf  -> open

## So is how often it was advertised, before anything is opened
2026-01-20 16:00  clock  close_questions  -> open
2026-02-02 10:00  acme   receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-02-03 14:00  clock  close_receipt  -> opening
2026-02-03 14:30  theo   open_proposals witness=paul  !! how often a solicitation must be advertised is not known here (No jurisdiction named)
2026-02-03 14:31  theo   open_proposals witness=paul  !! no affidavit, tear sheet or screenshot shows that it was published
2026-02-03 14:40  theo   file_paper paper=proof_of_publication file=@affidavit.pdf  -> opening
2026-02-03 14:41  theo   open_proposals witness=paul  !! how often a solicitation must be advertised is not known here
2026-02-03 14:50  grace  determine rule=repeat_ads author=maria reasoning="One posting on the county's site reaches everybody who sells here"  -> opening
2026-02-03 15:00  theo   open_proposals witness=paul  -> screening
