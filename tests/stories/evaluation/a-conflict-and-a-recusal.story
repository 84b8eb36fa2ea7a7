# Once the offerors are known, a tie comes to light: a member is replaced, another steps back.
follows: ../beginnings/opened.story
person: olive "Olive Hart" officer,evaluator

## Before anybody scores, a member with a conflict is replaced
2026-02-04 08:30  chen   sign_forms conflict="My sister is a director of Cobalt Seating" confidentiality=yes  -> screening
2026-02-04 08:40  maria  name_committee voters=eve,ben,stranger  !! stranger could not score
2026-02-04 08:45  maria  name_committee voters=eve,ben,dora,olive chair=eve  -> screening
2026-02-04 09:00  maria  find_responsive offeror=acme minimums="signed_offer:pass" helped_draft=no  -> screening
2026-02-04 09:10  maria  find_responsive offeror=birchway minimums="signed_offer:pass" helped_draft=no  -> screening
2026-02-04 09:20  maria  find_responsive offeror=cobalt minimums="signed_offer:pass" helped_draft=no  -> screening
2026-02-04 10:00  maria  check_exclusions offeror=acme stage=screening sam=clear state_list=clear  -> screening
2026-02-04 10:10  maria  check_exclusions offeror=birchway stage=screening sam=clear state_list=clear  -> screening
2026-02-04 10:20  maria  check_exclusions offeror=cobalt stage=screening sam=clear state_list=clear  -> screening
2026-02-04 12:00  maria  finish_screening  -> evaluation

## Whoever is new is briefed before scoring
2026-02-05 08:00  eve    sign_forms conflict=none confidentiality=yes  -> evaluation
2026-02-05 08:05  ben    sign_forms conflict="A brother works for Acme Furniture" confidentiality=yes  -> evaluation
2026-02-05 08:10  dora   sign_forms conflict=none confidentiality=yes  -> evaluation
2026-02-05 08:15  olive  sign_forms conflict=none confidentiality=yes  -> evaluation
2026-02-05 09:00  dora   score offeror=acme scores="quality:50" reasons="quality:sturdy frames"  !! dora has not been briefed on how offers are judged
2026-02-05 09:30  maria  brief_committee attended=dora,olive  -> evaluation
2026-02-05 10:00  dora   score offeror=acme scores="quality:50" reasons="quality:sturdy frames"  -> evaluation

## Whoever has described a conflict steps back, for all offers
2026-02-05 10:30  ben    score offeror=acme scores="quality:60" reasons="quality:the best"  !! ben has described a conflict of interest and is recused
2026-02-05 10:40  ben    recuse conflict=family  !! 'family' does not say what ties the member to whom
2026-02-05 10:41  dora   recuse evaluator=ben conflict="A brother works for Acme Furniture"  !! dora cannot take ben out of the scoring; ben or an officer can
2026-02-05 10:45  ben    recuse conflict="A brother works for Acme Furniture"  -> evaluation
2026-02-05 10:50  maria  recuse evaluator=ben conflict="A brother works for Acme Furniture"  !! ben is not a voting member; voters are eve, dora, olive
2026-02-05 10:55  ben    score offeror=birchway scores="quality:40" reasons="quality:thin edges"  !! ben is not on the committee; its voters are eve, dora, olive

## Three sheets for each offer are left, and whoever votes does not open the prices
2026-02-05 11:00  dora   score offeror=birchway scores="quality:46" reasons="quality:fits small rooms"  -> evaluation
2026-02-05 11:10  dora   score offeror=cobalt scores="quality:40" reasons="quality:narrow range"  -> evaluation
2026-02-05 11:20  eve    score offeror=acme scores="quality:52" reasons="quality:ten-year warranty"  -> evaluation
2026-02-05 11:30  eve    score offeror=birchway scores="quality:48" reasons="quality:good range"  -> evaluation
2026-02-05 11:40  eve    score offeror=cobalt scores="quality:41" reasons="quality:seating only"  -> evaluation
2026-02-05 12:00  olive  score offeror=acme scores="quality:53" reasons="quality:references agree"  -> evaluation
2026-02-05 12:10  olive  score offeror=birchway scores="quality:47" reasons="quality:references agree"  -> evaluation
2026-02-05 12:20  olive  score offeror=cobalt scores="quality:42" reasons="quality:solid"  -> evaluation
2026-02-06 09:00  olive  hold_consensus present=eve,dora,olive minutes="Each offer was discussed; nobody changed a score"  -> evaluation
2026-02-06 10:00  olive  open_prices  !! olive votes on the committee, so another officer opens the prices
2026-02-06 10:10  maria  open_prices  -> evaluation
2026-02-06 10:30  maria  rank_offers  -> evaluation
