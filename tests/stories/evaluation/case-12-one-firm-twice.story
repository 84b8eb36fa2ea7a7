# One firm was entered twice, but for capitals and a blank, and both entries send a proposal: that is
# one offer, unless it is found in writing that they are two firms.
follows: ../beginnings/published.story
title: One firm entered twice is no competition
supplier: acme-inc "ACME furniture"
2026-01-20 16:00  clock     close_questions  -> open
2026-02-02 10:00  acme      receive envelope=@acme.txt price=@acme-price.txt  -> open
2026-02-03 13:59  acme-inc  receive envelope=@acme-inc.txt price=@cobalt-price.txt  -> open
2026-02-03 14:00  clock     close_receipt  -> opening
2026-02-03 14:30  theo      open_proposals witness=paul seals="Every envelope was sealed until opened"  -> screening
2026-02-04 09:00  maria  find_responsive offeror=acme minimums="signed_offer:pass,insurance:pass" helped_draft=no  -> screening
2026-02-04 09:20  maria  find_responsive offeror=acme-inc minimums="signed_offer:pass,insurance:pass" helped_draft=no  -> screening
2026-02-04 10:00  maria  check_exclusions offeror=acme stage=screening sam=clear state_list=clear  -> screening
2026-02-04 10:20  maria  check_exclusions offeror=acme-inc stage=screening sam=clear state_list=clear  -> screening
2026-02-04 11:00  eve    sign_forms conflict=none confidentiality=yes  -> screening
2026-02-04 11:10  ben    sign_forms conflict=none confidentiality=yes  -> screening
2026-02-04 11:20  chen   sign_forms conflict=none confidentiality=yes  -> screening
2026-02-04 12:00  maria  finish_screening  !! acme and acme-inc have one e-mail address or one name in the register: unless they are different firms, only one offer is left
2026-02-04 12:10  grace  determine rule=one_firm author=maria reasoning="Acme of Ohio and Acme of Texas have different owners, by both states' registers"  -> screening
2026-02-04 12:20  maria  finish_screening  -> evaluation
