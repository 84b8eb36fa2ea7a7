# Findings case 10: after two recusals one voter is left; the least size is asked again, and a
# replacement is named, signs and is briefed while no price is known.
follows: ../beginnings/screened.story
person: olive "Olive Hart" evaluator

## One sheet is in when two members step back
2026-02-05 09:00  eve    score offeror=acme scores="quality:52" reasons="quality:ten-year warranty"  -> evaluation
2026-02-05 09:10  eve    score offeror=birchway scores="quality:48" reasons="quality:good range"  -> evaluation
2026-02-05 09:20  eve    score offeror=cobalt scores="quality:41" reasons="quality:seating only"  -> evaluation
2026-02-05 09:30  ben    recuse conflict="A brother works for Acme, found out today"  -> evaluation
2026-02-05 09:40  chen   recuse conflict="Owns shares of Birchway, found out today"  -> evaluation

## One voter alone is no committee
2026-02-05 10:00  maria  hold_consensus present=eve minutes="One person met"  !! the committee has 1 voters, and 3 are asked for
2026-02-05 10:05  maria  open_prices  !! the committee has 1 voters, and 3 are asked for

## Whoever has scored stays; others join, sign, are briefed, and score
2026-02-05 10:10  maria  name_committee voters=dora,olive  !! eve has scored, and leaves only by recusal for a conflict
2026-02-05 10:20  maria  name_committee voters=eve,dora,olive  -> evaluation
2026-02-05 10:30  dora   sign_forms conflict=none confidentiality=yes  -> evaluation
2026-02-05 10:40  olive  sign_forms conflict=none confidentiality=yes  -> evaluation
2026-02-05 10:50  maria  brief_committee attended=dora,olive  -> evaluation
2026-02-05 11:00  dora   score offeror=acme scores="quality:50" reasons="quality:sturdy"  -> evaluation
2026-02-05 11:05  dora   score offeror=birchway scores="quality:46" reasons="quality:fits"  -> evaluation
2026-02-05 11:10  dora   score offeror=cobalt scores="quality:40" reasons="quality:narrow"  -> evaluation
2026-02-05 11:15  olive  score offeror=acme scores="quality:53" reasons="quality:references"  -> evaluation
2026-02-05 11:20  olive  score offeror=birchway scores="quality:47" reasons="quality:references"  -> evaluation
2026-02-05 11:25  olive  score offeror=cobalt scores="quality:42" reasons="quality:solid"  -> evaluation
2026-02-06 09:00  maria  hold_consensus present=eve,dora,olive minutes="Each offer was discussed; nobody changed a score"  -> evaluation
2026-02-06 10:00  maria  open_prices  -> evaluation

## Once a price is known nobody joins
2026-02-06 10:30  maria  name_committee voters=eve,dora,olive,walt  !! the prices are open
