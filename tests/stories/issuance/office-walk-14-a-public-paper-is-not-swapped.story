# What suppliers hold and what members rely on is not swapped for another file without a word: a
# change goes out first, as an amendment or as new prices, and then its paper is filed.
follows: ../beginnings/published.story
title: A public paper is changed by a change that people are told of
2026-01-14 09:00  maria  file_paper paper=solicitation_document file=@rfp-2.pdf  !! it would replace the paper solicitation_document that suppliers hold, and nobody would be told: amend first
2026-01-14 09:05  maria  file_paper paper=solicitation_document file=@rfp.pdf  -> open
2026-01-14 09:08  maria  amend summary="Lots: section 3.2 is replaced"  !! how much time a change must leave is not known here
2026-01-14 09:09  grace  determine rule=amendment_floor author=maria reasoning="Three weeks are left, and lots change no product"  -> open
2026-01-14 09:10  maria  amend summary="Lots: section 3.2 is replaced"  -> open
2026-01-14 09:20  maria  file_paper paper=amendment_1 file=@amendment-1.pdf  -> open
2026-01-14 09:30  maria  file_paper paper=amendment_1 file=@amendment-1b.pdf  !! it would replace the paper amendment_1 that suppliers hold
2026-01-14 09:40  maria  file_paper paper=solicitation_document file=@rfp-2.pdf  -> open
2026-01-14 09:50  maria  file_paper paper=site_visit_sheet file=@one.pdf  -> open
2026-01-14 09:55  maria  file_paper paper=site_visit_sheet file=@two.pdf  -> open
