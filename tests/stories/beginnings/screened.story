# Every offer was found responsive and nobody is excluded: the committee may score.
follows: opened.story

## Each offer is held to the same minimums, and looked up
2026-02-04 09:00  maria  find_responsive offeror=acme minimums="signed_offer:pass,insurance:pass" helped_draft=no  -> screening
2026-02-04 09:10  maria  find_responsive offeror=birchway minimums="signed_offer:pass,insurance:pass" helped_draft=no  -> screening
2026-02-04 09:20  maria  find_responsive offeror=cobalt minimums="signed_offer:pass,insurance:pass" helped_draft=no  -> screening
2026-02-04 10:00  maria  check_exclusions offeror=acme stage=screening sam=clear state_list=clear  -> screening
2026-02-04 10:10  maria  check_exclusions offeror=birchway stage=screening sam=clear state_list=clear  -> screening
2026-02-04 10:20  maria  check_exclusions offeror=cobalt stage=screening sam=clear state_list=clear  -> screening

## Now that the offerors are known, the committee signs once more
2026-02-04 11:00  eve    sign_forms conflict=none confidentiality=yes  -> screening
2026-02-04 11:10  ben    sign_forms conflict=none confidentiality=yes  -> screening
2026-02-04 11:20  chen   sign_forms conflict=none confidentiality=yes  -> screening
2026-02-04 12:00  maria  finish_screening  -> evaluation
